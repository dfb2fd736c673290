"""What a card can show: the kinds of things that are said in a conversation."""

from dataclasses import dataclass
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class Text:
    """Words. `is_command`: they are a line of commands, shown as typed."""

    text: str
    is_command: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """A value as `camwire.values.decode` returns it. `title`: the words it came with, if they say more."""

    value: object
    title: str = ""


class FileState(Enum):
    """How far a file is. A camera's file is `OFFERED` until it is asked for."""

    OFFERED = auto()
    UNDER_WAY = auto()
    HERE = auto()
    SENT = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class File:
    """A file: `done` of `size` bytes are over; `text` is the reason of a failure, or why it waits."""

    name: str
    size: int
    state: FileState
    done: int = 0
    seconds_left: float | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Running:
    """A command that is not answered yet; `fraction` from 0 to 1, None if not known."""

    fraction: float | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why something could not be done, in the words of who could not; `line` is what was asked, to be tried again;
    `shows_line`: it does not stand right above."""

    text: str
    line: str = ""
    shows_line: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Pinned:
    """Something said about a picture; `picture` is that picture, small (a value of picture shape)."""

    content: "Content"
    picture: object


Content = Text | Value | File | Running | Failure | Pinned
