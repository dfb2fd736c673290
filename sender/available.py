"""What there is to show on this computer, for `--list-sources`: each kind of source tells of its own."""

import json
import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Available:
    """`source` is what follows `--source`. `note` says why it cannot be used now, if so."""

    source: str
    name: str
    kind: str
    note: str = ""


def available() -> list[Available]:
    """Everything that can be told without opening it. May take a second or two."""
    # The contract of sources names this file.
    from sender.sources import registered

    found: list[Available] = []
    for each in registered():
        try:
            found += each.available()
        except Exception:
            # A driver or a library that fails must not hide the others.
            log.warning("What there is of %s cannot be told.", each.asked_as, exc_info=True)
    return found


def as_text(found: Iterable[Available]) -> str:
    """A table for a person."""
    rows = [("--source", "", ""), *((each.source, each.name, each.note) for each in found)]
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    return "\n".join(f"{source:<{first}}  {name:<{second}}  {note}".rstrip() for source, name, note in rows)


def as_json(found: Iterable[Available]) -> str:
    """The same for programs: {"sources": [{"source", "name", "kind", "note"}]}."""
    return json.dumps({"sources": [asdict(each) for each in found]})
