"""In which folder the cameras that are meant keep what they know, for commands that are given beside them."""

import os
from pathlib import Path

from camwire.errors import UsageError
from camwire.identity import FILE
from sender.state import NOWHERE, checked_place, default_folder

SERVICE = Path("/var/lib/watchword")


def state_folder(asked: str | None, service: Path = SERVICE) -> Path:
    """The folder `asked` for; left out, this user's own or the service's, where a camera has run. Raises UsageError."""
    if asked is not None:
        checked_place(asked)
        if asked == NOWHERE:
            raise UsageError("A camera with --state none keeps nothing that could be changed. Name a folder.")
        return Path(asked)
    own = default_folder()
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    # Who is root has come for the service.
    for each in (service, own) if is_root else (own, service):
        if _has_key(each):
            return each
    return own


def _has_key(folder: Path) -> bool:
    try:
        return (folder / FILE).exists()
    except PermissionError:
        # The service's, which only root may look into, as who tries will be told.
        return True
