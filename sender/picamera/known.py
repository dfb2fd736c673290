"""The controls that libcamera has for Pi cameras, for who writes them where no camera can be asked."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from camwire.wording import cut
from sender import plain_values

KNOWN: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("AeEnable", "AwbEnable", "StatsOutputEnable", "DebugMetadataEnable"), ()),
    **dict.fromkeys(("ExposureValue", "ExposureTime", "AnalogueGain", "DigitalGain", "AeFlickerPeriod"), ()),
    **dict.fromkeys(("ColourGains", "ColourTemperature", "ColourCorrectionMatrix", "FrameDurationLimits"), ()),
    **dict.fromkeys(("Brightness", "Contrast", "Saturation", "Sharpness", "Gamma", "Hue"), ()),
    **dict.fromkeys(("ScalerCrop", "ScalerCrops", "AfWindows", "LensPosition", "SyncFrames"), ()),
    "AeMeteringMode": ("CentreWeighted", "Spot", "Matrix", "Custom"),
    "AeConstraintMode": ("Normal", "Highlight", "Shadows", "Custom"),
    "AeExposureMode": ("Normal", "Short", "Long", "Custom"),
    "AeFlickerMode": ("Off", "Manual", "Auto"),
    "ExposureTimeMode": ("Auto", "Manual"),
    "AnalogueGainMode": ("Auto", "Manual"),
    "AwbMode": ("Auto", "Incandescent", "Tungsten", "Fluorescent", "Indoor", "Daylight", "Cloudy", "Custom"),
    "AfMode": ("Manual", "Auto", "Continuous"),
    "AfRange": ("Normal", "Macro", "Full"),
    "AfSpeed": ("Normal", "Fast"),
    "AfMetering": ("Auto", "Windows"),
    "AfTrigger": ("Start", "Cancel"),
    "AfPause": ("Immediate", "Deferred", "Resume"),
    "HdrMode": ("Off", "MultiExposureUnmerged", "MultiExposure", "SingleExposure", "Night"),
    "NoiseReductionMode": ("Off", "Fast", "HighQuality", "Minimal", "ZSL"),
    "SyncMode": ("Off", "Server", "Client"),
}
"""The words that each takes; none where it takes something else. A newer libcamera may have more."""


def doubts(controls: Mapping[str, object]) -> Iterator[str]:
    """A sentence for each of `controls` that no Pi camera is known to take so."""
    for name, value in controls.items():
        words = KNOWN.get(name)
        if words is None:
            yield f"No Pi camera is known to have the control “{cut(name)}”.{_meant(name, KNOWN)}"
        elif words and not _is_one_of(words, value):
            text = cut(str(value))
            yield f"{name} is not known as “{text}”.{_meant(text, words)} It is one of: {', '.join(words)}."


def _is_one_of(words: Sequence[str], value: object) -> bool:
    """Also by its number, whose meaning libcamera knows."""
    return plain_values.number(value) is not None or _plain(str(value)) in map(_plain, words)


def _meant(word: str, possible: Iterable[str]) -> str:
    near = difflib.get_close_matches(cut(word), list(possible), 1)
    return f" Did you mean {near[0]}?" if near else ""


def _plain(word: str) -> str:
    return word.strip().lower().replace("_", "")
