"""Sentences in the language of who reads them. Whoever shows them says how they are translated; until then, English."""

from collections.abc import Callable
from typing import TypeAlias

Lookup: TypeAlias = Callable[[str, int], str]
"""From an English text, and the number that decides its plural (-1 where none does), to the one in force."""


def _english(text: str, number: int) -> str:
    # The plural forms of English are looked up, too; this is for programs without a window.
    return text


NUMBERS = (float, int)

_lookup: Lookup = _english
_signs: dict[int, str] = {}


def translate_by(lookup: Lookup | None, point: str = ".", group: str = ",") -> None:
    """Ask `lookup` from now on; None: nobody, and texts stay as they are written. `point` stands before decimals,
    `group` between thousands."""
    global _lookup, _signs
    _lookup = lookup or _english
    _signs = str.maketrans({".": point, ",": group}) if (point, group) != (".", ",") else {}


def tr(text: str, number: int = -1, /, **values: object) -> str:
    """`text` in the language in force. `{name}` in it becomes the value of that name, and `%n` the `number`.

    `text` is a literal, or was marked by `phrase`, so that it can be collected. What a camera or a person wrote comes
    in by `values`, which are never read for braces of their own; numbers among them are written as the language does.
    """
    found = _lookup(text, number)
    if number >= 0:
        found = found.replace("%n", figure(number, ","))
    if not values:
        return found
    if _signs:
        values = {name: _Local(value) if isinstance(value, NUMBERS) else value for name, value in values.items()}
    return found.format(**values)


def as_written(text: str, number: int = -1, /, **values: object) -> str:
    """The same as `tr` in English, whatever is in force: what another program says."""
    text = text.replace("%n", str(number)) if number >= 0 else text
    return text.format(**values) if values else text


def phrase(text: str) -> str:
    """`text`, marked to be collected where it stands and translated by `tr` later, where it is shown: for tables that
    are made before anybody knows the language."""
    return text


def figure(number: float, form: str) -> str:
    """`number` in a `form` such as `.1f` or `,`, with the language's own decimal point and separators."""
    return format(number, form).translate(_signs)


class _Local:
    """A number that writes itself as the language does."""

    def __init__(self, number: float) -> None:
        self._number = number

    def __format__(self, form: str) -> str:
        # Without a form it is a name, such as a port, as often as an amount.
        return figure(self._number, form) if form else str(self._number)

    def __str__(self) -> str:
        return str(self._number)
