"""The part of the sensor that is shown, as zoom and centre. A rectangle is x, y, width and height in sensor pixels."""

from typing import NamedTuple


class Rectangle(NamedTuple):
    """In pixels of the sensor."""

    x: int
    y: int
    width: int
    height: int


class View(NamedTuple):
    """`zoom` 1 is all there is; `x` and `y` say where the middle is, each from 0 to 100 %."""

    zoom: float
    x: float
    y: float


def most_zoom(whole: Rectangle, least: Rectangle) -> float:
    """How far one can go in, given the least rectangle that the camera shows."""
    return max(1.0, min(whole.width / max(1, least.width), whole.height / max(1, least.height)))


def view_of(shown: Rectangle, whole: Rectangle) -> View:
    """What `shown` is of the `whole`."""
    zoom = whole.width / max(1, shown.width)
    x = (shown.x + shown.width / 2 - whole.x) / whole.width
    y = (shown.y + shown.height / 2 - whole.y) / whole.height
    return View(max(1.0, round(zoom, 2)), _percent(x), _percent(y))


def rectangle_of(view: View, whole: Rectangle) -> Rectangle:
    """The rectangle that shows `view`; its middle is moved where it would look beyond the `whole`."""
    width, height = (max(2, round(side / view.zoom)) for side in (whole.width, whole.height))
    x = whole.x + round(whole.width * view.x / 100 - width / 2)
    y = whole.y + round(whole.height * view.y / 100 - height / 2)
    return Rectangle(
        min(max(x, whole.x), whole.x + whole.width - width),
        min(max(y, whole.y), whole.y + whole.height - height),
        width,
        height,
    )


def _percent(share: float) -> float:
    return round(min(1.0, max(0.0, share)) * 100, 1)
