"""Where in a TOML file something stands; the parser itself does not tell."""

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

Path: TypeAlias = "Sequence[str | int]"
"""Keys, and the numbers of tables in a list of them from 0: ("camera", 1, "fps")."""
_Steps: TypeAlias = "tuple[str | int, ...]"

# No word of a configuration stands deeper; without an end, one long key would take the memory of thousands.
MOST_STEPS = 4
# What may hold brackets or line ends that mean nothing, the brackets and line ends that mean something.
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)


def line_of(text: str, path: Path) -> int:
    """The line, from 1, on which begins what stands at `path`, or `MOST_STEPS` deep on the way to it.

    `text` is valid TOML, and holds it.
    """
    return _lines(text)[tuple(path[:MOST_STEPS])]


# All mistakes of one file are told together.
@functools.lru_cache(maxsize=1)
def _lines(text: str) -> Mapping[_Steps, int]:
    """The line of everything, found in one go: a search for each would read the file again and again."""
    found: dict[_Steps, int] = {}
    counts: dict[_Steps, int] = {}
    above: _Steps = ()
    for line, statement in _statements(text):
        table = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            above = _header(table, counts)
            for end in range(1, len(above) + 1):
                found.setdefault(above[:end], line)
        else:
            _note(found, above, table, line)
    return found


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each header of a table and each key with its value, and the line on which it begins."""
    line, begin, depth = 1, 0, 0
    for token in _TOKEN.finditer(text + "\n"):
        sign = token[0]
        if sign in ("[", "{"):
            depth += 1
        elif sign in ("]", "}"):
            depth -= 1
        elif sign == "\n" and depth == 0:
            statement = text[begin : token.start()]
            if statement.strip() and not statement.lstrip().startswith("#"):
                yield line, statement
            line += statement.count("\n") + 1
            begin = token.end()


def _header(table: dict[str, Any], counts: dict[_Steps, int]) -> _Steps:
    """What [a.b] or [[a.b]] is the beginning of. `counts` has how many tables each list has until now."""
    above: _Steps = ()
    while table and len(above) < MOST_STEPS:
        ((key, inner),) = table.items()
        above = (*above, key)
        if isinstance(inner, list):
            counts[above] = counts.get(above, 0) + 1
            (inner,) = inner
        if above in counts:
            above = (*above, counts[above] - 1)
        table = inner
    return above[:MOST_STEPS]


def _note(found: dict[_Steps, int], above: _Steps, value: object, line: int) -> None:
    if above:
        found.setdefault(above, line)
    if len(above) < MOST_STEPS and isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            _note(found, (*above, step), inner, line)
