"""Pictures by OpenCV: the quickest for everything but decoding JPEG."""

from collections.abc import Sequence
from typing import Any

from sender.asked import Size
from sender.imaging.base import Imaging
from sender.imaging.film import Film
from sender.imaging.font import Font
from sender.imaging.opencv_film import OpencvFilm
from sender.imaging.opencv_font import OpencvFont
from sender.libraries import opencv
from sender.pictures.capture import Picture
from sender.pictures.look import FLIP_AXES, Flip
from sender.pictures.yuv import Plane, Yuv420


class OpencvImaging(Imaging):
    """Scales all three colours together."""

    @property
    def failures(self) -> tuple[type[Exception], ...]:
        return (opencv().error,)

    def layers(self, pixels: Picture) -> Sequence[Picture]:
        return (pixels,)

    def halved(self, layer: Plane) -> Plane:
        cv2 = opencv()
        height, width = (each // 2 for each in layer.shape[:2])
        # Without an odd last row or column: only by two exactly it is fast.
        even = layer[: 2 * height or 1, : 2 * width or 1]
        halved: Plane = cv2.resize(even, (max(1, width), max(1, height)), interpolation=cv2.INTER_AREA)
        return halved

    def resized(self, layer: Plane, size: Size) -> Plane:
        cv2 = opencv()
        resized: Plane = cv2.resize(layer, tuple(size), interpolation=cv2.INTER_LINEAR)
        return resized

    def flipped(self, layer: Plane, flip: Flip) -> Plane:
        flipped: Plane = opencv().flip(layer, FLIP_AXES[flip])
        return flipped

    def bgr(self, planes: Yuv420) -> Picture:
        cv2 = opencv()
        size = planes.y.shape[::-1]
        red, blue = (cv2.resize(each, size, interpolation=cv2.INTER_LINEAR) for each in (planes.v, planes.u))
        # OpenCV's YCrCb is in full range; its I420 is not, and would wash out the colours.
        pixels: Picture = cv2.cvtColor(cv2.merge([planes.y, red, blue]), cv2.COLOR_YCrCb2BGR)
        return pixels

    def planes(self, pixels: Picture) -> tuple[Sequence[Plane], bool]:
        cv2 = opencv()
        height, width = pixels.shape[:2]
        # Three times as fast as full range would be, which OpenCV has not.
        i420: Picture = cv2.cvtColor(pixels, cv2.COLOR_BGR2YUV_I420)
        return (i420[:height], *i420[height:].reshape(2, height // 2, width // 2)), False

    def bgr_of(self, packed: Picture, order: str) -> Picture:
        cv2 = opencv()
        how: dict[str, int] = {
            "rgb": cv2.COLOR_RGB2BGR,
            "bgra": cv2.COLOR_BGRA2BGR,
            "rgba": cv2.COLOR_RGBA2BGR,
            "yuyv": cv2.COLOR_YUV2BGR_YUYV,
        }
        pixels: Picture = cv2.cvtColor(packed, how[order])
        return pixels

    def font(self, height: int) -> Font:
        return OpencvFont(height)

    def read(self, file: bytes) -> "Picture | None":
        import numpy as np

        cv2 = opencv()
        picture: Any = cv2.imdecode(np.frombuffer(file, np.uint8), cv2.IMREAD_COLOR)
        read: Picture | None = picture
        return read

    def film(self, path: str) -> Film | None:
        cv2 = opencv()
        return OpencvFilm.of(cv2.VideoCapture(path, cv2.CAP_FFMPEG), must_be_wound=True)

    def stream(self, url: str, timeout_s: float) -> Film | None:
        cv2 = opencv()
        longest_ms = round(timeout_s * 1000)
        timeouts = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, longest_ms, cv2.CAP_PROP_READ_TIMEOUT_MSEC, longest_ms]
        # Every further thread keeps one more picture of H.264 back: at 10 a second, 100 ms each.
        threads = [cv2.CAP_PROP_N_THREADS, 1]
        return OpencvFilm.of(cv2.VideoCapture(url, cv2.CAP_FFMPEG, [*timeouts, *threads]))
