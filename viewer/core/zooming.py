"""Which part of what its sensor sees a camera shows, changed by what a person points at in the picture.

For cameras with the controls `zoom`, `zoom_x` and `zoom_y`. Points in the picture are shares of its width and height.
A picture that the camera's owner has flipped is not known to be: there, one lands on the other side.
"""

from typing import NamedTuple

from viewer.core.controls import CameraControls
from viewer.core.slider_scale import SliderScale

ZOOM = "zoom"
NAMES = (ZOOM, "zoom_x", "zoom_y")


class View(NamedTuple):
    """`zoom` 1 is all there is; `x` and `y` say where the middle is, each from 0 to 100 %."""

    zoom: float
    x: float
    y: float

    def around(self, x: float, y: float, zoom: float) -> "View":
        """With the point of the picture where it is now, at another zoom."""
        return View(
            zoom,
            self.x + (x - 0.5) * 100 * (1 / self.zoom - 1 / zoom),
            self.y + (y - 0.5) * 100 * (1 / self.zoom - 1 / zoom),
        ).inside()

    def into(self, left: float, top: float, right: float, bottom: float) -> "View":
        """As near as shows all of a part of the picture."""
        x, y = (left + right) / 2, (top + bottom) / 2
        zoom = self.zoom / max(right - left, bottom - top, 0.01)
        return View(zoom, self.x + (x - 0.5) * 100 / self.zoom, self.y + (y - 0.5) * 100 / self.zoom).inside()

    def inside(self) -> "View":
        """Nothing is shown from beyond the sensor."""
        zoom = max(1.0, self.zoom)
        edge = 50 / zoom
        return View(zoom, min(max(self.x, edge), 100 - edge), min(max(self.y, edge), 100 - edge))


def view_of(controls: CameraControls) -> View | None:
    """What is shown now, or was asked for; None where it cannot be changed."""
    rows = [controls.row(name) for name in NAMES]
    if not controls.is_here or any(row is None or row.fixed or row.kind != "number" for row in rows):
        return None
    asked = [controls.pending(name) for name in NAMES]
    now = [controls.value(name) if each is None else each for name, each in zip(NAMES, asked, strict=True)]
    numbers = [float(each) for each in now if isinstance(each, int | float)]
    return View(*numbers) if len(numbers) == len(NAMES) and numbers[0] > 0 else None


def show(controls: CameraControls, view: View) -> None:
    """Ask the camera for a view, as far as its ranges go."""
    for name, number in zip(NAMES, view, strict=True):
        row = controls.row(name)
        if row is None:
            continue
        least = number if row.least is None else row.least
        most = number if row.most is None else row.most
        # The zoom goes first: at zoom 1 there is no other middle.
        controls.set(name, float(SliderScale(least, most, row.step or 0.0).nearest(number)))
