"""What a recording left behind, and who wants to know of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from viewer.core.sessions.session import Session


@dataclass(frozen=True, slots=True)
class Saved:
    """A recording that is over: `files` are its parts in order, and empty where no picture came. `missed` counts frames
    that are not in it. `trouble` says that and why it ended, where nobody ended it; `cause` only why, without the
    camera."""

    camera: str
    files: tuple[Path, ...]
    frames: int
    bytes: int
    seconds: float
    missed: int
    trouble: str = ""
    cause: str = ""


class RecorderObserver(Protocol):
    """Who wants to know what is recorded. In the loop's thread."""

    def recording_changed(self, session: Session) -> None: ...
    def recording_saved(self, saved: Saved) -> None: ...
    def snapshots_taken(self, files: list[Path], troubles: list[str]) -> None: ...
