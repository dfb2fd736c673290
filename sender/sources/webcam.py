"""A webcam, by OpenCV. On Linux the camera's own JPEG is passed on as it is where nobody asked for a change."""

import logging
import sys
import time
from typing import Any

from camwire.errors import UsageError
from sender.asked import Asked, Size
from sender.available import Available
from sender.control import Control, Value
from sender.errors import SourceError, SourceLost
from sender.libraries import WITHOUT_OPENCV, has_opencv, opencv
from sender.pictures.capture import Capture
from sender.pictures.motion_jpeg import MotionJpeg
from sender.sources.base import Source
from sender.webcams import elsewhere, linux
from sender.webcams.opencv_controls import OpencvControls
from sender.webcams.opening import negotiate, opened
from sender.webcams.place import Place, is_lasting, why_not
from sender.webcams.v4l2_controls import V4l2Controls

log = logging.getLogger(__name__)

DAMAGED_IN_A_ROW = 30
OLDEST_STAMP_NS = 2_000_000_000


class Webcam(Source):
    """Reads the webcam `spec`: a number, a path of /dev, or the name that it keeps wherever it is plugged in.

    What was set at it is set again when it comes back: a camera that was unplugged has forgotten it.
    """

    asked_as = "a number for a webcam"
    rank = 10

    def __init__(self, spec: str, size: Size | None = None, fps: float | None = None, passes_jpeg: bool = True) -> None:
        """`passes_jpeg`: hand on the camera's own JPEG where the system allows it."""
        super().__init__()
        self._spec = spec
        self._size = self._first_size = size
        self._fps = fps
        self._own_fps = 0.0
        # DirectShow and Media Foundation do not give it reliably, AVFoundation not at all.
        self._passes_jpeg = passes_jpeg and sys.platform == "linux"
        self._place = Place(spec)
        self._motion_jpeg = MotionJpeg()
        self._is_raw = False
        self._stamp = 0
        self._video: Any = None
        self._controls: V4l2Controls | OpencvControls | None = None
        self._in_force: dict[str, Value] = {}

    @classmethod
    def accepts(cls, spec: str) -> bool:
        return (spec.isascii() and spec.isdigit()) or spec.startswith(("/dev/video", "/dev/v4l/")) or is_lasting(spec)

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "Webcam":
        return cls(spec, asked.size, asked.fps)

    @classmethod
    def available(cls) -> list[Available]:
        found = linux.webcams() if sys.platform == "linux" else elsewhere.webcams()
        lacks = "" if has_opencv() else WITHOUT_OPENCV
        return [Available(each.id or each.device, each.name, "webcam", each.note or lacks) for each in found]

    def open(self) -> None:
        if not has_opencv():
            raise SourceError(f"The webcam {self._spec} cannot be read. {WITHOUT_OPENCV}.")
        device = self._place.device()
        self._video = video = opened(device)
        if video is None:
            raise SourceError(
                f"No webcam answers as {self._spec}. "
                + (
                    why_not(device)
                    or "Plug one in, end the program that uses it, or take another: "
                    "watchword-camera --list-sources tells which there are."
                )
            )
        self._place.was_opened(device)
        self._stamp = opencv().CAP_PROP_POS_MSEC
        is_granted, self._own_fps = negotiate(video, self._size, self._fps)
        self._controls = V4l2Controls(device) if sys.platform == "linux" else OpencvControls(video)
        self._set_again()
        self._is_raw = self._passes_jpeg and is_granted and bool(video.set(opencv().CAP_PROP_CONVERT_RGB, 0))

    def read(self) -> Capture | None:
        for _ in range(DAMAGED_IN_A_ROW):
            is_read, picture = self._video.read()
            if self.is_interrupted:
                return None
            if not is_read:
                raise SourceLost(f"The webcam {self._spec} is gone.")
            if not self._is_raw:
                return Capture.of(picture, self._capture_time_ns())
            whole = self._motion_jpeg.whole(picture.tobytes())
            if whole is not None:
                return Capture(self._capture_time_ns(), whole.width, whole.height, jpeg=whole.data)
        raise SourceLost(f"The webcam {self._spec} sends damaged pictures.")

    def close(self) -> None:
        if self._controls is not None:
            self._controls.close()
            self._controls = None
        if self._video is not None:
            self._video.release()
            self._video = None

    def describe(self) -> str:
        return f"webcam {self._spec.rpartition('/')[2]}"

    def controls(self) -> list[Control]:
        return [] if self._controls is None else self._controls.controls()

    def get(self, name: str) -> Value:
        return super().get(name) if self._controls is None else self._controls.get(name)

    def set(self, name: str, value: Value) -> Value:
        if self._controls is None:
            return super().set(name, value)
        # The latest comes last again: an automatic is switched off before what it ruled is set.
        self._in_force.pop(name, None)
        self._in_force[name] = self._controls.set(name, value)
        return self._in_force[name]

    def prefer_fps(self, fps: float | None) -> None:
        self._fps = fps
        # Some drivers do not know their own rate.
        if self._video is not None and (fps or self._own_fps > 0):
            self._video.set(opencv().CAP_PROP_FPS, fps or self._own_fps)

    def prefer_size(self, size: Size | None) -> bool:
        self._size = size or self._first_size
        return True

    def _set_again(self) -> None:
        for name, value in list(self._in_force.items()):
            try:
                self.set(name, value)
            except UsageError as error:
                log.warning("%s is not set again: %s", name, error)

    def _capture_time_ns(self) -> int:
        """When the driver stamped the picture, if it did so on our clock; otherwise now."""
        now_ns = time.monotonic_ns()
        stamp_ns = round(self._video.get(self._stamp) * 1e6)
        return stamp_ns if now_ns - OLDEST_STAMP_NS < stamp_ns <= now_ns else now_ns
