"""Arrays and numbers of NumPy as values carry them, without NumPy: what an element is, and bytes that are checked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import prod
from reprlib import repr as brief
from typing import TypeAlias

from camwire import limits
from camwire.arrays import MOST_DIMENSIONS
from camwire.frame import Payload

Field: TypeAlias = "tuple[str, Descr] | tuple[str, Descr, tuple[int, ...]]"
Descr: TypeAlias = "str | tuple[Field, ...]"
"""The type of an element as NumPy writes it in `dtype.str`, or its fields: name, type and, if it repeats, shape."""

MOST_FIELDS = 1_000
MOST_FIELD_LEVELS = 8
NAME_CHARACTERS = 200
ITEMS_PER_CHECK = 2

_UNITS = r"(\[([1-9][0-9]{0,8})?(Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\])?"
_PLAIN = re.compile(
    rf"\|[biu]1|[<>][iu][248]|[<>]f[248]|[<>]c(8|16)|[<>][mM]8{_UNITS}|\|[SV][1-9][0-9]{{0,8}}|[<>]U[1-9][0-9]{{0,8}}"
)
_SIZE = re.compile(r"[0-9]+")


class Unfit(ValueError):
    """Not to be sent and not to be taken. The text is the reason, to follow "and"."""


@dataclass(frozen=True, slots=True)
class ArrayValue:
    """An array: `numpy.asarray(it)` makes it NumPy's, without a copy and read-only. `payload` is in C order."""

    descr: Descr
    shape: tuple[int, ...]
    payload: Payload

    # NumPy's arrays are no keys of a dict either.
    __hash__ = None  # type: ignore[assignment]

    @property
    def __array_interface__(self) -> dict[str, object]:
        return _interface(self.descr, self.shape, self.payload)


@dataclass(frozen=True, slots=True)
class ScalarValue:
    """One number, text or moment of NumPy's own types: `numpy.asarray(it)[()]` makes it NumPy's."""

    descr: Descr
    payload: bytes

    @property
    def __array_interface__(self) -> dict[str, object]:
        return _interface(self.descr, (), self.payload)


def _interface(descr: Descr, shape: tuple[int, ...], payload: Payload) -> dict[str, object]:
    # https://numpy.org/doc/stable/reference/arrays.interface.html
    interface: dict[str, object] = {"version": 3, "shape": shape, "data": payload}
    if isinstance(descr, str):
        return interface | {"typestr": descr}
    return interface | {"typestr": f"|V{item_bytes(descr)}", "descr": _as_lists(descr)}


def _as_lists(descr: Descr) -> object:
    if isinstance(descr, str):
        return descr
    return [(field[0], _as_lists(field[1]), *field[2:]) for field in descr]


def item_bytes(descr: Descr) -> int:
    """Return how many bytes an element takes. Raises Unfit, unless NumPy and everybody else reads it in one way."""
    return _bytes_of(descr, [0], 0)


def _bytes_of(descr: Descr, fields: list[int], level: int) -> int:
    if isinstance(descr, str):
        if not _PLAIN.fullmatch(descr):
            raise Unfit(f"elements of type {brief(descr)} cannot be carried")
        size = _SIZE.search(descr)
        assert size is not None
        return int(size[0]) * (4 if descr[1] == "U" else 1)
    fields[0] += len(descr)
    if not descr or fields[0] > MOST_FIELDS or level == MOST_FIELD_LEVELS:
        raise Unfit(f"its elements must have 1 to {MOST_FIELDS:,} fields, nested up to {MOST_FIELD_LEVELS} levels")
    names = {field[0] for field in descr}
    if len(names) < len(descr) or "" in names or max(map(len, names)) > NAME_CHARACTERS:
        raise Unfit(f"its fields need names of their own, of up to {NAME_CHARACTERS} characters")
    if not all(is_text(name) for name in names):
        raise Unfit("a name of its fields holds half of a character (a lone surrogate)")
    return sum(_bytes_of(field[1], fields, level + 1) * _repeats(field) for field in descr)


def _repeats(field: Field) -> int:
    shape: tuple[int, ...] = field[2] if len(field) == 3 else ()
    if len(shape) > MOST_DIMENSIONS or 0 in shape:
        raise Unfit(f"its field {brief(field[0])} has the shape {brief(shape)}")
    return prod(shape)


def check(descr: Descr, shape: tuple[int, ...], payload: Payload) -> int:
    """Raise Unfit unless `payload` is such an array, and every truth value and text in it is one.

    Return what that took, in items of a value: it counts against their limit.
    """
    item = item_bytes(descr)
    if len(shape) > MOST_DIMENSIONS:
        raise Unfit(f"it has {len(shape)} dimensions; {MOST_DIMENSIONS} are possible")
    # An empty array may have sides as well that would fill any memory.
    if prod(side for side in shape if side) * item > limits.MESSAGE_BYTES:
        raise Unfit(
            f"its shape is {brief(shape)}; at most {limits.MESSAGE_BYTES // 1024**2} MB fit into a message. "
            "Send it as a file"
        )
    if prod(shape) * item != len(payload):
        raise Unfit(f"{len(payload):,} bytes are no array of shape {brief(shape)} and {item:,} bytes each")
    places = list(islice(_doubtful(descr, 0), MOST_FIELDS + 1)) if payload else []
    if len(places) > MOST_FIELDS:
        raise Unfit(f"its elements hold more than {MOST_FIELDS:,} texts and truth values")
    if places:
        whole = bytes(payload)
        for kind, first, size in places:
            _check_column(kind, _column(whole, item, first, size, 1 if kind == "b" else 4))
    return len(places) * ITEMS_PER_CHECK


def _doubtful(descr: Descr, at: int) -> Iterator[tuple[str, int, int]]:
    """Where in an element not every byte is good: kind, begin, length. NumPy trusts them, even beyond its memory."""
    if isinstance(descr, str):
        if descr[1] in "bU":
            yield descr[0] if descr[1] == "U" else "b", at, item_bytes(descr)
        return
    for field in descr:
        inner, size, repeats = field[1], item_bytes(field[1]), _repeats(field)
        if isinstance(inner, str):
            for kind, _, _ in _doubtful(inner, at):
                yield kind, at, size * repeats
        elif any(True for _ in _doubtful(inner, at)):
            for turn in range(repeats):
                yield from _doubtful(inner, at + turn * size)
        at += size * repeats


def _column(whole: bytes, item: int, first: int, size: int, unit: int) -> bytes | bytearray:
    """What stands at `first` in every element, `size` bytes in units of `unit`, one after the other in any order."""
    if size == item:
        return whole
    count = len(whole) // item
    if count < size // unit:
        return b"".join(whole[at + first : at + first + size] for at in range(0, len(whole), item))
    column = bytearray(count * size)
    part = count * unit
    for place in range(size):
        begin = place // unit * part + place % unit
        column[begin : place // unit * part + part : unit] = whole[first + place :: item]
    return column


def _check_column(kind: str, column: bytes | bytearray) -> None:
    if kind == "b":
        if column.translate(None, b"\0\1"):
            raise Unfit("one of its truth values is neither true nor false")
        return
    try:
        column.decode("utf-32-le" if kind == "<" else "utf-32-be")
    except UnicodeDecodeError as error:
        raise Unfit("its text holds half of a character (a lone surrogate), or none at all") from error


def is_key_scalar(descr: Descr) -> bool:
    """Whether a checked scalar may be a key: others are none in NumPy, or their hashes can be made to collide."""
    return isinstance(descr, str) and (descr[1] in "biufSU" or (descr[1] in "mM" and "[" in descr))


def is_text(text: str) -> bool:
    """Whether `text` can be written as UTF-8: no half of a character is in it."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
