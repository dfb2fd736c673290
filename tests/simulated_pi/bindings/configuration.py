"""What is asked of a camera: streams with their formats, sizes and strides, and the sensor's mode."""

import enum
from collections.abc import Iterator

from tests.simulated_pi.abilities import ARRAY, MODES, RAW_FORMAT, Mode
from tests.simulated_pi.bindings.colour import ColorSpace, PixelFormat
from tests.simulated_pi.bindings.geometry import Orientation, Rectangle, Size, SizeRange
from tests.simulated_pi.scene import BYTES_PER_PIXEL, PLANAR

ALIGNMENT = 64
SMALLEST = (32, 32)


class StreamRole(enum.Enum):
    """What a stream is for."""

    Raw = 0
    StillCapture = 1
    VideoRecording = 2
    Viewfinder = 3


class Stream:
    """A way on which pictures come. It has a configuration as soon as its camera has."""

    def __init__(self) -> None:
        self.configuration: StreamConfiguration | None = None


class StreamFormats:
    """Which formats a stream may have, and in which sizes."""

    def __init__(self, is_raw: bool) -> None:
        self._names = [RAW_FORMAT] if is_raw else [*BYTES_PER_PIXEL, *PLANAR]
        self._sizes = [(mode.width, mode.height) for mode in MODES] if is_raw else [SMALLEST, ARRAY]

    @property
    def pixel_formats(self) -> list[PixelFormat]:
        """Every one."""
        return [PixelFormat(name) for name in self._names]

    def sizes(self, pixel_format: PixelFormat) -> list[Size]:
        """Those of a format."""
        return [Size(*each) for each in self._sizes]

    def range(self, pixel_format: PixelFormat) -> SizeRange:
        """The least and the largest."""
        return SizeRange(Size(*self._sizes[0]), Size(*self._sizes[-1]))


class StreamConfiguration:
    """What is asked of one stream; after `validate`, what it gets. `stride` and `frame_size` are in bytes."""

    def __init__(self, role: StreamRole) -> None:
        self.is_raw = role is StreamRole.Raw
        self.stream = Stream()
        self.formats = StreamFormats(self.is_raw)
        self.pixel_format = PixelFormat(RAW_FORMAT if self.is_raw else "XBGR8888")
        self.size = Size(*(ARRAY if self.is_raw else (640, 480)))
        self.color_space: ColorSpace | None = None
        self.buffer_count = 4
        self.stride = 0
        self.frame_size = 0

    def adjust(self, mode: Mode) -> bool:
        """Make of it what is possible; True if something was changed."""
        asked = (str(self.pixel_format), self.size)
        if self.is_raw:
            self.pixel_format, self.size = PixelFormat(RAW_FORMAT), Size(mode.width, mode.height)
        else:
            if str(self.pixel_format) not in (*BYTES_PER_PIXEL, *PLANAR):
                self.pixel_format = PixelFormat("XBGR8888")
            self.size = Size(*(_between(*each) for each in zip(SMALLEST, _pair(self.size), ARRAY, strict=True)))
        self.stride = max(self.stride, -(-self._row // ALIGNMENT) * ALIGNMENT)
        rows = self.size.height * 3 // 2 if str(self.pixel_format) in PLANAR else self.size.height
        self.frame_size = self.stride * rows
        return asked != (str(self.pixel_format), self.size)

    @property
    def _row(self) -> int:
        """Bytes of a row without padding. Chroma planes of half the width are aligned as well."""
        if self.is_raw:
            return self.size.width * 5 // 4
        return self.size.width * BYTES_PER_PIXEL.get(str(self.pixel_format), 1)


class SensorConfiguration:
    """What is asked of the sensor."""

    def __init__(self) -> None:
        self.bit_depth = 0
        self.output_size = Size()
        self.analog_crop = Rectangle()
        self.binning = (1, 1)
        self.skipping = (1, 1)


class CameraConfiguration:
    """What is asked of a camera as a whole."""

    class Status(enum.Enum):
        """What `validate` made of it."""

        Valid = 0
        Adjusted = 1
        Invalid = 2

    def __init__(self, roles: list[StreamRole]) -> None:
        self._streams = [StreamConfiguration(role) for role in roles]
        self.orientation = Orientation.Rotate0
        self.sensor_config: SensorConfiguration | None = None

    def __iter__(self) -> Iterator[StreamConfiguration]:
        return iter(self._streams)

    def __len__(self) -> int:
        return len(self._streams)

    @property
    def size(self) -> int:
        """How many streams."""
        return len(self._streams)

    @property
    def empty(self) -> bool:
        """Whether it has none."""
        return not self._streams

    def at(self, index: int) -> StreamConfiguration:
        """One of the streams."""
        return self._streams[index]

    @property
    def mode(self) -> Mode:
        """The sensor's mode: the asked one, else the smallest that every stream fits into."""
        if self.sensor_config is not None:
            wanted = self.sensor_config.output_size
        else:
            wanted = max((each.size for each in self._streams), key=lambda size: size.width)
        fitting = (mode for mode in MODES if mode.width >= wanted.width and mode.height >= wanted.height)
        return next(fitting, MODES[-1])

    def validate(self) -> Status:
        """Make of it what is possible, and tell."""
        pictures = [each for each in self._streams if not each.is_raw]
        if not self._streams or len(pictures) > 2 or self.orientation.value > Orientation.Rotate180Mirror.value:
            return self.Status.Invalid
        adjusted = [each.adjust(self.mode) for each in self._streams]
        return self.Status.Adjusted if any(adjusted) else self.Status.Valid


def _pair(size: Size) -> tuple[int, int]:
    return size.width, size.height


def _between(least: int, value: int, most: int) -> int:
    return min(max(value, least), most)
