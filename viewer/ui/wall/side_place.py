"""Where what belongs to a picture stands in its tile: beside it, below it, or over its lower part."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize

from viewer.core.settings import MOST_SHARE

USUAL_WIDTH = 280
USUAL_SHARE = 0.34
# Lines are read more easily in a column than across the whole tile.
COLUMN_BONUS = 1.25
MOST_COVERED = 2 / 3


class SidePlace(NamedTuple):
    """`picture` and `side` are parts of the tile; they share some of it only where the side lies over the picture."""

    picture: QRect
    side: QRect
    is_beside: bool

    @property
    def is_over(self) -> bool:
        """Whether the picture is partly covered."""
        return self.picture.intersects(self.side)


def side_place(tile: QSize, aspect: float, share: float, least: QSize) -> SidePlace:
    """Where the picture is larger: beside the other, which takes `share` of the width there, or above it.

    `aspect` is the picture's width by its height. It keeps half of the tile's width or height, or else what it can
    fill of it; what needs more than the rest (`least`: as a column, and below the picture) lies over its lower part.
    """
    width, height = tile.width(), tile.height()
    column = _column(width, USUAL_SHARE, least.width())
    filled = min((height + 1) // 2, round(width / aspect))
    can_be_beside = width - column >= width // 2
    can_be_below = height - filled >= least.height()
    if can_be_beside:
        beside, below = _area(width - column, height, aspect), _area(width, filled, aspect)
        if not can_be_below or beside * COLUMN_BONUS >= below:
            return _beside(tile, _column(width, share, least.width()))
    if can_be_below:
        return SidePlace(QRect(0, 0, width, filled), QRect(0, filled, width, height - filled), is_beside=False)
    covered = min(max(height // 2, least.height()), round(MOST_COVERED * height))
    return SidePlace(QRect(0, 0, width, height), QRect(0, height - covered, width, covered), is_beside=False)


def _beside(tile: QSize, column: int) -> SidePlace:
    width, height = tile.width() - column, tile.height()
    return SidePlace(QRect(0, 0, width, height), QRect(width, 0, column, height), is_beside=True)


def _column(width: int, share: float, least: int) -> int:
    """How wide it is beside the picture: wide enough to be read, where that leaves half of the tile."""
    readable = max(least, min(USUAL_WIDTH, width // 2))
    return round(max(readable, min(share, MOST_SHARE) * width))


def _area(width: int, height: int, aspect: float) -> float:
    """Of a picture as large as it fits."""
    wide = min(width, height * aspect)
    return wide * wide / aspect
