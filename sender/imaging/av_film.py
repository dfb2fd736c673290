"""A video that PyAV reads, as planes: no colour is converted that JPEG or H.264 would convert back."""

from collections.abc import Iterator, Mapping
from typing import Any

import av
import numpy as np
from av.video.frame import VideoFrame

from sender.imaging.film import Film
from sender.pictures.capture import Picture
from sender.pictures.yuv import Plane, Yuv420

MOST_FPS = 1000.0
_JPEG = "yuvj420p"
# As H.264 counts them: BT.601, in which JPEG is.
_BT601 = 5


class AvFilm(Film):
    """Reads the first video of `container`, which is its own from now on."""

    def __init__(self, container: Any) -> None:
        self._container = container
        self._stream = stream = container.streams.video[0]
        # Every further thread keeps one more picture of H.264 back.
        stream.codec_context.thread_count = 1
        rate = float(stream.average_rate or 0)
        self.fps = rate if 0 < rate <= MOST_FPS else 0.0
        self._begin_s = float((stream.start_time or 0) * stream.time_base)
        long_s = _seconds(container, stream)
        self.seconds = long_s - 1 / self.fps if self.fps and long_s else None
        self._frames = self._decoded()
        self._found: VideoFrame | None = None
        self._position_ms = 0.0

    @classmethod
    def of(
        cls, place: str, timeout_s: float | None = None, options: Mapping[str, str] | None = None
    ) -> "AvFilm | None":
        """Open a file or an address; None where that cannot be read or has no pictures."""
        try:
            container = av.open(place, timeout=timeout_s, options=dict(options or {}))
        except (av.FFmpegError, OSError, ValueError):
            return None
        film = cls(container) if container.streams.video else None
        if film is None or not film.has_pictures():
            container.close()
            return None
        return film

    def has_pictures(self) -> bool:
        """Whether there is one more."""
        self._found = self._next()
        return self._found is not None

    @property
    def position_ms(self) -> float:
        return self._position_ms

    def read(self) -> "Yuv420 | None":
        frame = self._next()
        if frame is None:
            return None
        self._position_ms = 1000 * self._time_of(frame)
        return Yuv420(*(np.ascontiguousarray(turned(each, frame.rotation)) for each in planes_of(frame)))

    def wind(self, position_ms: float) -> None:
        wanted_s = position_ms / 1000
        at = round((wanted_s + self._begin_s) / self._stream.time_base)
        try:
            self._container.seek(at, stream=self._stream)
        except av.FFmpegError:
            # Not every container can be wound: it goes on where it is, or has ended.
            return
        self._frames, self._found = self._decoded(), None
        slack = 0.5 / self.fps if self.fps else 0.0
        frame = last = self._next()
        while frame is not None and self._time_of(frame) < wanted_s - slack:
            last, frame = frame, self._next()
        self._found = frame or last

    def close(self) -> None:
        self._frames, self._found = iter(()), None
        self._container.close()

    def _next(self) -> VideoFrame | None:
        found, self._found = self._found, None
        if found is not None:
            return found
        try:
            return next(self._frames, None)
        except av.FFmpegError:
            # The file is cut off, or the line is.
            return None

    def _decoded(self) -> "Iterator[VideoFrame]":
        for packet in self._container.demux(self._stream):
            try:
                yield from packet.decode()
            except av.error.InvalidDataError:
                # The next keyframe is whole again.
                continue

    def _time_of(self, frame: VideoFrame) -> float:
        return 0.0 if frame.time is None else frame.time - self._begin_s


def planes_of(frame: VideoFrame) -> Yuv420:
    """Return the planes of `frame` in full range, where they are: they keep its memory."""
    full = frame.reformat(format=_JPEG, dst_colorspace=_BT601)
    return Yuv420(*(_rows(plane) for plane in full.planes))


def turned(layer: "Picture | Plane", rotation: int) -> Plane:
    """Return `layer` as the camera was held, `rotation` in degrees to the left."""
    return np.rot90(layer, round(rotation / 90) % 4)


def _rows(plane: Any) -> Plane:
    rows: Plane = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)
    return rows[: plane.height, : plane.width]


def _seconds(container: Any, stream: Any) -> float:
    """How long it is; 0 if that is not told."""
    if stream.duration:
        return float(stream.duration * stream.time_base)
    return float(container.duration or 0) / av.time_base
