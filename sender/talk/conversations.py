"""What was said with which viewer, kept while the viewer is away, and while the camera is."""

import json
import logging
import time
from collections.abc import Callable, Iterator

from camwire import limits
from camwire.conversation import Conversation
from camwire.ledger import Ledger
from camwire.record import Record

log = logging.getLogger(__name__)

KEPT = 64
# Of those who have proved one key, which may come under any number of names.
KEPT_OF_KEY = 16

# What waits for all that are away, together. The last one that was here may have it all.
ABSENT_LINES = 2 * limits.UNRECEIPTED_MESSAGES
ABSENT_BYTES = limits.UNRECEIPTED_BYTES

DAY_NS = 24 * 3600 * 10**9
ABSENT_NS = 30 * DAY_NS


class Conversations:
    """The conversations of one camera. Those in use are all kept. Of the others, whoever was away the longest is
    forgotten first: as soon as there are more than `KEPT` in all, and when too much waits for them.

    `is_due(record)` says whether something of what this viewer said is still to be seen to, `key_of(peer)` what key it
    has proved; empty where none.
    """

    def __init__(
        self,
        ledger: Ledger,
        is_in_use: Callable[[Conversation], bool],
        is_due: Callable[[Record], bool],
        on_forgotten: Callable[[Record], None],
        clock_ns: Callable[[], int] = time.time_ns,
        key_of: Callable[[str], str] = lambda peer: "",
    ) -> None:
        self._ledger = ledger
        self._is_in_use = is_in_use
        self._is_due = is_due
        self._on_forgotten = on_forgotten
        self._clock_ns = clock_ns
        self._key_of = key_of
        # By conversation, those that were here last at the end.
        self._records: dict[Conversation, Record] = {}
        self._here_ns: dict[Record, int] = {}
        # Under which name a conversation was known before.
        self._former: dict[Record, str] = {}

    def load(self) -> None:
        """Find those that were kept. Raises UsageError when the disk fails."""
        kept = self._ledger.kept()
        lines = size = 0
        found: list[str] = []
        for peer in self._ledger.peers():
            of_it = kept[peer]
            lines, size = lines + of_it.lines, size + of_it.bytes
            if of_it.lines and (lines > ABSENT_LINES or size > ABSENT_BYTES):
                # Not even read: it may be a hundred times as much.
                lines, size = lines - of_it.lines, size - of_it.bytes
                log.warning("%s %d messages are not sent any more.", TOO_MUCH, of_it.lines)
                self._ledger.forget_unread(peer)
            else:
                found.append(peer)
        for peer in reversed(found):
            record = self._ledger.record(peer)
            self._here_ns[record] = kept[peer].used_ns or self._clock_ns()
            self._add(record)

    def with_viewer(self, viewer_id: str, log: str, heard_log: str = "") -> Conversation:
        """Find or begin the conversation with the viewer `viewer_id` whose lines are numbered in `log`.

        One that has begun a new log goes on with the conversation whose lines of ours, `heard_log`, it has heard. One
        that has lost that, too, goes on with the one in which something waits for it, if nobody else is at that.
        """
        peer = json.dumps((viewer_id, log))
        known = self._ledger.record(peer) if peer in self._ledger else None
        # Its last connection may not have been missed yet when it came first: so it may come twice.
        is_new = known is None or not (known.conversation.said or known.conversation.heard)
        if is_new and (before := self._before(peer, heard_log, known)) is not None:
            if known is not None:
                self.forget(known)
            self._former[before] = before.peer
            self._ledger.rename(before, peer)
        record = self._ledger.record(peer)
        self._to_the_end(record)
        self._add(record)
        return record.conversation

    def __getitem__(self, conversation: Conversation) -> Record:
        return self._records[conversation]

    def __iter__(self) -> Iterator[Record]:
        return iter(list(self._records.values()))

    def is_here(self, record: Record) -> None:
        """The viewer is here. To be called now and then, so that nobody takes it for away after a power cut."""
        if self._clock_ns() - self._here_ns[record] > DAY_NS:
            self.was_here(record)

    def was_here(self, record: Record) -> None:
        """The viewer was here until now."""
        if record.conversation in self._records:
            self._to_the_end(record)
            record.used(self._here_ns[record], record.name)

    def make_room(self, size: int) -> None:
        """A line of `size` bytes will be said to all: give up those who are away and for whom it would be too much."""
        absent = [each for each in self if not self._is_in_use(each.conversation)]
        lines = sum(each.conversation.waiting_count + 1 for each in absent)
        total = sum(each.conversation.waiting_bytes + size for each in absent)
        since = self._clock_ns() - ABSENT_NS
        for each in absent:
            count, waiting = each.conversation.waiting_count, each.conversation.waiting_bytes
            is_full = count >= limits.UNRECEIPTED_MESSAGES or (count and waiting + size > limits.UNRECEIPTED_BYTES)
            is_too_much = lines > ABSENT_LINES or total > ABSENT_BYTES
            is_gone = self._here_ns[each] < since
            if is_full or is_too_much or is_gone:
                why = "It has been away for more than 30 days." if is_gone else TOO_MUCH
                log.warning("Viewer %r is forgotten. %s %d messages are not sent any more.", each.name, why, count)
                lines, total = lines - count - 1, total - waiting - size
                self.forget(each)

    def forget(self, record: Record) -> None:
        """Give up a viewer that is plainly gone."""
        self._records.pop(record.conversation, None)
        self._here_ns.pop(record, None)
        self._former.pop(record, None)
        self._ledger.forget(record)
        self._on_forgotten(record)

    def _before(self, peer: str, heard_log: str, known: Record | None) -> Record | None:
        """With which conversation but `known` a viewer goes on that has said nothing in its log yet."""
        viewer_id, _ = json.loads(peer)
        same = [each for each in self if json.loads(each.peer)[0] == viewer_id]
        heard = next((each for each in same if each is not known and each.conversation.log == heard_log), None)
        is_used = any(self._is_in_use(each.conversation) for each in same)
        if heard is not None and not (is_used and self._former.get(heard) == peer):
            return heard
        if is_used:
            # Two programs may have one id. They must not take it from each other for ever.
            return None
        return next((each for each in reversed(same) if each.conversation.waiting_count), None)

    def _to_the_end(self, record: Record) -> None:
        self._here_ns[record] = self._clock_ns()
        self._records.pop(record.conversation, None)
        self._records[record.conversation] = record

    def _add(self, record: Record) -> None:
        self._records[record.conversation] = record
        idle = [each for each in self if each is not record and not self._is_in_use(each.conversation)]
        own = [each for each in idle if self._key_of(each.peer) == self._key_of(record.peer)]
        # Whoever comes under a new name every time must not cost another one what waits for it.
        idle.sort(key=self._is_wanted)
        own.sort(key=self._is_wanted)
        of_key = sum(self._key_of(each.peer) == self._key_of(record.peer) for each in self)
        too_many_own = of_key - KEPT_OF_KEY if self._key_of(record.peer) else 0
        gone = own[: max(0, too_many_own)]
        gone += [each for each in idle if each not in gone][: max(0, len(self._records) - len(gone) - KEPT)]
        for each in gone:
            if not self._is_wanted(each):
                self.forget(each)
            elif self._key_of(each.peer) == self._key_of(record.peer):
                log.warning("Viewer %r is forgotten: others by its key have taken its place.", each.name)
                self.forget(each)

    def _is_wanted(self, record: Record) -> bool:
        return record.conversation.waiting_count > 0 or self._is_due(record)


TOO_MUCH = "Too much waits for viewers that are away."
