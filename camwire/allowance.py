"""How much somebody may have of something: so much a second, and a store of it after a quiet time (a token bucket)."""


class Allowance:
    """`now` is monotonic, in seconds. Begins with a full store, of what is allowed `at_once`."""

    def __init__(self, per_second: float, at_once: float, now: float) -> None:
        self._per_second = per_second
        self._at_once = self._left = at_once
        self._filled = now

    def take(self, amount: float, now: float) -> float:
        """Take `amount`, even if it is not there; return how many seconds it is until nothing is owed any more."""
        gained = max(0.0, now - self._filled) * self._per_second
        self._left = min(self._at_once, self._left + gained) - amount
        self._filled = now
        return max(0.0, -self._left / self._per_second)

    def is_full(self, now: float) -> bool:
        """Whether it is as if nothing had ever been taken."""
        return self.take(0.0, now) == 0.0 and self._left >= self._at_once
