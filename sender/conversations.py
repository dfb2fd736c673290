"""What was said with which viewer, kept while the viewer is away, and while the camera is."""

import json
from collections.abc import Callable, Iterator

from camwire.conversation import Conversation
from camwire.ledger import Ledger
from camwire.record import Record

KEPT = 64


class Conversations:
    """The conversations of one camera. Those in use are all kept; of the others whoever was away the longest is
    forgotten first, as soon as there are more than `KEPT` in all."""

    def __init__(
        self, ledger: Ledger, is_in_use: Callable[[Conversation], bool], on_forgotten: Callable[[Record], None]
    ) -> None:
        self._ledger = ledger
        self._is_in_use = is_in_use
        self._on_forgotten = on_forgotten
        # By conversation, those that were used last at the end.
        self._records: dict[Conversation, Record] = {}

    def load(self) -> None:
        """Find those that were kept. Raises UsageError when the disk fails."""
        for peer in reversed(self._ledger.peers()):
            self._add(self._ledger.record(peer))

    def with_viewer(self, viewer_id: str, log: str, heard_log: str = "") -> Conversation:
        """Find or begin the conversation with the viewer `viewer_id` whose lines are numbered in `log`.

        One that has begun a new log and goes on hearing `heard_log`, which is ours, goes on with that conversation.
        """
        peer = json.dumps((viewer_id, log))
        renewed = (
            each for each in self if json.loads(each.peer)[0] == viewer_id and each.conversation.log == heard_log
        )
        if peer not in self._ledger and (known := next(renewed, None)) is not None:
            self._ledger.rename(known, peer)
        record = self._ledger.record(peer)
        self._records.pop(record.conversation, None)
        self._add(record)
        return record.conversation

    def __getitem__(self, conversation: Conversation) -> Record:
        return self._records[conversation]

    def __iter__(self) -> Iterator[Record]:
        return iter(list(self._records.values()))

    def forget(self, record: Record) -> None:
        """Give up a viewer that is plainly gone."""
        self._records.pop(record.conversation, None)
        self._ledger.forget(record)
        self._on_forgotten(record)

    def _add(self, record: Record) -> None:
        self._records[record.conversation] = record
        surplus = len(self._records) - KEPT
        idle = (each for each in self if each is not record and not self._is_in_use(each.conversation))
        for each in [each for each, _ in zip(idle, range(surplus), strict=False)]:
            self.forget(each)
