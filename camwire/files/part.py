"""A file that arrives, on this computer's disk. Everything but making it runs in the thread of a `Filing`.

What arrives is written to `<folder>/<id>.part`, and becomes `<folder>/<id>/<name>` when it is whole and checked. What
is in a `.part` file when a program begins, the program goes on from.
"""

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import BinaryIO

from camwire.files.disk import SLICE_BYTES, pieces, sync_folder, why
from camwire.files.filing import AGAIN, Again
from camwire.files.names import safe_folder, safe_name
from camwire.frame import Payload
from camwire.messages import FileOffer
from camwire.translation import tr

# How much, and for how long, may be written and not be safe. Making it safe is what is slow on an SD card.
UNSAFE_BYTES = 4 * 1024 * 1024
UNSAFE_SECONDS = 0.5
# A computer without room on its disk is in trouble; a file is not worth that.
KEPT_FREE_SHARE = 0.05
KEPT_FREE_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Written:
    """How much of a file stands on disk, and how much of that would survive a power cut."""

    bytes: int
    safe: int


class Part:
    """One file that arrives. Its methods are called one after the other; OSError leaves it such that `open` goes on."""

    def __init__(self, offer: FileOffer, folder: Path) -> None:
        self._offer = offer
        self._folder = folder
        self._path = folder / f"{safe_folder(offer.id)}.part"
        self.target = folder / safe_folder(offer.id) / safe_name(offer.name)
        self._file: BinaryIO | None = None
        self._is_discarded = False
        self._begin_anew()

    def open(self) -> int | Path | Again:
        """Return how much of the file is here from before, or where the whole file is. Raises OSError."""
        if self._is_discarded:
            # It was given up between two steps of this.
            return 0
        if self._file is None:
            if self._is_finished():
                return self.target
            self._folder.mkdir(parents=True, exist_ok=True)
            self._open_file()
        assert self._file is not None
        there = os.fstat(self._file.fileno()).st_size
        if there > self._offer.size:
            # Of another file, or damaged: nothing in it is to be trusted.
            self._file.truncate(0)
            self._begin_anew()
            there = 0
        if self._written < there:
            self._file.seek(self._written)
            for piece in pieces(self._file, min(SLICE_BYTES, there - self._written)):
                self._sum.update(piece)
                self._written += len(piece)
            if self._written < there:
                return AGAIN
        self._check_room()
        self._sync()
        return self._written

    def write(self, offset: int, payload: Payload, now: float) -> Written:
        """Write what goes on at `offset`; make it safe when enough is unsafe for long enough. Raises OSError."""
        if self._file is not None and offset == self._written:
            with self._closed_on_error():
                self._file.seek(offset)
                rest = memoryview(payload)
                while rest:
                    rest = rest[self._file.write(rest) :]
            self._sum.update(payload)
            self._written += len(payload)
        return self.sync_if_due(now)

    def sync_if_due(self, now: float) -> Written:
        """Make safe what is written if that is much, or if it is unsafe for long. Raises OSError."""
        is_due = self._written - self._safe >= UNSAFE_BYTES or now - self._safe_at >= UNSAFE_SECONDS
        # The end is made safe when the file is finished.
        if is_due and self._written < self._offer.size:
            return self.sync(now)
        return Written(self._written, self._safe)

    def sync(self, now: float) -> Written:
        """Make safe what is written. Raises OSError."""
        if self._file is not None and self._safe < self._written:
            with self._closed_on_error():
                self._sync()
                self._check_room()
            self._safe_at = now
        return Written(self._written, self._safe)

    def finish(self) -> bool:
        """Put the whole file where it belongs. False if it is not what was offered: nothing is here then."""
        with self._closed_on_error():
            if self._file is None:
                self._open_file()
            assert self._file is not None
            if self._sum.hexdigest() != self._offer.sha256:
                self._file.truncate(0)
                self._begin_anew()
                return False
            self._sync()
            self.close()
            self.target.parent.mkdir(exist_ok=True)
            os.replace(self._path, self.target)
            sync_folder(self.target.parent)
            sync_folder(self._folder)
        return True

    def discard(self) -> None:
        """Leave nothing of it, and make nothing of it again."""
        self._is_discarded = True
        self.close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file; what is written stays."""
        file, self._file = self._file, None
        if file is not None:
            with contextlib.suppress(OSError):
                file.close()

    def _begin_anew(self) -> None:
        self._sum = hashlib.sha256()
        self._written = self._safe = 0
        self._safe_at = 0.0

    def _is_finished(self) -> bool:
        return self.target.is_file() and self.target.stat().st_size == self._offer.size

    def _open_file(self) -> None:
        self._file = file = FileIO(self._path, "r+" if self._path.exists() else "x+")
        if os.fstat(file.fileno()).st_size < self._written:
            # Somebody shortened it while it was closed.
            self._begin_anew()
        elif self._written:
            # Behind what was counted there may be half of a write that failed.
            file.truncate(self._written)

    def _sync(self) -> None:
        assert self._file is not None
        os.fsync(self._file.fileno())
        self._safe = self._written

    def _check_room(self) -> None:
        missing = self._offer.size - self._written
        disk = shutil.disk_usage(self._folder)
        kept = min(disk.total * KEPT_FREE_SHARE, KEPT_FREE_BYTES)
        if missing and disk.free - missing < kept:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._folder))

    @contextlib.contextmanager
    def _closed_on_error(self) -> Iterator[None]:
        try:
            yield
        except OSError:
            self.close()
            raise


def why_not_written(offer: FileOffer, folder: Path, error: OSError) -> str:
    """The sentence for a person when `offer` cannot be written to `folder` now."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return tr(
            "There is no room for “{name}” in {folder}. Make room there; then it goes on by itself.",
            name=offer.name,
            folder=folder,
        )
    return tr(
        "“{name}” cannot be written to {folder}: {why}. It goes on by itself when that is put right.",
        name=offer.name,
        folder=folder,
        why=why(error),
    )
