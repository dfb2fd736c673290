"""Pictures made smaller, and pixels made JPEG, for a camera that takes them. For any thread, best not the loop's."""

from math import ceil

import msgspec
import numpy as np
import numpy.typing as npt
import simplejpeg

from camwire.errors import UsageError, WireError
from camwire.frame import EncodedFrame
from camwire.jpegs import require_bounded, size_by_library

QUALITY = 80
Pixels = npt.NDArray[np.uint8]


def shrunk(frame: EncodedFrame, percent: int, quality: int | None = None) -> EncodedFrame | None:
    """The JPEG frame with `percent` of its width and height; None where it is damaged, or too much work."""
    try:
        width, height = size_by_library(frame.payload)
        require_bounded(frame.payload, width, height)
        wanted = scaled_size(width, height, percent)
        # The decoder itself makes it smaller by eighths, which costs less than decoding all of it.
        pixels = simplejpeg.decode_jpeg(
            frame.payload, colorspace="BGR", min_width=wanted[0], min_height=wanted[1], fastdct=True
        )
    except (ValueError, WireError):
        return None
    pixels = _averaged(pixels, *wanted)
    return msgspec.structs.replace(frame, width=wanted[0], height=wanted[1], payload=_jpeg(pixels, quality))


def sized(frame: EncodedFrame) -> EncodedFrame | None:
    """The JPEG frame with its size, which foreign formats leave to the picture itself; None where it is damaged."""
    if frame.width and frame.height:
        return frame
    try:
        width, height = size_by_library(frame.payload)
    except ValueError:
        return None
    return msgspec.structs.replace(frame, width=width, height=height)


def encoded(pixels: object, percent: int, quality: int | None, captured: float) -> EncodedFrame:
    """A frame of `pixels`: an array of (height, width) grey or (height, width, 3 or 4), uint8, blue first.

    Raises UsageError for anything else.
    """
    array = np.asarray(pixels)
    is_picture = array.ndim == 2 or (array.ndim == 3 and array.shape[2] in (1, 3, 4))
    if not is_picture or array.dtype != np.uint8 or not array.size:
        raise UsageError(
            f"This is no picture: an array of {' × '.join(map(str, array.shape)) or 'nothing'} {array.dtype}. "
            "A picture is (height, width, 3), uint8, blue first."
        )
    height, width = array.shape[:2]
    bgr = np.repeat(array.reshape(height, width, 1), 3, axis=2) if array.ndim == 2 or array.shape[2] == 1 else array
    size = scaled_size(width, height, percent)
    small = _averaged(bgr[:, :, :3], *size)
    return EncodedFrame(0, round(captured * 1e9), "jpeg", size[0], size[1], _jpeg(small, quality))


def scaled_size(width: int, height: int, percent: int) -> tuple[int, int]:
    """Width and height of a picture at `percent` of its size."""
    return max(1, round(width * percent / 100)), max(1, round(height * percent / 100))


def _jpeg(pixels: Pixels, quality: int | None) -> bytes:
    encoded: bytes = simplejpeg.encode_jpeg(
        np.ascontiguousarray(pixels), quality=quality or QUALITY, colorspace="BGR", colorsubsampling="420"
    )
    return encoded


def _averaged(pixels: Pixels, width: int, height: int) -> Pixels:
    """Each new pixel is the mean of those it stands for. The new size is no larger than the old one."""
    rows, columns = (np.arange(new) * old // new for new, old in zip((height, width), pixels.shape[:2], strict=True))
    if (height, width) == pixels.shape[:2]:
        return pixels
    tall, wide = (ceil(old / new) for old, new in zip(pixels.shape[:2], (height, width), strict=True))
    kind = np.uint16 if tall * wide <= 257 else np.uint32
    sums = np.add.reduceat(np.add.reduceat(pixels, rows, axis=0, dtype=kind), columns, axis=1, dtype=kind)
    counts = np.diff(rows, append=pixels.shape[0])[:, None] * np.diff(columns, append=pixels.shape[1])
    means: Pixels = (sums // counts[:, :, None].astype(kind)).astype(np.uint8)
    return means
