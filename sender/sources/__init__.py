"""What a camera can read: one file each, found by being here."""

import importlib
import logging
import pkgutil
import re

from camwire.printable import printable
from sender.asked import Asked
from sender.available import Available
from sender.errors import SourceError
from sender.sources.base import Source

MOST_SHOWN = 80

log = logging.getLogger(__name__)

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


def registered() -> list[type[Source]]:
    """All sources that can be asked for by a word, in the order of the sentence that lists them."""
    return sorted((each for each in Source.__subclasses__() if each.asked_as), key=lambda each: each.rank)


def available() -> list[Available]:
    """Everything there is on this computer that can be told without opening it. May take a second or two."""
    found: list[Available] = []
    for each in registered():
        try:
            found += each.available()
        except Exception:
            # A driver or a library that fails must not hide the others.
            log.warning("What there is of %s cannot be told.", each.asked_as, exc_info=True)
    return found


def kind_of(spec: str) -> type[Source] | None:
    """The kind of source that `spec` means; None if it is none. Raises OSError or ValueError, as a file's name may."""
    matching = [each for each in registered() if each.accepts(spec)]
    return min(matching, key=lambda each: each.is_fallback) if matching else None


def source_for(spec: str, asked: Asked) -> Source:
    """Make the source that `spec` means. Raises SourceError listing what is possible."""
    if not spec.strip():
        raise SourceError(f"The source is empty. {_possible()}")
    if any(each < " " or "\x7f" <= each < "\xa0" for each in spec):
        raise SourceError(f"There is no source “{_shown(spec)}”: it holds a control character. {_possible()}")
    try:
        meant = kind_of(spec)
    except (OSError, ValueError):
        # No system has files of such a name.
        raise SourceError(f"There is no source “{_shown(spec)}”: no file can be called so.") from None
    if meant is None:
        what = "folder" if spec.endswith("/") else "source"
        raise SourceError(f"There is no {what} “{_shown(spec)}”. {_possible()}")
    if asked.options and not meant.takes_options:
        *most, last = sorted(asked.options)
        named = f"{', '.join(most)} and {last}" if most else last
        raise SourceError(f"The source “{_shown(spec)}” takes no options of its own. Leave out {named}.")
    return meant.from_spec(spec, asked)


def _possible() -> str:
    *most, last = [each.asked_as for each in registered()]
    return f"Use {', '.join(most)}, or {last}."


def _shown(spec: str) -> str:
    """What was typed, without user and password: logs keep it."""
    known = printable(re.sub(r"//.*@", "//…@", spec, flags=re.DOTALL))
    return known if len(known) <= MOST_SHOWN else f"{known[:MOST_SHOWN]}…"
