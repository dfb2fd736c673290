"""How many lines a camera may put into its chat: as many as a person could have caused, and no flood."""

BURST = 100
PER_SECOND = 1.0


class Pace:
    """Allows `BURST` at once and `PER_SECOND` from then on. Holds no clock."""

    def __init__(self) -> None:
        self._left = float(BURST)
        self._at: float | None = None

    def allows(self, now: float) -> bool:
        """Whether one more may go at `now` (seconds); if so, it counts."""
        if self._at is not None:
            self._left = min(float(BURST), self._left + PER_SECOND * (now - self._at))
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
