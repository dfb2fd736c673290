"""H.264, through PyAV where it is installed, to the pixel order that Qt paints without conversion."""

import importlib.util
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from camwire import limits
from camwire.frame import EncodedFrame
from camwire.translation import phrase, tr
from viewer.core.decoders.base import DecodeError, Decoder
from viewer.core.pictures.wanting import Place

if TYPE_CHECKING:
    from av import VideoCodecContext, VideoFrame

H264 = "h264"
MISSING = phrase("H.264 pictures, which need PyAV here: pip install '.[viewer,h264]' in the checkout")
START_CODE = b"\x00\x00\x01"

_OPTIONS = {
    # What is damaged is not painted. FFmpeg's concealment stays on: it fills what is missing, and tells so. Without it,
    # that could be whatever was in the memory before.
    "err_detect": "explode",
    # Whole macroblocks, which are cut after the conversion: that takes eight columns at a time, and leaves out the last
    # ones of a picture whose rows have no room for them.
    "apply_cropping": "0",
    # Checked when the size is read, before there is memory for it.
    "max_pixels": str(limits.H264_PIXELS),
}


class H264Decoder(Decoder):
    """Each frame but keyframes needs the one before. After an error nothing but a keyframe can be decoded."""

    codec = H264

    def __init__(self) -> None:
        self._context: VideoCodecContext | None = None

    @classmethod
    def is_available(cls) -> bool:
        return importlib.util.find_spec("av") is not None

    def decode(self, frame: EncodedFrame, place: Place | None = None) -> npt.NDArray[np.uint8]:
        decoded = self._gone_over(frame)
        import av

        try:
            return self._bgrx(decoded)
        except (av.FFmpegError, ValueError) as error:
            # A damaged header may promise colours that there are not.
            self._context = None
            raise DecodeError(tr("damaged H.264 pictures ({error})", error=error)) from error

    def go_over(self, frame: EncodedFrame) -> None:
        self._gone_over(frame)

    def _gone_over(self, frame: EncodedFrame) -> "VideoFrame":
        if not self.is_available():
            raise DecodeError(tr(MISSING))
        payload = bytes(frame.payload)
        _require_bounded(payload)
        try:
            return self._decoded(payload, frame.keyframe)
        except DecodeError:
            self._context = None
            raise

    def _decoded(self, payload: bytes, is_keyframe: bool) -> "VideoFrame":
        import av

        if self._context is None:
            if not is_keyframe:
                raise DecodeError(tr("H.264 pictures that build on one that is not here"))
            self._context = _opened()
        try:
            decoded = self._context.decode(av.Packet(payload))
        except (av.FFmpegError, EOFError, ValueError) as error:
            raise DecodeError(tr("damaged H.264 pictures ({error})", error=error)) from error
        if not decoded or decoded[-1].is_corrupt:
            raise DecodeError(tr("damaged H.264 pictures"))
        return decoded[-1]

    def _bgrx(self, decoded: "VideoFrame") -> npt.NDArray[np.uint8]:
        assert self._context is not None
        width, height = self._context.width, self._context.height
        macroblocks = decoded.reformat(format="bgra", threads=1)
        plane: Any = macroblocks.planes[0]
        rows = np.frombuffer(plane, np.uint8).reshape(macroblocks.height, plane.line_size // 4, 4)
        # Where rows are no longer than the picture is wide, this is the memory that was converted to.
        return np.ascontiguousarray(rows[:height, :width])


def _opened() -> "VideoCodecContext":
    import av
    from av.codec.context import Flags

    context: Any = av.CodecContext.create(H264, "r")
    # A thread of its own per frame would hold each back until the next one.
    context.thread_count = 1
    context.flags |= Flags.low_delay
    context.options = _OPTIONS
    opened: VideoCodecContext = context
    return opened


def _require_bounded(payload: bytes) -> None:
    """Raise DecodeError for more parts than one picture has: a few bytes of each can ask for a whole picture's work."""
    units = payload.count(START_CODE)
    if units > limits.H264_UNITS:
        raise DecodeError(tr("H.264 pictures in {count:,} parts, too much work to decode", count=units))
