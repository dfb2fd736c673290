"""Sizes, places and directions, as the bindings offer them. picamera2 adds `to_tuple` and more to them."""

import enum
from dataclasses import dataclass


@dataclass
class Size:
    """In pixels."""

    width: int = 0
    height: int = 0

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"

    def __hash__(self) -> int:
        return hash((self.width, self.height))


@dataclass
class Point:
    """In pixels."""

    x: int = 0
    y: int = 0


@dataclass
class Rectangle:
    """In pixels of the sensor."""

    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0

    def __str__(self) -> str:
        return f"({self.x}, {self.y})/{self.width}x{self.height}"


@dataclass
class SizeRange:
    """What a format may be asked for in."""

    min: Size
    max: Size
    hStep: int = 2
    vStep: int = 2


class Transform:
    """Which way the picture is turned."""

    def __init__(
        self,
        other: "Transform | None" = None,
        rotation: int = 0,
        hflip: bool = False,
        vflip: bool = False,
        transpose: bool = False,
    ) -> None:
        if rotation not in (0, 180):
            raise RuntimeError("Invalid rotation")
        if other is not None:
            hflip, vflip, transpose = other.hflip, other.vflip, other.transpose
        self.hflip: bool = bool(hflip) ^ (rotation == 180)
        self.vflip: bool = bool(vflip) ^ (rotation == 180)
        self.transpose: bool = bool(transpose)

    def __str__(self) -> str:
        turns = [name for name in ("hflip", "vflip", "transpose") if getattr(self, name)]
        return f"<libcamera.Transform '{','.join(turns) or 'identity'}'>"

    # picamera2 gives the class an __eq__ and uses it as a key all the same, as it may with the real one.
    __hash__ = object.__hash__


class Orientation(enum.Enum):
    """Which way up the picture is."""

    Rotate0 = 1
    Rotate0Mirror = 2
    Rotate180 = 3
    Rotate180Mirror = 4
    Rotate90Mirror = 5
    Rotate270 = 6
    Rotate270Mirror = 7
    Rotate90 = 8


MIRRORED = (Orientation.Rotate0Mirror, Orientation.Rotate180)
UPSIDE_DOWN = (Orientation.Rotate180Mirror, Orientation.Rotate180)
