"""H.264 that tells its colours: the Pi's encoder does not say that they have the whole range, as those of JPEG.

A decoder would take them for those of television, and its blacks would be grey or its greys black.
"""

from functools import lru_cache

_START = b"\0\0\1"
_PARAMETERS = 7
# Those with more fields, from ITU-T H.264, 7.3.2.1.1.
_HIGH = (100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135)
_EXTENDED_SHAPE = 255
# A signal of no named kind, in the whole range, with JPEG's matrix, that of BT.601; nothing of primaries and transfer.
_SIGNAL = f"1{5:03b}11{2:08b}{2:08b}{6:08b}"


def told_full_range(payload: bytes) -> bytes:
    """Return a keyframe, in its NAL units with start codes, whose parameters say that it has the whole range.

    Parameters that are not understood stay as they are.
    """
    begin = payload.find(_START)
    while begin >= 0 and begin + 3 < len(payload):
        if payload[begin + 3] & 31 == _PARAMETERS:
            end = payload.find(_START, begin + 3)
            end = len(payload) if end < 0 else end
            # A start code may have a zero more before it.
            unit = payload[begin + 3 : end].rstrip(b"\0")
            return payload[: begin + 3] + _told(unit) + payload[begin + 3 + len(unit) :]
        begin = payload.find(_START, begin + 3)
    return payload


@lru_cache(maxsize=8)
def _told(unit: bytes) -> bytes:
    """A unit of parameters: the same one comes with every keyframe."""
    try:
        bits = _Bits(unit[1:].replace(b"\0\0\3", b"\0\0"))
        bits.skip_to_usability()
        told = bits.with_signal()
    except (IndexError, ValueError):
        return unit
    body = int(told, 2).to_bytes(len(told) // 8, "big")
    return unit[:1] + _kept_apart(body)


class _Bits:
    """Reads sequence parameters, ITU-T H.264 7.3.2.1.1 and E.1.1. Raises ValueError or IndexError at their end."""

    def __init__(self, body: bytes) -> None:
        text = "".join(f"{each:08b}" for each in body)
        # Without what fills the last byte.
        self._text = text[: text.rindex("1")]
        self._at = 0

    def skip_to_usability(self) -> None:
        """To the bit that says whether how to show it is told at all."""
        profile = self._number(8)
        self._at += 16
        self._golomb()
        if profile in _HIGH:
            if self._golomb() == 3:
                self._at += 1
            self._golomb(2)
            self._at += 1
            if self._number(1):
                raise ValueError("scaling matrices")
        self._golomb()
        order = self._golomb()
        if order == 0:
            self._golomb()
        elif order == 1:
            self._at += 1
            self._golomb(2)
            self._golomb(self._golomb())
        self._golomb()
        self._at += 1
        self._golomb(2)
        if not self._number(1):
            self._at += 1
        self._at += 1
        if self._number(1):
            self._golomb(4)

    def with_signal(self) -> str:
        """All bits, with the whole range told; as whole bytes."""
        before = self._text[: self._at] + "1"
        if self._number(1):
            began = self._at
            if self._number(1) and self._number(8) == _EXTENDED_SHAPE:
                self._at += 32
            if self._number(1):
                self._at += 1
            before += self._text[began : self._at]
            if self._number(1):
                self._at += 4
                if self._number(1):
                    self._at += 24
            told = before + _SIGNAL + self._text[self._at :]
        else:
            # Neither shape nor overscan; and behind it no place of colours, no clock, no buffers, no order, no bounds.
            told = before + "00" + _SIGNAL + "000000"
        told += "1"
        return told + "0" * (-len(told) % 8)

    def _number(self, bits: int) -> int:
        self._at += bits
        if self._at > len(self._text):
            raise IndexError("parameters that end early")
        return int(self._text[self._at - bits : self._at], 2)

    def _golomb(self, count: int = 1) -> int:
        """The last of so many numbers in Golomb's code; signed ones are as long."""
        value = 0
        for _ in range(count):
            zeros = self._text.index("1", self._at) - self._at
            self._at += zeros
            value = self._number(zeros + 1) - 1
        return value


def _kept_apart(body: bytes) -> bytes:
    """With a 3 wherever two zeros would look like the beginning of a start code."""
    kept = bytearray()
    zeros = 0
    for each in body:
        if zeros == 2 and each <= 3:
            kept.append(3)
            zeros = 0
        kept.append(each)
        zeros = zeros + 1 if each == 0 else 0
    return bytes(kept)
