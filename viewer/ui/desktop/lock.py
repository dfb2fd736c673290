"""Who is the first program with these settings: who holds the lock. The system takes it from one that was killed."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QLockFile

NAME, OF_THE_DEMO = "watchword.lock", "demo.lock"


def lock_of(config: Path, name: str = NAME) -> QLockFile:
    """The lock of the folder of settings `config`; not held yet. The demo, which has settings of its own there, has a
    lock with a `name` of its own."""
    with contextlib.suppress(OSError):
        config.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(config / name))
    # It is held as long as the program runs, which may be for months.
    lock.setStaleLockTime(0)
    return lock


def is_ours(lock: QLockFile) -> bool:
    """Hold it if nobody else does. Where nothing can be written there is no lock, and everybody is the first."""
    if lock.isLocked() or lock.tryLock(0):
        return True
    return lock.error() is not QLockFile.LockError.LockFailedError


def is_damaged(lock: QLockFile) -> bool:
    """Whether its file says of nobody that they hold it: one being written, or what is left of one."""
    _, number, _ = lock.getLockInfo()
    return not number and Path(lock.fileName()).exists()
