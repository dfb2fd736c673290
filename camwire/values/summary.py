"""A value as one text for a person, and for search."""

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from camwire import limits
from camwire.values import from_numpy, scalars
from camwire.values.arrays import ArrayValue, ScalarValue
from camwire.values.jpeg import Jpeg

MOST_CHARACTERS = 4_000


def summary(value: object) -> str:
    """Return what a person would call `value`, in at most 4,000 characters. Never raises, whatever it is."""
    text = value if type(value) is str else _Sheet().filled(value)
    if len(text) > MOST_CHARACTERS:
        text = f"{text[: MOST_CHARACTERS - 1]}…"
    # Half of a character can stand in Python's text, and nowhere else.
    return text.encode("utf-8", "replace").decode("utf-8")


class _Full(Exception):
    """There is more text than anybody will read."""


class _Sheet:
    """Text that grows until it is full, so that no value takes long."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._left = MOST_CHARACTERS + 1

    def filled(self, value: object) -> str:
        try:
            if value is None:
                self._add("–")
            else:
                self._write(value, 0)
        except _Full:
            pass
        except Exception:
            # A stranger's object may do anything when it is asked for its name.
            self._pieces.append(f"a value that cannot be shown ({type(value).__name__})")
        return "".join(self._pieces)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._left -= len(text)
        if self._left <= 0:
            raise _Full

    def _write(self, value: Any, level: int) -> None:
        kind = type(value)
        if kind in _BRACKETS:
            self._container(value, level)
        elif kind is str:
            self._add(json.dumps(value[: self._left], ensure_ascii=False))
        elif kind in _WORDS:
            self._add(_WORDS[kind](value))
        elif from_numpy.is_array(value):
            self._add(_of_array(value.shape, scalars.name_of(from_numpy.descr_of(value.dtype))))
        elif from_numpy.is_scalar(value):
            self._add(scalars.text_of(from_numpy.scalar_of(value)))
        else:
            self._add(kind.__name__)

    def _container(self, value: Any, level: int) -> None:
        if level == limits.VALUE_LEVELS:
            self._add("…")
            return
        opening, closing = _BRACKETS[type(value)]
        if not value and type(value) in (set, frozenset):
            self._add("set()")
            return
        self._add(opening)
        if type(value) is dict:
            self._pairs(value, level + 1)
        else:
            self._members(value, level + 1)
        self._add(",)" if type(value) is tuple and len(value) == 1 else closing)

    def _members(self, members: Iterable[object], level: int) -> None:
        for place, inner in enumerate(members):
            if place:
                self._add(", ")
            self._write(inner, level)

    def _pairs(self, pairs: dict[object, object], level: int) -> None:
        for place, (key, inner) in enumerate(pairs.items()):
            if place:
                self._add(", ")
            self._write(key, level)
            self._add(": ")
            self._write(inner, level)


def _of_whole(number: int) -> str:
    try:
        return str(number)
    except ValueError:
        return f"a whole number of about {number.bit_length() * 3 // 10:,} digits"


def _of_array(shape: tuple[int, ...], kind: str) -> str:
    sides = " × ".join(map(str, shape))
    return f"array {sides} {kind}" if sides else f"array of one {kind}"


def _of_bytes(value: bytes) -> str:
    return "1 byte" if len(value) == 1 else f"{len(value):,} bytes"


_BRACKETS: dict[type, tuple[str, str]] = {
    list: ("[", "]"),
    tuple: ("(", ")"),
    dict: ("{", "}"),
    set: ("{", "}"),
    frozenset: ("{", "}"),
}
_WORDS: dict[type, Callable[[Any], str]] = {
    type(None): lambda value: "null",
    bool: lambda value: "true" if value else "false",
    int: _of_whole,
    float: repr,
    complex: str,
    Decimal: str,
    bytes: _of_bytes,
    datetime: str,
    date: str,
    time: str,
    timedelta: str,
    UUID: str,
    Jpeg: lambda value: f"picture {value.width} × {value.height}",
    ArrayValue: lambda value: _of_array(value.shape, scalars.name_of(value.descr)),
    ScalarValue: scalars.text_of,
}
