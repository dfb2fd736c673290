"""A Raspberry Pi camera, by picamera2. Its pictures go to the encoder as they lie in the camera's memory."""

import logging
import time
from collections.abc import Mapping
from dataclasses import replace
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from camwire.errors import UsageError
from sender.asked import Asked, Size
from sender.available import Available
from sender.control import Control, Value
from sender.errors import SourceError, SourceLost
from sender.picamera import opening
from sender.picamera.all_options import fps_for, read_options
from sender.picamera.options import PiOptions
from sender.picamera.path import Path
from sender.picamera.titles import title_of
from sender.pictures.capture import Capture
from sender.sources.base import NANO, Source

if TYPE_CHECKING:
    from sender.picamera.device import Device

log = logging.getLogger(__name__)

WORD = "picamera"
RATE = "FrameDurationLimits"
# The first picture comes after the sensor has begun, and measured the light.
FIRST_SECONDS = 3.0
# Pictures that may be missed before a camera that is slow on purpose is taken to be gone.
MISSED = 4
FLIPS = ("hflip", "vflip")


class PiCamera(Source):
    """Reads a Pi camera. `options` are the words of VidGear's PiGear, and those of the old library `picamera`.

    `camera` is its number or its id. Opened again after a fault, it has what was set at it. Raises UsageError.
    """

    asked_as = "picamera for a Raspberry Pi camera"
    rank = 15
    takes_options = True
    without_controls = "The Pi camera is not open."

    def __init__(
        self, options: Mapping[str, object] | None = None, camera: int | str | None = None, asked: Asked | None = None
    ) -> None:
        super().__init__()
        which = "" if camera is None else str(camera)
        self._options, told = read_options(options or {}, asked or Asked(), which)
        for line in told:
            log.info("%s", line)
        self._own_fps = self._options.fps
        self._arrivals: SimpleQueue[Any] = SimpleQueue()
        self._device: Device | None = None
        self._wanted: dict[str, object] = dict(self._options.controls)
        self._last = 0.0
        self._patience = 0.0
        self._is_first = True

    @classmethod
    def accepts(cls, spec: str) -> bool:
        return spec == WORD or spec.startswith((f"{WORD}:", f"{WORD}?"))

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "PiCamera":
        """`picamera`, `picamera:1`, `picamera:` and an id, each also with `?resolution=1280x720&hflip=on`."""
        place, _, query = spec.partition("?")
        words = dict(parse_qsl(query, keep_blank_values=True))
        try:
            return cls({**asked.options, **words}, place.partition(":")[2] or None, asked)
        except UsageError as error:
            raise SourceError(str(error)) from None

    @classmethod
    def available(cls) -> list[Available]:
        try:
            found = opening.cameras(opening.picamera2_class())
        except SourceError:
            return []
        return [
            Available(f"{WORD}:{number}", f"Pi camera {each.get('Model', number)}", "Raspberry Pi camera")
            for number, each in enumerate(found)
            # Those are webcams, and better read as such.
            if "/usb" not in each["Id"]
        ]

    def open(self) -> None:
        # Most cameras are others, and need not wait until all this is loaded.
        from sender.picamera.device import Device

        self.close()
        rate = {RATE: _durations(self._options.fps)}
        self._device = Device(self._options, {**rate, **self._wanted}, self._arrivals)
        self._wanted = self._device.controls.wanted
        self._last = time.monotonic()
        # Before a slow camera's first picture there are some that nobody sees, at most as many as it has buffers.
        slowness = (MISSED + self._options.buffers) * self._device.controls.frame_seconds
        self._patience = self._options.patience + FIRST_SECONDS + slowness
        self._await(slowness)
        self._is_first = True

    def read(self) -> Capture | None:
        device = self._device
        if device is None:
            raise SourceLost("The Pi camera is closed.")
        while not self.is_called:
            # First what is there already: the thread may have been away for longer than a camera may be silent.
            left = max(0.0, self._last + self._patience - time.monotonic())
            capture = device.next(left)
            if capture is not None:
                self._last, self._is_first = time.monotonic(), False
                frame_seconds = device.controls.frame_seconds
                self._patience = self._options.patience + MISSED * frame_seconds
                self._await(frame_seconds)
                return capture
            if not left and not self.is_called:
                self._distrust(device)
                raise SourceLost(
                    f"The Pi camera {device.model} has sent no picture for {self._patience:.0f} seconds. "
                    "If that stays so, check its cable."
                )
        return None

    def _await(self, seconds: float) -> None:
        """Nothing is to be expected for so long."""
        self.silent_until_ns = round((self._last + seconds) * NANO)

    def _distrust(self, device: "Device") -> None:
        """Hardware that has never given a picture is not asked again."""
        if device.path is Path.HARDWARE and self._is_first:
            log.warning("The JPEG hardware gives no pictures. The processor encodes from now on.")
            self._options = replace(self._options, encoder="software")

    def close(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()

    def describe(self) -> str:
        device = self._device
        if device is None:
            return f"Pi camera {self._options.camera}"
        return f"Pi camera {device.model} ({device.way})"

    def controls(self) -> list[Control]:
        return [] if self._device is None else [*self._device.controls.all(), *_flips()]

    def get(self, name: str) -> Value:
        if name in FLIPS:
            flips: bool = getattr(self._options, name)
            return flips
        return super().get(name) if self._device is None else self._device.controls.get(name)

    def set(self, name: str, value: Value) -> Value:
        device = self._device
        if device is None:
            return super().set(name, value)
        if name in FLIPS:
            self._options = _flipped(self._options, name, bool(value))
            self.open()
            return self.get(name)
        device.drive(device.controls.change(name, value))
        return value

    def prefer_fps(self, fps: float | None) -> None:
        self._options = replace(self._options, fps=self._own_fps if fps is None else fps_for(fps, self._own_fps))
        # The latest that was asked for is in force.
        self._wanted.pop(RATE, None)
        device = self._device
        if device is not None and device.controls.has(RATE):
            device.drive(device.controls.drive(RATE, _durations(self._options.fps)))

    def prefer_size(self, size: Size) -> bool:
        self._options = replace(self._options, size=Size(size.width // 2 * 2, size.height // 2 * 2))
        return True

    def interrupt(self) -> None:
        super().interrupt()
        self._arrivals.put(None)

    def call(self) -> None:
        super().call()
        self._arrivals.put(None)


def _durations(fps: float) -> tuple[int, int]:
    """The least and the most microseconds of a picture."""
    return (round(1e6 / fps), round(1e6 / fps))


def _flipped(options: PiOptions, name: str, is_on: bool) -> PiOptions:
    return replace(options, hflip=is_on) if name == "hflip" else replace(options, vflip=is_on)


def _flips() -> list[Control]:
    return [
        Control(name, "boolean", default=False, title=title_of(name), reconfigures=True, reads_back=True)
        for name in FLIPS
    ]
