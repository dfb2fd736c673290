"""The shape of most pictures on a wall, for which its tiles are arranged."""

from collections.abc import Iterable

USUAL_ASPECT = 4 / 3
SAME_ASPECT = 0.04


class TypicalAspect:
    """Width / height. Pictures come in the sizes of their tiles, in whole pixels: what that does to their shape must
    not move the tiles."""

    def __init__(self) -> None:
        self.value = USUAL_ASPECT

    def measure(self, sizes: Iterable[tuple[int, int]]) -> float:
        """Look at the pictures that are shown; one without height is not there yet."""
        aspects = sorted(width / height for width, height in sizes if height)
        typical = aspects[len(aspects) // 2] if aspects else USUAL_ASPECT
        if abs(typical / self.value - 1) > SAME_ASPECT:
            self.value = typical
        return self.value
