"""A value as parts of a message: a blob of msgpack and, beside it, what is long."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

import msgspec

from camwire import limits
from camwire.errors import UsageError
from camwire.frame import Payload
from camwire.values import from_numpy, jpeg
from camwire.values import tags as tags
from camwire.values.arrays import ArrayValue, Descr, ScalarValue, Unfit, check, is_key_scalar, is_text
from camwire.values.jpeg import Jpeg
from camwire.values.keys import Crowds
from camwire.values.records import WRITERS, of_int
from camwire.values.refusal import Refused, key_of

_ENCODER = msgspec.msgpack.Encoder()
_MOST_BESIDE = limits.PARTS - 2
_LARGE = "Send it as a NumPy array or as a file"
_INSTEAD: dict[type, str] = {bytearray: "bytes", memoryview: "bytes", range: "a list"}


def encode(value: object) -> list[Payload]:
    """Return the blob and its attachments, which are the memory of `value` itself: change none of it until it is sent.

    Raises UsageError that names the place in `value` of what cannot be sent.
    """
    writer = _Writer()
    try:
        tree = writer.write(value, 0, False)
    except Refused as refused:
        raise refused.in_words() from refused
    attachments = writer.place()
    blob = _ENCODER.encode(tree)
    if len(blob) > limits.VALUE_BYTES:
        raise UsageError(
            f"The message cannot be sent: it takes {len(blob):,} bytes beside its {len(attachments)} largest arrays "
            f"and bytes, and {limits.VALUE_BYTES:,} are possible. {_LARGE}."
        )
    parts = [blob, *attachments]
    size = sum(map(len, parts))
    if size > limits.MESSAGE_BYTES:
        raise UsageError(
            f"The message cannot be sent: it takes {size:,} bytes, and {limits.MESSAGE_BYTES:,} are possible. "
            "Send it as a file."
        )
    return parts


class _Writer:
    """Makes the tree that the blob is, and keeps what travels beside it."""

    def __init__(self) -> None:
        self._items = 0
        self._crowds = Crowds()
        self._beside: list[tuple[list[object], Payload]] = []

    def write(self, value: Any, level: int, is_key: bool) -> object:
        kind = type(value)
        self._count(1)
        if kind is str:
            return _checked_text(value)
        if kind is int:
            return value if -(2**63) <= value < 2**64 else self._record(of_int(value))
        if value is None or kind is bool or kind is float:
            return value
        if kind in WRITERS:
            return self._record(WRITERS[kind](value, is_key))
        if kind in _BRANCHES:
            if level == limits.VALUE_LEVELS:
                raise Refused(kind.__name__, f"values can be nested {level} levels deep, no deeper")
            self._count(1)
            return _BRANCHES[kind](self, value, level + 1, is_key)
        try:
            return self._bulk(value, is_key)
        except Unfit as unfit:
            raise Refused(kind.__name__, str(unfit)) from unfit

    def place(self) -> list[Payload]:
        """What travels beside the tree: of too many the largest, and the others go into it."""
        by_size = sorted(range(len(self._beside)), key=lambda place: -len(self._beside[place][1]))
        chosen = set(by_size[:_MOST_BESIDE])
        attachments: list[Payload] = []
        for place, (record, payload) in enumerate(self._beside):
            if place in chosen:
                record.append(len(attachments))
                attachments.append(payload)
            else:
                record.append(bytes(payload))
        return attachments

    def row(self, tag: int, value: Iterable[object], level: int, is_key: bool) -> object:
        tree: list[object] = [tag]
        try:
            for inner in value:
                tree.append(self.write(inner, level, is_key))
        except Refused as refused:
            refused.inside(value, f"[{len(tree) - 1}]")
            raise
        return tree

    def crowd(self, tag: int, value: Collection[object], level: int) -> object:
        self._check_keys(value)
        try:
            return [tag, *[self.write(inner, level, True) for inner in value]]
        except Refused as refused:
            refused.inside(value, "", "a member of ")
            raise

    def pairs(self, value: dict[object, object], level: int) -> object:
        self._check_keys(value)
        tree: list[object] = [tags.DICT]
        key: object = None
        try:
            for key, inner in value.items():
                tree.append(self.write(key, level, True))
                tree.append(self.write(inner, level, False))
        except Refused as refused:
            if len(tree) % 2:
                refused.inside(value, "", "a key of ")
            else:
                refused.inside(value, key_of(key))
            raise
        return tree

    def _bulk(self, value: Any, is_key: bool) -> object:
        """What has bytes of its own, in the blob or beside it. Raises Unfit."""
        kind = type(value)
        if kind is bytes:
            return value if len(value) <= tags.INLINE_BYTES else self._with_bytes([tags.BYTES], value)
        if kind is Jpeg:
            jpeg.check(value)
            return self._with_bytes([tags.JPEG, value.width, value.height], value.data)
        if from_numpy.is_array(value):
            return self._array(from_numpy.array_of(value))
        if from_numpy.is_scalar(value):
            if is_key and from_numpy.is_nan(value):
                raise Unfit("what is not a number can be no key. Send Python's own")
            return self._scalar(from_numpy.scalar_of(value), is_key)
        if kind is ArrayValue or kind is ScalarValue:
            try:
                return self._array(value) if kind is ArrayValue else self._scalar(value, is_key)
            except (TypeError, LookupError, AttributeError) as error:
                raise Unfit("it was not made by decode. Send NumPy's own") from error
        raise Unfit(_why_unknown(kind))

    def _array(self, value: ArrayValue) -> object:
        self._count(check(value.descr, value.shape, value.payload))
        self._count(_items_of(value.descr) - 1 + len(value.shape))
        return self._with_bytes([tags.ARRAY, value.descr, value.shape], value.payload)

    def _scalar(self, value: ScalarValue, is_key: bool) -> object:
        if is_key and not is_key_scalar(value.descr):
            raise Unfit("of NumPy's own types only plain numbers, texts and moments can be keys")
        self._count(check(value.descr, (), value.payload))
        self._count(_items_of(value.descr) - 1)
        return self._with_bytes([tags.SCALAR, value.descr], value.payload)

    def _with_bytes(self, record: list[object], payload: Payload) -> object:
        """Add `payload` to `record`, or its number among the attachments when that is known."""
        self._count(len(record) + 1)
        if len(payload) > tags.INLINE_BYTES:
            self._beside.append((record, payload))
        else:
            record.append(bytes(payload))
        return record

    def _record(self, record: list[object]) -> object:
        self._count(len(record))
        return record

    def _check_keys(self, keys: Collection[object]) -> None:
        reason = self._crowds.why_not(keys)
        if reason:
            raise Refused(type(keys).__name__, reason)

    def _count(self, items: int) -> None:
        self._items += items
        if self._items > limits.VALUE_ITEMS:
            raise Refused("one too many", f"{limits.VALUE_ITEMS:,} items are possible in all. {_LARGE}")


def _checked_text(value: str) -> str:
    if len(value) > limits.VALUE_BYTES:
        raise Refused("too long", f"{limits.VALUE_BYTES:,} bytes of text are possible. Send it as a file")
    if not is_text(value):
        raise Refused("str", "it holds half of a character (a lone surrogate)")
    return value


def _items_of(descr: Descr) -> int:
    """How many items of msgpack the type of an element takes."""
    if isinstance(descr, str):
        return 1
    return 1 + sum(2 + _items_of(field[1]) + (1 + len(field[2]) if len(field) == 3 else 0) for field in descr)


def _why_unknown(kind: type) -> str:
    for base in kind.__mro__[1:]:
        if base in _CARRIED or (base.__module__, base.__name__) == ("numpy", "ndarray"):
            return f"only {base.__name__} itself can be carried, no other kind of it"
    return f"that cannot be carried. Send {_INSTEAD[kind]}" if kind in _INSTEAD else "that cannot be carried"


_BRANCHES: dict[type, Callable[[_Writer, Any, int, bool], object]] = {
    list: lambda writer, value, level, is_key: writer.row(tags.LIST, value, level, is_key),
    tuple: lambda writer, value, level, is_key: writer.row(tags.TUPLE, value, level, is_key),
    dict: lambda writer, value, level, is_key: writer.pairs(value, level),
    set: lambda writer, value, level, is_key: writer.crowd(tags.SET, value, level),
    frozenset: lambda writer, value, level, is_key: writer.crowd(tags.FROZENSET, value, level),
}
_CARRIED = frozenset((str, int, float, bytes, Jpeg, ArrayValue, ScalarValue, *WRITERS, *_BRANCHES))
