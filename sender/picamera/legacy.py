"""The names of the old library `picamera`, and what became of them in libcamera, with a sentence for each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from camwire.errors import UsageError
from camwire.wording import cut
from sender.picamera.reading_options import choice, number, numbers, truth, whole
from sender.words import briefly


@dataclass(frozen=True, slots=True)
class Share:
    """A share of what the driver allows: -1 is its least, 0 what is usual (1.0), 1 its most."""

    share: float


@dataclass(frozen=True, slots=True)
class Region:
    """A part of what the sensor sees, each from 0 to 1."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Became:
    """What an old option is now: `controls` of libcamera, other `options` of ours, and `told` says so in a sentence."""

    told: str
    controls: Mapping[str, object] = field(default_factory=dict)
    options: Mapping[str, object] = field(default_factory=dict)


EXPOSURE = {
    "auto": "Normal",
    "sports": "Short",
    "night": "Long",
    "nightpreview": "Long",
    "verylong": "Long",
    **dict.fromkeys(("backlight", "spotlight", "snow", "beach", "fixedfps", "antishake", "fireworks"), "Normal"),
}
WHITE = {
    "auto": "Auto",
    "sunlight": "Daylight",
    "cloudy": "Cloudy",
    "shade": "Cloudy",
    "tungsten": "Tungsten",
    "fluorescent": "Fluorescent",
    "incandescent": "Incandescent",
    "flash": "Daylight",
    "horizon": "Incandescent",
}
METERING = {"average": "CentreWeighted", "spot": "Spot", "backlit": "CentreWeighted", "matrix": "Matrix"}
# Steps of the old exposure compensation in one EV.
STEPS_PER_EV = 6
WITHOUT_MATCH = (
    *("annotate_background", "annotate_foreground", "annotate_frame_num", "annotate_text", "annotate_text_size"),
    *("clock_mode", "color_effects", "drc_strength", "flash_mode", "framerate_delta", "image_denoise"),
    *("image_effect", "image_effect_params", "led", "still_stats", "video_stabilization"),
)


def translated(name: str, value: object) -> Became | None:
    """What the old option `name` means now; None when it is none. Raises UsageError for a value it never took."""
    if name in WITHOUT_MATCH:
        return Became(f"{name} of the old picamera has no match in libcamera, and is left out.")
    known = _KNOWN.get(name)
    return None if known is None else known(name, value)


def _control(name: str, value: object, control: str, now: object, shown: str = "") -> Became:
    told = f"{name}={cut(str(value))} of the old picamera is {control} {shown or now} now."
    return Became(told, controls={control: now})


def _rotation(name: str, value: object) -> Became:
    degrees = whole(name, value, 0, 359)
    if degrees not in (0, 180):
        raise UsageError(f"A Pi camera turns pictures by 0 or 180 degrees, not by {degrees}: rotation is 0 or 180.")
    return Became(f"{name}={cut(str(value))} of the old picamera is transform now.", options={"rotation": degrees})


def _iso(name: str, value: object) -> Became:
    iso = whole(name, value, 0, 1600)
    return _control(name, value, "AnalogueGain", iso / 100, "" if iso else "automatic")


def _shutter(name: str, value: object) -> Became:
    microseconds = whole(name, value, 0, 250_000_000)
    return _control(name, value, "ExposureTime", microseconds, f"{microseconds} µs" if microseconds else "automatic")


def _compensation(name: str, value: object) -> Became:
    return _control(name, value, "ExposureValue", whole(name, value, -25, 25) / STEPS_PER_EV)


def _exposure_mode(name: str, value: object) -> Became:
    mode = choice(name, value, ("off", *EXPOSURE))
    return _control(name, value, *(("AeEnable", False) if mode == "off" else ("AeExposureMode", EXPOSURE[mode])))


def _white_mode(name: str, value: object) -> Became:
    mode = choice(name, value, ("off", *WHITE))
    return _control(name, value, *(("AwbEnable", False) if mode == "off" else ("AwbMode", WHITE[mode])))


def _white_gains(name: str, value: object) -> Became:
    gains = numbers(value)
    if gains is None or len(gains) > 2 or not all(0 < each <= 8 for each in gains):
        raise UsageError(f"The option {name} is a red and a blue gain, each above 0, up to 8, not {briefly(value)}.")
    return _control(name, value, "ColourGains", (gains[0], gains[-1]))


def _metering(name: str, value: object) -> Became:
    return _control(name, value, "AeMeteringMode", METERING[choice(name, value, tuple(METERING))])


def _brightness(name: str, value: object) -> Became:
    return _control(name, value, "Brightness", (whole(name, value, 0, 100) - 50) / 50)


def _share(name: str, value: object) -> Became:
    share = whole(name, value, -100, 100) / 100
    return _control(
        name, value, name.capitalize(), Share(share), f"at {abs(share):.0%} of the way to its {_end(share)}"
    )


def _end(share: float) -> str:
    return "least" if share < 0 else "most"


def _zoom(name: str, value: object) -> Became:
    parts = numbers(value)
    if parts is None or len(parts) != 4 or not all(0 <= each <= 1 for each in parts) or not min(parts[2:]) > 0:
        raise UsageError(f"The option {name} is x, y, width and height, each from 0 to 1, not {briefly(value)}.")
    return _control(name, value, "ScalerCrop", Region(*parts), f"{cut(str(value))} in pixels of the sensor")


def _denoise(name: str, value: object) -> Became:
    return _control(name, value, "NoiseReductionMode", "Fast" if truth(name, value) else "Off")


def _rates(name: str, value: object) -> Became:
    rates = numbers(value)
    if rates is None or len(rates) != 2 or not 0 < rates[0] <= rates[1]:
        raise UsageError(f"The option {name} is the least and the most pictures a second, not {briefly(value)}.")
    return _control(name, value, "FrameDurationLimits", (round(1e6 / rates[1]), round(1e6 / rates[0])))


def _sensor_mode(name: str, value: object) -> Became:
    mode = whole(name, value, 0, 7)
    if mode == 0:
        return Became(f"{name}=0 of the old picamera is what happens anyway: the sensor's mode follows the size.")
    # Which mode it is depends on the sensor, which is known once it is open.
    return Became(f"{name}={mode} of the old picamera is sensor now.", options={"sensor_mode": mode})


def _nothing(name: str, value: object) -> Became:
    number(name, value, 0, 3600)
    return Became(f"{name} is not needed: pictures are sent as soon as the camera gives them.")


_KNOWN: dict[str, Callable[[str, object], Became]] = {
    "rotation": _rotation,
    "iso": _iso,
    "ISO": _iso,
    "shutter_speed": _shutter,
    "exposure_compensation": _compensation,
    "exposure_mode": _exposure_mode,
    "awb_mode": _white_mode,
    "awb_gains": _white_gains,
    "meter_mode": _metering,
    "brightness": _brightness,
    "contrast": _share,
    "saturation": _share,
    "sharpness": _share,
    "zoom": _zoom,
    "crop": _zoom,
    "video_denoise": _denoise,
    "framerate_range": _rates,
    "sensor_mode": _sensor_mode,
    "time_delay": _nothing,
}
