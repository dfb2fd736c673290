"""Which cameras stand on which page, where there are more than can be seen well at once."""

from collections.abc import Sequence
from functools import lru_cache

from viewer.core.wall.grid import best_rows
from viewer.core.wall.layout import ALL_ON_ONE, Layout

LEAST_WIDTH, LEAST_HEIGHT = 160, 90
"""Pixels of the interface: on a smaller tile neither a name nor a face can be made out."""


def pages(keys: Sequence[str], layout: Layout, room: int) -> list[list[str]]:
    """The cameras of each page, in reading order; at least one page, none empty but the only one.

    `room` is how many cells of a page can be seen well; it counts where the layout does not say how many tiles.
    """
    if layout.per_page:
        return [list(keys[first : first + layout.per_page]) for first in range(0, len(keys), layout.per_page)] or [[]]
    divided: list[list[str]] = [[]]
    left = room
    for key in keys:
        wide, high = layout.span(key)
        if divided[-1] and wide * high > left:
            divided.append([])
            left = room
        divided[-1].append(key)
        left -= wide * high
    return divided


@lru_cache(maxsize=64)
def room_on(width: int, height: int, aspect: float, gap: int, most: int = ALL_ON_ONE) -> int:
    """How many tiles fit on a wall of that many pixels so that each can be seen well: at least one, and `most` of those
    that there are."""
    across, down = (max(1, (length + gap) // (least + gap)) for length, least in _lengths(width, height))
    for count in range(min(most, ALL_ON_ONE, across * down), 1, -1):
        rows = best_rows(count, width, height, aspect, gap)
        if max(rows) <= across and len(rows) <= down:
            return count
    return 1


def _lengths(width: int, height: int) -> tuple[tuple[int, int], tuple[int, int]]:
    return (width, LEAST_WIDTH), (height, LEAST_HEIGHT)
