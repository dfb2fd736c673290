"""Arrays as they travel, without NumPy: a layout and bytes that are checked against each other before use."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from reprlib import repr as brief
from typing import NoReturn

from camwire import limits
from camwire.errors import WireError
from camwire.frame import Layout, Payload
from camwire.translation import tr

_NAMES = {"bool": 1, "float16": 2, "float32": 4, "float64": 8, "complex64": 8, "complex128": 16} | {
    f"{sign}int{8 * size}": size for sign in ("", "u") for size in (1, 2, 4, 8)
}
_CODES = {
    f"{order}{kind}{size}": size
    for kind, sizes in (("b", (1,)), ("i", (1, 2, 4, 8)), ("u", (1, 2, 4, 8)), ("f", (2, 4, 8)), ("c", (8, 16)))
    for size in sizes
    for order in ("<", ">", "|", "=", "")
}
ITEM_BYTES = _NAMES | _CODES
"""What NumPy calls the types an array may have (`uint8`, `|u1`, `>f4`), and how many bytes an element takes."""

MOST_DIMENSIONS = 16
PICTURE_CHANNELS = (1, 3, 4)


@dataclass(frozen=True, slots=True)
class Array:
    """An array that was checked, or is to be sent. `codec` is `raw`, or `jpeg` where the bytes are a JPEG picture of it
    whose channels have the order `colorspace`."""

    layout: Layout
    payload: Payload
    codec: str = "raw"
    colorspace: str = "BGR"


def checked(dtype: object, shape: Sequence[object], payload: Payload) -> Layout:
    """Return the layout of `payload`. Raises WireError unless the bytes are exactly such an array."""
    if not isinstance(dtype, str) or dtype not in ITEM_BYTES:
        _refuse(f"an array of type {brief(dtype)}")
    if len(shape) > MOST_DIMENSIONS:
        _refuse(f"an array of {len(shape)} dimensions")
    # An empty array could have sides that NumPy cannot count.
    sides = [side for side in shape if isinstance(side, int) and not isinstance(side, bool) and side > 0]
    if len(sides) != len(shape):
        _refuse(f"an array of shape {brief(shape)}")
    if prod(sides) * ITEM_BYTES[dtype] != len(payload):
        _refuse(f"{len(payload):,} bytes as an array of shape {brief(sides)} and type {dtype}")
    return Layout(dtype, tuple(sides))


def checked_picture(layout: Layout) -> tuple[int, int]:
    """Return width and height. Raises WireError unless `layout` is that of a picture: (height, width[, 1, 3 or 4])."""
    shape = layout.shape
    is_picture = len(shape) == 2 or (len(shape) == 3 and shape[2] in PICTURE_CHANNELS)
    if not is_picture or 0 in shape or layout.dtype.strip("<>|=").startswith("c"):
        _refuse(tr("pictures of shape {shape} and type {dtype}", shape=brief(shape), dtype=layout.dtype))
    height, width = shape[:2]
    if width * height > limits.PICTURE_PIXELS:
        _refuse(tr("pictures of {width:,} × {height:,} pixels", width=width, height=height))
    return width, height


def _refuse(what: str) -> NoReturn:
    raise WireError(what)
