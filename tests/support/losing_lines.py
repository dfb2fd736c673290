"""What is said in the proof that nothing said is lost. Each line follows from who says it and its number alone, so that
whoever hears it can tell whether it came whole, and an end that was killed knows what it would have said next."""

import re

import numpy as np

from camwire import values

COMMAND = "note"
VIEWER = "v"
_NUMBER = re.compile(r"(?:→\w+ #|/note )(\d+)")


def words(writer: str, hearer: str, number: int) -> str:
    """A line as text."""
    return f"{writer}→{hearer} #{number}"


def is_command(number: int) -> bool:
    """Whether the viewer gives a command with this number."""
    return number % 10 == 9


def is_failure(number: int) -> bool:
    """Whether the camera's function fails at it."""
    return number % 50 == 7


def is_asked(number: int) -> bool:
    """Whether the viewer is to hear an answer."""
    return is_command(number) or is_failure(number) or number % 5 == 0


def said(writer: str, hearer: str, number: int) -> object:
    """What is said: text, tables and arrays, a few of them large."""
    line = words(writer, hearer, number)
    if number % 10 == 3:
        return {"line": line, "table": [{"n": n, "square": n * n, "at": (n, None, 0.5)} for n in range(number % 7)]}
    if number % 10 == 6:
        count = 20_000 if number % 250 == 6 else number % 40
        return {"line": line, "samples": np.arange(number, number + count, dtype=np.int64)}
    return line


def answer(hearer: str, number: int) -> object:
    """What a camera answers; None: nothing."""
    line = f"heard {words(VIEWER, hearer, number)}"
    if number % 20 == 0:
        return {"answer": line, "squares": np.arange(number % 30) ** 2}
    return line if is_asked(number) else None


def number_in(text: str) -> int:
    """The number of the line that `text` is, or was made of; 0 if it is none."""
    found = _NUMBER.search(text)
    return int(found[1]) if found else 0


def is_same(value: object, other: object) -> bool:
    """Whether two values are equal on the wire, where arrays can be compared."""
    return [bytes(part) for part in values.encode(value)] == [bytes(part) for part in values.encode(other)]
