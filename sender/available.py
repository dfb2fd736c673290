"""What there is to show on this computer, told to a person or a program."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from camwire.printable import printable

NO_CAMERAS = ("screen", "pattern")
NO_WEBCAM = "No webcam was found. Plug one in, and list them again."


@dataclass(frozen=True, slots=True)
class Available:
    """`source` is what follows `--source`. `note` says why it cannot be used now, if so."""

    source: str
    name: str
    kind: str
    note: str = ""

    def __post_init__(self) -> None:
        # Whoever built a webcam could give it any name.
        object.__setattr__(self, "name", printable(" ".join(self.name.split())))


def lacking(found: Iterable[Available]) -> str:
    """What a person looks for first and does not find, as a sentence; empty where there is a camera."""
    return "" if any(each.kind not in NO_CAMERAS for each in found) else NO_WEBCAM


def as_text(found: Iterable[Available]) -> str:
    """A table for a person."""
    rows = [("--source …", "shows", ""), *((each.source, each.name, each.note) for each in found)]
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    return "\n".join(f"{source:<{first}}  {name:<{second}}  {note}".rstrip() for source, name, note in rows)


def as_json(found: Iterable[Available]) -> str:
    """The same for programs: {"sources": [{"source", "name", "kind", "note"}]}."""
    return json.dumps({"sources": [asdict(each) for each in found]})
