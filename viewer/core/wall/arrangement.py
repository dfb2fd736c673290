"""How the wall is arranged: the order of tiles, the weights of rows and columns, and which boundary is where.

Knows sizes and places in pixels, and the settings it keeps them in; knows nothing of windows.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from viewer.core.settings import WallSettings
from viewer.core.wall.grid import Rect, best_rows, moved, place, shares_of


@dataclass(frozen=True, slots=True)
class Boundary:
    """A gap that can be dragged: between rows, or between columns of the rows that hold `tiles` tiles."""

    is_row: bool
    index: int
    tiles: int = 0


class Arrangement:
    """Reads and changes the settings of a wall whose gaps and outer margin are `gap` pixels."""

    def __init__(self, settings: WallSettings, gap: int) -> None:
        self.settings = settings
        self._gap = gap
        self._size = (1, 1)
        self._aspect = 1.0
        self._count = 0

    def fit(self, count: int, width: int, height: int, aspect: float) -> None:
        """Arrange `count` tiles of pictures of `aspect` (width / height) on a wall of that size."""
        self._count, self._aspect = count, aspect
        self._size = (max(1, width - 2 * self._gap), max(1, height - 2 * self._gap))

    def ordered(self, keys: Collection[str]) -> list[str]:
        """Sort cameras as the person did; new ones come last, and stay there."""
        self.settings.order += [key for key in keys if key not in self.settings.order]
        return [key for key in self.settings.order if key in keys]

    def swap(self, one: str, other: str) -> None:
        """Let two cameras change places."""
        order = self.settings.order
        first, second = order.index(one), order.index(other)
        order[first], order[second] = other, one

    def forget(self, key: str) -> None:
        """A camera was removed."""
        for keys in (self.settings.order, self.settings.chats):
            if key in keys:
                keys.remove(key)
        if self.settings.maximised == key:
            self.settings.maximised = ""

    def places(self) -> list[Rect]:
        """The tiles' places in reading order."""
        settings = self.settings
        columns = {int(tiles): weights for tiles, weights in settings.column_weights.items() if tiles.isdecimal()}
        spots = place(self._rows(), settings.row_weights, columns, *self._size, self._gap)
        return [Rect(spot.x + self._gap, spot.y + self._gap, spot.width, spot.height) for spot in spots]

    def boundary_at(self, x: int, y: int) -> Boundary | None:
        """The gap at a point, if it can be dragged."""
        for boundary, spot in self._boundaries():
            if spot.x <= x < spot.x + spot.width and spot.y <= y < spot.y + spot.height:
                return boundary
        return None

    def move(self, boundary: Boundary, by_x: int, by_y: int) -> None:
        """Move a gap by that many pixels; only the tiles beside it change."""
        settings, (width, height) = self.settings, self._size
        if boundary.is_row:
            settings.row_weights = moved(len(self._rows()), settings.row_weights, boundary.index, by_y / height)
        else:
            before = settings.column_weights.get(str(boundary.tiles), [])
            after = moved(boundary.tiles, before, boundary.index, by_x / width)
            settings.column_weights[str(boundary.tiles)] = after

    def even_out(self, boundary: Boundary) -> None:
        """Give all rows, or all columns of such rows, the same size."""
        if boundary.is_row:
            self.settings.row_weights = []
        else:
            self.settings.column_weights[str(boundary.tiles)] = shares_of(boundary.tiles, ())

    def _rows(self) -> tuple[int, ...]:
        return best_rows(self._count, *self._size, self._aspect, self._gap)

    def _boundaries(self) -> Iterator[tuple[Boundary, Rect]]:
        rows, spots, first, gap = self._rows(), self.places(), 0, self._gap
        for row, tiles in enumerate(rows):
            line = spots[first : first + tiles]
            first += tiles
            for index, spot in enumerate(line[:-1]):
                yield Boundary(False, index, tiles), Rect(spot.x + spot.width, spot.y, gap, spot.height)
            if row + 1 < len(rows):
                yield Boundary(True, row), Rect(gap, line[0].y + line[0].height, self._size[0], gap)


def neighbour(spots: list[Rect], index: int, across: int, down: int) -> int | None:
    """The place that lies next to `spots[index]` in a direction (one of across and down is -1 or 1)."""

    def middle(spot: Rect) -> tuple[float, float]:
        return spot.x + spot.width / 2, spot.y + spot.height / 2

    x, y = middle(spots[index])
    best: tuple[float, int] | None = None
    for number, spot in enumerate(spots):
        to_x, to_y = middle(spot)
        ahead = (to_x - x) * across + (to_y - y) * down
        aside = abs((to_x - x) * down) + abs((to_y - y) * across)
        if ahead > 0 and aside < 2 * ahead and (best is None or ahead + 2 * aside < best[0]):
            best = ahead + 2 * aside, number
    return None if best is None else best[1]
