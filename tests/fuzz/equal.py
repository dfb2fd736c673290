"""Whether two things say the same, as far as anybody can tell who reads them."""

import json

import msgspec


def same(one: object, other: object) -> bool:
    """Equal as they are written, in whatever order: else NaN would not be the same as itself."""
    return _written(one) == _written(other)


def _written(thing: object) -> bytes:
    try:
        return msgspec.msgpack.encode(thing, order="deterministic")
    except (OverflowError, UnicodeEncodeError):
        # Larger numbers, and halves of characters, can be typed; the one travels, the other is refused on its way.
        return json.dumps(thing, sort_keys=True).encode()
