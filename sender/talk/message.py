"""A message, as the user's function gets it."""

import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file that a viewer sent. It lies at `path`, in the camera's own folder; `name` is what the viewer called it."""

    path: Path
    name: str
    size: int

    def save(self, to: "str | os.PathLike[str]") -> Path:
        """Move it to `to`, a folder that is there or a new name; return where it is then.

        Raises OSError; FileExistsError where something of that name is already, which stays as it is.
        """
        there = Path(to)
        target = there / self.name if there.is_dir() else there
        if target.exists():
            raise FileExistsError(f"{target} is there already. Choose another name.")
        return Path(shutil.move(self.path, target))


@dataclass(frozen=True, slots=True)
class Message:
    """What came from a viewer, or back from a receiver of a foreign format. `time` is aware, UTC.

    `text` can be read by a person. `value` is what was really said: mostly that text, but it may be of any type that
    `camwire.values` carries, NumPy arrays (pictures: blue first, as a rule) and `ReceivedFile` among them. `frame` is
    the sequence of the picture that it was said about, 0 if none.
    """

    text: str
    viewer: str
    time: datetime
    value: object
    frame: int = 0
