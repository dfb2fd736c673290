"""A lock that programs share by a file: who holds it keeps it until it is closed, or until the program ends."""

import contextlib
import os
import sqlite3
from pathlib import Path


class Held(Exception):
    """Another program, or another part of this one, holds it."""


def lock(path: Path, patience: float = 0.25) -> sqlite3.Connection:
    """Hold the lock `path`, a file that stays empty; `close` gives it up.

    Waits `patience` seconds for who holds it, then raises Held. Raises OSError and sqlite3.Error.
    """
    # SQLite's own locks are the same on every system, and hold within one process too.
    with contextlib.suppress(FileExistsError):
        # One that exists is not even opened: closing it would free the locks that this process has on it.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    if path.lstat().st_size:
        # It is no lock of ours. What a link leads to is not touched.
        with os.fdopen(os.open(path, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)), "wb") as other:
            other.truncate(0)
    held = sqlite3.connect(path, patience, isolation_level=None, check_same_thread=False)
    try:
        held.execute("PRAGMA journal_mode = OFF")
        held.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        held.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise Held from error
        raise
    return held
