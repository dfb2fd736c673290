"""Which part of a picture is shown: how many times larger than fits, and around which point.

Sizes and points are in any unit of length, as long as it is one: `fitted` is the size of the picture as it just fits
into its place, `place` the size of the place.
"""

from typing import NamedTuple

LEAST_ZOOM, MOST_ZOOM = 1.0, 16.0

Pair = tuple[float, float]


class Viewport(NamedTuple):
    """`zoom` 1 shows all of the picture; `x` and `y` are the point of it in the middle of the place, as shares of its
    width and height."""

    zoom: float = 1.0
    x: float = 0.5
    y: float = 0.5

    @property
    def is_zoomed(self) -> bool:
        """Whether less than all may be shown."""
        return self.zoom > LEAST_ZOOM

    def around(self, point: Pair, zoom: float, fitted: Pair, place: Pair) -> "Viewport":
        """At another zoom, with what is seen at `point` of the place staying there as far as nothing beyond the
        picture is shown for it."""
        zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        share = self.seen(point, fitted, place)
        x, y = (
            at + (room / 2 - where) / (zoom * length)
            for at, room, where, length in zip(share, place, point, fitted, strict=True)
        )
        return Viewport(zoom, x, y).inside(fitted, place)

    def moved(self, by: Pair, fitted: Pair, place: Pair) -> "Viewport":
        """With the picture moved `by` so much, as far as it goes."""
        x, y = (at - way / (self.zoom * length) for at, way, length in zip(self[1:], by, fitted, strict=True))
        return Viewport(self.zoom, x, y).inside(fitted, place)

    def inside(self, fitted: Pair, place: Pair) -> "Viewport":
        """Nothing beyond the picture is shown where the picture fills the place; otherwise it stands in its middle."""
        x, y = (
            _inside(at, room / (2 * self.zoom * length))
            for at, length, room in zip(self[1:], fitted, place, strict=True)
        )
        return Viewport(self.zoom, x, y)

    def seen(self, point: Pair, fitted: Pair, place: Pair) -> Pair:
        """Which point of the picture is seen at a point of the place, as shares; it may lie outside."""
        x, y = (
            at + (where - room / 2) / (self.zoom * length)
            for at, where, room, length in zip(self[1:], point, place, fitted, strict=True)
        )
        return x, y


WHOLE = Viewport()


def _inside(at: float, half: float) -> float:
    """`half` is what of the picture is seen on each side of `at`."""
    return 0.5 if half >= 0.5 else min(max(at, half), 1 - half)
