"""The simulated sensor with its algorithms: what is in force, when a change takes effect, and what a frame tells."""

import time
from collections import deque
from typing import Any

from tests.simulated_pi.abilities import ARRAY, LONGEST_US, PAIRS, WINDOWS, Mode, advertised, in_force_at_first
from tests.simulated_pi.bindings.control_ids import ControlId, ControlInfo
from tests.simulated_pi.bindings.geometry import Rectangle

DELAY_FRAMES = 2
DELAYED = ("ExposureTime", "ExposureTimeMode", "AnalogueGain", "AnalogueGainMode", "FrameDurationLimits")
"""What the sensor itself does. It takes that many frames; the rest is done to the frame it came with."""
ECHOED = (
    *("AeEnable", "AeMeteringMode", "AeConstraintMode", "AeExposureMode", "ExposureValue", "AwbEnable", "AwbMode"),
    *("Brightness", "Contrast", "Saturation", "Sharpness", "NoiseReductionMode", "FrameDurationLimits"),
)
"""What the frame that a change came with tells, and no later one does. As on the real board."""
AUTO_EXPOSURE_US = 20_000
SCANNING_FRAMES = 8
MANUAL, AUTOMATIC, CONTINUOUS = range(3)
IDLE, SCANNING, FOCUSED = range(3)
START, CANCEL = range(2)
RESUMED = 2


class Sensor:
    """What is in force in `mode`. Used by one thread at a time. What should never have come is noted in `wrong`."""

    def __init__(self, mode: Mode, wrong: list[str]) -> None:
        self.in_force = in_force_at_first()
        self._mode = mode
        self._bounds = {each.name: info for each, info in advertised(mode).items()}
        self._wrong = wrong
        self._under_way: deque[dict[str, Any]] = deque([{}] * DELAY_FRAMES)
        self._scanned = 0
        self._is_held = False

    def apply(self, values: dict[ControlId, Any]) -> None:
        """Put values into force now, as when the camera starts."""
        self.in_force.update(self._accepted(values))

    def expose(self, values: dict[ControlId, Any]) -> dict[str, Any]:
        """Take a frame whose request asks for `values`; return what it tells."""
        accepted = self._accepted(values)
        self._under_way.append({name: value for name, value in accepted.items() if name in DELAYED})
        self.in_force.update({name: value for name, value in accepted.items() if name not in DELAYED})
        self.in_force.update(self._under_way.popleft())
        if any(accepted.get("ColourGains", ())):
            self.in_force["AwbEnable"] = False
        return self._told() | {name: value for name, value in accepted.items() if name in ECHOED}

    @property
    def frame_us(self) -> int:
        """Microseconds from frame to frame."""
        least, most = self._limits
        return max(least, min(most, self._exposure_us))

    @property
    def light(self) -> float:
        """How bright the picture is, to what the automatic makes of it."""
        if not self.in_force["ExposureTimeMode"]:
            return float(2.0 ** self.in_force["ExposureValue"])
        return self._exposure_us * self._gain / AUTO_EXPOSURE_US

    @property
    def crop(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of what is shown, as shares of the whole array."""
        shown, (width, height) = self.in_force["ScalerCrop"], ARRAY
        return shown.x / width, shown.y / height, shown.width / width, shown.height / height

    @property
    def _limits(self) -> tuple[int, int]:
        least, most = self.in_force["FrameDurationLimits"]
        return max(least, self._mode.shortest_us), max(most or LONGEST_US, self._mode.shortest_us)

    @property
    def _exposure_us(self) -> int:
        least, most = self._limits
        if self.in_force["ExposureTimeMode"]:
            return int(min(self.in_force["ExposureTime"], most))
        return min(AUTO_EXPOSURE_US, least)

    @property
    def _gain(self) -> float:
        return float(self.in_force["AnalogueGain"]) if self.in_force["AnalogueGainMode"] else 1.0

    def _told(self) -> dict[str, Any]:
        gains = self.in_force["ColourGains"]
        exposed_us = self._exposure_us
        return {
            # The clock that counts while the machine sleeps, when the first row was exposed.
            "SensorTimestamp": time.clock_gettime_ns(time.CLOCK_BOOTTIME) - 1000 * exposed_us,
            "FrameWallClock": time.time_ns() // 1000 - exposed_us,
            "ExposureTime": exposed_us,
            "FrameDuration": self.frame_us,
            "AnalogueGain": self._gain,
            "DigitalGain": 1.0,
            "ColourGains": gains if any(gains) else (2.1, 1.9),
            "ColourTemperature": self.in_force["ColourTemperature"],
            "Lux": 400.0,
            "ScalerCrop": self.in_force["ScalerCrop"],
            "LensPosition": self.in_force["LensPosition"],
            "AfState": self._focus(),
            "AfPauseState": 2 if self._is_held else 0,
            "FocusFoM": 1000,
            "SensorTemperature": 30.0,
        }

    def _focus(self) -> int:
        """An automatic that was begun is through after some frames; the continuous one always is."""
        mode = self.in_force["AfMode"]
        if mode == CONTINUOUS:
            return FOCUSED
        if mode == MANUAL or not self._scanned:
            return IDLE
        self._scanned += 1
        return SCANNING if self._scanned < SCANNING_FRAMES else FOCUSED

    def _accepted(self, values: dict[ControlId, Any]) -> dict[str, Any]:
        """What of it the algorithms take, within bounds. The rest is noted."""
        accepted = {}
        for control, value in values.items():
            name, info = control.name, self._bounds.get(control.name)
            if info is None:
                self._wrong.append(f"{name} is none of this camera's controls.")
            elif isinstance(value, tuple) != (name in (*PAIRS, *WINDOWS)) or (name in PAIRS and len(value) != 2):
                self._wrong.append(f"{name} does not take {value}.")
            else:
                accepted[name] = self._bounded(name, value, info)
        self._begin_or_end(accepted)
        return accepted

    def _begin_or_end(self, accepted: dict[str, Any]) -> None:
        """What is asked of the automatic. It begins nothing while it is scanning, and does some only in its mode."""
        mode = accepted.get("AfMode", self.in_force["AfMode"])
        if mode == AUTOMATIC and accepted.get("AfTrigger") == START and not 0 < self._scanned < SCANNING_FRAMES:
            self._scanned = 1
        if mode == AUTOMATIC and accepted.get("AfTrigger") == CANCEL:
            self._scanned = 0
        if mode == CONTINUOUS and "AfPause" in accepted:
            self._is_held = accepted["AfPause"] != RESUMED

    def _bounded(self, name: str, value: Any, info: ControlInfo) -> Any:
        if isinstance(value, tuple):
            return tuple(self._bounded(name, each, info) for each in value)
        if isinstance(value, Rectangle):
            outer = Rectangle(0, 0, *ARRAY) if name in WINDOWS else info.max
            is_inside = value.width > 0 and value.height > 0 and _is_inside(value, outer)
            bounded = value if is_inside else info.default
        elif name == "FrameDurationLimits" or (value == 0 and name in ("ExposureTime", "AnalogueGain")):
            # picamera2 itself asks for frames shorter than any; the shortest is meant then. 0 is for the automatic.
            return value
        else:
            bounded = type(value)(min(max(value, info.min), info.max))
        if bounded != value:
            self._wrong.append(f"{name} was set to {value}, out of {info.min} to {info.max}.")
        return bounded


def _is_inside(inner: Rectangle, outer: Rectangle) -> bool:
    fits = inner.x + inner.width <= outer.width and inner.y + inner.height <= outer.height
    return fits and inner.x >= 0 and inner.y >= 0
