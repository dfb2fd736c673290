"""What a control is to the bindings: its id, its bounds, and the conversion of values, with their errors."""

import enum
from dataclasses import dataclass, field
from typing import Any

from tests.simulated_pi.bindings.geometry import Point, Rectangle, Size


class ControlType(enum.Enum):
    """Of which type a control's values are."""

    Null = 0
    Bool = 1
    Byte = 2
    Integer32 = 5
    Integer64 = 6
    Float = 7
    String = 8
    Rectangle = 9
    Size = 10
    Point = 11


class ControlId:
    """A control's name, number and type."""

    def __init__(self, id: int, name: str, type: ControlType, vendor: str = "libcamera") -> None:
        self.id = id
        self.name = name
        self.type = type
        self.vendor = vendor

    def __repr__(self) -> str:
        return f"libcamera.ControlId({self.id}, {self.vendor}.{self.name}, {self.type})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ControlId) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass
class ControlInfo:
    """Bounds of a control. `values` are the possible ones, where these are few."""

    min: Any
    max: Any
    default: Any
    values: list[Any] = field(default_factory=list)


_WHOLE = {
    ControlType.Byte: (0, 2**8 - 1),
    ControlType.Integer32: (-(2**31), 2**31 - 1),
    ControlType.Integer64: (-(2**63), 2**63 - 1),
}
_OBJECTS = {ControlType.Rectangle: Rectangle, ControlType.Size: Size, ControlType.Point: Point}
_CPP = {
    ControlType.Bool: "bool",
    ControlType.Byte: "unsigned char",
    ControlType.Integer32: "int",
    ControlType.Integer64: "long",
    ControlType.Float: "float",
}


def converted(value: Any, kind: ControlType) -> Any:
    """`value` as the bindings hand it on; lists and tuples item by item. Raises RuntimeError, as they do."""
    if isinstance(value, list | tuple):
        return tuple(_converted(each, kind) for each in value)
    return _converted(value, kind)


def _converted(value: Any, kind: ControlType) -> Any:
    """One value. The bindings take neither text nor, where whole numbers are wanted, fractions; no range but C's."""
    if kind in _WHOLE and hasattr(value, "__index__"):
        least, most = _WHOLE[kind]
        if least <= value.__index__() <= most:
            return value.__index__()
    elif kind is ControlType.Float and hasattr(value, "__float__"):
        return float(value)
    elif kind is ControlType.Bool and (value is None or hasattr(value, "__bool__")):
        return bool(value)
    elif kind in _OBJECTS and isinstance(value, _OBJECTS[kind]):
        return value
    raise RuntimeError(
        f"Unable to cast Python instance of type {type(value)} to C++ type '{_CPP.get(kind, kind.name)}'"
    )
