"""The JPEG of cameras made fit for everybody, without decoding: whole ones only, and with the tables they leave out.

Motion JPEG may lack Huffman tables, because they are always the same; some decoders know them, others fail.
"""

from typing import NamedTuple

from camwire.errors import UsageError
from sender.asked import Size

BEGIN, END = b"\xff\xd8", b"\xff\xd9"
# Drivers fill their buffers up with zeros behind the JPEG.
PADDING_BYTES = 4096
MOST_HEADERS = 64
# Kinds of headers (ITU T.81, table B.1).
TABLES, SCAN = 0xC4, 0xDA
START_OF_SCAN = bytes([0xFF, SCAN])
FRAMES = frozenset(range(0xC0, 0xD0)) - {TABLES, 0xC8, 0xCC}


def _table(kind: int, counts: str, symbols: bytes) -> bytes:
    """A table: its class and number, how many codes there are of each length, and what they stand for."""
    return bytes([kind]) + bytes.fromhex(counts) + symbols


# ITU T.81, tables K.3 to K.6.
_BRIGHTNESS = bytes.fromhex(
    "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435"
    "363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798"
    "999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4"
    "f5f6f7f8f9fa"
)
_COLOUR = bytes.fromhex(
    "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a"
    "35363738393a434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a9293949596"
    "9798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4"
    "f5f6f7f8f9fa"
)
_ALL = (
    _table(0x00, "00010501010101010100000000000000", bytes(range(12)))
    + _table(0x10, "0002010303020403050504040000017d", _BRIGHTNESS)
    + _table(0x01, "00030101010101010101010000000000", bytes(range(12)))
    + _table(0x11, "00020102040403040705040400010277", _COLOUR)
)
USUAL_TABLES = b"\xff" + bytes([TABLES]) + (len(_ALL) + 2).to_bytes(2, "big") + _ALL


class WholeJpeg(NamedTuple):
    """A JPEG that any decoder reads."""

    data: bytes
    width: int
    height: int


class _Headers(NamedTuple):
    raw: bytes
    """All bytes up to the scan, and the mark with which it begins."""
    width: int
    height: int
    has_tables: bool


class MotionJpeg:
    """For one camera: its pictures mostly have the same headers every time, which are read once."""

    def __init__(self) -> None:
        self._last: _Headers | None = None

    def whole(self, raw: bytes) -> WholeJpeg | None:
        """The picture that a driver gave, padded as it may be; None when it was cut off or is none.

        One that claims a size that no picture here has is none: who decoded it would need gigabytes.
        """
        end = raw.rfind(END, max(0, len(raw) - PADDING_BYTES)) + len(END)
        last = self._last
        headers = last if last is not None and raw.startswith(last.raw) else _read(raw)
        if headers is None or end < len(headers.raw):
            return None
        self._last = headers
        if not headers.has_tables:
            scan = len(headers.raw) - len(START_OF_SCAN)
            jpeg = b"".join((raw[:scan], USUAL_TABLES, memoryview(raw)[scan:end]))
            return WholeJpeg(jpeg, headers.width, headers.height)
        # All of it is the same object, which costs no copy.
        return WholeJpeg(raw[:end], headers.width, headers.height)


def _read(raw: bytes) -> _Headers | None:
    place, width, height, has_tables = len(BEGIN), 0, 0, False
    if not raw.startswith(BEGIN):
        return None
    for _ in range(MOST_HEADERS):
        # As long as a picture is after its headers, too.
        if place + 10 > len(raw) or raw[place] != 0xFF:
            return None
        kind = raw[place + 1]
        if kind == SCAN:
            up_to_scan = raw[: place + len(START_OF_SCAN)]
            return _Headers(up_to_scan, width, height, has_tables) if _is_possible(width, height) else None
        if kind in FRAMES:
            height, width = (int.from_bytes(raw[place + at : place + at + 2], "big") for at in (5, 7))
        has_tables |= kind == TABLES
        place += 2 + int.from_bytes(raw[place + 2 : place + 4], "big")
    return None


def _is_possible(width: int, height: int) -> bool:
    try:
        Size(width, height).checked()
    except UsageError:
        return False
    return True
