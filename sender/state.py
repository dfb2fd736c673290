"""Where a camera keeps what must survive a power cut, and that it goes on where it cannot keep anything."""

import logging
import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from camwire.errors import UsageError
from camwire.journal import Journal
from camwire.ledger import Ledger
from camwire.shelf import SCHEMA

log = logging.getLogger(__name__)

NOWHERE = "none"
Place: TypeAlias = "str | os.PathLike[str] | None"


def checked_place(place: Place) -> Place:
    """Return `place`. Raises UsageError when it can be no folder on any computer."""
    if place is not None and (not str(place).strip() or "\0" in str(place)):
        raise UsageError("The state names no folder. Write one like /var/lib/watchword, or none to keep nothing.")
    return place


@dataclass(frozen=True, slots=True)
class State:
    """What a camera keeps: conversations in `ledger`, files in `files`. Ended by `close`."""

    ledger: Ledger
    files: Path
    temporary: "TemporaryDirectory[str] | None"

    @classmethod
    def of(cls, place: Place, camera_id: str) -> "State":
        """Open what this camera keeps at `place`: a folder, `none`, or where this system wants it.

        Where nothing can be kept, that is told once, and it is kept until the end of the program.
        """
        if str(place) != NOWHERE:
            folder = folder_at(place) / camera_id
            try:
                return cls(Ledger(_journal(folder), keeps_history=False), folder / "files", None)
            except (UsageError, OSError) as error:
                log.warning("%s Until then, what is said is kept only until this camera ends.", _sentence(error))
        temporary = TemporaryDirectory(prefix="watchword-camera-", ignore_cleanup_errors=True)
        journal = Journal(None, SCHEMA)
        return cls(Ledger(journal, keeps_history=False), Path(temporary.name), temporary)

    def shared_by_cameras(self, place: Place) -> Path:
        """The folder of what all cameras kept at `place` have in common, such as their key."""
        if str(place) == NOWHERE and self.temporary is not None:
            return Path(self.temporary.name)
        return folder_at(place)

    def close(self) -> None:
        """Write what is still to be written."""
        self.ledger.journal.close()
        if self.temporary is not None:
            self.temporary.cleanup()


def folder_at(place: Place) -> Path:
    """The folder that is meant."""
    return default_folder() if place is None else Path(place)


def default_folder() -> Path:
    """Where this system wants it; a service's own folder where it has one."""
    own = os.environ.get("STATE_DIRECTORY", "").split(":")[0]
    if own:
        return Path(own)
    import platformdirs

    return platformdirs.user_state_path("watchword", appauthor=False) / "cameras"


def _journal(folder: Path) -> Journal:
    folder.mkdir(parents=True, exist_ok=True)
    journal = Journal(folder / "conversations.db", SCHEMA, _tell_trouble)
    if journal.notice:
        log.warning("%s", journal.notice)
    return journal


def _tell_trouble(sentence: str) -> None:
    if sentence:
        log.warning("%s", sentence)
    else:
        log.info("Conversations can be kept again.")


def _sentence(error: Exception) -> str:
    if isinstance(error, UsageError):
        return str(error)
    return f"Conversations cannot be kept ({error}). Name another folder with --state."
