"""Pictures as they lie in a buffer of the camera: how each format becomes one of ours."""

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sender.asked import Size
from sender.imaging.chosen import imaging
from sender.pictures.yuv import Plane, Yuv420

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels: TypeAlias = npt.NDArray[np.uint8]

USUAL = "YUV420"
MJPEG = "MJPEG"
COLOURS = {"RGB888": 3, "BGR888": 3, "XRGB8888": 4, "XBGR8888": 4}
"""Bytes for each pixel. libcamera names them from the highest byte, so RGB888 is blue, green, red in memory."""
_ORDERS = {"BGR888": "rgb", "XRGB8888": "bgra", "XBGR8888": "rgba", "YUYV": "yuyv"}
PLANAR = (USUAL, "YVU420", "NV12", "NV21")
FORMATS = (*PLANAR, *COLOURS, "YUYV", MJPEG)
"""Formats that can be asked for."""


class Layout(NamedTuple):
    """How a picture lies in memory. `stride`: bytes from one row to the next, maybe more than the width needs."""

    format: str
    size: Size
    stride: int


def planes_of(memory: "Pixels", layout: Layout) -> Yuv420:
    """The planes of `memory`, (bytes,) uint8, where they are: nothing is copied but the colours of NV12 and NV21."""
    (width, height), stride = layout.size, layout.stride
    y = _rows(memory, 0, height, stride)[:, :width]
    begin = stride * height
    if layout.format in ("NV12", "NV21"):
        pairs = _rows(memory, begin, height // 2, stride)[:, :width]
        first, second = pairs[:, 0::2].copy(), pairs[:, 1::2].copy()
    else:
        half = stride // 2
        first = _rows(memory, begin, height // 2, half)[:, : width // 2]
        second = _rows(memory, begin + half * (height // 2), height // 2, half)[:, : width // 2]
    u, v = (first, second) if layout.format in (USUAL, "NV12") else (second, first)
    return Yuv420(y, u, v)


def pixels_of(memory: "Pixels", layout: Layout) -> "Pixels":
    """A copy of the colours of `memory`, (bytes,) uint8, as (height, width, 3) BGR."""
    (width, height), stride = layout.size, layout.stride
    depth = COLOURS.get(layout.format, 2)
    rows = _rows(memory, 0, height, stride)[:, : width * depth].reshape(height, width, depth)
    return rows.copy() if layout.format == "RGB888" else imaging().bgr_of(rows, _ORDERS[layout.format])


def _rows(memory: "Pixels", begin: int, rows: int, stride: int) -> Plane:
    return memory[begin : begin + rows * stride].reshape(rows, stride)
