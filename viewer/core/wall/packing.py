"""Tiles of several cells are packed into columns: each goes to the first place, in reading order, that has room for it.

Integers in, integers out. What stays empty is given to the neighbours, so that the wall has no holes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from math import ceil, floor, sqrt

from viewer.core.wall.grid import UNEVEN_WORTH, best_rows
from viewer.core.wall.layout import SINGLE, Span


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a tile stands, in columns and rows."""

    column: int
    row: int
    columns: int = 1
    rows: int = 1

    @property
    def right(self) -> int:
        """The first column beyond it."""
        return self.column + self.columns

    @property
    def bottom(self) -> int:
        """The first row beyond it."""
        return self.row + self.rows

    def parts(self) -> Iterator[tuple[int, int]]:
        """All columns and rows it takes."""
        return ((x, y) for y in range(self.row, self.bottom) for x in range(self.column, self.right))


@dataclass(frozen=True, slots=True)
class Packing:
    """`cells` in the order of the tiles. The last `loose` of them stand in a last row of their own, which they share
    evenly, whatever the columns above."""

    cells: tuple[Cell, ...] = ()
    columns: int = 0
    rows: int = 0
    loose: int = 0


def pack(spans: Sequence[Span], columns: int) -> Packing:
    """Pack tiles of these spans into `columns` columns; a span that is wider takes all of them."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    first = 0
    for wide, high in spans:
        while (first % columns, first // columns) in taken:
            first += 1
        cell = _first_room(taken, columns, min(wide, columns), high, first)
        taken.update(cell.parts())
        cells.append(cell)
    rows = max((cell.bottom for cell in cells), default=0)
    loose = _loose(cells, columns, rows)
    fixed = len(cells) - loose
    fixed_rows = rows - bool(loose)
    if len(taken) - loose < columns * fixed_rows:
        _grow(fixed, cells, taken, columns, fixed_rows)
    return Packing(tuple(cells), columns, rows, loose)


@lru_cache(maxsize=64)
def best_packing(spans: tuple[Span, ...], width: int, height: int, aspect: float, gap: int) -> Packing:
    """The packing on a wall of that many pixels in which pictures of `aspect` (width / height) get the most area."""
    if all(span == SINGLE for span in spans):
        return pack(spans, max(best_rows(len(spans), width, height, aspect, gap), default=0))
    cells = sum(wide * high for wide, high in spans)
    likely = sqrt(cells * width / height / aspect)
    widest = max(wide for wide, _ in spans)
    # Far from what is likely are only packings that nobody wants.
    least, most = (max(widest, min(cells, columns)) for columns in (floor(likely / 2), ceil(likely * 1.5)))
    packings = [pack(spans, columns) for columns in range(least, most + 1)]
    return max(packings, key=lambda each: (_worth(each, width, height, aspect, gap), -each.rows))


def _first_room(taken: set[tuple[int, int]], columns: int, wide: int, high: int, first: int) -> Cell:
    """Where so many columns and rows are free: no place before `first`, counted in reading order, is."""
    for place in count(first):
        row, column = divmod(place, columns)
        if column + wide <= columns and (column, row) not in taken:
            there = Cell(column, row, wide, high)
            if wide * high == 1 or taken.isdisjoint(there.parts()):
                return there
    raise AssertionError("rows have no end")


def _loose(cells: Sequence[Cell], columns: int, rows: int) -> int:
    """How many tiles are alone in the last row, with room left over."""
    last = [cell for cell in cells if cell.bottom == rows]
    are_single = all(cell.rows == 1 and cell.columns == 1 for cell in last)
    # They must be the last in order as well: that is how they are told from the others.
    are_last = list(last) == list(cells[len(cells) - len(last) :])
    return len(last) if are_single and are_last and rows > 1 and len(last) < columns else 0


def _grow(growing: int, cells: list[Cell], taken: set[tuple[int, int]], columns: int, rows: int) -> None:
    """Let the first tiles take what is empty to their right, then below them, then to the left of them."""
    for across, down, left in ((1, 0, 0), (0, 1, 0), (0, 0, 1)):
        for index in range(growing):
            while True:
                cell = cells[index]
                grown = Cell(cell.column - left, cell.row, cell.columns + across + left, cell.rows + down)
                new = set(grown.parts()) - set(cell.parts())
                if grown.column < 0 or grown.right > columns or grown.bottom > rows or not taken.isdisjoint(new):
                    break
                taken |= new
                cells[index] = grown


def _worth(packing: Packing, width: int, height: int, aspect: float, gap: int) -> int:
    across = (width + gap) / packing.columns
    down = (height + gap) / packing.rows
    total = 0.0
    for index, cell in enumerate(packing.cells):
        is_loose = index >= len(packing.cells) - packing.loose
        wide = (width + gap) / packing.loose - gap if is_loose else cell.columns * across - gap
        fit = max(0.0, min(wide, (cell.rows * down - gap) * aspect))
        total += fit * fit / aspect
    return round(total * (UNEVEN_WORTH if packing.loose else 1.0))
