"""Clocks for programs under test."""

import time


class NumberClock:
    """A clock that is a number."""

    def __init__(self, now: float = 100.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class SkippingClock:
    """The real monotonic clock, which can be put forward instead of waited for."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self._ahead

    def skip(self, seconds: float) -> None:
        """Put it forward."""
        self._ahead += seconds
