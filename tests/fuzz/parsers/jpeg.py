"""Headers of JPEG: what a picture will cost, and the pictures of webcams."""

from contextlib import suppress

import numpy as np
import simplejpeg

from camwire import jpegs
from camwire.errors import WireError
from camwire.frame import EncodedFrame
from sender.pictures.motion_jpeg import MotionJpeg
from viewer.core.decoders.base import DecodeError
from viewer.core.decoders.jpeg import JpegDecoder
from viewer.core.pictures.wanting import Place

READS = ("camwire.jpegs", "sender.pictures.motion_jpeg", "viewer.core.decoders.jpeg")
MOST_PIXELS = 1 << 20
PICTURE = np.arange(48 * 64 * 3, dtype=np.uint8).reshape(48, 64, 3)


def take(data: bytes) -> None:
    """Who decides by the headers and who decodes must see the same size: else a small one would pass for a huge one."""
    size = jpegs.size_in_one_scan(data)
    with suppress(ValueError, WireError):
        width, height = jpegs.size_by_library(data)
        assert size in (None, (width, height)), (size, width, height)
        jpegs.require_bounded(data, width, height)
        if width * height <= MOST_PIXELS:
            with suppress(DecodeError):
                JpegDecoder().decode(EncodedFrame(1, 0, "jpeg", width, height, data), Place(32, 32))
    camera = MotionJpeg()
    whole = camera.whole(data)
    assert camera.whole(data) == whole


def seeds() -> dict[str, bytes]:
    plain = simplejpeg.encode_jpeg(PICTURE, 80)
    tables = plain.find(b"\xff\xc4")
    length = int.from_bytes(plain[tables + 2 : tables + 4], "big")
    return {
        "plain": plain,
        "grey": simplejpeg.encode_jpeg(np.ascontiguousarray(PICTURE[:, :, :1]), 50, "GRAY", "Gray"),
        "padded": plain + bytes(100),
        "without-a-table": plain[:tables] + plain[tables + 2 + length :],
    }
