"""Small files that only the program's own user may read, written as a whole."""

import contextlib
import errno
import os
from pathlib import Path
from secrets import token_hex


def write(path: Path, content: bytes, replaces: bool = True) -> None:
    """Write `content` so that a crash leaves the old file or the new one, whole. Raises OSError: FileExistsError where
    there is one that it does not replace.

    It belongs to who has the folder: a program that runs as root leaves nothing there that only root can read.
    """
    if not path.name:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    unfinished = path.with_name(f"{path.name}.{token_hex(8)}.new")
    _fill(unfinished, content)
    try:
        if replaces:
            os.replace(unfinished, path)
        else:
            _name(unfinished, path, content)
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


def _fill(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        give_to_owner_of(path.parent, path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _name(unfinished: Path, path: Path, content: bytes) -> None:
    """Give the file its name, where there is none of that name: of two programs that start at once, one is first."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:
        # FAT and many a share know no second name of a file.
        _fill(path, content)
