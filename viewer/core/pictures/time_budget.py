"""A share of a thread's time for one kind of work."""

from collections.abc import Callable

RESERVE_SECONDS = 0.1
"""A burst may take so much at once, after a pause."""


class TimeBudget:
    """Tells whether work has taken less than `share` of the time lately. `clock` is monotonic, in seconds."""

    def __init__(self, share: float, clock: Callable[[], float]) -> None:
        self._share = share
        self._clock = clock
        self._left = RESERVE_SECONDS
        self._at = clock()

    def has_time(self) -> bool:
        """Whether anything is left now."""
        now = self._clock()
        self._left = min(RESERVE_SECONDS, self._left + self._share * (now - self._at))
        self._at = now
        return self._left > 0

    def spend(self, seconds: float) -> None:
        """The work took so long."""
        self._left -= seconds
