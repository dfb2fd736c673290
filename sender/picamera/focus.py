"""Autofocus as controls of ours: where the camera focuses, when, and how far it is with that.

libcamera takes windows in pixels of the sensor; a person thinks of a point in the picture. What is begun there
(AfTrigger, AfPause) is told by frames under other names (AfState, AfPauseState).
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sender.control import Control, Value
from sender.picamera.crop import Rectangle
from sender.picamera.setting import Setting
from sender.picamera.told import Told, is_area, plain

START, CANCEL = 0, 1
HOLD, RESUME = 0, 2
SCANNING, RUNNING = 1, 0
STATES = ("idle", "scanning", "focused", "failed")
MANUAL, AUTO, CONTINUOUS = "manual", "auto", "continuous"
LEAST_SIZE = 2.0
MODE = "Focus (af_mode)"
ONLY_TOLD = "The camera tells this. It cannot be set."
DEEDS = ("AfTrigger", "AfPause")
"""What is no state to libcamera, but a thing to do."""


class Spot(NamedTuple):
    """Where to focus: the middle and the size, in percent of the width and height of all that can be shown."""

    x: float = 50.0
    y: float = 50.0
    size: float = 20.0


def spots(told: Mapping[str, Told]) -> Iterator[Setting]:
    """Where the camera focuses, if it can be told and what it can show is known."""
    shown = told.get("ScalerCrop")
    if shown is None or "AfWindows" not in told or not is_area(shown.default):
        return
    ruler = plain("AfMetering") if "AfMetering" in told else ""
    whole = Rectangle(*shown.default)
    for part, least in (("x", 0.0), ("y", 0.0), ("size", LEAST_SIZE)):
        default: float = getattr(Spot(), part)
        control = Control(f"focus_{part}", "number", default, least, 100.0, unit="%", ruled_by=ruler)
        yield _part(control, part, whole)


def deeds(told: Mapping[str, Told]) -> Iterator[Setting]:
    """To focus once, to hold the focus, and how far the camera is with focusing."""
    if "AfTrigger" in told:
        yield _deed("AfTrigger", START, CANCEL, "AfState", SCANNING, SCANNING)
        state = Control("af_state", "choice", choices=STATES, fixed=ONLY_TOLD, ruled_by="af_mode", reads_back=True)
        yield Setting(state, "AfState", lambda value, now: value, _state, "AfState")
    if "AfPause" in told:
        yield _deed("AfPause", HOLD, RESUME, "AfPauseState", RUNNING + 1, RUNNING + 2)


def why_fixed(driver: str, mode: str) -> str:
    """Why libcamera's `driver` cannot be set while the camera focuses in this `mode`; empty if it can."""
    if driver == "LensPosition" and mode != MANUAL:
        return f"The camera focuses by itself now. Set {MODE} to {MANUAL} first."
    if driver == "AfWindows" and mode == MANUAL:
        return f"The focus is set by hand now. Set {MODE} to {AUTO} or {CONTINUOUS} first."
    if driver == "AfTrigger" and mode != AUTO:
        return f"Only for a camera that focuses when it is told to: set {MODE} to {AUTO} first."
    if driver == "AfPause" and mode != CONTINUOUS:
        return f"There is nothing to hold: the camera does not focus all the time. Set {MODE} to {CONTINUOUS} first."
    return ""


def window_of(spot: Spot, whole: Rectangle) -> Rectangle:
    """The window around a spot; moved where it would look beyond the `whole`."""
    width, height = (max(2, round(side * spot.size / 100)) for side in (whole.width, whole.height))
    x = whole.x + round(whole.width * spot.x / 100 - width / 2)
    y = whole.y + round(whole.height * spot.y / 100 - height / 2)
    return Rectangle(
        min(max(x, whole.x), whole.x + whole.width - width),
        min(max(y, whole.y), whole.y + whole.height - height),
        width,
        height,
    )


def spot_of(window: Rectangle, whole: Rectangle) -> Spot:
    """What `window` is of the `whole`."""
    x = (window.x + window.width / 2 - whole.x) / whole.width
    y = (window.y + window.height / 2 - whole.y) / whole.height
    size = max(window.width / whole.width, window.height / whole.height)
    x, y, size = (round(min(1.0, max(0.0, each)) * 100, 1) for each in (x, y, size))
    return Spot(x, y, max(LEAST_SIZE, size))


def _part(control: Control, part: str, whole: Rectangle) -> Setting:
    def spot(now: Any) -> Spot:
        first = now[0] if isinstance(now, list | tuple) and now else ()
        return spot_of(Rectangle(*first), whole) if is_area(first) else Spot()

    def to_driver(value: Value, now: Any) -> object:
        return [tuple(window_of(spot(now)._replace(**{part: float(value)}), whole))]

    def shown(now: Any) -> Value:
        value: float = getattr(spot(now), part)
        return value

    return Setting(control, "AfWindows", to_driver, shown)


def _deed(driver: str, begin: int, end: int, told_as: str, first: int, last: int) -> Setting:
    """On begins it; it is on while frames tell a state from `first` to `last`."""
    control = Control(plain(driver), "boolean", default=False, ruled_by=plain("AfMode"), reads_back=True)
    return Setting(
        control, driver, lambda value, now: begin if value else end, lambda now: first <= int(now) <= last, told_as
    )


def _state(now: Any) -> Value | None:
    return STATES[now] if isinstance(now, int) and 0 <= now < len(STATES) else None
