"""A value from the parts of a message. Whatever comes gives a value or a WireError, in bounded time and memory."""

from collections.abc import Callable, Sequence

from camwire import limits
from camwire.arrays import MOST_DIMENSIONS
from camwire.errors import WireError
from camwire.frame import Payload
from camwire.values import jpeg
from camwire.values import tags as tags
from camwire.values.arrays import (
    MOST_FIELD_LEVELS,
    MOST_FIELDS,
    ArrayValue,
    Descr,
    Field,
    ScalarValue,
    check,
    is_key_scalar,
)
from camwire.values.cursor import ARRAY, Cursor
from camwire.values.jpeg import Jpeg
from camwire.values.keys import Crowds
from camwire.values.records import MOST_PARTS, READERS, is_hashable


def decode(payload: Sequence[Payload]) -> object:
    """Return the value whose blob comes first, and then its attachments: arrays keep those as their memory.

    Arrays and NumPy's scalars are `ArrayValue` and `ScalarValue`; `camwire.values.converted` replaces them. Raises
    WireError.
    """
    if not 1 <= len(payload) < limits.PARTS:
        raise WireError(f"a value of {len(payload)} parts")
    if len(payload[0]) > limits.VALUE_BYTES or sum(map(len, payload)) > limits.MESSAGE_BYTES:
        raise WireError(f"a value of {len(payload[0]):,} bytes and {sum(map(len, payload[1:])):,} beside it")
    reader = _Reader(Cursor(bytes(payload[0])), payload[1:])
    try:
        value = reader.read(0, False)
    except (ValueError, TypeError, OverflowError) as error:
        # An impossible date or picture, fields too few or too many: the constructors know best.
        raise WireError(f"a value that cannot be read ({str(error)[:200]})") from error
    reader.close()
    return value


class _Reader:
    """Makes values of items. What reads a tag is told how many items follow it, and whether it becomes a key."""

    def __init__(self, cursor: Cursor, attachments: Sequence[Payload]) -> None:
        self._cursor = cursor
        self._crowds = Crowds()
        self._attachments: list[Payload | None] = list(attachments)

    def read(self, level: int, is_key: bool) -> object:
        item = self._cursor.read()
        if item is not ARRAY:
            return item
        length = self._cursor.length - 1
        tag = self._cursor.read() if length >= 0 else None
        if type(tag) is not int:
            raise WireError("a value with an array that does not say what it is")
        if tag in READERS:
            return self._record(tag, length, is_key)
        if tag in _BULKS:
            return _BULKS[tag](self, length, is_key)
        if tag not in _BRANCHES:
            raise WireError(f"a value with the tag {tag}")
        if level == limits.VALUE_LEVELS:
            raise WireError(f"a value nested more than {level} levels deep")
        return _BRANCHES[tag](self, length, level + 1, is_key)

    def close(self) -> None:
        """Raise WireError for what is left over."""
        if not self._cursor.is_at_end:
            raise WireError("a value with something after it")
        if any(each is not None for each in self._attachments):
            raise WireError("a value with an attachment that it does not mention")

    def row(self, length: int, level: int, is_key: bool) -> list[object]:
        return [self.read(level, is_key) for _ in range(length)]

    def plain_row(self, length: int, level: int, is_key: bool) -> object:
        _need(not is_key)
        return self.row(length, level, False)

    def pairs(self, length: int, level: int, is_key: bool) -> object:
        _need(not is_key and length % 2 == 0)
        pairs = [(self.read(level, True), self.read(level, False)) for _ in range(length // 2)]
        self._check_keys([key for key, _ in pairs])
        made = dict(pairs)
        _need(len(made) == len(pairs))
        return made

    def crowd(self, length: int, level: int, is_key: bool) -> set[object]:
        _need(not is_key)
        return self.frozen_crowd(length, level)

    def frozen_crowd(self, length: int, level: int) -> set[object]:
        members = self.row(length, level, True)
        self._check_keys(members)
        made = set(members)
        _need(len(made) == length)
        return made

    def long_bytes(self, length: int, is_key: bool) -> object:
        _need(length == 1)
        return bytes(self._payload())

    def array(self, length: int, is_key: bool) -> object:
        _need(length == 3 and not is_key)
        value = ArrayValue(self._descr(0), self._shape(), self._payload())
        self._cursor.spend(check(value.descr, value.shape, value.payload))
        return value

    def scalar(self, length: int, is_key: bool) -> object:
        _need(length == 2)
        value = ScalarValue(self._descr(0), bytes(self._payload()))
        self._cursor.spend(check(value.descr, (), value.payload))
        _need(not is_key or is_key_scalar(value.descr))
        return value

    def jpeg(self, length: int, is_key: bool) -> object:
        _need(length == 3)
        width, height = self._cursor.read(), self._cursor.read()
        if type(width) is not int or type(height) is not int:
            raise WireError("a picture without a size")
        value = Jpeg(bytes(self._payload()), width, height)
        jpeg.check(value)
        return value

    def _record(self, tag: int, length: int, is_key: bool) -> object:
        _need(length <= MOST_PARTS)
        value = READERS[tag](*[self._cursor.read() for _ in range(length)])
        _need(not is_key or is_hashable(value))
        return value

    def _check_keys(self, keys: Sequence[object]) -> None:
        reason = self._crowds.why_not(keys)
        if reason:
            raise WireError(f"a value with a dict or a set that is refused, and {reason}")

    def _payload(self) -> Payload:
        """The bytes themselves, or the attachment of this number: each is mentioned once."""
        item = self._cursor.read()
        if isinstance(item, bytes):
            return item
        if type(item) is not int or not 0 <= item < len(self._attachments):
            raise WireError(f"a value with {len(self._attachments)} attachments that mentions another")
        attachment = self._attachments[item]
        if attachment is None:
            raise WireError("a value that mentions an attachment twice")
        self._attachments[item] = None
        return attachment

    def _descr(self, level: int) -> Descr:
        item = self._cursor.read()
        if isinstance(item, str):
            return item
        _need(item is ARRAY and self._cursor.length <= MOST_FIELDS and level < MOST_FIELD_LEVELS)
        return tuple(self._field(level + 1) for _ in range(self._cursor.length))

    def _field(self, level: int) -> Field:
        _need(self._cursor.read() is ARRAY and self._cursor.length in (2, 3))
        has_shape = self._cursor.length == 3
        name = self._cursor.read()
        if not isinstance(name, str):
            raise WireError("an array whose field has no name")
        descr = self._descr(level)
        return (name, descr, self._shape()) if has_shape else (name, descr)

    def _shape(self) -> tuple[int, ...]:
        _need(self._cursor.read() is ARRAY and self._cursor.length <= MOST_DIMENSIONS)
        return tuple(self._side() for _ in range(self._cursor.length))

    def _side(self) -> int:
        side = self._cursor.read()
        if type(side) is not int or side < 0:
            raise WireError("an array with a side that is no length")
        return side


def _need(fact: bool) -> None:
    if not fact:
        raise WireError("a value whose parts do not fit together")


_BULKS: dict[int, Callable[[_Reader, int, bool], object]] = {
    tags.BYTES: _Reader.long_bytes,
    tags.ARRAY: _Reader.array,
    tags.SCALAR: _Reader.scalar,
    tags.JPEG: _Reader.jpeg,
}
_BRANCHES: dict[int, Callable[[_Reader, int, int, bool], object]] = {
    tags.LIST: _Reader.plain_row,
    tags.TUPLE: lambda reader, length, level, is_key: tuple(reader.row(length, level, is_key)),
    tags.DICT: _Reader.pairs,
    tags.SET: _Reader.crowd,
    tags.FROZENSET: lambda reader, length, level, is_key: frozenset(reader.frozen_crowd(length, level)),
}
