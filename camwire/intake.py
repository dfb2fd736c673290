"""What one peer has sent: whether that is more than it may, and how much of it is still unread."""

from collections.abc import Iterable

from camwire import limits
from camwire.allowance import Allowance
from camwire.excess import Excess

# ZMTP 3: the flags and the length of a part; CURVE packs each part into a command with a nonce and a MAC.
SHORT_PART, SHORT_HEADER, LONG_HEADER = 255, 2, 9
CURVE_BYTES = 33
# Who has been slowed down for so long, and has not become any slower, does not mean to.
PATIENCE_SECONDS = 30.0


class Intake:
    """Of one peer; `now` is monotonic, in seconds."""

    def __init__(self, is_curve: bool, now: float, at_once: int = limits.MESSAGES_AT_ONCE) -> None:
        """`at_once`: so many messages may come at the beginning, or after a pause."""
        self.read = 0
        """Bytes read of the connection, as they travelled."""
        self._added = CURVE_BYTES if is_curve else 0
        self._messages = Allowance(limits.MESSAGES_PER_SECOND, at_once, now)
        self._bytes = Allowance(limits.BYTES_PER_SECOND, limits.BYTES_AT_ONCE, now)
        self._slowed_since = self._slowed_until = float("-inf")

    def reconnected(self) -> None:
        """It has a new connection, of which nothing was read."""
        self.read = 0

    def take(self, sizes: Iterable[int], now: float) -> tuple[float, Excess | None]:
        """A message with parts of these `sizes` was read. Return for how many seconds to read no more, and why."""
        total = 0
        for size in sizes:
            framed = size + self._added
            total += framed + (SHORT_HEADER if framed <= SHORT_PART else LONG_HEADER)
        self.read += total
        messages, amount = self._messages.take(1.0, now), self._bytes.take(total, now)
        if messages >= amount:
            return messages, Excess.MESSAGES if messages else None
        return amount, Excess.BYTES

    def slowed(self, seconds: float, now: float) -> bool:
        """It is slowed down for so many seconds from now; return whether patience is at its end."""
        if now > self._slowed_until + 1.0:
            self._slowed_since = now
        self._slowed_until = now + seconds
        return now - self._slowed_since > PATIENCE_SECONDS
