"""Pictures by PyAV and NumPy, where OpenCV is not installed.

Its FFmpeg scales planes ten times as fast as colours side by side: so pictures become planes first (960x540 in 0.7 ms),
which JPEG needs in any case.
"""

import io
from collections.abc import Sequence
from typing import Any

import av
import numpy as np
from av.video.frame import VideoFrame

from camwire import limits
from sender.asked import Size
from sender.imaging.av_film import AvFilm, planes_of, turned
from sender.imaging.base import Imaging
from sender.imaging.drawn_font import DrawnFont
from sender.imaging.film import Film
from sender.imaging.font import Font
from sender.pictures.capture import Picture
from sender.pictures.look import Flip
from sender.pictures.yuv import Plane, Yuv420

_PACKED = {"rgb": "rgb24", "bgra": "bgra", "rgba": "rgba", "yuyv": "yuyv422"}
# What FFmpeg makes of a network camera: all of it by TCP, as others have it, and nothing is kept back.
_STREAM_OPTIONS = {"rtsp_transport": "tcp", "fflags": "nobuffer", "max_delay": "500000"}


class AvImaging(Imaging):
    """Scales brightness and colours apart."""

    @property
    def failures(self) -> tuple[type[Exception], ...]:
        return (av.FFmpegError,)

    def layers(self, pixels: Picture) -> Sequence[Picture]:
        return tuple(planes_of(VideoFrame.from_numpy_buffer(np.ascontiguousarray(pixels), "bgr24")))

    def halved(self, layer: Plane) -> Plane:
        height, width = (max(1, each // 2) for each in layer.shape)
        rows = layer[0 : 2 * height : 2].astype(np.uint16)
        rows += layer[1 : 2 * height : 2] if layer.shape[0] > 1 else rows
        sums = rows[:, 0 : 2 * width : 2] + (rows[:, 1 : 2 * width : 2] if layer.shape[1] > 1 else rows)
        sums += 2
        sums >>= 2
        return sums.astype(np.uint8)

    def resized(self, layer: Plane, size: Size) -> Plane:
        frame = VideoFrame.from_ndarray(np.ascontiguousarray(layer), "gray")
        scaled = frame.reformat(size.width, size.height, "gray", interpolation="BILINEAR")
        array: Any = scaled.to_ndarray()
        resized: Plane = array
        return resized

    def flipped(self, layer: Plane, flip: Flip) -> Plane:
        rows = slice(None, None, 1 if flip == "horizontal" else -1)
        columns = slice(None, None, 1 if flip == "vertical" else -1)
        return np.ascontiguousarray(layer[rows, columns])

    def bgr(self, planes: Yuv420) -> Picture:
        height, width = planes.y.shape
        frame = VideoFrame(width, height, "yuvj420p")
        for plane, pixels in zip(frame.planes, planes, strict=True):
            to: Any = plane
            rows = np.frombuffer(to, np.uint8).reshape(-1, plane.line_size)
            rows[: pixels.shape[0], : pixels.shape[1]] = pixels
        return _bgr(frame)

    def planes(self, pixels: Picture) -> tuple[Sequence[Plane], bool]:
        return self.layers(pixels), True

    def bgr_of(self, packed: Picture, order: str) -> Picture:
        return _bgr(VideoFrame.from_ndarray(np.ascontiguousarray(packed), _PACKED[order]))

    def font(self, height: int) -> Font:
        return DrawnFont(height)

    def read(self, file: bytes) -> "Picture | None":
        # A small file can claim to be a picture that takes gigabytes.
        most = {"max_pixels": str(limits.PICTURE_PIXELS)}
        with av.open(io.BytesIO(file), "r", options=most) as container:
            for stream in container.streams.video:
                if not stream.codec_context.width:
                    # It is known only of pictures that may be opened; to decode would ask nobody any more.
                    return None
                for frame in container.decode(stream):
                    return np.ascontiguousarray(turned(_bgr(frame), frame.rotation))
        return None

    def film(self, path: str) -> Film | None:
        return AvFilm.of(path)

    def stream(self, url: str, timeout_s: float) -> Film | None:
        return AvFilm.of(url, timeout_s, _STREAM_OPTIONS)


def _bgr(frame: VideoFrame) -> Picture:
    array: Any = frame.to_ndarray(format="bgr24")
    pixels: Picture = array
    return pixels
