"""The ids of controls and of what comes with a frame, and the names of their values."""

import enum
import types
from itertools import count

from tests.simulated_pi.bindings.control_ids import ControlId, ControlType

T = ControlType
_OF_CONTROLS = {
    "AeEnable": T.Bool,
    "AeMeteringMode": T.Integer32,
    "AeConstraintMode": T.Integer32,
    "AeExposureMode": T.Integer32,
    "ExposureValue": T.Float,
    "ExposureTime": T.Integer32,
    "ExposureTimeMode": T.Integer32,
    "AnalogueGain": T.Float,
    "AnalogueGainMode": T.Integer32,
    "Brightness": T.Float,
    "Contrast": T.Float,
    "AwbEnable": T.Bool,
    "AwbMode": T.Integer32,
    "ColourGains": T.Float,
    "ColourTemperature": T.Integer32,
    "Saturation": T.Float,
    "Sharpness": T.Float,
    "ScalerCrop": T.Rectangle,
    "FrameDurationLimits": T.Integer64,
    "AfMode": T.Integer32,
    "AfRange": T.Integer32,
    "AfSpeed": T.Integer32,
    "AfMetering": T.Integer32,
    "AfWindows": T.Rectangle,
    "AfTrigger": T.Integer32,
    "AfPause": T.Integer32,
    "LensPosition": T.Float,
    "SensorTimestamp": T.Integer64,
    "FrameDuration": T.Integer64,
    "DigitalGain": T.Float,
    "Lux": T.Float,
    "AfState": T.Integer32,
    "AfPauseState": T.Integer32,
    "FocusFoM": T.Integer32,
    "SensorTemperature": T.Float,
    "FrameWallClock": T.Integer64,
}
_numbers = count(1)
_ids = {name: ControlId(next(_numbers), name, kind) for name, kind in _OF_CONTROLS.items()}
globals().update(_ids)

draft = types.SimpleNamespace()
rpi = types.SimpleNamespace()
draft.NoiseReductionMode = _ids["NoiseReductionMode"] = ControlId(10_001, "NoiseReductionMode", T.Integer32, "draft")


def _names(*names: str) -> list[tuple[str, int]]:
    return [(name, number) for number, name in enumerate(names)]


AeMeteringModeEnum = enum.IntEnum("AeMeteringModeEnum", _names("CentreWeighted", "Spot", "Matrix", "Custom"))
AeConstraintModeEnum = enum.IntEnum("AeConstraintModeEnum", _names("Normal", "Highlight", "Shadows", "Custom"))
AeExposureModeEnum = enum.IntEnum("AeExposureModeEnum", _names("Normal", "Short", "Long", "Custom"))
ExposureTimeModeEnum = enum.IntEnum("ExposureTimeModeEnum", _names("Auto", "Manual"))
AnalogueGainModeEnum = enum.IntEnum("AnalogueGainModeEnum", _names("Auto", "Manual"))
AwbModeEnum = enum.IntEnum(
    "AwbModeEnum",
    _names("Auto", "Incandescent", "Tungsten", "Fluorescent", "Indoor", "Daylight", "Cloudy", "Custom"),
)
AfModeEnum = enum.IntEnum("AfModeEnum", _names("Manual", "Auto", "Continuous"))
AfRangeEnum = enum.IntEnum("AfRangeEnum", _names("Normal", "Macro", "Full"))
AfSpeedEnum = enum.IntEnum("AfSpeedEnum", _names("Normal", "Fast"))
AfMeteringEnum = enum.IntEnum("AfMeteringEnum", _names("Auto", "Windows"))
AfTriggerEnum = enum.IntEnum("AfTriggerEnum", _names("Start", "Cancel"))
AfPauseEnum = enum.IntEnum("AfPauseEnum", _names("Immediate", "Deferred", "Resume"))
AfPauseStateEnum = enum.IntEnum("AfPauseStateEnum", _names("Running", "Pausing", "Paused"))
AfStateEnum = enum.IntEnum("AfStateEnum", _names("Idle", "Scanning", "Focused", "Failed"))
draft.NoiseReductionModeEnum = enum.IntEnum(
    "NoiseReductionModeEnum", _names("Off", "Fast", "HighQuality", "Minimal", "ZSL")
)


def id_of(name: str) -> ControlId:
    """The id of a control, or of what comes with a frame."""
    return _ids[name]
