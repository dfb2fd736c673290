"""What is said to a camera that takes one line with each answer it gets, exactly once and in order.

Such a camera sends a message, waits for the answer, and sends the next. So the next message on the same connection says
that the answer has arrived; when the connection breaks before, what the answer carried is due again.
"""

from collections import deque

from camwire import limits
from camwire.errors import UsageError
from camwire.messages import Parts
from camwire.translation import tr


class Turns:
    """Lines, each encoded already, with numbers from 1. Not thread-safe."""

    def __init__(self) -> None:
        self.received = 0
        """The number of the last line the camera is known to have."""
        self._said = 0
        self._under_way = 0
        self._waiting: deque[Parts] = deque()
        self._waiting_bytes = 0

    def say(self, parts: Parts) -> int:
        """Keep a line; return its number. Raises UsageError when too many wait already."""
        size = sum(map(len, parts))
        is_too_much = self._waiting and self._waiting_bytes + size > limits.UNRECEIPTED_BYTES
        if is_too_much or len(self._waiting) >= limits.UNRECEIPTED_MESSAGES:
            raise UsageError(
                tr(
                    "{count:,} messages are waiting already. Wait until the camera has some.",
                    count=len(self._waiting),
                )
            )
        self._waiting.append(parts)
        self._waiting_bytes += size
        self._said += 1
        return self._said

    def hand_out(self) -> tuple[Parts, int] | None:
        """The line that goes with the answer that is due now, and its number; None if nothing waits."""
        if not self._waiting:
            return None
        self._under_way = self._said - len(self._waiting) + 1
        return self._waiting[0], self._under_way

    def came_again(self) -> None:
        """The camera spoke again on the same connection: it has what was handed out."""
        if self._under_way > self.received:
            self.received = self._under_way
            self._waiting_bytes -= sum(map(len, self._waiting.popleft()))

    def lost(self) -> None:
        """The connection broke: what was handed out may not have arrived."""
        self._under_way = 0

    def give_up(self) -> None:
        """Forget what waits: it is not known any more to whom it was said."""
        self._waiting.clear()
        self._waiting_bytes = self._under_way = 0
