"""Headers of foreign formats: JSON and msgpack, capped before they are read, and never more than plain values."""

import json
from typing import Any, TypeVar

import msgspec

from camwire import limits
from camwire.errors import WireError
from camwire.frame import Payload

T = TypeVar("T")

# Reading a second time costs as much again; what is long and not strictly JSON is no header of any sender we know.
LENIENT_BYTES = 16 * 1024


def from_json(part: Payload, kind: type[T]) -> T:
    """Read `part` as `kind`. Raises WireError."""
    _check_length(part)
    try:
        return msgspec.json.decode(part, type=kind)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        if len(part) > LENIENT_BYTES:
            raise WireError(f"a header that cannot be read ({str(error)[:100]})") from error
        return _from_lenient_json(part, kind)


def _from_lenient_json(part: Payload, kind: type[T]) -> T:
    """What Python's own writer makes and strict readers refuse: NaN, whole numbers of any length."""
    try:
        return msgspec.convert(json.loads(bytes(part)), kind)
    except (ValueError, RecursionError) as error:
        raise WireError(f"a header that cannot be read ({str(error)[:100]})") from error


def from_msgpack(part: Payload, kind: type[T] | Any) -> T:
    """Read `part` as `kind`. Raises WireError."""
    _check_length(part)
    try:
        value: T = msgspec.msgpack.decode(part, type=kind)
    except (ValueError, TypeError, RecursionError) as error:
        raise WireError(f"a header that cannot be read ({str(error)[:100]})") from error
    return value


def _check_length(part: Payload) -> None:
    if len(part) > limits.HEADER_BYTES:
        raise WireError(f"a header of {len(part):,} bytes")
