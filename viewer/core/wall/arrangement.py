"""How a wall is arranged now: which cameras stand on its page, where each of them is, and which gap is where.

Knows sizes and places in pixels, and the settings it keeps the layout in; knows nothing of windows.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from viewer.core.settings import WallSettings
from viewer.core.wall.grid import Rect, moved, shares_of, stretches
from viewer.core.wall.layout import Hotspot, Layout
from viewer.core.wall.packing import Cell, Packing, best_packing
from viewer.core.wall.paging import pages, room_on

Groups = Callable[[], Mapping[str, Collection[str]]]


@dataclass(frozen=True, slots=True)
class Boundary:
    """A gap that can be dragged: between rows, or between columns of the rows that hold `tiles` tiles."""

    is_row: bool
    index: int
    tiles: int = 0


class Arrangement:
    """Reads and changes the layout in the settings of a wall whose gaps and outer margin are `gap` pixels. `groups`
    says which cameras are in which group."""

    def __init__(self, settings: WallSettings, gap: int, groups: Groups = dict) -> None:
        self.settings = settings
        self.aspect = 1.0
        self.page, self.page_count = 0, 1
        self._gap = gap
        self._groups = groups
        self._size = (1, 1)
        self._packing = Packing()
        self._pages: list[list[str]] = [[]]
        self._home: list[str] = []
        self._shown: list[str] = []
        self._spots: list[Rect] = []

    @property
    def layout(self) -> Layout:
        """The layout in force. Whoever sets another one says `fit` afterwards."""
        return self.settings.layout

    @layout.setter
    def layout(self, layout: Layout) -> None:
        self.settings.layout = layout

    def ordered(self, keys: Collection[str]) -> list[str]:
        """The cameras that the layout shows, as the person sorted them; new ones come last, and stay there."""
        self.layout = self.layout.with_cameras(keys)
        return self.layout.shown_of(keys, self._groups())

    def fit(self, keys: Collection[str], width: int, height: int, aspect: float, hot: str = "") -> None:
        """Arrange these cameras, whose pictures mostly are of `aspect` (width / height), on a wall of that size.

        `hot` is the camera for the largest place, where the layout has one for it.
        """
        self.aspect = aspect
        self._size = (max(1, width - 2 * self._gap), max(1, height - 2 * self._gap))
        shown, layout = self.ordered(keys), self.layout
        cells = sum(wide * high for wide, high in map(layout.span, shown))
        self._pages = pages(shown, layout, room_on(*self._size, aspect, self._gap, max(1, cells)))
        self.page_count = len(self._pages)
        self.page = min(self.settings.page, self.page_count - 1)
        self._home = self._pages[self.page]
        spans = tuple(layout.span(key) for key in self._home)
        self._packing = best_packing(spans, *self._size, aspect, self._gap) if spans else Packing()
        self._spots = list(self._placed())
        self._shown = self._with_hot(hot if hot in shown and layout.hotspot is not Hotspot.NONE else "")

    def places(self) -> dict[str, Rect]:
        """Where the cameras of the page stand, in reading order of the places."""
        return dict(zip(self._shown, self._spots, strict=True))

    def page_of(self, key: str) -> int | None:
        """The page on which a camera stands; None if the layout does not show it."""
        return next((page for page, keys in enumerate(self._pages) if key in keys), None)

    def swap(self, one: str, other: str) -> None:
        """Let two cameras change places."""
        self.layout = self.layout.swapped(one, other)

    def forget(self, key: str) -> None:
        """A camera was removed."""
        self.layout = self.layout.without(key)
        self.settings.unnamed = self.settings.unnamed.without(key)
        if key in self.settings.chats:
            self.settings.chats.remove(key)
        if self.settings.maximised == key:
            self.settings.maximised = ""

    def beside(self, key: str, across: int, down: int) -> str | None:
        """The camera whose own place lies next to that of `key` in a direction (one of across and down is -1 or 1)."""
        here = self._place_of(key)
        there = None if here is None else neighbour(self._spots, here, across, down)
        return None if there is None else self._home[there]

    def boundary_at(self, x: int, y: int) -> Boundary | None:
        """The gap at a point, if it can be dragged."""
        for boundary, spot in self._boundaries():
            if spot.x <= x < spot.x + spot.width and spot.y <= y < spot.y + spot.height:
                return boundary
        return None

    def move(self, boundary: Boundary, by_x: int, by_y: int) -> None:
        """Move a gap by that many pixels; only what lies beside it changes."""
        layout, (width, height) = self.layout, self._size
        if boundary.is_row:
            rows = moved(self._packing.rows, layout.row_weights, boundary.index, by_y / height)
            self.layout = replace(layout, row_weights=tuple(rows))
        else:
            before = layout.column_weights.get(str(boundary.tiles), ())
            self._weigh(boundary.tiles, moved(boundary.tiles, before, boundary.index, by_x / width))
        self._spots = list(self._placed())

    def even_out(self, boundary: Boundary) -> None:
        """Give all rows, or all columns of such rows, the same size."""
        if boundary.is_row:
            self.layout = replace(self.layout, row_weights=())
        else:
            self._weigh(boundary.tiles, shares_of(boundary.tiles, ()))
        self._spots = list(self._placed())

    def _weigh(self, tiles: int, weights: Sequence[float]) -> None:
        columns = {**self.layout.column_weights, str(tiles): tuple(weights)}
        self.layout = replace(self.layout, column_weights=columns)

    def _place_of(self, key: str) -> int | None:
        """Its own place; where it stands in the place of another, and has none on this page, that one."""
        for keys in (self._home, self._shown):
            if key in keys:
                return keys.index(key)
        return None

    def _with_hot(self, hot: str) -> list[str]:
        """Who stands in which place, with `hot` in the largest one."""
        shown = list(self._home)
        if hot and shown:
            largest = max(range(len(shown)), key=lambda index: self._spots[index].width * self._spots[index].height)
            if hot in shown:
                shown[shown.index(hot)] = shown[largest]
            shown[largest] = hot
        return shown

    def _placed(self) -> Iterator[Rect]:
        packing, gap, (width, height) = self._packing, self._gap, self._size
        rows = stretches(packing.rows, self.layout.row_weights, height, gap)
        fixed = self._columns(packing.columns, width)
        loose = self._columns(packing.loose, width)
        for index, cell in enumerate(packing.cells):
            free = index - len(packing.cells) + packing.loose
            (left, _), (_, right) = (
                (loose[free], loose[free]) if free >= 0 else (fixed[cell.column], fixed[cell.right - 1])
            )
            (top, _), (_, bottom) = rows[cell.row], rows[cell.bottom - 1]
            yield Rect(left + gap, top + gap, right - left, bottom - top)

    def _columns(self, count: int, width: int) -> list[tuple[int, int]]:
        return stretches(count, self.layout.column_weights.get(str(count), ()), width, self._gap)

    def _boundaries(self) -> Iterator[tuple[Boundary, Rect]]:
        packing, gap = self._packing, self._gap
        for index, (cell, spot) in enumerate(zip(packing.cells, self._spots, strict=True)):
            free = index - len(packing.cells) + packing.loose
            yield from self._boundaries_of(cell, spot, free)
            if cell.bottom < packing.rows:
                is_last = spot.x + spot.width >= gap + self._size[0]
                below = Rect(spot.x, spot.y + spot.height, spot.width + (0 if is_last else gap), gap)
                yield Boundary(True, cell.bottom - 1), below

    def _boundaries_of(self, cell: Cell, spot: Rect, free: int) -> Iterator[tuple[Boundary, Rect]]:
        columns = self._packing.columns if free < 0 else self._packing.loose
        last = cell.right - 1 if free < 0 else free
        if last + 1 < columns:
            yield Boundary(False, last, columns), Rect(spot.x + spot.width, spot.y, self._gap, spot.height)


def neighbour(spots: Sequence[Rect], index: int, across: int, down: int) -> int | None:
    """The place that lies next to `spots[index]` in a direction (one of across and down is -1 or 1)."""
    here = _turned(spots[index], across, down)
    best: tuple[float, float, int] | None = None
    for number, spot in enumerate(spots):
        there = _turned(spot, across, down)
        ahead = there.x - (here.x + here.width)
        apart = max(0, there.y - (here.y + here.height), here.y - (there.y + there.height))
        askew = abs(here.y + here.height / 2 - there.y - there.height / 2)
        if ahead >= 0 and apart <= here.height and (best is None or (ahead + 2 * apart, askew) < best[:2]):
            best = ahead + 2 * apart, askew, number
    return None if best is None else best[2]


def _turned(spot: Rect, across: int, down: int) -> Rect:
    """As it is seen by who looks to the right in that direction."""
    if down:
        spot = Rect(spot.y, spot.x, spot.height, spot.width)
    if across + down < 0:
        spot = Rect(-spot.x - spot.width, spot.y, spot.width, spot.height)
    return spot
