"""A video file, shown at its own pace."""

import time
from pathlib import Path
from typing import Any

from sender.asked import Asked
from sender.libraries import opencv
from sender.sources.base import NANO, Capture, Picture, Source, SourceError

DEFAULT_FPS = 25.0
# Further behind than this (the machine slept), the file goes on from here instead of rushing.
RUSH_NS = 1 * NANO


class VideoFile(Source):
    """Reads `path`, each picture when its time has come. With `loop`, the first follows the last in step."""

    asked_as = "a file"
    rank = 20
    is_fallback = True

    def __init__(self, path: str, loop: bool = False) -> None:
        super().__init__()
        self._path = Path(path)
        self._loop = loop
        self._video: Any = None
        self._timeline = Timeline(DEFAULT_FPS)

    @classmethod
    def accepts(cls, spec: str) -> bool:
        path = Path(spec)
        return "://" not in spec and bool(path.suffix or len(path.parts) > 1 or path.is_file())

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "VideoFile":
        return cls(spec, asked.loop)

    def open(self) -> None:
        if not self._path.exists():
            raise SourceError(f"There is no file “{self._path}”. Check the path.")
        self._reopen()
        fps = self._video.get(opencv().CAP_PROP_FPS)
        self._timeline = Timeline(fps if 0 < fps <= 1000 else DEFAULT_FPS)

    def read(self) -> Capture | None:
        picture = self._next_picture()
        if picture is None:
            return None
        due_ns = self._timeline.due_ns(self._video.get(opencv().CAP_PROP_POS_MSEC), time.monotonic_ns())
        if self.pause_until(due_ns):
            return None
        return Capture.of(picture)

    def close(self) -> None:
        if self._video is not None:
            self._video.release()
            self._video = None

    def describe(self) -> str:
        return f"file {self._path.name}"

    def _next_picture(self) -> "Picture | None":
        is_read, picture = self._video.read()
        if not is_read and self._loop:
            self._timeline.wrap()
            self._video.set(opencv().CAP_PROP_POS_FRAMES, 0)
            is_read, picture = self._video.read()
            if not is_read:
                # Not every container can be wound back.
                self._reopen()
                is_read, picture = self._video.read()
        return picture if is_read else None

    def _reopen(self) -> None:
        self.close()
        video = opencv().VideoCapture(str(self._path), opencv().CAP_FFMPEG)
        self._video = video
        if not video.isOpened() or not video.grab():
            self.close()
            raise SourceError(
                f"“{self._path}” is not a video that can be read. Try another file, or convert this one with ffmpeg."
            )
        video.set(opencv().CAP_PROP_POS_FRAMES, 0)


class Timeline:
    """When each picture of a file is due. Positions that do not rise are replaced by the frame rate."""

    def __init__(self, fps: float) -> None:
        self._interval_ms = 1000 / fps
        self._start_ns: int | None = None
        self._base_ms = 0.0
        self._first_ms: float | None = None
        self._last_ms = 0.0

    def due_ns(self, position_ms: float, now_ns: int) -> int:
        """When the picture at `position_ms` is due, on the clock of `now_ns`. Never before the one before it."""
        if self._first_ms is None:
            self._first_ms, self._last_ms = position_ms, 0.0
        else:
            at_ms = position_ms - self._first_ms
            self._last_ms = at_ms if at_ms > self._last_ms else self._last_ms + self._interval_ms
        shown_ns = round((self._base_ms + self._last_ms) * 1e6)
        if self._start_ns is None or now_ns - self._start_ns - shown_ns > RUSH_NS:
            self._start_ns = now_ns - shown_ns
        return self._start_ns + shown_ns

    def wrap(self) -> None:
        """The next picture is the first again; it follows the last after one interval."""
        self._base_ms += self._last_ms + self._interval_ms
        self._first_ms = None
