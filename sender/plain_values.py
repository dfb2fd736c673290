"""A truth or a number, as a Python object or as a person types it. Each is None for what is neither."""

import math

from camwire.commands.typed import ON_OFF

_TRUTH = {**ON_OFF, "1": True, "0": False}


def truth(value: object) -> bool | None:
    """On or off, in any of the words for it."""
    return _TRUTH.get(str(value).strip().lower())


def number(value: object) -> float | None:
    """A finite number; a truth is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        read = float(value)
    except (ValueError, OverflowError):
        return None
    return read if math.isfinite(read) else None
