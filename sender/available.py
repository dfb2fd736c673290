"""What there is to show on this computer, told to a person or a program."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Available:
    """`source` is what follows `--source`. `note` says why it cannot be used now, if so."""

    source: str
    name: str
    kind: str
    note: str = ""


def as_text(found: Iterable[Available]) -> str:
    """A table for a person."""
    rows = [("--source", "", ""), *((each.source, each.name, each.note) for each in found)]
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    return "\n".join(f"{source:<{first}}  {name:<{second}}  {note}".rstrip() for source, name, note in rows)


def as_json(found: Iterable[Available]) -> str:
    """The same for programs: {"sources": [{"source", "name", "kind", "note"}]}."""
    return json.dumps({"sources": [asdict(each) for each in found]})
