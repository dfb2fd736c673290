"""What can be asked of a Pi camera: the words of VidGear's PiGear, checked, and those of the old library `picamera`."""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from camwire.errors import UsageError
from sender.asked import Asked, Size
from sender.picamera.formats import FORMATS, USUAL
from sender.picamera.legacy import translated
from sender.picamera.reading_options import choice, number, truth, whole

MOST_BUFFERS = 32
DEFAULT_SIZE = Size(640, 480)
DEFAULT_FPS = 30.0
ALIGN = "auto_align_output_size"
# As VidGear's documentation has it; its program knows only the other.
DOCUMENTED_ALIGN = "auto_align_output_config"
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


def read_options(words: Mapping[str, object], asked: Asked, camera: str = "") -> tuple[PiOptions, list[str]]:
    """The options that `words` mean, with a sentence for each that became something else.

    What was `asked` for every kind of source goes before `words`, and so does `camera`, from the word behind --source.
    Raises UsageError for what cannot be.
    """
    reading = _Reading()
    for name, value in words.items():
        reading.take(str(name).strip(), value)
    options = reading.options
    if asked.size is not None:
        options = replace(options, size=_even(asked.size))
    if asked.fps is not None:
        options = replace(options, fps=float(asked.fps))
    if asked.quality is not None and options.encoder == "auto":
        # The hardware knows bits, not qualities.
        options = replace(options, encoder="software")
    return (replace(options, camera=_which(camera)) if camera else options), reading.told


class _Reading:
    """The options so far, and what there is to tell about them."""

    def __init__(self) -> None:
        self.options = PiOptions()
        self.told: list[str] = []

    def take(self, name: str, value: object) -> None:
        became = translated(name, value)
        if became is None:
            self._read(name, value)
            return
        self.told.append(became.told)
        self._control(became.controls)
        for each, now in became.options.items():
            self._read(each, now)

    def _read(self, name: str, value: object) -> None:
        if name.startswith("controls."):
            self._control({name.partition(".")[2]: value})
        elif name == "controls":
            if not isinstance(value, Mapping):
                raise UsageError(f"The option controls is a table of libcamera's names and values, not {value!r}.")
            self._control({str(each): now for each, now in value.items()})
        elif name == DOCUMENTED_ALIGN:
            self._read(ALIGN, value)
        elif name in UNUSED:
            self.told.append(UNUSED[name])
        elif name in READERS:
            self.options = READERS[name](self.options, value)
        else:
            raise UsageError(_unknown(name))

    def _control(self, controls: Mapping[str, object]) -> None:
        if "FrameRate" in controls:
            # An alias of picamera2.
            controls = dict(controls)
            self._read("framerate", controls.pop("FrameRate"))
        self.options = replace(self.options, controls={**self.options.controls, **controls})


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, [*READERS, "controls"], 1)
    meant = f" Is it {near[0]}?" if near else ""
    return f"A Pi camera has no option “{name}”.{meant} There are: {', '.join(sorted([*READERS, 'controls']))}."


def _which(camera: object) -> int | str:
    text = str(camera).strip()
    if text.isascii() and text.isdigit():
        return int(text)
    if not text or isinstance(camera, bool) or text.startswith("-"):
        raise UsageError(f"A Pi camera is named by its number, from 0, or by its id, not by {camera!r}.")
    return text


def _even(size: Size) -> Size:
    return Size(size.width // 2 * 2, size.height // 2 * 2)


def _size(value: object) -> Size:
    return _even(Size.of(tuple(value) if isinstance(value, list) else value))  # type: ignore[arg-type]


def _transform(options: PiOptions, value: object) -> PiOptions:
    """libcamera's own, a table, or the words themselves."""
    if isinstance(value, str):
        given = {each.strip(): True for each in value.split(",") if each.strip()}
    elif isinstance(value, Mapping):
        given = {str(each): truth(f"transform {each}", is_on) for each, is_on in value.items()}
    else:
        given = {each: bool(getattr(value, each, False)) for each in ("hflip", "vflip", "transpose")}
        if value is None or not hasattr(value, "hflip"):
            raise UsageError(f"The option transform is hflip, vflip or both, not {value!r}.")
    if any(is_on for each, is_on in given.items() if each not in ("hflip", "vflip")):
        raise UsageError(
            f"The option transform is hflip, vflip or both, not {', '.join(given)}: no camera turns by 90°."
        )
    return replace(options, hflip=given.get("hflip", False), vflip=given.get("vflip", False))


def _rotation(options: PiOptions, value: object) -> PiOptions:
    """By 180° is both flips, and two of one flip are none."""
    is_turned = value == 180
    return replace(options, hflip=options.hflip != is_turned, vflip=options.vflip != is_turned)


def _sensor(options: PiOptions, value: object) -> PiOptions:
    if not isinstance(value, Mapping) or set(value) - {"output_size", "bit_depth"}:
        raise UsageError(f"The option sensor is a table of output_size and bit_depth, not {value!r}.")
    size, bits = value.get("output_size"), value.get("bit_depth")
    return replace(
        options,
        sensor_size=None if size is None else _size(size),
        sensor_bits=None if bits is None else whole("bit_depth", bits, 8, 16),
    )


READERS: dict[str, Callable[[PiOptions, object], PiOptions]] = {
    "camera_num": lambda it, value: replace(it, camera=_which(value)),
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
