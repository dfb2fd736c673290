"""How a length is divided, and into how many rows tiles of one size go: integers in, integers out."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, inf

MIN_SHARE = 0.08
UNEVEN_WORTH = 0.88


@dataclass(frozen=True, slots=True)
class Rect:
    """A tile's place in pixels."""

    x: int
    y: int
    width: int
    height: int


def best_rows(count: int, width: int, height: int, aspect: float, gap: int) -> tuple[int, ...]:
    """Return how many tiles each row holds so that pictures of `aspect` (width / height) get the most area."""
    if count <= 0:
        return ()

    def picture_area(rows: tuple[int, ...]) -> float:
        tile_height = (height - gap * (len(rows) - 1)) / len(rows)
        total = 0.0
        for tiles in rows:
            tile_width = (width - gap * (tiles - 1)) / tiles
            fit = max(0.0, min(tile_width, tile_height * aspect))
            total += tiles * fit * fit / aspect
        return total

    # Tiles of one size are worth a little area. Of equally good arrangements the one with fewer rows wins.
    def worth(rows: tuple[int, ...]) -> tuple[int, int]:
        return round(picture_area(rows) * (1.0 if rows[-1] == rows[0] else UNEVEN_WORTH)), -len(rows)

    return max((_rows(count, columns) for columns in range(1, count + 1)), key=worth)


def stretches(count: int, weights: Sequence[float], length: int, gap: int) -> list[tuple[int, int]]:
    """Divide `length` into `count` stretches with `gap` between: (start, end) pairs that add up exactly.

    Where there is no room at all the stretches are empty.
    """
    shares = shares_of(count, weights)
    room = max(0, length - gap * (count - 1))
    edges = [0.0]
    for share in shares:
        edges.append(edges[-1] + share * room)
    return [(round(a) + i * gap, round(b) + i * gap) for i, (a, b) in enumerate(pairwise(edges))]


def shares_of(count: int, weights: Sequence[float]) -> list[float]:
    """Return `count` shares that sum to 1; even when `weights` are for another number of tiles, or senseless.

    None is smaller than `MIN_SHARE` (or half an even share), lest there be tiles that nobody can see.
    """
    if len(weights) == count and all(0 < weight < inf for weight in weights):
        total = sum(weights)
        shares = [weight / total for weight in weights]
        if shares and all(shares):
            return _seen(shares)
    return [1 / count] * count if count else []


def moved(count: int, weights: Sequence[float], boundary: int, by: float) -> list[float]:
    """Return the shares after boundary `boundary` (0 is after the first tile) moved by the share `by`.

    Only its two neighbours change, and neither gets smaller than `MIN_SHARE` (or half an even share).
    """
    shares = shares_of(count, weights)
    before, after = shares[boundary], shares[boundary + 1]
    least = min(MIN_SHARE, 0.5 / count, (before + after) / 2)
    by = max(least - before, min(by, after - least))
    shares[boundary], shares[boundary + 1] = before + by, after - by
    return shares


def _seen(shares: list[float]) -> list[float]:
    """What the smallest lack is taken from all others, as far as these have more than the least."""
    least = min(MIN_SHARE, 0.5 / len(shares))
    lack = sum(max(0.0, least - share) for share in shares)
    if not lack:
        return shares
    left = 1 - lack / sum(max(0.0, share - least) for share in shares)
    return [least + max(0.0, share - least) * left for share in shares]


def _rows(count: int, columns: int) -> tuple[int, ...]:
    full = ceil(count / columns)
    return tuple(min(columns, count - row * columns) for row in range(full))
