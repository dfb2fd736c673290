"""What a script gets of a conversation: messages, receipts, and what went wrong."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from os import PathLike
from pathlib import Path

import numpy as np

from camwire import values
from camwire.values import ArrayValue, ScalarValue


class SayFailed(Exception):
    """The camera will not get what was said; the text says why."""


class CommandFailed(Exception):
    """The camera could not do it; the text is its own."""


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file that the camera sent. It lies at `path`, in the wall's folder, and goes with that unless it is saved."""

    path: Path
    name: str
    size: int

    def save(self, to: "str | PathLike[str]") -> Path:
        """Move it to `to`, a folder or a new name; return where it is then. Raises OSError."""
        return Path(shutil.move(self.path, to))


@dataclass(frozen=True, slots=True)
class Message:
    """What a camera said. `time` is its own clock's, aware, UTC.

    `text` can be read by a person. `value` is what was really said: mostly that text, but it may be a number, a list,
    a NumPy array, a `Jpeg`, a `ReceivedFile` and the like. `role` is empty, or `answer` or `failure` to something said,
    or `file`. `frame` is the sequence of the picture it was said about, 0 if none.
    """

    text: str
    value: object
    time: datetime
    camera: str
    role: str = ""
    frame: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """Whether a camera has what was said to it; otherwise `why` not, or not yet."""

    camera: str
    is_received: bool
    why: str = ""


def with_numpy(value: object) -> object:
    """What was said, with the arrays in it as NumPy's, which cannot be written to. Costs no copy."""

    def convert(it: ArrayValue | ScalarValue) -> object:
        array = np.asarray(it)
        return array if isinstance(it, ArrayValue) else array[()]

    return values.converted(value, convert)
