"""The last check before picamera2, which looks at names only: a wrong type would end its thread, and the camera."""

import math
from collections.abc import Sequence

from camwire.errors import UsageError
from sender import plain_values
from sender.picamera.crop import Rectangle
from sender.picamera.legacy import Region, Share
from sender.picamera.reading_options import numbers
from sender.picamera.told import PAIRS, Told

ZERO_IS_AUTOMATIC = ("ExposureTime", "AnalogueGain")
"""picamera2 itself gives these back to the camera at 0."""
RATE = "FrameDurationLimits"
ROUNDED = 0.5
"""What becomes of a fraction is nothing to tell."""
WHOLE = ("Byte", "Unsigned16", "Unsigned32", "Integer32", "Integer64")


def passed(told: Told, value: object) -> object:
    """`value` in the very type that the driver takes, and within its bounds. Raises UsageError with the range."""
    if told.name in PAIRS:
        return _pair(told, value)
    if told.is_array and told.kind != "Rectangle":
        raise UsageError(f"{told.name} cannot be set here: it takes several values.")
    match told.kind:
        case "Bool":
            return _truth(told, value)
        case "Float":
            return float(_number(told, value))
        case "Rectangle":
            return _rectangles(told, value)
        case kind if kind in WHOLE:
            return _choice(told, value) if told.choices else round(_number(told, value))
    raise UsageError(f"{told.name} cannot be set here: it is a {told.kind}.")


def limited(name: str, asked: object, driven: object) -> str:
    """A sentence, where a number that was `asked` lies beyond the range and became its end; empty where not."""
    if name == RATE and isinstance(asked, tuple) and isinstance(driven, tuple) and asked != driven:
        most = f"{1e6 / driven[0]:.4g}"
        return f"{1e6 / asked[0]:.4g} pictures a second are none that this camera gives in this size. It gives {most}."
    before, after = plain_values.number(asked), plain_values.number(driven)
    if (
        before is None
        or after is None
        or math.isclose(before, after, rel_tol=1e-6, abs_tol=ROUNDED if isinstance(driven, int) else 0)
    ):
        return ""
    return f"{name} {before:,g} is beyond what this camera takes. It has {after:,g}."


def range_of(told: Told) -> str:
    """What the control can be, as a sentence."""
    if told.kind == "Bool":
        return f"{told.name} is on or off."
    if told.choices:
        return f"{told.name} is one of: {', '.join(told.choices.values())}."
    if told.kind == "Rectangle":
        return f"{told.name} is x, y, width and height, within {told.most}."
    each = "two numbers, each" if told.name in PAIRS else "a number"
    return f"{told.name} is {each} from {told.least} to {told.most}."


def _truth(told: Told, value: object) -> bool:
    read = plain_values.truth(value)
    if read is None:
        raise UsageError(range_of(told))
    return read


def _number(told: Told, value: object) -> float:
    if isinstance(value, Share):
        return _shared(told, value.share)
    read = plain_values.number(value)
    if read is None:
        raise UsageError(range_of(told))
    if read == 0 and told.name in ZERO_IS_AUTOMATIC:
        return 0.0
    return _clamped(told, read)


def _clamped(told: Told, number: float) -> float:
    least = told.least if _is_number(told.least) else -math.inf
    most = told.most if _is_number(told.most) else math.inf
    return max(least, min(most, number))


def _shared(told: Told, share: float) -> float:
    """In two straight lines: from the least over 1, which changes nothing, to the most."""
    return _clamped(told, 1 + share * ((told.most - 1) if share > 0 else (1 - told.least)))


def _choice(told: Told, value: object) -> int:
    word = str(value).strip().lower().replace("_", "")
    for number, name in told.choices.items():
        if name.replace("_", "") == word:
            return number
    # An enumeration of libcamera is a number, too.
    read = plain_values.number(value) if isinstance(value, str) else _whole(value)
    if isinstance(value, bool) or read is None or read not in told.choices:
        raise UsageError(range_of(told))
    return int(read)


def _whole(value: object) -> int | None:
    try:
        return int(value) if not isinstance(value, float) or value == int(value) else None  # type: ignore[call-overload]
    except (TypeError, ValueError, OverflowError):
        return None


def _pair(told: Told, value: object) -> tuple[float, float]:
    read = numbers(value)
    if read is None or len(read) != 2:
        raise UsageError(range_of(told))
    first, second = (_clamped(told, each) for each in read)
    return (float(first), float(second)) if told.kind == "Float" else (round(first), round(second))


def _rectangles(told: Told, value: object) -> object:
    """One rectangle, or a list of them where the control takes several."""
    if isinstance(value, Region):
        if not _is_rectangle(told.most):
            raise UsageError(range_of(told))
        x, y, width, height = told.most
        value = (x + value.x * width, y + value.y * height, value.width * width, value.height * height)
    if not told.is_array:
        return _rectangle(told, value)
    is_nested = isinstance(value, list | tuple) and value and all(isinstance(each, list | tuple) for each in value)
    several = value if is_nested and isinstance(value, Sequence) else [value]
    return [_rectangle(told, each) for each in several]


def _rectangle(told: Told, value: object) -> tuple[int, ...]:
    read = numbers(value)
    if read is None or len(read) != 4 or not _is_rectangle(told.most) or min(read[2:]) < 1:
        raise UsageError(range_of(told))
    whole, least = Rectangle(*told.most), told.least if _is_rectangle(told.least) else (0, 0, 1, 1)
    width = min(max(round(read[2]), least[2]), whole.width)
    height = min(max(round(read[3]), least[3]), whole.height)
    x = min(max(round(read[0]), whole.x), whole.x + whole.width - width)
    y = min(max(round(read[1]), whole.y), whole.y + whole.height - height)
    return x, y, width, height


def _is_rectangle(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 4 and value[2] > 0 and value[3] > 0


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
