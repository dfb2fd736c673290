"""Pixels as PNG, without a library for it: the viewer's core has none that could."""

import struct
import zlib

import numpy as np
import numpy.typing as npt

SIGNATURE = b"\x89PNG\r\n\x1a\n"
EIGHT_BITS, RGB = 8, 2
UP = 2
LEVEL = 4


def png(pixels: npt.NDArray[np.uint8]) -> bytes:
    """Encode (height, width, 4), uint8, BGRX. For any thread; takes about 100 ms for 1920×1080."""
    rgb = pixels[:, :, 2::-1]
    height, width, channels = rgb.shape
    # Each row as its difference from the one above, which pictures of cameras become smaller by.
    rows = np.empty((height, 1 + width * channels), np.uint8)
    rows[:, 0] = UP
    flat = rgb.reshape(height, -1)
    rows[0, 1:] = flat[0]
    np.subtract(flat[1:], flat[:-1], out=rows[1:, 1:])
    head = struct.pack(">IIBBBBB", width, height, EIGHT_BITS, RGB, 0, 0, 0)
    return SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows.data, LEVEL)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
