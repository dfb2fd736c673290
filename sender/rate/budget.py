"""A ceiling for bytes that holds picture by picture: each is paid for before the next one may go."""

BURST_SECONDS = 0.25
"""Pictures are not of one size; so much may be owed when the next one goes."""
HEADROOM = 0.88
"""Of the ceiling, so much is spent: with what may be owed, any two seconds stay below it."""


class Budget:
    """Times are seconds of one monotonic clock. Without a rate everything is paid for at once."""

    def __init__(self) -> None:
        self._rate = 0.0
        self._owed = 0.0
        self._at = 0.0

    def change(self, bytes_per_second: float) -> None:
        """Spend no more than this; 0: any amount."""
        self._rate = HEADROOM * bytes_per_second

    def spend(self, size: int, now: float) -> None:
        """A picture of `size` bytes goes out."""
        left = self._owed - (now - self._at) * self._rate if self._rate else 0.0
        self._owed, self._at = max(0.0, left) + size, now

    @property
    def due(self) -> float:
        """The earliest time of the next picture."""
        if not self._rate:
            return float("-inf")
        return self._at + max(0.0, self._owed / self._rate - BURST_SECONDS)
