"""Reads msgpack item by item, so that each is counted and measured before memory is touched for it.

A library would make the whole tree first: a megabyte may hold a million lists, or a map whose keys collide.
"""

from struct import Struct
from typing import Final

from camwire import limits
from camwire.errors import WireError

ARRAY: Final = object()
"""What `read` says of an array: `length` items follow."""

_CONSTANTS = {0xC0: None, 0xC2: False, 0xC3: True}
_NUMBERS = {
    0xCA: Struct(">f"), 0xCB: Struct(">d"),
    0xCC: Struct(">B"), 0xCD: Struct(">H"), 0xCE: Struct(">I"), 0xCF: Struct(">Q"),
    0xD0: Struct(">b"), 0xD1: Struct(">h"), 0xD2: Struct(">i"), 0xD3: Struct(">q"),
}  # fmt: skip
# How many bytes say the length.
_TEXTS = {0xD9: 1, 0xDA: 2, 0xDB: 4}
_BYTES = {0xC4: 1, 0xC5: 2, 0xC6: 4}
_ARRAYS = {0xDC: 2, 0xDD: 4}


class Cursor:
    """A place in a blob. `read` raises WireError at its end, for maps and extensions, and for too many items."""

    def __init__(self, blob: bytes) -> None:
        self.length = 0
        self._blob = blob
        self._at = 0
        self._left = limits.VALUE_ITEMS

    @property
    def is_at_end(self) -> bool:
        return self._at == len(self._blob)

    def spend(self, items: int) -> None:
        """Count `items` more."""
        self._left -= items
        if self._left < 0:
            raise WireError(f"a value of more than {limits.VALUE_ITEMS:,} items")

    def read(self) -> object:
        """The next item: None, a truth value, a number, text, bytes or ARRAY."""
        self.spend(1)
        if self._at >= len(self._blob):
            raise WireError("a value that ends too early")
        code = self._blob[self._at]
        self._at += 1
        if code < 0x80:
            return code
        if code >= 0xE0:
            return code - 0x100
        if 0xA0 <= code < 0xC0:
            return self._text(code & 0x1F)
        if 0x90 <= code < 0xA0:
            return self._array(code & 0x0F)
        if code in _NUMBERS:
            return self._number(_NUMBERS[code])
        if code in _CONSTANTS:
            return _CONSTANTS[code]
        if code in _TEXTS:
            return self._text(self._count(_TEXTS[code]))
        if code in _BYTES:
            return self._bytes(self._count(_BYTES[code]))
        if code in _ARRAYS:
            return self._array(self._count(_ARRAYS[code]))
        raise WireError(f"a value with the msgpack code {code:#x}")

    def _number(self, form: Struct) -> object:
        return form.unpack(self._bytes(form.size))[0]

    def _count(self, size: int) -> int:
        return int.from_bytes(self._bytes(size), "big")

    def _bytes(self, length: int) -> bytes:
        begin = self._at
        self._at += length
        if self._at > len(self._blob):
            raise WireError("a value that ends too early")
        return self._blob[begin : self._at]

    def _text(self, length: int) -> str:
        try:
            return self._bytes(length).decode()
        except UnicodeDecodeError as error:
            raise WireError("a value with text that is not UTF-8") from error

    def _array(self, length: int) -> object:
        # Every item takes a byte at least.
        if length > len(self._blob) - self._at:
            raise WireError(f"a value with an array of {length:,} items that ends too early")
        self.length = length
        return ARRAY
