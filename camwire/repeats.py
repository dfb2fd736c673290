"""What was said a moment ago need not be said again."""

from collections.abc import Hashable

MOST_REMEMBERED = 1000


class Repeats:
    """Knows what was said within the last `seconds`. `now` is monotonic."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._said: dict[Hashable, float] = {}

    def was_said(self, what: Hashable, now: float) -> bool:
        """Whether it has been said within that time."""
        return now - self._said.get(what, float("-inf")) < self._seconds

    def is_new(self, what: Hashable, now: float) -> bool:
        """Whether it has not been said for so long; from now on it has."""
        if self.was_said(what, now):
            return False
        self._said.pop(what, None)
        if len(self._said) >= MOST_REMEMBERED:
            del self._said[next(iter(self._said))]
        self._said[what] = now
        return True
