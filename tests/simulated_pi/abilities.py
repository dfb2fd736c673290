"""What the simulated camera can do: its modes, and its controls with the bounds of a Camera Module 3 (IMX708)."""

import enum
from dataclasses import dataclass
from typing import Any

from tests.simulated_pi.bindings import controls
from tests.simulated_pi.bindings.control_ids import ControlId, ControlInfo
from tests.simulated_pi.bindings.geometry import Rectangle

ARRAY = (4608, 2592)
RAW_FORMAT = "SBGGR10_CSI2P"
LONGEST_US = 220_416_802


@dataclass(frozen=True)
class Mode:
    """What the sensor can read out: a size in pixels, and the shortest time from frame to frame in microseconds."""

    width: int
    height: int
    shortest_us: int


MODES = (Mode(1536, 864, 8_333), Mode(2304, 1296, 17_850), Mode(4608, 2592, 69_700))

_WHOLE = Rectangle(0, 0, *ARRAY)
_BOUNDS: dict[str, tuple[Any, Any, Any]] = {
    "AeEnable": (False, True, True),
    "ExposureValue": (-8.0, 8.0, 0.0),
    "ExposureTime": (26, LONGEST_US, 20_000),
    "AnalogueGain": (1.0, 16.0, 1.0),
    "AwbEnable": (False, True, True),
    "ColourGains": (0.0, 32.0, None),
    "ColourTemperature": (100, 100_000, None),
    "Brightness": (-1.0, 1.0, 0.0),
    "Contrast": (0.0, 32.0, 1.0),
    "Saturation": (0.0, 32.0, 1.0),
    "Sharpness": (0.0, 16.0, 1.0),
    "ScalerCrop": (Rectangle(0, 0, 64, 64), _WHOLE, _WHOLE),
    "LensPosition": (0.0, 32.0, 1.0),
    # The real one names no better bounds, either.
    "AfWindows": (Rectangle(), Rectangle(65535, 65535, 65535, 65535), Rectangle()),
}
_CHOICES: dict[str, type[enum.IntEnum]] = {
    "AeExposureMode": controls.AeExposureModeEnum,
    "AeMeteringMode": controls.AeMeteringModeEnum,
    "AeConstraintMode": controls.AeConstraintModeEnum,
    "ExposureTimeMode": controls.ExposureTimeModeEnum,
    "AnalogueGainMode": controls.AnalogueGainModeEnum,
    "AwbMode": controls.AwbModeEnum,
    "AfMode": controls.AfModeEnum,
    "AfMetering": controls.AfMeteringEnum,
    "AfTrigger": controls.AfTriggerEnum,
    "AfRange": controls.AfRangeEnum,
    "AfSpeed": controls.AfSpeedEnum,
    "AfPause": controls.AfPauseEnum,
    "NoiseReductionMode": controls.draft.NoiseReductionModeEnum,
}
PAIRS = ("FrameDurationLimits", "ColourGains")
"""Controls that take two values."""
WINDOWS = ("AfWindows",)
"""Controls that take some rectangles."""


def advertised(mode: Mode) -> dict[ControlId, ControlInfo]:
    """Every control with its bounds in that mode."""
    infos = {name: ControlInfo(*bounds) for name, bounds in _BOUNDS.items()}
    for name, choices in _CHOICES.items():
        values = [int(each) for each in choices]
        infos[name] = ControlInfo(values[0], values[-1], values[0], values)
    infos["FrameDurationLimits"] = ControlInfo(mode.shortest_us, LONGEST_US, 33_333)
    return {controls.id_of(name): info for name, info in infos.items()}


def in_force_at_first() -> dict[str, Any]:
    """What is in force when the camera begins and nothing was asked for."""
    found = {name: default for name, (_, _, default) in _BOUNDS.items()}
    found.update({name: int(next(iter(choices))) for name, choices in _CHOICES.items()})
    return found | {"FrameDurationLimits": (33_333, LONGEST_US), "ColourGains": (0.0, 0.0), "ColourTemperature": 5000}
