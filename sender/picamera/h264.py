"""H.264 by the hardware of the boards up to the Pi 4, with picamera2's encoder, one picture after the other.

Its time is a wait: about 20 ms for 1280x720 and 50 ms for 1920x1080, as the firmware's makers and users tell. Not tried
on a board yet.
"""

import logging
import threading
import time

from sender.encoders.h264 import crf_for
from sender.encoders.jpeg import DEFAULT_QUALITY
from sender.picamera.formats import Layout
from sender.picamera.h264_colours import told_full_range
from sender.picamera.h264_encoder import Running
from sender.picamera.lending import Lent
from sender.picamera.places import Places
from sender.pictures.own_h264 import H264Hardware, H264Stream, HardwareFailed

log = logging.getLogger(__name__)

# Each has memory of the graphics processor.
MOST_STREAMS = 3
# So many pictures in a row, and no frame for so many seconds: it gives none.
MOST_MISSED, SILENCE = 4, 2.0
# Bits for each pixel that look like JPEG of quality 80; measured with x264 on real pictures.
BITS_PER_PIXEL = 0.12
# So many steps of x264's rate factor are twice the bits, measured there.
STEPS_OF_DOUBLE = 4.5

_places = Places(MOST_STREAMS)


class PiH264(H264Hardware):
    """Encodes pictures of one open camera, which lie as `layout` says and come at `fps`."""

    def __init__(self, layout: Layout, fps: float) -> None:
        self._layout = layout
        self._fps = fps
        self.is_closed = False
        """Whether the camera has closed."""

    @property
    def has_room(self) -> bool:
        return not self.has_failed and not self.is_closed and _places.has_room

    def begin(self, quality: int) -> H264Stream | None:
        if self.has_failed or self.is_closed:
            raise HardwareFailed("The H.264 hardware is not used any more.")
        if not _places.take():
            return None
        try:
            running = Running(self._layout, self._fps, bits_per_second(self._layout.size, self._fps, quality))
        except Exception as error:
            # Where others work, it is only one too many.
            raise HardwareFailed(str(error)) if _places.refused() else self.failed(str(error)) from error
        log.info("The hardware makes H.264 of %s.", self._layout.size)
        return _Stream(self, running)

    def close(self) -> None:
        """The camera closes: what its pictures have in memory is not read any more. In the capture thread."""
        self.is_closed = True

    def failed(self, why: str) -> HardwareFailed:
        """It is not asked again. Returns what to raise."""
        if not self.has_failed:
            # Nobody can know but by trying.
            log.warning("The H.264 hardware cannot be used: %s. The processor encodes instead.", why.rstrip("."))
        self.has_failed = True
        return HardwareFailed(why)


class _Stream(H264Stream):
    def __init__(self, hardware: PiH264, running: Running) -> None:
        self._hardware = hardware
        self._running = running
        self._missed = 0
        self._last = time.monotonic()
        self._is_stuck = False
        self._is_closed = False

    def encode(self, memory: object, keyframe: bool) -> tuple[bytes, bool] | None:
        assert isinstance(memory, Lent)
        if self._hardware.is_closed:
            return None
        if self._is_stuck and self._running.is_taking:
            # What it has, the camera misses.
            self._miss()
            return None
        try:
            made = self._running.made_of(memory.request, keyframe)
        except Exception as error:
            raise self._hardware.failed(str(error)) from error
        self._is_stuck = made is None and self._running.is_taking
        if made is None:
            self._miss()
            return None
        self._missed, self._last = 0, time.monotonic()
        return told_full_range(made.payload) if made.is_keyframe else made.payload, made.is_keyframe

    def close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            _places.leave()
            # The driver's thread looks twice a second whether it shall end.
            threading.Thread(target=self._end, name="h264-end", daemon=True).start()

    def _end(self) -> None:
        try:
            self._running.stop()
        finally:
            _places.give_back()

    def _miss(self) -> None:
        self._missed += 1
        if self._missed >= MOST_MISSED and time.monotonic() - self._last >= SILENCE:
            raise self._hardware.failed("it gives no pictures")


def bits_per_second(size: tuple[int, int], fps: float, quality: int) -> int:
    """What to spend so that pictures look like JPEG of `quality`, 1 to 100."""
    steps = crf_for(DEFAULT_QUALITY) - crf_for(quality)
    return round(size[0] * size[1] * fps * BITS_PER_PIXEL * 2 ** (steps / STEPS_OF_DOUBLE))
