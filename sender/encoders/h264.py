"""H.264, by x264 through PyAV where it is installed: a fraction of the bytes of JPEG for two to three times the work.

`superfast` without adaptive quantisation: at 640x480 and the PSNR of JPEG of quality 75 it takes 1.7 ms a picture and
7.2 times fewer bytes (JPEG: 0.6 ms; `ultrafast`: 0.8 ms, 3 times; `veryfast`: 2.4 ms, 7.7 times). Adaptive quantisation
spends bits on the noise of dark places: with it, it is 5.7 times. One thread and no lookahead: each picture is out
before the next one comes.
"""

import importlib.util
from collections.abc import Iterable
from fractions import Fraction
from math import log2
from typing import TYPE_CHECKING, Any

from camwire import limits
from camwire.errors import UsageError
from sender import board
from sender.asked import Size
from sender.encoders.base import Encoded, Encoder, prepared
from sender.encoders.jpeg import DEFAULT_QUALITY
from sender.imaging.chosen import imaging
from sender.pictures.capture import Capture, Picture
from sender.pictures.look import Look

if TYPE_CHECKING:
    from av import Packet, VideoCodecContext, VideoFrame

H264 = "h264"
MISSING = "H.264 needs PyAV with x264, which is not installed here: pip install '.[camera,h264]' in the checkout"

_X264 = "libx264"
# What it takes.
SMALLEST_SIDE, LARGEST_SIDE = 16, 16_384

_OPTIONS = {
    "preset": "superfast",
    "tune": "zerolatency",
    "aq-mode": "0",
    "forced-idr": "1",
    # A keyframe comes when somebody needs one.
    "x264-params": "keyint=infinite",
}
# What pictures are stamped with: x264 shares out bits by it, but not with a constant rate factor.
_FPS = 30
# As H.264 counts them: BT.601, in which JPEG is, too; and the whole range of 8 bits, or that of television.
_BT601, _TELEVISION, _FULL = 6, 1, 2


class H264Encoder(Encoder):
    """Each frame but keyframes builds on the one before. The first one, and one of another size, is a keyframe.

    A picture with an odd side loses its last row or column.
    """

    codec = H264
    has_quality = True

    def __init__(self) -> None:
        """Raises ImportError where PyAV cannot be used, or was built without x264."""
        _require_x264()
        self._context: VideoCodecContext | None = None
        self._made_for: tuple[int, int, int, int] | None = None
        self._count = 0

    @classmethod
    def is_available(cls) -> bool:
        # It is loaded when it is needed: that takes a tenth of a second, and 20 MB.
        return importlib.util.find_spec("av") is not None or board.has_encoder()

    @classmethod
    def check(cls, look: Look) -> None:
        if board.has_encoder():
            return
        try:
            _require_x264()
        except ImportError as error:
            raise UsageError(f"{error}. Or leave out --codec h264, and the camera sends JPEG.") from None

    def encode(self, capture: Capture, look: Look, keyframe: bool = False) -> Encoded:
        import av

        capture = prepared(capture, look)
        if not fits(capture.size):
            raise ValueError(f"H.264 of {capture.size} pixels")
        frame = _framed(capture)
        try:
            packet = self._encoded(frame, look.quality or DEFAULT_QUALITY, keyframe)
        except av.FFmpegError as error:
            self.close()
            raise ValueError(f"H.264 of {capture.size} pixels: {error}") from error
        return Encoded(bytes(packet), frame.width, frame.height, keyframe=packet.is_keyframe)

    def close(self) -> None:
        # The memory of x264 goes with it.
        self._context = self._made_for = None

    def _encoded(self, frame: "VideoFrame", quality: int, keyframe: bool) -> "Packet[Any]":
        from av.video.frame import PictureType

        context = self._context_for(frame.width, frame.height, int(frame.color_range), quality)
        frame.pts = self._count
        self._count += 1
        if keyframe:
            frame.pict_type = PictureType.I
        (packet,) = context.encode(frame)
        return packet

    def _context_for(self, width: int, height: int, color_range: int, quality: int) -> "VideoCodecContext":
        wanted = width, height, color_range, quality
        if self._context is None or self._made_for != wanted:
            self._context, self._made_for = _opened(*wanted), wanted
        return self._context


def fits(size: Size) -> bool:
    """Whether pictures of `size` can be encoded so."""
    is_small_enough = max(size) <= LARGEST_SIDE and size.width * size.height <= limits.H264_PIXELS
    return min(size) >= SMALLEST_SIDE and is_small_enough


def crf_for(quality: int) -> float:
    """The constant rate factor of x264 that has about the PSNR of JPEG of `quality`, 1 to 100.

    JPEG divides by a table times a scale, which follows from the quality; x264's steps double every six, and
    measured on real pictures (quality 10 to 95) five of them are one doubling of that scale.
    """
    scale = 50 / quality if quality < 50 else max(2, 200 - 2 * quality) / 100
    return min(51.0, max(1.0, 24 + 5 * log2(2 * scale)))


def _require_x264() -> None:
    try:
        import av

        av.Codec(_X264, "w")
    except (ImportError, ValueError) as error:
        raise ImportError(MISSING) from error


def _opened(width: int, height: int, color_range: int, quality: int) -> "VideoCodecContext":
    import av

    context: Any = av.CodecContext.create(_X264, "w")
    context.width, context.height, context.pix_fmt = width, height, "yuv420p"
    context.colorspace, context.color_range = _BT601, color_range
    context.time_base, context.framerate = Fraction(1, _FPS), Fraction(_FPS)
    context.thread_count = 1
    context.options = {**_OPTIONS, "crf": f"{crf_for(quality):.1f}"}
    context.open()
    opened: VideoCodecContext = context
    return opened


def _framed(capture: Capture) -> "VideoFrame":
    """Return `capture` as x264 takes it, without its last row or column if they are odd."""
    import numpy as np
    from av.video.frame import VideoFrame

    planes, color_range = _planes(capture)
    frame = VideoFrame(capture.width // 2 * 2, capture.height // 2 * 2, "yuv420p")
    frame.color_range = color_range
    # Copied: PyAV takes the planes of an array where they are only if the height can be divided by four.
    for plane, pixels in zip(frame.planes, planes, strict=True):
        to: Any = plane
        rows = np.frombuffer(to, np.uint8).reshape(plane.height, plane.line_size)
        rows[:, : plane.width] = pixels[: plane.height, : plane.width]
    return frame


def _planes(capture: Capture) -> tuple[Iterable[Picture], int]:
    """Return Y, U and V of `capture`, uint8, as large as its even size or larger, and their range."""
    if capture.planes is not None:
        return capture.planes, _FULL
    assert capture.pixels is not None
    width, height = capture.width // 2 * 2, capture.height // 2 * 2
    planes, is_full = imaging().planes(capture.pixels[:height, :width])
    return planes, _FULL if is_full else _TELEVISION
