"""An H.264 encoder of picamera2 at work: a picture goes in, and its frame is waited for."""

import logging
import time
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from sender.picamera.formats import Layout
from sender.picamera.hardware import TakenRequest, in_us, output_to
from sender.picamera.pictures import MAIN

log = logging.getLogger(__name__)

# A keyframe comes when somebody needs one.
KEYFRAME_PERIOD = 10_000
# Several times what its largest pictures take: what it has not read by then, it does not read.
PATIENCE = 0.5
# What was read and has no frame twice as long after as frames need here, and a bit, was left out: bits were short. How
# long they need is known after some, and never to be waited for longer than GRACE.
LAG, FADING, LEAST_GRACE, GRACE = 0.05, 0.95, 0.03, 0.5
# How often it is looked after whether its thread still lives.
GLANCE = 0.1


class _Read(NamedTuple):
    """The encoder has read a picture."""

    stamp_us: int


class Made(NamedTuple):
    """A frame, or the next part of one that did not fit in a buffer."""

    payload: bytes
    is_keyframe: bool
    stamp_us: int


class Running:
    """Begins to work. Belongs to one thread, but `stop`, which waits. All of it raises what a driver raises."""

    def __init__(self, layout: Layout, fps: float, bits_per_second: int) -> None:
        from picamera2.encoders import H264Encoder

        # The rate is what bits are shared out by. Each keyframe comes with all that a decoder must know.
        encoder = H264Encoder(
            bits_per_second, repeat=True, iperiod=KEYFRAME_PERIOD, framerate=fps, enable_sps_framerate=True
        )
        encoder.size = tuple(layout.size)
        encoder.format, encoder.stride = layout.format, layout.stride
        self._told = told = SimpleQueue[_Read | Made]()
        # No cycle: what it has would keep the camera's memory until Python looks for those.
        encoder.output = output_to(encoder, lambda *frame: told.put(Made(*frame)))
        self._encoder = encoder
        self._taken: list[TakenRequest] = []
        self._lag = LAG
        """How long after their pictures were read frames have come of late, at most."""
        self.needs_keyframe = True
        """Whether a frame that is none builds on one that was not returned."""
        try:
            encoder.start()
        except Exception:
            self.stop()
            raise
        self._buffer_bytes = min(length for _, length in encoder.bufs.values())

    @property
    def is_taking(self) -> bool:
        """Whether it has a picture that it has not read."""
        return any(each.is_taken for each in self._taken)

    def made_of(self, picture: Any, keyframe: bool) -> Made | None:
        """Return the frame of a picamera2 `CompletedRequest`. None: it was left out, or does not come in time."""
        self._require_thread()
        if keyframe or self.needs_keyframe:
            self._encoder.force_key_frame()
        stamp_us, told = _stamp_us(picture), self._told
        request = TakenRequest(picture, lambda: told.put(_Read(stamp_us)))
        try:
            self._encoder.encode(MAIN, request)
        except Exception:
            request.give_back()
            raise
        self._taken = [*(each for each in self._taken if each.is_taken), request]
        made = self._awaited(stamp_us)
        if made is None or (self.needs_keyframe and not made.is_keyframe):
            # Left out it is no loss; but what is still to come would be one.
            self.needs_keyframe |= made is None and request.is_taken
            return None
        self.needs_keyframe = False
        return made

    def stop(self) -> None:
        """Also one that has not started well, whose thread would stay. It waits for that."""
        try:
            self._encoder.stop()
        except Exception:
            log.debug("The H.264 hardware did not stop well.", exc_info=True)
            device = getattr(self._encoder, "vd", None)
            if device is not None:
                device.close()
        # Nothing reads them any more, and where the driver's thread has died nobody else gives them back.
        for each in self._taken:
            each.give_back()
        self._taken = []

    def _awaited(self, stamp_us: int) -> Made | None:
        parts: list[Made] = []
        read_at = None
        until = time.monotonic() + PATIENCE
        while True:
            left = until - time.monotonic()
            try:
                told = self._told.get(timeout=max(0.0, min(left, GLANCE)))
            except Empty:
                self._require_thread()
                if left > 0:
                    continue
                self.needs_keyframe |= bool(parts)
                return None
            if isinstance(told, _Read):
                if told.stamp_us == stamp_us:
                    read_at = time.monotonic()
                    until = read_at + min(GRACE, 2 * self._lag + LEAST_GRACE)
            elif told.stamp_us != stamp_us:
                # It came late, and nobody got it: what comes now builds on it. The next ones are waited for.
                self.needs_keyframe, self._lag = True, GRACE
            else:
                parts.append(told)
                if len(told.payload) < self._buffer_bytes:
                    lag = 0.0 if read_at is None else time.monotonic() - read_at
                    self._lag = max(lag, self._lag * FADING)
                    return Made(b"".join(each.payload for each in parts), parts[0].is_keyframe, stamp_us)

    def _require_thread(self) -> None:
        if not self._encoder.thread.is_alive():
            raise OSError("its driver fails")


def _stamp_us(request: Any) -> int:
    from libcamera import controls

    return in_us(request.request.metadata[controls.SensorTimestamp])
