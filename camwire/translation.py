"""Sentences in the language of who reads them. Whoever shows them says how they are translated; until then, English."""

from collections.abc import Callable
from typing import TypeAlias

Lookup: TypeAlias = Callable[[str, int], str]
"""From an English text, and the number that decides its plural (-1 where none does), to the one in force."""


def _english(text: str, number: int) -> str:
    return text


_lookup: Lookup = _english


def translate_by(lookup: Lookup | None) -> None:
    """Ask `lookup` from now on; None: nobody, and texts stay as they are written."""
    global _lookup
    _lookup = lookup or _english


def tr(text: str, number: int = -1, /, **values: object) -> str:
    """`text` in the language in force. `{name}` in it becomes the value of that name, and `%n` the `number`.

    `text` is a literal, so that it can be collected; what a camera or a person wrote comes in by `values`, which are
    never read for braces of their own.
    """
    found = _lookup(text, number)
    if number >= 0:
        found = found.replace("%n", str(number))
    return found.format(**values) if values else found
