"""The conversation as a person sees it: lines with states, and how many are unread."""

from collections import deque
from dataclasses import dataclass
from enum import Enum, auto

# What the chat box shows. Until conversations are kept on disk, older lines are forgotten.
KEPT_LINES = 2000
KEPT_CHARACTERS = 4_000_000


class Delivery(Enum):
    """How far a line of ours has come."""

    QUEUED = auto()
    SENT = auto()
    RECEIVED = auto()
    FAILED = auto()


@dataclass(slots=True)
class ChatLine:
    """One line. `number` counts within its direction; `time_ns` is Unix time. A camera's lines have no delivery."""

    is_mine: bool
    number: int
    text: str
    time_ns: int
    delivery: Delivery | None = None


class ChatLog:
    """The newest lines of one conversation, oldest first, and how far each line of ours has come.

    Numbers of our lines follow one another, so a line is found by its distance from the oldest that is not received.
    """

    def __init__(self) -> None:
        self.lines: deque[ChatLine] = deque()
        self._characters = 0
        self.count = 0
        """How many lines there ever were."""
        self.unread = 0
        self.last_heard = ""
        """The newest line of the camera's."""
        self._mine: deque[ChatLine] = deque()

    def said(self, number: int, text: str, time_ns: int) -> ChatLine:
        """Add a line of ours; it is queued until `sent`."""
        line = ChatLine(True, number, text, time_ns, Delivery.QUEUED)
        self._mine.append(line)
        return self._add(line)

    def heard(self, number: int, text: str, time_ns: int) -> ChatLine:
        """Add a line of the camera's."""
        self.unread += 1
        self.last_heard = text
        return self._add(ChatLine(False, number, text, time_ns))

    def sent(self, number: int) -> list[ChatLine]:
        """A line of ours went out; return the lines that changed."""
        place = number - self._mine[0].number if self._mine else -1
        if not 0 <= place < len(self._mine) or self._mine[place].delivery is not Delivery.QUEUED:
            return []
        self._mine[place].delivery = Delivery.SENT
        return [self._mine[place]]

    def link_lost(self) -> list[ChatLine]:
        """What was sent and not receipted will be sent again; return the lines that changed."""
        changed = [line for line in self._mine if line.delivery is Delivery.SENT]
        for line in changed:
            line.delivery = Delivery.QUEUED
        return changed

    def received(self, number: int) -> list[ChatLine]:
        """The camera has everything up to `number`; return the lines that changed."""
        changed = []
        while self._mine and self._mine[0].number <= number:
            line = self._mine.popleft()
            line.delivery = Delivery.RECEIVED
            changed.append(line)
        return changed

    def given_up(self) -> list[ChatLine]:
        """None of what waits will be sent; return the lines that changed."""
        changed, self._mine = list(self._mine), deque()
        for line in changed:
            line.delivery = Delivery.FAILED
        return changed

    @property
    def waiting(self) -> int:
        """Lines of ours that the camera is not known to have."""
        return len(self._mine)

    def _add(self, line: ChatLine) -> ChatLine:
        self.lines.append(line)
        self.count += 1
        self._characters += len(line.text)
        while len(self.lines) > KEPT_LINES or (self._characters > KEPT_CHARACTERS and len(self.lines) > 1):
            self._characters -= len(self.lines.popleft().text)
        return line
