"""H.264 by the hardware of the boards up to the Pi 4, with picamera2's encoder, one picture after the other.

Its time is a wait: about 20 ms for 1280x720 and 50 ms for 1920x1080, as the firmware's makers and users tell. Not tried
on a board yet.
"""

import contextlib
import logging
import threading
import time
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from sender.encoders.h264 import crf_for
from sender.encoders.jpeg import DEFAULT_QUALITY
from sender.picamera.formats import Layout
from sender.picamera.h264_colours import told_full_range
from sender.picamera.hardware import TakenRequest, in_us, output_to
from sender.picamera.lending import Lent
from sender.picamera.pictures import MAIN
from sender.pictures.own_h264 import H264Hardware, H264Stream, HardwareFailed

log = logging.getLogger(__name__)

# All of them share one encoder, and each has memory of the graphics processor.
MOST_STREAMS = 3
# A keyframe comes when somebody needs one.
KEYFRAME_PERIOD = 10_000
# Several times what its largest pictures take.
PATIENCE = 0.5
MOST_MISSED = 4
# Bits for each pixel that look like JPEG of quality 80; measured with x264 on real pictures.
BITS_PER_PIXEL = 0.12
# So many steps of x264's rate factor are twice the bits, measured there.
STEPS_OF_DOUBLE = 4.5


class PiH264(H264Hardware):
    """Encodes pictures of one open camera, which lie as `layout` says and come at `fps`."""

    def __init__(self, layout: Layout, fps: float) -> None:
        self._layout = layout
        self._fps = fps
        self.is_closed = False
        """Whether the camera has closed."""
        self._streams = 0
        self._changing = threading.Lock()

    def begin(self, quality: int) -> H264Stream:
        with self._changing:
            if self.has_failed or self.is_closed or self._streams >= MOST_STREAMS:
                raise HardwareFailed("The H.264 hardware has enough to do.")
            self._streams += 1
        try:
            stream = _Stream(self, _started(self._layout, self._fps, quality))
        except Exception as error:
            self.ended()
            # Where others work, it is only one too many.
            raise HardwareFailed(str(error)) if self._streams else self.failed(str(error)) from error
        log.info("The hardware makes H.264 of %s.", self._layout.size)
        return stream

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

    def ended(self) -> None:
        """A stream has ended. In any thread."""
        with self._changing:
            self._streams -= 1


class _Made(NamedTuple):
    payload: bytes
    is_keyframe: bool
    stamp_us: int


class _Running(NamedTuple):
    """An encoder of picamera2 at work, and where it puts what it has made."""

    encoder: Any
    made: "SimpleQueue[_Made]"


class _Stream(H264Stream):
    def __init__(self, hardware: PiH264, running: _Running) -> None:
        self._hardware = hardware
        self._encoder, self._made = running
        self._needs_keyframe = True
        self._missed = 0
        self._is_closed = False

    def encode(self, memory: object, keyframe: bool) -> tuple[bytes, bool] | None:
        assert isinstance(memory, Lent)
        if self._hardware.is_closed:
            return None
        if keyframe or self._needs_keyframe:
            self._encoder.force_key_frame()
        request = TakenRequest(memory.request)
        try:
            self._encoder.encode(MAIN, request)
        except Exception as error:
            request.give_back()
            raise self._hardware.failed(str(error)) from error
        made = self._made_of(_stamp_us(memory.request))
        if made is None or (self._needs_keyframe and not made.is_keyframe):
            self._miss()
            return None
        self._needs_keyframe, self._missed = False, 0
        return told_full_range(made.payload) if made.is_keyframe else made.payload, made.is_keyframe

    def close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            # The driver's thread looks twice a second whether it shall end.
            threading.Thread(target=self._end, name="h264-end", daemon=True).start()

    def _end(self) -> None:
        try:
            _stop(self._encoder)
        finally:
            self._hardware.ended()

    def _made_of(self, stamp_us: int) -> _Made | None:
        """The frame of the picture with that stamp. What came too late before is left out."""
        until = time.monotonic() + PATIENCE
        with contextlib.suppress(Empty):
            while (made := self._made.get(timeout=max(0.0, until - time.monotonic()))).stamp_us != stamp_us:
                pass
            return made
        return None

    def _miss(self) -> None:
        """What comes next may build on what nobody got."""
        self._needs_keyframe = True
        self._missed += 1
        if self._missed >= MOST_MISSED:
            raise self._hardware.failed("it gives no pictures")


def bits_per_second(size: tuple[int, int], fps: float, quality: int) -> int:
    """What to spend so that pictures look like JPEG of `quality`, 1 to 100."""
    steps = crf_for(DEFAULT_QUALITY) - crf_for(quality)
    return round(size[0] * size[1] * fps * BITS_PER_PIXEL * 2 ** (steps / STEPS_OF_DOUBLE))


def _started(layout: Layout, fps: float, quality: int) -> _Running:
    from picamera2.encoders import H264Encoder

    bits = bits_per_second(layout.size, fps, quality)
    # The rate is what bits are shared out by. Each keyframe comes with all that a decoder must know.
    encoder = H264Encoder(bits, repeat=True, iperiod=KEYFRAME_PERIOD, framerate=fps, enable_sps_framerate=True)
    encoder.size = tuple(layout.size)
    encoder.format, encoder.stride = layout.format, layout.stride
    made: SimpleQueue[_Made] = SimpleQueue()
    encoder.output = output_to(encoder, lambda *frame: made.put(_Made(*frame)))
    try:
        encoder.start()
    except Exception:
        _stop(encoder)
        raise
    return _Running(encoder, made)


def _stop(encoder: Any) -> None:
    """Also one that has not started well, whose thread would stay."""
    try:
        encoder.stop()
    except Exception:
        log.debug("The H.264 hardware did not stop well.", exc_info=True)
        device = getattr(encoder, "vd", None)
        if device is not None:
            device.close()


def _stamp_us(request: Any) -> int:
    from libcamera import controls

    return in_us(request.request.metadata[controls.SensorTimestamp])
