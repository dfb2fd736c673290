"""A part of a picture, and where the camera sees it: on the way here the picture may have been flipped.

The camera's own flips count for nothing: what is cut out of its picture, or focused on, lies as its picture does.
"""

from typing import NamedTuple

from viewer.core.controls.camera_controls import CameraControls
from viewer.core.controls.slider_scale import SliderScale

FLIP = "picture_flip"
ACROSS, DOWN = ("horizontal", "both"), ("vertical", "both")


class Area(NamedTuple):
    """In shares of the picture's width and height, from its left and top."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Across and down."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def flipped(self, how: str) -> "Area":
        """As the picture is after a flip, in the word of the control; and before it."""
        left, top, right, bottom = self
        if how in ACROSS:
            left, right = 1 - right, 1 - left
        if how in DOWN:
            top, bottom = 1 - bottom, 1 - top
        return Area(left, top, right, bottom)


def flip_of(controls: CameraControls) -> str:
    """How pictures are flipped before they are sent, in the word of the control; empty where nobody says."""
    pending = controls.pending(FLIP)
    value = controls.value(FLIP) if pending is None else pending
    return value if isinstance(value, str) else ""


def numbers(controls: CameraControls, names: tuple[str, ...]) -> list[float]:
    """What was asked for, or is in force; fewer than the names where it is not all known."""
    asked = [controls.pending(name) for name in names]
    now = [controls.value(name) if each is None else each for name, each in zip(names, asked, strict=True)]
    return [float(each) for each in now if isinstance(each, int | float) and not isinstance(each, bool)]


def ask(controls: CameraControls, name: str, number: float) -> None:
    """Ask the camera for a number, as far as its range goes."""
    row = controls.row(name)
    if row is not None:
        least = number if row.least is None else row.least
        most = number if row.most is None else row.most
        controls.set(name, float(SliderScale(least, most, row.step or 0.0).nearest(number)))
