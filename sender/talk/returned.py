"""What receivers give back: readable text of any value, and arrays opened with care."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from camwire import values
from camwire.arrays import Array
from camwire.errors import WireError
from camwire.jpegs import require_bounded, size_by_library
from camwire.spoken import text_of
from camwire.values import ArrayValue, ScalarValue
from sender.talk.message import Message

if TYPE_CHECKING:
    import numpy as np

# What libjpeg-turbo can decode into.
COLORSPACES = ("BGR", "RGB", "BGRX", "RGBX", "XBGR", "XRGB", "BGRA", "RGBA", "ABGR", "ARGB", "GRAY", "CMYK")


def with_numpy(value: object) -> object:
    """What was said, with the arrays in it as NumPy's, which cannot be written to. Costs no copy."""
    import numpy as np

    def convert(it: ArrayValue | ScalarValue) -> object:
        array = np.asarray(it)
        return array if isinstance(it, ArrayValue) else array[()]

    return values.converted(value, convert)


def shown(value: object) -> str:
    """Text for a chat box. An array must be opened first."""
    return text_of(value.decode(errors="replace") if isinstance(value, bytes) else value)


def opened(message: Message) -> Message:
    """The message with its array as a NumPy array. Takes milliseconds: not for the loop. Raises WireError."""
    if not isinstance(message.value, Array):
        return message
    try:
        array = _decoded(message.value) if message.value.codec == "jpeg" else _laid_out(message.value)
    except (ValueError, OverflowError) as error:
        raise WireError(f"an array that cannot be opened ({error})") from error
    return replace(message, value=array, text=f"array {' × '.join(map(str, array.shape))} {array.dtype}")


def _laid_out(array: Array) -> "np.ndarray[Any, Any]":
    """`camwire.arrays.checked` has compared its size with its bytes already."""
    import numpy as np

    # A copy: the bytes belong to the message, and cannot be written to.
    return np.frombuffer(array.payload, dtype=array.layout.dtype).reshape(array.layout.shape).copy()


def _decoded(array: Array) -> "np.ndarray[Any, Any]":
    import simplejpeg

    require_bounded(array.payload, *size_by_library(array.payload))
    pixels: np.ndarray[Any, Any] = simplejpeg.decode_jpeg(array.payload, colorspace=array.colorspace)
    return pixels[:, :, 0] if array.colorspace == "GRAY" else pixels
