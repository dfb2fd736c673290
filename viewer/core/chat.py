"""The conversation as a person sees it: lines with states, and how many are unread."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto


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
    """All lines of one conversation, oldest first."""

    def __init__(self) -> None:
        self.lines: list[ChatLine] = []
        self.unread = 0
        self._mine: list[ChatLine] = []

    def said(self, number: int, text: str, time_ns: int) -> ChatLine:
        """Add a line of ours; it is queued until `sent`."""
        line = ChatLine(True, number, text, time_ns, Delivery.QUEUED)
        self.lines.append(line)
        self._mine.append(line)
        return line

    def heard(self, number: int, text: str, time_ns: int) -> ChatLine:
        """Add a line of the camera's."""
        line = ChatLine(False, number, text, time_ns)
        self.lines.append(line)
        self.unread += 1
        return line

    def sent(self, number: int) -> list[ChatLine]:
        """A line of ours went out; return the lines that changed."""
        return self._change(lambda line: line.number == number and line.delivery is Delivery.QUEUED, Delivery.SENT)

    def link_lost(self) -> list[ChatLine]:
        """What was sent and not receipted will be sent again; return the lines that changed."""
        return self._change(lambda line: line.delivery is Delivery.SENT, Delivery.QUEUED)

    def received(self, number: int) -> list[ChatLine]:
        """The camera has everything up to `number`; return the lines that changed."""
        changed = self._change(lambda line: line.number <= number, Delivery.RECEIVED)
        self._mine = [line for line in self._mine if line.delivery is not Delivery.RECEIVED]
        return changed

    @property
    def waiting(self) -> int:
        """Lines of ours that the camera is not known to have."""
        return len(self._mine)

    def _change(self, which: Callable[[ChatLine], bool], delivery: Delivery) -> list[ChatLine]:
        changed = [line for line in self._mine if which(line)]
        for line in changed:
            line.delivery = delivery
        return changed
