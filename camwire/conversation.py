"""One end of a conversation between one viewer and one camera: order kept, nothing doubled, nothing lost.

Each direction is a *log*: a name made when the log was begun, and lines numbered from 1. Receipts are cumulative. After
a reconnect each end says how far it has heard the other's log; what was not heard is sent again, and what comes twice
is recognised by its number. A peer that comes with a new log name has restarted; it says at which number it goes on.
"""

from collections import deque
from itertools import islice

from camwire import limits
from camwire.errors import UsageError, WireError
from camwire.messages import Chat
from camwire.spoken import check_text


class Conversation:
    """Numbers what this end says and sorts what the other end says. Not thread-safe, holds no clock."""

    def __init__(self, log: str) -> None:
        """`log` names this end's lines; it must be new whenever numbering begins again at 1."""
        self.log = log
        self.their_log = ""
        self.heard = 0
        self._said = 0
        self._receipted = 0
        self._handed_out = 0
        self._waiting: deque[Chat] = deque()

    @property
    def unreceipted(self) -> list[Chat]:
        """Lines of ours that the other end has not confirmed, oldest first."""
        return list(self._waiting)

    def say(self, text: str, time_ns: int) -> Chat:
        """Number a new line. It stays here until it is receipted. Raises UsageError when it cannot be carried."""
        check_text(text)
        if len(self._waiting) >= limits.UNRECEIPTED_MESSAGES:
            raise UsageError(
                f"{len(self._waiting):,} messages are waiting already. Wait until the other end has received some."
            )
        self._said += 1
        chat = Chat(number=self._said, log=self.log, text=text, time_ns=time_ns)
        self._waiting.append(chat)
        return chat

    @property
    def first(self) -> int:
        """The number of the oldest line that is kept, or of the next one when none is."""
        return self._receipted + 1

    def hand_out(self) -> list[Chat]:
        """Return the lines that may be sent now, in order: not more than `LINES_UNDER_WAY` beyond the last receipt."""
        until = min(self._said, self._receipted + limits.LINES_UNDER_WAY)
        begin, self._handed_out = self._handed_out - self._receipted, max(until, self._handed_out)
        return list(islice(self._waiting, max(0, begin), until - self._receipted))

    def resume(self, their_log: str, their_first: int, heard_log: str, heard: int) -> None:
        """Take the other end's hello. The lines of ours that it has not heard are to be handed out again.

        A log goes on at `their_first` at the earliest: what came before was receipted by an earlier life of this end.
        """
        if their_log != self.their_log:
            self.their_log = their_log
            self.heard = 0
        self.heard = max(self.heard, their_first - 1)
        if heard_log == self.log:
            self.receipted(heard)
        self._handed_out = self._receipted

    def receive(self, chat: Chat) -> bool:
        """Take a line from the other end; False if it was here already. Raises WireError when one is missing."""
        if chat.number <= self.heard:
            return False
        if chat.number != self.heard + 1:
            raise WireError(f"message {chat.number} arrived after message {self.heard}: one is missing")
        self.heard = chat.number
        return True

    def receipted(self, number: int) -> bool:
        """The other end has everything up to `number`. False if that was known. Raises WireError beyond our last."""
        if number > self._said:
            raise WireError(f"a receipt for message {number}, but only {self._said} were said")
        if number <= self._receipted:
            return False
        self._receipted = number
        self._handed_out = max(self._handed_out, number)
        while self._waiting and self._waiting[0].number <= number:
            self._waiting.popleft()
        return True
