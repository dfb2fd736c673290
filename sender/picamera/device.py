"""One open Pi camera: configured, started, and read until it is closed. `close` is the only way out of trouble."""

import contextlib
import dataclasses
import logging
import time
from collections.abc import Mapping
from queue import Empty, SimpleQueue
from typing import Any, TypeAlias

from camwire.errors import UsageError
from camwire.wording import cut
from sender.errors import SourceError, SourceLost
from sender.picamera import hardware, opening
from sender.picamera.configuration import configured
from sender.picamera.controls import PiControls
from sender.picamera.gate import limited
from sender.picamera.h264 import PiH264
from sender.picamera.lending import Loan
from sender.picamera.options import PiOptions
from sender.picamera.path import Path, chosen, is_for_h264
from sender.picamera.pictures import MAIN, Pictures
from sender.picamera.stamps import capture_time_ns
from sender.picamera.told import told_by
from sender.pictures.capture import Capture

log = logging.getLogger(__name__)

OLDEST_NS = 2_000_000_000
# Of controls that the camera does not take.
MOST_TOLD = 5

Arrivals: TypeAlias = "SimpleQueue[Any]"
"""What the capture thread waits for: requests with pictures, `hardware.Jpeg`, loans that came back, or None."""


class Device:
    """Opens the camera that `options` mean; raises SourceError. `wanted` is set at it before its first picture.

    One that was open before has its `last` id still, or is not there.

    Belongs to the capture thread. The camera's own threads put what comes into `arrivals`; None there ends a wait.
    """

    def __init__(self, options: PiOptions, wanted: Mapping[str, object], arrivals: Arrivals, last: str = "") -> None:
        self._arrivals = arrivals
        self._waiting: dict[int, Capture] = {}
        self._h264: PiH264 | None = None
        self._camera, self.model, self.id = opening.opened(options.camera, options.is_verbose, last)
        try:
            self._begin(options, wanted)
        except SourceError:
            self.close()
            raise
        except Exception as error:
            self.close()
            raise SourceError(f"The Pi camera cannot be set up so: {opening.cause_of(error).rstrip('.')}.") from error

    @property
    def way(self) -> str:
        """Who makes what of its pictures, in a few words. For any thread."""
        if self._h264 is None or self._h264.has_failed:
            return self.path.value
        return f"{self.path.value}; H.264 by the hardware"

    def next(self, seconds: float) -> Capture | None:
        """The newest picture, waiting for it at most so long. None: there is none, or the wait was ended.

        Raises SourceLost when picamera2 fails, which no camera survives.
        """
        try:
            arrived = [self._arrivals.get(timeout=max(0.0, seconds))]
        except Empty:
            return None
        arrived += _drained(self._arrivals)
        try:
            return self._newest(arrived)
        except Exception as error:
            log.debug("The Pi camera failed.", exc_info=True)
            raise SourceLost(f"The Pi camera {self.model} failed: {opening.cause_of(error).rstrip('.')}.") from error

    def drive(self, values: Mapping[str, object]) -> None:
        """Set values that were checked, by libcamera's names; they go with the next request."""
        # While a request goes back, picamera2 takes what was set so far, and forgets what is set in that moment.
        with self._camera.request_lock:
            self._camera.set_controls(dict(values))

    def close(self) -> None:
        """Give the camera back. Never `stop` alone: that waits for ever where the camera's thread has died."""
        camera, self._camera = self._camera, None
        if camera is None:
            return
        if self._h264 is not None:
            self._h264.close()
        camera.post_callback = None
        for attempt in (camera.stop_encoder, lambda: opening.closed(camera)):
            try:
                attempt()
            except Exception:
                log.warning("The Pi camera did not close well.", exc_info=True)
        self._waiting.clear()
        for each in _drained(self._arrivals):
            with contextlib.suppress(Exception):
                _let_go(each)

    def _begin(self, options: PiOptions, wanted: Mapping[str, object]) -> None:
        camera = self._camera
        is_for_hardware = is_for_h264(options, options.size)
        if is_for_hardware and options.buffers == PiOptions().buffers:
            # Of two that are lent, one is encoded and one waits for it, and what comes then would have to be copied.
            options = dataclasses.replace(options, buffers=options.buffers + 1)
        self.layout, half = configured(camera, options, self.model)
        h264 = PiH264(self.layout, options.fps) if is_for_hardware else None
        self._pictures = Pictures(self.layout, half, options.buffers, self._arrivals.put, h264)
        self._h264 = h264 if self._pictures.can_lend else None
        self.path = chosen(options, self.layout.size)
        self.controls = PiControls(told_by(camera), camera.controls.make_dict())
        refused: list[str] = []
        for name, value in wanted.items():
            try:
                driven = self.controls.drive(name, value)
            except UsageError as error:
                refused.append(f"{cut(name)} of the Pi camera stays as it is. {error}")
            else:
                if told := limited(name, value, driven[name]):
                    log.info("%s", told)
        for sentence in refused[:MOST_TOLD]:
            log.warning("%s", sentence)
        if len(refused) > MOST_TOLD:
            log.warning("So do %d more of its controls.", len(refused) - MOST_TOLD)
        if self.controls.wanted:
            # Set before it was configured, they would be forgotten.
            camera.set_controls(self.controls.wanted)
        self.controls.begin()
        camera.post_callback = self._arrived
        camera.start(show_preview=False)
        if self.path is Path.HARDWARE:
            self._begin_encoding(options.fps)

    def _begin_encoding(self, fps: float) -> None:
        try:
            hardware.start_jpeg(self._camera, MAIN, self.layout.size, fps, self._arrivals.put)
        except Exception as error:
            # Nobody can know but by trying.
            log.warning("The JPEG hardware cannot be used: %s. The processor encodes instead.", error)
            self.path = Path.PLANES

    def _arrived(self, request: Any) -> None:
        """In the camera's thread, which holds its lock: as short as can be."""
        request.acquire()
        self._arrivals.put(request)

    def _newest(self, arrived: list[Any]) -> Capture | None:
        """The newest picture of all that arrived."""
        # First what comes back: then there are buffers to lend.
        for loan in (each for each in arrived if isinstance(each, Loan)):
            self._pictures.come_back(loan)
        requests = [each for each in arrived if not isinstance(each, Loan | hardware.Jpeg | None)]
        if self.path is Path.HARDWARE:
            for each in requests:
                self._await_jpeg(each)
            jpegs = [self._with_jpeg(each) for each in arrived if isinstance(each, hardware.Jpeg)]
            return jpegs[-1] if jpegs else None
        for each in requests[:-1]:
            self._heeded(each)
            each.release()
        return self._pictures.of(requests[-1], _time_of(self._heeded(requests[-1]))) if requests else None

    def _heeded(self, request: Any) -> int:
        """The sensor's stamp of a request, in nanoseconds; what else it tells goes to the controls."""
        metadata = request.get_metadata()
        self.controls.heed(metadata)
        due = self.controls.due()
        if due:
            self.drive(due)
        return int(metadata.get("SensorTimestamp", 0))

    def _await_jpeg(self, request: Any) -> None:
        """Keep the planes until their JPEG comes, if they need not be copied for it."""
        stamp_ns = self._heeded(request)
        if self._pictures.lends:
            capture = self._pictures.of(request, _time_of(stamp_ns))
        else:
            capture = self._pictures.empty(_time_of(stamp_ns))
            request.release()
        self._waiting[hardware.in_us(stamp_ns)] = capture

    def _with_jpeg(self, jpeg: hardware.Jpeg) -> Capture:
        capture = self._waiting.get(jpeg.stamp_us) or self._pictures.empty(time.monotonic_ns())
        # They are encoded in order: what is older was left out.
        self._waiting = {stamp: each for stamp, each in self._waiting.items() if stamp > jpeg.stamp_us}
        return dataclasses.replace(capture, jpeg=jpeg.payload)


def _time_of(stamp_ns: int) -> int:
    """When it was, as `time.monotonic_ns` counts."""
    now_ns = time.monotonic_ns()
    boot_ns = time.clock_gettime_ns(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else now_ns
    return capture_time_ns(stamp_ns, now_ns, boot_ns, OLDEST_NS)


def _let_go(arrived: Any) -> None:
    if isinstance(arrived, Loan):
        arrived.end()
    elif arrived is not None and not isinstance(arrived, hardware.Jpeg):
        arrived.release()


def _drained(arrivals: Arrivals) -> list[Any]:
    """All that is there now."""
    found: list[Any] = []
    with contextlib.suppress(Empty):
        while True:
            found.append(arrivals.get_nowait())
    return found
