"""Values of any type in a message: `encode`, `decode`, and `summary` for a person. See `docs/protocol.md`, "Values".

What comes back is equal and of the same type, but: a time zone comes back as its offset at that moment; what was the
same object in two places comes back as two; arrays and NumPy's scalars come back as `ArrayValue` and `ScalarValue`,
which `converted` replaces where NumPy is at hand.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from camwire.errors import WireError
from camwire.frame import Payload
from camwire.values.arrays import ArrayValue, ScalarValue
from camwire.values.decoding import decode
from camwire.values.encoding import encode
from camwire.values.jpeg import Jpeg
from camwire.values.summary import summary

__all__ = ["ArrayValue", "Jpeg", "ScalarValue", "Unreadable", "converted", "decode", "encode", "read", "summary"]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """In place of a value that came and cannot be decoded."""

    reason: str


def read(payload: Sequence[Payload]) -> object:
    """Return the value in `payload`, or `Unreadable`: a line must not come between two ends for ever."""
    try:
        return decode(payload)
    except WireError as error:
        return Unreadable(str(error))


def converted(value: object, convert: Callable[[ArrayValue | ScalarValue], object]) -> object:
    """Return a decoded `value` with `convert(it)` in place of every array and scalar, in keys too.

    With NumPy at hand, `convert` is `numpy.asarray(it)` for an `ArrayValue` and `numpy.asarray(it)[()]` for a
    `ScalarValue`. Two keys that become equal become one.
    """
    if isinstance(value, ArrayValue | ScalarValue):
        return convert(value)
    kind = type(value)
    if kind is dict:
        assert isinstance(value, dict)
        return {converted(key, convert): converted(inner, convert) for key, inner in value.items()}
    if kind in (list, tuple, set, frozenset):
        assert isinstance(value, list | tuple | set | frozenset)
        return kind(converted(inner, convert) for inner in value)
    return value
