"""One end of a conversation between one viewer and one camera: order kept, nothing doubled, nothing lost.

Each direction is a *log*: a name made when the log was begun, and lines numbered from 1. Receipts are cumulative. After
a reconnect each end says how far it has heard the other's log; what was not heard is sent again, and what comes twice
is recognised by its number. A peer that comes with a new log name has restarted; it says at which number it goes on.

A conversation can be *recorded*: then a line of ours goes out only after `recorded`, and one of theirs is receipted
only after `confirm`, both of which the owner calls when the line is where a power cut cannot reach it.
"""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice

import msgspec

from camwire import limits, messages
from camwire.errors import UsageError, WireError
from camwire.frame import Payload
from camwire.line import Line
from camwire.messages import Chat, FileOffer
from camwire.spoken import check_text


@dataclass(frozen=True, slots=True)
class Memory:
    """What one end must remember to go on after a restart. `waiting`: lines of ours without a receipt, in order."""

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
        self._new_log = new_log or (lambda: f"{self.log}~")
        self._said = self._recorded = kept.said
        # The newest line that may have left, in this life or an earlier one.
        self._left = kept.said
        self._receipted = self._handed_out = kept.receipted
        self._waiting = deque(kept.waiting)
        self._waiting_bytes = sum(line.bytes for line in kept.waiting)
        # Of those that were handed out in this life and not receipted.
        self._bytes_under_way = 0

    @property
    def unreceipted(self) -> list[Line]:
        """Lines of ours that the other end has not confirmed, oldest first."""
        return list(self._waiting)

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
                f"{len(self._waiting):,} messages are waiting already. Wait until the other end has received some."
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

    def hand_out(self) -> list[Line]:
        """Return the lines that may be sent now, in order: not more than `LINES_UNDER_WAY` beyond the last receipt, and
        one that is large only when little else is under way."""
        until = min(self._recorded, self._receipted + limits.LINES_UNDER_WAY)
        begin = self._handed_out - self._receipted
        due: list[Line] = []
        for line in islice(self._waiting, begin, max(begin, until - self._receipted)):
            if self._bytes_under_way + line.bytes > limits.BYTES_UNDER_WAY and (due or begin):
                break
            self._bytes_under_way += line.bytes
            due.append(line)
        self._handed_out += len(due)
        self._left = max(self._left, self._handed_out)
        return due

    def resume(self, their_log: str, their_first: int, heard_log: str, heard: int) -> bool:
        """Take the other end's hello. The lines of ours that it has not heard are to be handed out again.

        A log goes on at `their_first` at the earliest: what came before was receipted by an earlier life of this end.
        Returns False if the other end has heard lines of our log that this end never sent: what we kept is older than
        what we said once, and numbers would be used twice. Then a new log was begun, and the other end must be told.
        """
        if their_log != self.their_log:
            self.their_log = their_log
            self.heard = self.confirmed = 0
        self.heard = max(self.heard, their_first - 1)
        self.confirmed = max(self.confirmed, their_first - 1)
        is_known = heard_log != self.log or heard <= self._left
        if not is_known:
            self._begin_anew(self._new_log())
        elif heard_log == self.log:
            self.receipted(heard)
        self._handed_out = self._receipted
        self._bytes_under_way = 0
        return is_known

    def receive(self, chat: Chat) -> bool:
        """Take a line from the other end; False if it was here already. Raises WireError when one is missing."""
        if chat.number <= self.heard:
            return False
        if chat.number != self.heard + 1:
            raise WireError(f"message {chat.number} arrived after message {self.heard}: one is missing")
        self.heard = chat.number
        if not self._is_recorded:
            self.confirmed = self.heard
        return True

    def confirm(self, log: str, number: int) -> None:
        """Their lines up to `number` of `log` are safe here."""
        if log == self.their_log:
            # Not more than was heard: the peer may have gone to another log and come back meanwhile.
            self.confirmed = max(self.confirmed, min(number, self.heard))

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
        return True

    def withdraw(self, is_meant: Callable[[Line], bool]) -> list[Line]:
        """Take back, of the lines that have not left, those that `is_meant` says; return them.

        Their numbers go out all the same, with nothing in them. What an earlier life of this end may have sent counts
        as not having left, until the next hello: it may have arrived all the same.
        """
        begin = self._handed_out - self._receipted
        taken = {
            place: line
            for place, line in enumerate(islice(self._waiting, begin, None), begin)
            if line.chat.role != "void" and is_meant(line)
        }
        for place, line in taken.items():
            self._waiting[place] = Line(Chat(line.chat.number, line.chat.log, "", line.chat.time_ns, "void"))
            self._waiting_bytes -= line.bytes
        return list(taken.values())

    def _begin_anew(self, log: str) -> None:
        self.log = log
        renamed = [
            replace(line, chat=msgspec.structs.replace(line.chat, log=log, number=place))
            for place, line in enumerate(self._waiting, start=1)
        ]
        self._waiting = deque(renamed)
        self._said = len(renamed)
        self._recorded = 0 if self._is_recorded else self._said
        self._receipted = self._left = 0


def _check(line: Line) -> None:
    """Raise UsageError for a line that no other end would take: it would come between the two for ever."""
    try:
        messages.decode([*messages.encode(line.chat), *line.payload])
    except WireError as error:
        raise UsageError(f"The message cannot be sent: it would be {error}.") from error
    if any(len(part) > limits.MESSAGE_BYTES for part in line.payload):
        raise UsageError(f"The message has more than {limits.MESSAGE_BYTES:,} bytes. Send it as a file.")
