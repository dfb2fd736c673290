"""What can stand in a configuration file: every option of the command line, under its name there."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from camwire.endpoint import Endpoint
from sender.asked import Asked, Size
from sender.naming import checked_name
from sender.state import checked_place

LEVELS = ("debug", "info", "warning", "error")


class Kind(Enum):
    """What a value may be, in the words of a sentence."""

    TEXT = "text in quotes"
    TEXTS = "text in quotes, or a list of such"
    WORD = "text in quotes or a whole number"
    WHOLE = "a whole number"
    NUMBER = "a number"
    SWITCH = "true or false"


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `example` is a value as it is written; `check(value)` raises UsageError for what cannot be.

    `is_for_all`: it belongs to the program, and not to one of several cameras.
    """

    kind: Kind
    example: str
    check: Callable[[Any], object] | None = None
    choices: tuple[str, ...] = ()
    is_for_all: bool = False


def _addresses(value: str | list[str]) -> None:
    for each in [value] if isinstance(value, str) else value:
        Endpoint.parse_all(each)


SOURCE, OPTIONS, SPEC, CAMERA = "source", "options", "spec", "camera"

KEYS: Mapping[str, Key] = {
    "name": Key(Kind.TEXT, '"porch"', checked_name),
    SOURCE: Key(Kind.WORD, '"picamera"'),
    "size": Key(Kind.TEXT, '"1280x720"', Size.parse),
    "fps": Key(Kind.NUMBER, "15", lambda value: Asked(fps=value)),
    "quality": Key(Kind.WHOLE, "80", lambda value: Asked(quality=value)),
    "codec": Key(Kind.TEXT, '"jpeg"'),
    "loop": Key(Kind.SWITCH, "true"),
    "listen": Key(Kind.TEXT, '"tcp://*:5600"', _addresses),
    "dial": Key(Kind.TEXTS, '["tcp://desk.local:5555"]', _addresses),
    "open": Key(Kind.SWITCH, "true"),
    "secure": Key(Kind.SWITCH, "true"),
    "admit": Key(Kind.TEXTS, '["…"]'),
    "to": Key(Kind.TEXT, '"desk"'),
    "announce": Key(Kind.SWITCH, "false"),
    "filter": Key(Kind.TEXTS, '["reducer:50"]'),
    "dialect": Key(Kind.TEXT, '"netgear"'),
    "pattern": Key(Kind.WORD, '"req"'),
    "multiserver": Key(Kind.SWITCH, "true"),
    "multiclient": Key(Kind.SWITCH, "true"),
    "bidirectional": Key(Kind.SWITCH, "true"),
    "state": Key(Kind.TEXT, '"/var/lib/watchword"', checked_place),
    "patient": Key(Kind.SWITCH, "true"),
    "echo": Key(Kind.SWITCH, "true"),
    "log-level": Key(Kind.TEXT, '"info"', choices=LEVELS, is_for_all=True),
}


def fits(kind: Kind, value: object) -> bool:
    """Whether a value of the file is of this kind."""
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    match kind:
        case Kind.TEXT:
            return isinstance(value, str)
        case Kind.TEXTS:
            return isinstance(value, str) or (isinstance(value, list) and all(isinstance(each, str) for each in value))
        case Kind.WORD:
            return isinstance(value, str) or is_whole
        case Kind.WHOLE:
            return is_whole
        case Kind.NUMBER:
            return is_whole or isinstance(value, float)
        case Kind.SWITCH:
            return isinstance(value, bool)


def called(value: object) -> str:
    """What a value of the file is, without telling it: it may be a password."""
    names: list[tuple[type | tuple[type, ...], str]] = [
        (bool, "true or false"),
        (int, "a whole number"),
        (float, "a number"),
        (str, "text"),
        (list, "a list"),
        (dict, "a table"),
        ((datetime.date, datetime.time), "a date or a time"),
    ]
    return next((name for kind, name in names if isinstance(value, kind)), type(value).__name__)
