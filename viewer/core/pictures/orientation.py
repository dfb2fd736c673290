"""How a picture is turned before it is shown: by quarters, and then mirrored or not."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Orientation:
    """`turns` are quarters clockwise, from 0 to 3. Mirrored is what has been turned: left becomes right as it is seen.

    Points are shares of a picture's width and height, from its left and top.
    """

    turns: int = 0
    is_mirrored: bool = False

    @property
    def is_upright(self) -> bool:
        """Whether pictures are shown as they came."""
        return not (self.turns or self.is_mirrored)

    @property
    def is_across(self) -> bool:
        """Whether width and height change places."""
        return self.turns % 2 == 1

    def turned(self) -> "Orientation":
        """A quarter further clockwise, as it is seen."""
        return replace(self, turns=(self.turns + (-1 if self.is_mirrored else 1)) % 4)

    def mirrored(self) -> "Orientation":
        """Left where right is seen."""
        return replace(self, is_mirrored=not self.is_mirrored)

    def size(self, width: int, height: int) -> tuple[int, int]:
        """The size of a picture as it is shown, and of a shown one as it came."""
        return (height, width) if self.is_across else (width, height)

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the picture as it came is seen."""
        for _ in range(self.turns):
            x, y = 1 - y, x
        return (1 - x, y) if self.is_mirrored else (x, y)

    def own(self, x: float, y: float) -> tuple[float, float]:
        """Which point of the picture as it came is seen there."""
        if self.is_mirrored:
            x = 1 - x
        for _ in range(self.turns):
            x, y = y, 1 - x
        return x, y


UPRIGHT = Orientation()
