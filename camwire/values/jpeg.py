"""A picture as a value: JPEG, whose size is known without decoding it."""

from dataclasses import dataclass
from typing import Self

from camwire.errors import UsageError, WireError
from camwire.jpegs import require_bounded
from camwire.values.arrays import Unfit

# Every C0 … CF begins a frame, but those for tables, extensions and arithmetic conditioning (ITU T.81, table B.1).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_MOST_SEGMENTS = 1_000


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A picture, encoded as JPEG, of `width` × `height` pixels as its header says: `Jpeg.of(data)` reads that."""

    data: bytes
    width: int
    height: int

    @classmethod
    def of(cls, data: bytes) -> Self:
        """Raises UsageError where `data` is no JPEG that a viewer would decode."""
        size = _size(data)
        try:
            value = cls(data, *(size or (0, 0)))
            check(value)
        except Unfit as error:
            raise UsageError(f"This is no picture that can be sent: {error}.") from error
        return value


def check(picture: Jpeg) -> None:
    """Raise Unfit unless the picture is one, has the size that it says, and is safe to decode."""
    size = _size(picture.data) if type(picture.data) is bytes else None
    if size is None:
        raise Unfit("its data is not bytes that are JPEG")
    if size != (picture.width, picture.height) or not type(picture.width) is type(picture.height) is int:
        raise Unfit(f"its size is {size[0]:,} × {size[1]:,} pixels, not {picture.width!r} × {picture.height!r}")
    try:
        require_bounded(picture.data, *size)
    except WireError as error:
        raise Unfit(f"no viewer decodes {error}") from error


def _size(data: bytes) -> tuple[int, int] | None:
    """Width and height by the first frame header; None if there is none, or it leaves them open."""
    if data[:2] != b"\xff\xd8":
        return None
    at = 2
    for _ in range(_MOST_SEGMENTS):
        segment = data[at : at + 9]
        if len(segment) < 9 or segment[0] != 0xFF:
            return None
        if segment[1] == 0xFF:
            at += 1
            continue
        if segment[1] in _FRAMES:
            height, width = (int.from_bytes(segment[place : place + 2], "big") for place in (5, 7))
            return (width, height) if width and height else None
        length = int.from_bytes(segment[2:4], "big")
        if length < 2 or 0xD0 <= segment[1] <= 0xDA:
            return None
        at += 2 + length
    return None
