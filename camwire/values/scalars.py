"""NumPy's types and scalars in words, without NumPy."""

import struct
from datetime import datetime, timedelta
from math import isfinite

from camwire.values.arrays import Descr, ScalarValue

_NAMES = {"b": "bool", "i": "int", "u": "uint", "f": "float", "c": "complex", "S": "bytes", "U": "text", "V": "raw"}
_FORMS = {"i1": "b", "i2": "h", "i4": "i", "i8": "q", "u1": "B", "u2": "H", "u4": "I", "u8": "Q", "b1": "?"}
_FLOATS = {"f2": "e", "f4": "f", "f8": "d", "c8": "ff", "c16": "dd"}
_UNITS = {
    "W": 7 * 86_400_000_000,
    "D": 86_400_000_000,
    "h": 3_600_000_000,
    "m": 60_000_000,
    "s": 1_000_000,
    "ms": 1_000,
}
_EPOCH = datetime(1970, 1, 1)
_NOT_A_TIME = -(2**63)


def name_of(descr: Descr) -> str:
    """What people call the type: `uint8`, `datetime64[s]`, `(x, y)`."""
    if not isinstance(descr, str):
        return f"({', '.join(field[0] for field in descr)})"
    if descr[1] in "mM":
        return f"{'datetime' if descr[1] == 'M' else 'timedelta'}64{descr[3:]}"
    if descr[1] in "biufc":
        return "bool" if descr[1] == "b" else f"{_NAMES[descr[1]]}{8 * int(descr[2:])}"
    return _NAMES[descr[1]]


def text_of(value: ScalarValue) -> str:
    """What a person reads: the number, the text, the moment."""
    descr = value.descr
    if not isinstance(descr, str) or descr[1] == "V":
        return f"one {name_of(descr)}"
    if descr[1] == "U":
        return value.payload.decode("utf-32-le" if descr[0] == "<" else "utf-32-be").rstrip("\0")
    if descr[1] == "S":
        return f"{len(value.payload):,} bytes"
    order = "<" if descr[0] == "|" else descr[0]
    if descr[1] in "fc":
        return _of_floats(order + _FLOATS[descr[1:]], value.payload)
    if descr[1] in "mM":
        return _of_moment(descr, int(struct.unpack(order + "q", value.payload)[0]))
    number = struct.unpack(order + _FORMS[descr[1:]], value.payload)[0]
    return str(number).lower()


def _of_floats(form: str, payload: bytes) -> str:
    numbers = [_shortest(form[:2], float(each)) for each in struct.unpack(form, payload)]
    if len(numbers) == 1:
        return repr(numbers[0])
    return str(complex(*numbers))


def _shortest(form: str, number: float) -> float:
    """The number of the fewest digits that this type does not tell from `number`: 0.1, not 0.10000000149011612."""
    if form[1] == "d" or not isfinite(number):
        return number
    for digits in range(1, 10):
        shorter = float(f"{number:.{digits}g}")
        try:
            if struct.pack(form, shorter) == struct.pack(form, number):
                return shorter
        except OverflowError:
            continue
    return number


def _of_moment(descr: str, count: int) -> str:
    unit = descr[4:-1]
    if count == _NOT_A_TIME:
        return "not a time"
    microseconds = count if unit == "us" else count * _UNITS.get(unit, 0)
    if descr[1] == "m":
        return f"{count} {unit}".strip()
    if not microseconds and count:
        return f"{count} {unit} since 1970".replace("  ", " ")
    try:
        return str(_EPOCH + timedelta(microseconds=microseconds))
    except OverflowError:
        return f"{count} {unit} since 1970"
