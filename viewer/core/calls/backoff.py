"""When to try again: soon at first, then less often, never all at once, never not at all."""

from collections.abc import Callable


class Backoff:
    """Waits of `first` seconds, doubling up to `cap`, each shortened by up to a third at random."""

    def __init__(self, first: float, cap: float, random: Callable[[], float]) -> None:
        self._first = first
        self._cap = cap
        self._random = random
        self._next = first

    def wait(self) -> float:
        """Return how long to wait this time, in seconds."""
        wait, self._next = self._next, min(2 * self._next, self._cap)
        return wait * (1 - self._random() / 3)

    def reset(self) -> None:
        """It worked: begin anew."""
        self._next = self._first
