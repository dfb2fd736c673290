"""How often libcamera is to look for a camera that is not there: it goes through all that the board has each time."""

# About ten seconds of tries.
SOON = 12
SECONDS = 30.0


class Search:
    """One try follows the other: the first ones all look, the later ones seldom. Whoever uses it holds a lock.

    No clock: `now` is on that of `time.monotonic`.
    """

    def __init__(self) -> None:
        self._failed = 0
        self._looked = 0.0

    def is_due(self, now: float) -> bool:
        """Whether this try is to look. It has failed unless `succeeded` comes after it."""
        self._failed += 1
        if self._failed > SOON and now - self._looked < SECONDS:
            return False
        self._looked = now
        return True

    def succeeded(self) -> None:
        """The camera was found: when it is missed, it is looked for at once."""
        self._failed = 0
