"""What can be asked of a Pi camera: the words of VidGear's PiGear, each checked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from camwire import limits
from camwire.errors import UsageError
from camwire.wording import cut
from sender.asked import Size
from sender.picamera.formats import FORMATS, USUAL
from sender.picamera.reading_options import choice, number, truth, whole
from sender.words import briefly

MOST_BUFFERS = 32
MOST_CAMERAS = 100
DEFAULT_SIZE = Size(640, 480)
DEFAULT_FPS = 30.0
ALIGN = "auto_align_output_size"
ENCODERS = ("auto", "hardware", "software")


@dataclass(frozen=True, slots=True)
class PiOptions:
    """What is asked of one Pi camera. `controls` have libcamera's names, and are checked when the camera is open.

    `camera`: its place among those found, or its id. `buffers`: pictures on their way at once; fewer follow controls
    sooner. `keeps_last`: picamera2's `queue`. `patience`: seconds without a picture until it is opened again.
    `encoder`: who makes JPEG. `lores`: the camera itself makes each picture in half the size, too; None where it pays.
    """

    camera: int | str = 0
    size: Size = DEFAULT_SIZE
    fps: float = DEFAULT_FPS
    controls: Mapping[str, object] = field(default_factory=dict)
    hflip: bool = False
    vflip: bool = False
    buffers: int = 4
    keeps_last: bool = False
    sensor_size: Size | None = None
    sensor_bits: int | None = None
    sensor_mode: int | None = None
    format: str = USUAL
    is_aligned: bool = False
    patience: float = 2.0
    is_verbose: bool = False
    encoder: str = "auto"
    lores: bool | None = None


def which(camera: object) -> int | str:
    """The number or the id of a camera. Raises UsageError."""
    is_small = isinstance(camera, int) and not isinstance(camera, bool) and 0 <= camera < MOST_CAMERAS
    text = str(camera).strip() if is_small or isinstance(camera, str) else ""
    if text.isascii() and text.isdigit() and len(text) <= len(str(MOST_CAMERAS)):
        return int(text)
    if not text or text.startswith("-") or len(text) > limits.ID_CHARACTERS:
        raise UsageError(f"A Pi camera is named by its number, from 0, or by its id, not by {briefly(camera)}.")
    return text


def even(size: Size) -> Size:
    """The next smaller size whose sides are even."""
    return Size(size.width // 2 * 2, size.height // 2 * 2)


def _size(value: object) -> Size:
    return even(Size.of(tuple(value) if isinstance(value, list) else value))  # type: ignore[arg-type]


def _transform(options: PiOptions, value: object) -> PiOptions:
    """libcamera's own, a table, or the words themselves."""
    if isinstance(value, str):
        given = {each.strip(): True for each in value.split(",") if each.strip()}
    elif isinstance(value, Mapping):
        given = {str(each): truth(f"transform {each}", is_on) for each, is_on in value.items()}
    else:
        given = {each: bool(getattr(value, each, False)) for each in ("hflip", "vflip", "transpose")}
        if value is None or not hasattr(value, "hflip"):
            raise UsageError(f"The option transform is hflip, vflip or both, not {briefly(value)}.")
    if any(is_on for each, is_on in given.items() if each not in ("hflip", "vflip")):
        raise UsageError(
            f"The option transform is hflip, vflip or both, not {cut(', '.join(given))}: no camera turns by 90°."
        )
    return replace(options, hflip=given.get("hflip", False), vflip=given.get("vflip", False))


def _rotation(options: PiOptions, value: object) -> PiOptions:
    """By 180° is both flips, and two of one flip are none."""
    is_turned = value == 180
    return replace(options, hflip=options.hflip != is_turned, vflip=options.vflip != is_turned)


def _sensor(options: PiOptions, value: object) -> PiOptions:
    if not isinstance(value, Mapping) or set(value) - {"output_size", "bit_depth"}:
        raise UsageError(f"The option sensor is a table of output_size and bit_depth, not {briefly(value)}.")
    size, bits = value.get("output_size"), value.get("bit_depth")
    return replace(
        options,
        sensor_size=None if size is None else _size(size),
        sensor_bits=None if bits is None else whole("bit_depth", bits, 8, 16),
    )


READERS: dict[str, Callable[[PiOptions, object], PiOptions]] = {
    "camera_num": lambda it, value: replace(it, camera=which(value)),
    "resolution": lambda it, value: replace(it, size=_size(value)),
    "framerate": lambda it, value: replace(it, fps=number("framerate", value, 0.01, 1000)),
    "transform": _transform,
    "hflip": lambda it, value: replace(it, hflip=truth("hflip", value)),
    "vflip": lambda it, value: replace(it, vflip=truth("vflip", value)),
    "rotation": _rotation,
    "queue": lambda it, value: replace(it, keeps_last=truth("queue", value)),
    "buffer_count": lambda it, value: replace(it, buffers=whole("buffer_count", value, 1, MOST_BUFFERS)),
    "sensor": _sensor,
    "sensor_mode": lambda it, value: replace(it, sensor_mode=whole("sensor_mode", value, 0, 7)),
    "format": lambda it, value: replace(it, format=choice("format", value, FORMATS)),
    ALIGN: lambda it, value: replace(it, is_aligned=truth(ALIGN, value)),
    "enable_verbose_logs": lambda it, value: replace(it, is_verbose=truth("enable_verbose_logs", value)),
    "HWFAILURE_TIMEOUT": lambda it, value: replace(it, patience=number("HWFAILURE_TIMEOUT", value, 1.0, 10.0)),
    "encoder": lambda it, value: replace(it, encoder=choice("encoder", value, ENCODERS)),
    "lores": lambda it, value: replace(it, lores=truth("lores", value)),
    "enforce_legacy_picamera": lambda it, value: _refused(it, value),
}
UNUSED = {
    "colorspace": "colorspace is left out: pictures are sent in the colours they have, and the viewer shows those.",
    "logging": "logging is left out: --log-level says how much is told.",
}


def _refused(options: PiOptions, value: object) -> PiOptions:
    if truth("enforce_legacy_picamera", value):
        raise UsageError("The old library picamera is not supported. Leave out enforce_legacy_picamera.")
    return options
