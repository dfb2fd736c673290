"""One end of a conversation between one viewer and one camera: order kept, nothing doubled, nothing lost.

Each direction is a *log*: a name made when the log was begun, and lines numbered from 1. Receipts are cumulative. After
a reconnect each end says how far it has heard the other's log; what was not heard is sent again, and what comes twice
is recognised by its number. A peer that comes with a new log name has restarted; it says at which number it goes on.

A line that nobody wants any more is *withdrawn* as far as it cannot be at the other end; its number goes out as a void.

A conversation can be *recorded*: then a line of ours goes out only after `recorded`, and one of theirs is receipted
only after `confirm`, both of which the owner calls when the line is where a power cut cannot reach it.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

import msgspec

from camwire import limits, messages
from camwire.errors import UsageError, WireError
from camwire.frame import Payload
from camwire.line import Line
from camwire.messages import Chat, FileOffer
from camwire.spoken import check_text
from camwire.translation import tr

# Who keeps to what may be under way at once never comes near it, and a disk may be slow.
MOST_UNCONFIRMED = 2 * limits.LINES_UNDER_WAY


@dataclass(frozen=True, slots=True)
class Memory:
    """What one end must remember to go on after a restart. `waiting`: lines of ours without a receipt, in order; a
    number up to `said` that has none was withdrawn."""

    log: str
    said: int = 0
    receipted: int = 0
    their_log: str = ""
    heard: int = 0
    waiting: tuple[Line, ...] = ()


class Conversation:
    """Numbers what this end says and sorts what the other end says. Not thread-safe, holds no clock."""

    def __init__(
        self, memory: Memory | str, is_recorded: bool = False, new_log: Callable[[], str] | None = None
    ) -> None:
        """`memory` is what was kept of it, or the name of a new log: new whenever numbering begins again at 1.

        `new_log` makes such names, for the case that `memory` proves to be outdated.
        """
        kept = Memory(memory) if isinstance(memory, str) else memory
        self.log = kept.log
        self.their_log = kept.their_log
        self.heard = kept.heard
        self.confirmed = kept.heard
        """Everything of `their_log` up to this number is safe here, and may be receipted."""
        self._is_recorded = is_recorded
        # The last numbers of the lines that were heard and are not safe yet.
        self._unconfirmed: deque[int] = deque()
        self._new_log = new_log or (lambda: f"{self.log}~")
        self._said = self._recorded = kept.said
        # The newest line that may have left, in this life or an earlier one; and that may have arrived, by what the
        # other end said last.
        self._left = self._maybe_heard = kept.said
        self._receipted = self._handed_out = kept.receipted
        # Without those that were withdrawn, which would else fill it while the other end is away.
        self._waiting = deque(kept.waiting)
        self._waiting_bytes = sum(line.bytes for line in kept.waiting)
        # Of those that were handed out in this life and not receipted.
        self._bytes_under_way = 0
        self._unwanted: set[int] = set()
        self.withdrawn: tuple[Line, ...] = ()
        """Lines of ours that nobody wanted any more, and that the other end's last hello showed not to be there."""

    @property
    def unreceipted(self) -> list[Line]:
        """Lines of ours that the other end has not confirmed and that are not withdrawn, oldest first."""
        return list(self._waiting)

    @property
    def waiting_count(self) -> int:
        """How many lines of ours the other end has not confirmed."""
        return len(self._waiting)

    @property
    def waiting_bytes(self) -> int:
        """About how much these take."""
        return self._waiting_bytes

    @property
    def said(self) -> int:
        """The number of our newest line."""
        return self._said

    @property
    def first(self) -> int:
        """The number of the oldest line that is kept, or of the next one when none is."""
        return self._receipted + 1

    def say(
        self,
        text: str,
        time_ns: int,
        payload: Iterable[Payload] = (),
        *,
        role: str = "",
        about: int = 0,
        about_log: str = "",
        command: str = "",
        frame: int = 0,
        file: FileOffer | None = None,
        expires_ns: int = 0,
    ) -> Line:
        """Number a new line. It stays here until it is receipted. Raises UsageError when it cannot be carried."""
        check_text(text)
        chat = Chat(self._said + 1, self.log, text, time_ns, role, about, about_log, command, frame, file)
        line = Line(chat, tuple(payload), expires_ns)
        _check(line)
        is_too_much = self._waiting_bytes + line.bytes > limits.UNRECEIPTED_BYTES
        if len(self._waiting) >= limits.UNRECEIPTED_MESSAGES or (self._waiting and is_too_much):
            raise UsageError(
                tr(
                    "{count:,} messages are waiting already. Wait until the other end has received some.",
                    count=len(self._waiting),
                )
            )
        self._said += 1
        self._waiting.append(line)
        self._waiting_bytes += line.bytes
        if not self._is_recorded:
            self._recorded = self._said
        return line

    def recorded(self, log: str, number: int) -> None:
        """Our lines up to `number` of `log` are safe, and may go."""
        if log == self.log:
            self._recorded = max(self._recorded, number)

    def begin_anew(self) -> str:
        """Begin a new log, with the lines that wait; return the name of the one before. Not while it is linked."""
        before = self.log
        self._begin_anew(self._new_log())
        return before

    def hand_out(self) -> list[Line]:
        """Return the lines that may be sent now, in order: not more than `LINES_UNDER_WAY` beyond the last receipt, and
        one that is large only when little else is under way."""
        due: list[Line] = []
        for line in self._to_hand_out():
            is_too_much = self._bytes_under_way + line.bytes > limits.BYTES_UNDER_WAY
            if is_too_much and self._handed_out > self._receipted:
                break
            self._bytes_under_way += line.bytes
            self._handed_out = line.chat.last
            due.append(line)
        self._left = max(self._left, self._handed_out)
        self._maybe_heard = max(self._maybe_heard, self._handed_out)
        return due

    def resume(self, their_log: str, their_first: int, heard_log: str, heard: int) -> bool:
        """Take the other end's hello. The lines of ours that it has not heard are to be handed out again.

        A log goes on at `their_first` at the earliest: what came before was receipted by an earlier life of this end.
        Of those, what nobody wants any more is `withdrawn`.
        Returns False if the other end has heard lines of our log that this end never sent: what we kept is older than
        what we said once, and numbers would be used twice. Then a new log was begun, and the other end must be told.
        """
        if their_log != self.their_log:
            self.their_log = their_log
            self.heard = self.confirmed = 0
            self._unconfirmed.clear()
        self.heard = max(self.heard, their_first - 1)
        self.confirmed = max(self.confirmed, their_first - 1)
        is_known = heard_log != self.log or heard <= self._left
        if is_known and heard_log == self.log:
            self.receipted(heard)
        self._handed_out = self._maybe_heard = self._receipted
        self._bytes_under_way = 0
        self.withdrawn = self._take_back()
        if not is_known:
            self._begin_anew(self._new_log())
        return is_known

    def receive(self, chat: Chat) -> bool:
        """Take a line from the other end; False if it was here already. Raises WireError when one is missing."""
        if chat.last <= self.heard:
            return False
        if chat.number > self.heard + 1:
            raise WireError(f"message {chat.number} arrived after message {self.heard}: one is missing")
        if len(self._unconfirmed) >= MOST_UNCONFIRMED:
            raise WireError(f"message {chat.number} arrived before {MOST_UNCONFIRMED} others were receipted")
        self.heard = chat.last
        if self._is_recorded:
            self._unconfirmed.append(chat.last)
        else:
            self.confirmed = self.heard
        return True

    def confirm(self, log: str, number: int) -> None:
        """Their lines up to `number` of `log` are safe here."""
        if log == self.their_log:
            # Not more than was heard: the peer may have gone to another log and come back meanwhile.
            self.confirmed = max(self.confirmed, min(number, self.heard))
            while self._unconfirmed and self._unconfirmed[0] <= self.confirmed:
                self._unconfirmed.popleft()

    def receipted(self, number: int) -> bool:
        """The other end has everything up to `number`. False if that was known. Raises WireError beyond our last."""
        if number > self._said:
            raise WireError(f"a receipt for message {number}, but only {self._said} were said")
        if number <= self._receipted:
            return False
        self._receipted = number
        self._recorded = max(self._recorded, number)
        while self._waiting and self._waiting[0].chat.number <= number:
            line = self._waiting.popleft()
            self._waiting_bytes -= line.bytes
            self._bytes_under_way -= line.bytes if line.chat.number <= self._handed_out else 0
        self._handed_out = max(self._handed_out, number)
        self._unwanted = {each for each in self._unwanted if each > number}
        return True

    def withdraw(self, is_meant: Callable[[Line], bool]) -> list[Line]:
        """Take back, of the lines that cannot have arrived, those that `is_meant` says; return them.

        Their numbers go out all the same, with nothing in them. What may have arrived, be it from an earlier life of
        this end, is `withdrawn` with the hello that says that it has not.
        """
        self.disown(is_meant)
        return list(self._take_back())

    def disown(self, is_meant: Callable[[Line], bool]) -> None:
        """Have those of our lines that `is_meant` says `withdrawn` when a hello says that they are not there."""
        self._unwanted.update(line.chat.number for line in self._waiting if is_meant(line))

    def _take_back(self) -> tuple[Line, ...]:
        gone = {number for number in self._unwanted if number > self._maybe_heard}
        if not gone:
            return ()
        taken = tuple(line for line in self._waiting if line.chat.number in gone)
        self._waiting = deque(line for line in self._waiting if line.chat.number not in gone)
        self._waiting_bytes -= sum(line.bytes for line in taken)
        self._unwanted -= gone
        return taken

    def _to_hand_out(self) -> Iterator[Line]:
        """The lines that are recorded and not handed out, and one void for each run of numbers that have none."""
        number, until = self._handed_out + 1, self._receipted + limits.LINES_UNDER_WAY
        for line in takewhile(lambda line: line.chat.number <= self._recorded, self._waiting):
            if line.chat.number < number:
                continue
            if number < line.chat.number and number <= until:
                yield self._void(number, line.chat.number - 1)
            if line.chat.number > until:
                return
            yield line
            number = line.chat.number + 1
        if number <= min(self._recorded, until):
            yield self._void(number, self._recorded)

    def _void(self, number: int, last: int) -> Line:
        return Line(Chat(number, self.log, "", role="void", about=last))

    def _begin_anew(self, log: str) -> None:
        self.log = log
        renamed = [
            replace(line, chat=msgspec.structs.replace(line.chat, log=log, number=place))
            for place, line in enumerate(self._waiting, start=1)
        ]
        self._waiting = deque(renamed)
        self._said = len(renamed)
        self._recorded = 0 if self._is_recorded else self._said
        self._receipted = self._handed_out = self._left = self._maybe_heard = 0
        self._unwanted.clear()


def _check(line: Line) -> None:
    """Raise UsageError for a line that no other end would take: it would come between the two for ever."""
    try:
        messages.decode([*messages.encode(line.chat), *line.payload])
    except WireError as error:
        raise UsageError(tr("The message cannot be sent: it would be {error}.", error=error)) from error
    if any(len(part) > limits.MESSAGE_BYTES for part in line.payload):
        raise UsageError(
            tr(
                "The message has more than {count:,} bytes. Send it as a file.",
                count=limits.MESSAGE_BYTES,
            )
        )
