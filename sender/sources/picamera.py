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
from sender.picamera.flips import FLIPS, flipped, flips
from sender.picamera.options import PiOptions
from sender.picamera.path import Path
from sender.pictures.capture import Capture
from sender.sources.base import NANO, Source

if TYPE_CHECKING:
    from sender.picamera.device import Device
    from sender.picamera.starting import Starting

log = logging.getLogger(__name__)

WORD = "picamera"
RATE = "FrameDurationLimits"
# The first picture comes after the sensor has begun, and measured the light.
FIRST_SECONDS = 3.0
# Pictures that may be missed before a camera that is slow on purpose is taken to be gone.
MISSED = 4
# So long the first picture after a change is waited for, whatever else is to be set: others want to see something.
UNDISTURBED_SECONDS = 1.0


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
        self._own_size, self._own_fps = self._options.size, self._options.fps
        self._arrivals: SimpleQueue[Any] = SimpleQueue()
        self._device: Device | None = None
        self._wanted: dict[str, object] = dict(self._options.controls)
        self._last = 0.0
        self._patience = 0.0
        self._is_first = True
        self._undisturbed_until = 0.0
        self._id = ""
        self._starting: Starting | None = None
        # What it is opened with, and set back to.
        self._first_flips = {name: bool(getattr(self._options, name)) for name in FLIPS}

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
            # Numbers move up when a cable is out.
            Available(f"{WORD}:{each['Id']}", f"Pi camera {each.get('Model', number)}", "Raspberry Pi camera")
            for number, each in enumerate(found)
            # Those are webcams, and better read as such.
            if "/usb" not in each["Id"]
        ]

    def open(self) -> None:
        # Most cameras are others, and need not wait until all this is loaded.
        from sender.picamera.device import Device

        with opening.turn():
            self.close()
        rate = {RATE: _durations(self._options.fps)}
        self._device = Device(self._options, {**rate, **self._wanted}, self._arrivals, self._id)
        self._remember(self._device)
        self._wanted = self._device.controls.wanted
        if self._starting is None:
            self._starting = self._device.controls.starting
        self._device.controls.starting = self._starting
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
        while not self._is_disturbed:
            # First what is there already: the thread may have been away for longer than a camera may be silent.
            left = max(0.0, self._last + self._patience - time.monotonic())
            capture = device.next(left)
            if capture is not None:
                self._last, self._is_first = time.monotonic(), False
                frame_seconds = device.controls.frame_seconds
                self._patience = self._options.patience + MISSED * frame_seconds
                self._await(frame_seconds)
                return capture
            if not left and not self._is_disturbed:
                self._distrust(device)
                raise SourceLost(
                    f"The Pi camera {device.model} has sent no picture for {self._patience:.0f} seconds. "
                    "If that stays so, check its cable."
                )
        return None

    @property
    def _is_disturbed(self) -> bool:
        """Whether something else is to be done than to wait for a picture."""
        is_on_its_way = self._is_first and time.monotonic() < self._undisturbed_until
        return self.is_interrupted or (self.is_called and not is_on_its_way)

    def _remember(self, device: "Device") -> None:
        """From now on it is this camera, and no other that has its number."""
        if not self._id and isinstance(self._options.camera, int):
            log.info("Pi camera %d is the %s at %s.", self._options.camera, device.model, device.id)
        self._id = device.id

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
        return [] if self._device is None else [*self._device.controls.all(), *flips(self._first_flips)]

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
            if value != self.get(name):
                self._reopen(flipped(self._options, name, bool(value)))
            return self.get(name)
        device.drive(device.controls.change(name, value))
        return device.controls.taken(name, value)

    def _reopen(self, options: PiOptions) -> None:
        before, self._options = self._options, options
        try:
            self.open()
        except SourceError:
            self._options = before
            raise
        self._undisturbed_until = time.monotonic() + UNDISTURBED_SECONDS

    def prefer_fps(self, fps: float | None) -> None:
        self._options = replace(self._options, fps=self._own_fps if fps is None else fps_for(fps, self._own_fps))
        # The latest that was asked for is in force.
        self._wanted.pop(RATE, None)
        device = self._device
        if device is not None and device.controls.has(RATE):
            device.drive(device.controls.drive(RATE, _durations(self._options.fps)))

    def prefer_size(self, size: Size | None) -> bool:
        even = self._own_size if size is None else Size(size.width // 2 * 2, size.height // 2 * 2)
        self._options = replace(self._options, size=even)
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
