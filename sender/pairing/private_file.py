"""Small files that only the camera's own user may read, replaced as a whole."""

import contextlib
import os
from pathlib import Path
from secrets import token_hex


def write(path: Path, text: str) -> None:
    """Write `text` so that a crash leaves the old file or the new one, whole. Raises OSError.

    It belongs to who has the folder: a camera that runs as root leaves nothing there that only root can read.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{token_hex(8)}.new")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            if hasattr(os, "geteuid") and os.geteuid() == 0:
                owner = path.parent.stat()
                with contextlib.suppress(OSError):
                    os.fchown(file.fileno(), owner.st_uid, owner.st_gid)
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def give_to_owner_of(folder: Path, path: Path) -> None:
    """Root gives `path` to who has `folder`; everybody else is who has it already."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        owner = folder.stat()
        with contextlib.suppress(OSError):
            # Not where a link of theirs leads.
            os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)


def stamp(path: Path) -> tuple[int, ...]:
    """Differs when the file was replaced; empty while there is none. Costs one look, and raises nothing."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino
