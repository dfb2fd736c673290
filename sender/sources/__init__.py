"""What a camera can read: one file each, found by being here."""

import importlib
import pkgutil
import re

from camwire.printable import printable
from sender.asked import Asked
from sender.errors import SourceError
from sender.sources.base import Source

MOST_SHOWN = 80

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


def registered() -> list[type[Source]]:
    """All sources that can be asked for by a word, in the order of the sentence that lists them."""
    return sorted((each for each in Source.__subclasses__() if each.asked_as), key=lambda each: each.rank)


def source_for(spec: str, asked: Asked) -> Source:
    """Make the source that `spec` means. Raises SourceError listing what is possible."""
    if not spec.strip():
        raise SourceError(f"The source is empty. {_possible()}")
    if any(each < " " or "\x7f" <= each < "\xa0" for each in spec):
        raise SourceError(f"There is no source “{_shown(spec)}”: it holds a control character. {_possible()}")
    try:
        matching = [each for each in registered() if each.accepts(spec)]
    except (OSError, ValueError):
        # No system has files of such a name.
        raise SourceError(f"There is no source “{_shown(spec)}”: no file can be called so.") from None
    if not matching:
        raise SourceError(f"There is no source “{_shown(spec)}”. {_possible()}")
    meant = min(matching, key=lambda each: each.is_fallback)
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
