"""Colour spaces and pixel formats, as the bindings offer them."""

import enum
from collections.abc import Callable
from typing import Any, TypeAlias

Parts: TypeAlias = tuple[Any, Any, Any, Any]


class PixelFormat:
    """A format by its name. In `RGB888` the bytes are blue, green, red; in `BGR888` red, green, blue."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"libcamera.PixelFormat('{self.name}')"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PixelFormat) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)


class ColorSpace:
    """How numbers are colours."""

    class Primaries(enum.Enum):
        """Of what colours are mixed."""

        Raw = 0
        Smpte170m = 1
        Rec709 = 2
        Rec2020 = 3

    class TransferFunction(enum.Enum):
        """How numbers are brightness."""

        Linear = 0
        Srgb = 1
        Rec709 = 2

    class YcbcrEncoding(enum.Enum):
        """How brightness and colour are taken apart."""

        Null = 0
        Rec601 = 1
        Rec709 = 2
        Rec2020 = 3

    class Range(enum.Enum):
        """Which numbers are used."""

        Full = 0
        Limited = 1

    Raw: "Callable[[], ColorSpace]"
    Sycc: "Callable[[], ColorSpace]"
    Srgb: "Callable[[], ColorSpace]"
    Smpte170m: "Callable[[], ColorSpace]"
    Rec709: "Callable[[], ColorSpace]"
    Rec2020: "Callable[[], ColorSpace]"

    def __init__(
        self,
        primaries: "ColorSpace.Primaries | ColorSpace",
        transferFunction: "TransferFunction | None" = None,
        ycbcrEncoding: "YcbcrEncoding | None" = None,
        range: "Range | None" = None,
    ) -> None:
        if isinstance(primaries, ColorSpace):
            parts = primaries._parts
        else:
            parts = (primaries, transferFunction, ycbcrEncoding, range)
        self.primaries: ColorSpace.Primaries = parts[0]
        self.transferFunction: ColorSpace.TransferFunction = parts[1]
        self.ycbcrEncoding: ColorSpace.YcbcrEncoding = parts[2]
        self.range: ColorSpace.Range = parts[3]

    def __str__(self) -> str:
        return f"<libcamera.ColorSpace '{_NAMES.get(self._parts, self.primaries.name)}'>"

    @property
    def _parts(self) -> "Parts":
        return self.primaries, self.transferFunction, self.ycbcrEncoding, self.range

    # See Transform.
    __hash__ = object.__hash__


_NAMES: "dict[Parts, str]" = {}


def _preset(name: str, primaries: str, transfer: str, encoding: str, span: str) -> "Callable[[], ColorSpace]":
    parts = (
        ColorSpace.Primaries[primaries],
        ColorSpace.TransferFunction[transfer],
        ColorSpace.YcbcrEncoding[encoding],
        ColorSpace.Range[span],
    )
    _NAMES[parts] = name
    return staticmethod(lambda: ColorSpace(*parts))


ColorSpace.Raw = _preset("RAW", "Raw", "Linear", "Null", "Full")
ColorSpace.Sycc = _preset("sYCC", "Rec709", "Srgb", "Rec601", "Full")
ColorSpace.Srgb = _preset("sRGB", "Rec709", "Srgb", "Null", "Full")
ColorSpace.Smpte170m = _preset("SMPTE170M", "Smpte170m", "Rec709", "Rec601", "Limited")
ColorSpace.Rec709 = _preset("Rec709", "Rec709", "Rec709", "Rec709", "Limited")
ColorSpace.Rec2020 = _preset("Rec2020", "Rec2020", "Rec709", "Rec2020", "Limited")
