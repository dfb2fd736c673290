"""What the driver tells of each control: its type, its bounds, and the names of its choices."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

PAIRS = ("ColourGains", "FrameDurationLimits")
"""Controls that take two values; their bounds are those of each."""
# Older bindings do not tell.
ARRAYS = (*PAIRS, "AfWindows", "ColourCorrectionMatrix", "ScalerCrops")


@dataclass(frozen=True, slots=True)
class Told:
    """One control under libcamera's `name`. `kind` is libcamera's: Bool, Integer32, Float, Rectangle, …

    `choices` are the words for numbers that stand for something. `is_array`: it takes several values. A rectangle is a
    tuple of x, y, width and height.
    """

    name: str
    kind: str
    least: Any = None
    most: Any = None
    default: Any = None
    choices: Mapping[int, str] = field(default_factory=dict)
    is_array: bool = False


def told_by(camera: Any) -> dict[str, Told]:
    """All controls of `camera`, an open `Picamera2`, as they are now: bounds change with its configuration."""
    bounds = camera.camera_controls
    told = {name: _told(control, bounds[name], info) for name, (control, info) in camera.camera_ctrl_info.items()}
    return {name: _within_the_sensor(each, told.get("ScalerCrop")) for name, each in told.items()}


def is_area(value: object) -> bool:
    """Whether it is a rectangle, x, y, width and height, with something in it."""
    return isinstance(value, tuple) and len(value) == 4 and value[2] > 0 and value[3] > 0


def _told(control: Any, bounds: tuple[Any, Any, Any], info: Any) -> Told:
    name, (least, most, default) = control.name, bounds
    is_array = bool(getattr(control, "isArray", False)) or name in ARRAYS
    return Told(name, control.type.name, least, most, default, _choices(name, info), is_array)


def _within_the_sensor(told: Told, shown: Told | None) -> Told:
    """libcamera names no bounds for windows, but numbers that are meant to be large enough. They are of the sensor."""
    if told.name != "AfWindows" or shown is None or not is_area(shown.most):
        return told
    return replace(told, least=(0, 0, 1, 1), most=shown.most)


def plain(name: str) -> str:
    """libcamera's name as one that can be typed: `AeExposureMode` is ae_exposure_mode."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return apart.lower()


def _choices(name: str, info: Any) -> dict[int, str]:
    """The words of an enumeration, of those numbers that this camera knows."""
    import libcamera

    for place in (libcamera.controls, *(getattr(libcamera.controls, each, None) for each in ("draft", "rpi"))):
        words = getattr(place, f"{name}Enum", None)
        if words is not None:
            known = {int(each) for each in getattr(info, "values", ())} or range(int(info.min), int(info.max) + 1)
            return {int(each): plain(word) for word, each in words.__members__.items() if int(each) in known}
    return {}
