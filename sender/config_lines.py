"""Where in a TOML file something stands; the parser itself does not tell."""

import tomllib
from collections.abc import Sequence
from typing import Any, TypeAlias

Path: TypeAlias = "Sequence[str | int]"
"""Keys, and the numbers of tables in a list of them from 0: ("camera", 1, "fps")."""


def line_of(text: str, path: Path) -> int:
    """The line, from 1, on which what stands at `path` begins. `text` is valid TOML, and holds it.

    The longest beginning of the text that is valid without it ends on the line before.
    """
    lines = text.split("\n")
    without = 0
    for count in range(1, len(lines) + 1):
        try:
            table = tomllib.loads("\n".join(lines[:count]))
        except ValueError:
            continue
        if _holds(table, path):
            break
        without = count
    return without + 1


def _holds(table: Any, path: Path) -> bool:
    for step in path:
        is_there = step in table if isinstance(table, dict) else isinstance(step, int) and step < len(table)
        if not is_there:
            return False
        table = table[step]
    return True
