"""Names of commands and arguments, as people type them: capitals do not matter, and - is as good as _."""

import difflib
import re
from collections.abc import Iterable
from typing import Protocol, TypeVar

from camwire.wording import SHOWN_CHARACTERS

# The exact look takes long, and is asked for at every key.
NEAREST = 20
# The beginning of `name=value`.
NAMED = re.compile(r"([A-Za-z][\w-]*)=")


class HasName(Protocol):
    """A command, or a parameter."""

    @property
    def name(self) -> str: ...


NamedT = TypeVar("NamedT", bound=HasName)


def found(name: str, things: Iterable[NamedT]) -> NamedT | None:
    """The one of that name, if there is one."""
    wanted = folded(name)
    return next((each for each in things if folded(each.name) == wanted), None)


def folded(name: str) -> str:
    """What all ways to type a name have in common."""
    return name.lower().replace("_", "-")


def nearest(name: str, things: Iterable[HasName]) -> str | None:
    """The name that was probably meant, if one is near enough."""
    typed = folded(name)[: 2 * SHOWN_CHARACTERS]
    letters = set(typed)
    names = sorted(
        (each.name for each in things),
        key=lambda known: abs(len(known) - len(typed)) - len(letters.intersection(known)),
    )
    near = difflib.get_close_matches(typed, names[:NEAREST], 1)
    return near[0] if near else None
