"""A webcam, by OpenCV. On Linux the camera's own JPEG is passed on as it is where nobody asked for a change."""

import logging
import sys
import time
from typing import Any

from camwire.errors import UsageError
from sender.asked import Asked, Size
from sender.controls import Control, Value
from sender.libraries import opencv
from sender.sources.base import Capture, Source, SourceError, SourceLost
from sender.sources.opencv_controls import OpencvControls
from sender.sources.v4l2_controls import V4l2Controls

log = logging.getLogger(__name__)

MJPG = int.from_bytes(b"MJPG", "little")
JPEG_BEGIN, JPEG_END = b"\xff\xd8", b"\xff\xd9"
# Drivers fill their buffers up with zeros behind the JPEG.
PADDING_BYTES = 4096
DAMAGED_IN_A_ROW = 30
OLDEST_STAMP_NS = 2_000_000_000


class Webcam(Source):
    """Reads the webcam `spec`: a number, or a path of /dev that stays with the camera wherever it is plugged in.

    What was set at it is set again when it comes back: a camera that was unplugged has forgotten it.
    """

    asked_as = "a number for a webcam"
    rank = 10

    def __init__(self, spec: str, size: Size | None = None, fps: float | None = None, passes_jpeg: bool = True) -> None:
        """`passes_jpeg`: hand on the camera's own JPEG where the system allows it."""
        super().__init__()
        self._spec = spec
        self._size = size
        self._fps = fps
        self._passes_jpeg = passes_jpeg and sys.platform == "linux"
        self._is_raw = False
        self._video: Any = None
        self._controls: V4l2Controls | OpencvControls | None = None
        self._in_force: dict[str, Value] = {}

    @classmethod
    def accepts(cls, spec: str) -> bool:
        return (spec.isascii() and spec.isdigit()) or spec.startswith(("/dev/video", "/dev/v4l/"))

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "Webcam":
        return cls(spec, asked.size, asked.fps)

    def open(self) -> None:
        cv2 = opencv()
        backend = {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_DSHOW}.get(sys.platform, cv2.CAP_ANY)
        video = cv2.VideoCapture(int(self._spec) if self._spec.isdigit() else self._spec, backend)
        self._video = video
        if not video.isOpened():
            self.close()
            raise SourceError(
                f"No webcam answers as {self._spec}. Plug one in, end the program that uses it, or try another number."
            )
        # In this order: without MJPG most cameras give 5 pictures a second above 640x480.
        video.set(cv2.CAP_PROP_FOURCC, MJPG)
        if self._size is not None:
            video.set(cv2.CAP_PROP_FRAME_WIDTH, self._size.width)
            video.set(cv2.CAP_PROP_FRAME_HEIGHT, self._size.height)
        if self._fps is not None:
            video.set(cv2.CAP_PROP_FPS, self._fps)
        video.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        self._controls = V4l2Controls(self._path) if sys.platform == "linux" else OpencvControls(video)
        self._set_again()
        is_granted = int(video.get(cv2.CAP_PROP_FOURCC)) == MJPG
        self._is_raw = self._passes_jpeg and is_granted and bool(video.set(cv2.CAP_PROP_CONVERT_RGB, 0))

    def read(self) -> Capture | None:
        for _ in range(DAMAGED_IN_A_ROW):
            is_read, picture = self._video.read()
            if self.is_interrupted:
                return None
            if not is_read:
                raise SourceLost(f"The webcam {self._spec} is gone.")
            if not self._is_raw:
                return Capture.of(picture, self._capture_time_ns())
            capture = self._passed_on(picture.tobytes())
            if capture is not None:
                return capture
        raise SourceLost(f"The webcam {self._spec} sends damaged pictures.")

    def close(self) -> None:
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
        if self._video is not None and fps is not None:
            self._video.set(opencv().CAP_PROP_FPS, fps)

    def prefer_size(self, size: Size) -> bool:
        self._size = size
        return True

    @property
    def _path(self) -> str:
        return f"/dev/video{self._spec}" if self._spec.isdigit() else self._spec

    def _set_again(self) -> None:
        for name, value in list(self._in_force.items()):
            try:
                self.set(name, value)
            except UsageError as error:
                log.warning("%s is not set again: %s", name, error)

    def _passed_on(self, raw: bytes) -> Capture | None:
        """The camera's own JPEG, or None when it is damaged."""
        import simplejpeg

        end = raw.rfind(JPEG_END, max(0, len(raw) - PADDING_BYTES))
        if end < 0 or not raw.startswith(JPEG_BEGIN):
            return None
        jpeg = raw[: end + len(JPEG_END)]
        try:
            height, width, *_ = simplejpeg.decode_jpeg_header(jpeg)
        except ValueError:
            return None
        return Capture(self._capture_time_ns(), width, height, jpeg=jpeg)

    def _capture_time_ns(self) -> int:
        """When the driver stamped the picture, if it did so on our clock; otherwise now."""
        now_ns = time.monotonic_ns()
        stamp_ns = round(self._video.get(opencv().CAP_PROP_POS_MSEC) * 1e6)
        return stamp_ns if now_ns - OLDEST_STAMP_NS < stamp_ns <= now_ns else now_ns
