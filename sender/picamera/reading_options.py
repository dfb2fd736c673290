"""One value of an option, as a Python object or as text, checked. Each raises UsageError that says what is possible."""

from collections.abc import Sequence

from camwire.errors import UsageError
from sender import plain_values
from sender.words import briefly


def truth(name: str, value: object) -> bool:
    """On or off."""
    read = plain_values.truth(value)
    if read is None:
        raise UsageError(f"The option {name} is on or off, not {briefly(value)}.")
    return read


def number(name: str, value: object, least: float, most: float) -> float:
    """A number from `least` to `most`."""
    read = plain_values.number(value)
    if read is None or not least <= read <= most:
        raise UsageError(f"The option {name} is a number from {least:g} to {most:g}, not {briefly(value)}.")
    return read


def whole(name: str, value: object, least: int, most: int) -> int:
    """A whole number from `least` to `most`."""
    read = plain_values.number(value)
    if read is None or not least <= read <= most or read != int(read):
        raise UsageError(f"The option {name} is a whole number from {least} to {most}, not {briefly(value)}.")
    return int(read)


def choice(name: str, value: object, choices: Sequence[str]) -> str:
    """One of `choices`, in any case."""
    for each in choices:
        if str(value).strip().lower() == each.lower():
            return each
    raise UsageError(f"The option {name} is one of {', '.join(choices)}, not {briefly(value)}.")


def numbers(value: object) -> list[float] | None:
    """Several numbers: a list, a tuple, or `1.5,2`. One number is several, too. None for anything else."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, Sequence):
        parts = [parts]
    read = [plain_values.number(each) for each in parts]
    found = [each for each in read if each is not None]
    return found if found and len(found) == len(read) else None
