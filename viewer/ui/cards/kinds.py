"""What a value is, as far as drawing it goes: a picture, a series of numbers, a table, a tree. No Qt."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import islice
from uuid import UUID

import numpy as np
import numpy.typing as npt

from camwire import limits
from camwire.values import Jpeg

Pixels = npt.NDArray[np.uint8]
AnyArray = npt.NDArray[np.generic]

LEAST_SIDE = 16
CHANNELS = (1, 3, 4)
SERIES = 8
PROBED = 50
COLUMNS = 60
PLAIN = (type(None), bool, int, float, complex, str, bytes, date, time, timedelta, Decimal, UUID)


def as_jpeg(value: object) -> Jpeg | None:
    """`value` if it is a JPEG of a size that can be shown."""
    return value if isinstance(value, Jpeg) and min(value.width, value.height) > 0 else None


def array_of(value: object) -> AnyArray | None:
    """The array that `value` is, without a copy; None if it is none."""
    if isinstance(value, np.ndarray):
        return value
    if not hasattr(value, "__array_interface__"):
        return None
    try:
        return np.asarray(value)
    except (TypeError, ValueError, OverflowError):
        return None


def plain_scalar(value: object) -> object:
    """A NumPy scalar or an array of no dimensions as the Python value it holds; everything else as it is."""
    if isinstance(value, PLAIN):
        return value
    if not isinstance(value, np.generic):
        array = array_of(value)
        if array is None or array.ndim:
            return value
        value = array[()]
    if isinstance(value, np.datetime64 | np.timedelta64 | np.void):
        return str(value)
    return value.item() if isinstance(value, np.generic) else value


def pixels_of(value: object) -> Pixels | None:
    """An array of picture shape: (height, width[, 1, 3 or 4]) uint8, gray, BGR or BGRA as OpenCV has them."""
    array = array_of(value)
    if array is None or array.dtype != np.uint8 or array.ndim not in (2, 3):
        return None
    height, width = array.shape[:2]
    has_shape = min(height, width) >= LEAST_SIDE and (array.ndim == 2 or array.shape[2] in CHANNELS)
    return array.view(np.uint8) if has_shape and height * width <= limits.PICTURE_PIXELS else None


def picture_size(value: object) -> tuple[int, int] | None:
    """Width and height, if `value` is a picture."""
    if (jpeg := as_jpeg(value)) is not None:
        return jpeg.width, jpeg.height
    pixels = pixels_of(value)
    return None if pixels is None else (pixels.shape[1], pixels.shape[0])


def series_of(value: object) -> AnyArray | None:
    """A row of numbers that is worth a plot: a 1-D array of bool, integer or float, or a list of eight or more."""
    if isinstance(value, list | tuple):
        # The types of a few tell most lists apart before all are looked at.
        is_numeric = len(value) >= SERIES and {type(each) for each in value[:PROBED]} <= {bool, int, float}
        if not is_numeric or not set(map(type, value)) <= {bool, int, float}:
            return None
        try:
            return np.array(value, np.float64)
        except OverflowError:
            return None
    array = array_of(value)
    return (
        array if array is not None and array.ndim == 1 and array.size >= SERIES and array.dtype.kind in "biuf" else None
    )


def is_flat(value: object) -> bool:
    """Whether `value` fits in one cell: a scalar, or a short list of scalars."""
    value = plain_scalar(value)
    if isinstance(value, PLAIN):
        return True
    if isinstance(value, list | tuple | set | frozenset):
        return len(value) <= 6 and all(isinstance(plain_scalar(each), PLAIN) for each in value)
    return isinstance(value, Mapping) and not value


def is_records(value: object) -> bool:
    """Whether `value` is a list of dicts that makes a table."""
    if not isinstance(value, list | tuple) or not value:
        return False
    probed = value[:PROBED]
    return all(isinstance(each, Mapping) for each in probed) and all(
        is_flat(cell) for each in probed for cell in islice(each.values(), COLUMNS)
    )


def is_flat_dict(value: object) -> bool:
    """Whether `value` is a dict that makes a table of two columns."""
    return isinstance(value, Mapping) and bool(value) and all(is_flat(cell) for cell in islice(value.values(), PROBED))
