"""Which part of what its sensor sees a camera shows, changed by what a person points at in the picture.

For cameras with the controls `zoom`, `zoom_x` and `zoom_y`. Points are shares of the width and height of the picture as
the camera has it.
"""

from typing import NamedTuple

from viewer.core.controls.camera_controls import CameraControls
from viewer.core.controls.pointing import Area, ask, numbers

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

    def into(self, area: Area) -> "View":
        """As near as shows all of a part of the picture."""
        x, y = self.seen(*area.middle)
        return View(self.zoom / max(area.right - area.left, area.bottom - area.top, 0.01), x, y).inside()

    def inside(self) -> "View":
        """Nothing is shown from beyond the sensor."""
        zoom = max(1.0, self.zoom)
        edge = 50 / zoom
        return View(zoom, min(max(self.x, edge), 100 - edge), min(max(self.y, edge), 100 - edge))

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """What of the whole is at a point of the picture, in percent."""
        return self.x + (x - 0.5) * 100 / self.zoom, self.y + (y - 0.5) * 100 / self.zoom

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Where in the picture a point of the whole is; it may lie outside."""
        return 0.5 + (x - self.x) * self.zoom / 100, 0.5 + (y - self.y) * self.zoom / 100


WHOLE = View(1.0, 50.0, 50.0)


def view_of(controls: CameraControls) -> View | None:
    """What is shown now, or was asked for; None where it cannot be changed."""
    rows = [controls.row(name) for name in NAMES]
    if not controls.is_here or any(row is None or row.fixed or row.kind != "number" for row in rows):
        return None
    now = numbers(controls, NAMES)
    return View(*now) if len(now) == len(NAMES) and now[0] > 0 else None


def show(controls: CameraControls, view: View) -> None:
    """Ask the camera for a view, as far as its ranges go."""
    # The zoom goes first: at zoom 1 there is no other middle.
    for name, number in zip(NAMES, view, strict=True):
        ask(controls, name, number)
