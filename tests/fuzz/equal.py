"""Whether two things say the same, as far as anybody can tell who reads them."""

import msgspec


def same(one: object, other: object) -> bool:
    """Equal as they are written, in whatever order: else NaN would not be the same as itself."""
    return _written(one) == _written(other)


def _written(thing: object) -> bytes:
    return msgspec.msgpack.encode(thing, order="deterministic")
