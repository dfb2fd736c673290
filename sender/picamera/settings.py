"""Controls of the driver as controls of ours: one of libcamera's may be several, such as the zoom and its middle."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sender.control import Control, Value
from sender.picamera import focus
from sender.picamera.crop import Rectangle, View, most_zoom, rectangle_of, view_of
from sender.picamera.gate import WHOLE
from sender.picamera.setting import Setting
from sender.picamera.titles import place_of, title_of
from sender.picamera.told import PAIRS, Told, is_area, plain

UNITS = {
    "ExposureTime": "µs",
    "ExposureValue": "EV",
    "ColourTemperature": "K",
    "LensPosition": "dioptres",
    "AeFlickerPeriod": "µs",
}
RULERS = {
    "ExposureTime": ("ExposureTimeMode", "AeEnable"),
    "AnalogueGain": ("AnalogueGainMode", "AeEnable"),
    "ColourGains": ("AwbEnable",),
    "ColourTemperature": ("AwbEnable",),
    "LensPosition": ("AfMode",),
}
# Every frame tells these, or the frame that a change came with. The others are remembered.
TOLD_BY_FRAMES = (
    *("ExposureTime", "AnalogueGain", "ColourGains", "ColourTemperature", "ScalerCrop", "LensPosition"),
    *("AeEnable", "AeMeteringMode", "AeConstraintMode", "AeExposureMode", "ExposureValue", "AwbEnable", "AwbMode"),
    *("Brightness", "Contrast", "Saturation", "Sharpness", "NoiseReductionMode", "FrameDurationLimits"),
)
# Beyond that there is nothing to see.
MOST_ZOOM = 16.0
# Of the rate, pictures a second. Sensors go on to minutes for one picture, and then everything that is set waits, too.
LEAST_RATE = 0.5
# More precise than any of the sensor's values.
DIGITS = 6


def settings_of(told: Mapping[str, Told]) -> list[Setting]:
    """Ours for everything that was `told`, and has values that can be shown as one; as a person looks for them."""
    found = (*_all(told), *focus.spots(told), *focus.deeds(told))
    titled = [replace(each, control=replace(each.control, title=title_of(each.control.name))) for each in found]
    return sorted(titled, key=lambda each: place_of(each.control))


def _all(told: Mapping[str, Told]) -> Iterator[Setting]:
    for each in told.values():
        ruler = next((plain(name) for name in RULERS.get(each.name, ()) if name in told), "")
        if each.name == "FrameDurationLimits":
            yield _frame_rate(each)
        elif each.name == "ScalerCrop":
            yield from _views(each)
        elif each.name in PAIRS:
            yield from (_one_of_two(each, place, ruler) for place in (0, 1))
        elif each.is_array or each.name in focus.DEEDS:
            continue
        elif each.kind == "Bool":
            yield _plain(each, "boolean", bool(each.default), ruler)
        elif each.choices:
            yield _chosen(each)
        elif (each.kind in WHOLE or each.kind == "Float") and _has_range(each):
            yield _counted(each, ruler)


def _plain(told: Told, kind: Any, default: Value | None, ruler: str = "", **more: Any) -> Setting:
    control = Control(plain(told.name), kind, default, ruled_by=ruler, reads_back=told.name in TOLD_BY_FRAMES, **more)
    return Setting(control, told.name, lambda value, now: value, lambda now: now)


def _counted(told: Told, ruler: str) -> Setting:
    is_whole = told.kind in WHOLE
    most = float(told.most) if not is_whole else told.most
    least = float(told.least) if not is_whole else told.least
    default = told.default if _is_number(told.default) and least <= told.default <= most else None
    kind, step = ("integer", 1.0) if is_whole else ("number", None)
    unit = UNITS.get(told.name, "")
    made = _plain(told, kind, default, ruler, least=_rounded(least), most=_rounded(most), step=step, unit=unit)
    return Setting(made.control, told.name, made.to_driver, _rounded)


def _chosen(told: Told) -> Setting:
    words = dict(told.choices)
    numbers = {word: number for number, word in words.items()}
    default = words.get(int(told.default)) if _is_number(told.default) else None
    made = _plain(told, "choice", default, choices=tuple(words.values()))
    return Setting(made.control, told.name, lambda value, now: numbers[str(value)], lambda now: words.get(int(now)))


def _one_of_two(told: Told, place: int, ruler: str) -> Setting:
    """Red or blue, of the gains."""
    name = ("red_gain", "blue_gain")[place]
    control = Control(
        name, "number", least=_rounded(told.least), most=_rounded(told.most), ruled_by=ruler, reads_back=True
    )

    def to_driver(value: Value, now: Any) -> object:
        both = list(now) if _is_pair(now) and all(now) else [1.0, 1.0]
        both[place] = float(value)
        return tuple(both)

    return Setting(control, told.name, to_driver, lambda now: _rounded(now[place]) if _is_pair(now) else None)


def _frame_rate(told: Told) -> Setting:
    """Pictures a second, which libcamera counts as the least and the most microseconds of one."""
    slowest, most = (round(1e6 / each, 3) for each in (told.most, max(1, told.least)))
    least = min(max(LEAST_RATE, slowest), most)
    control = Control("frame_rate", "number", least=least, most=most, unit="per second", reads_back=True)

    def to_driver(value: Value, now: Any) -> object:
        duration = round(1e6 / float(value))
        return (duration, duration)

    return Setting(control, told.name, to_driver, lambda now: round(1e6 / now[1], 2) if _is_pair(now) else None)


def _views(told: Told) -> Iterator[Setting]:
    whole = Rectangle(*(told.default if is_area(told.default) else told.most))
    most = round(min(MOST_ZOOM, most_zoom(whole, Rectangle(*told.least))), 2)
    middle: dict[str, Any] = {"default": 50.0, "least": 0.0, "most": 100.0, "unit": "%"}
    yield _view(told, whole, "zoom", {"default": 1.0, "least": 1.0, "most": most, "step": 0.1})
    yield _view(told, whole, "x", middle)
    yield _view(told, whole, "y", middle)


def _view(told: Told, whole: Rectangle, part: str, more: dict[str, Any]) -> Setting:
    control = Control("zoom" if part == "zoom" else f"zoom_{part}", "number", reads_back=True, **more)

    def view(now: Any) -> View:
        return view_of(Rectangle(*now) if is_area(now) else whole, whole)

    def to_driver(value: Value, now: Any) -> object:
        return tuple(rectangle_of(view(now)._replace(**{part: float(value)}), whole))

    def shown(now: Any) -> Value:
        value: float = getattr(view(now), part)
        return value

    return Setting(control, told.name, to_driver, shown)


def _rounded(number: Any) -> Any:
    """Without the dust of 32 bits: 2.1 is 2.0999999 there."""
    return float(f"{number:.{DIGITS}g}") if isinstance(number, float) else number


def _has_range(told: Told) -> bool:
    return _is_number(told.least) and _is_number(told.most) and bool(told.least < told.most)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_pair(value: object) -> bool:
    return isinstance(value, tuple | list) and len(value) == 2
