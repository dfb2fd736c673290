"""Files that are offered: read through once, known again, and read where they are asked for.

Everything but making them runs in the thread of a `Filing`.
"""

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from camwire import limits
from camwire.errors import UsageError
from camwire.files.disk import SLICE_BYTES, pieces, why
from camwire.files.names import safe_name
from camwire.messages import FileOffer
from camwire.translation import tr


@dataclass(frozen=True, slots=True)
class Offered:
    """A file on offer, and how to know it again: all that is to be remembered to go on offering it after a restart."""

    offer: FileOffer
    path: str
    mtime_ns: int
    inode: int

    def read(self, offset: int, size: int) -> bytes:
        """Return a piece of it. Raises UsageError when it is not any more what was offered."""
        try:
            with open(self.path, "rb", buffering=0) as file:
                file.seek(offset)
                piece = b"".join(pieces(file, size))
            stat = os.stat(self.path)
        except OSError as error:
            raise UsageError(
                tr("“{name}” cannot be read any more: {why}. Send it again.", name=self.offer.name, why=why(error))
            ) from error
        is_same = (stat.st_size, stat.st_mtime_ns, stat.st_ino) == (self.offer.size, self.mtime_ns, self.inode)
        if not is_same or len(piece) < size:
            raise UsageError(tr("“{name}” was changed after it was sent. Send it again.", name=self.offer.name))
        return piece


class Offering:
    """A file that is read through once, to be offered."""

    def __init__(self, path: Path, name: str = "") -> None:
        self._path = path
        self._name = safe_name(name or path.name)
        self._sum = hashlib.sha256()
        self.done = 0
        self._stat: os.stat_result | None = None

    @property
    def size(self) -> int:
        """How much there is to read, once a step was done."""
        return self._stat.st_size if self._stat else 0

    def step(self) -> Offered | None:
        """Read a little more of it; None while that is not all. Raises UsageError when it cannot be offered."""
        try:
            self._check_kind()
            with open(self._path, "rb", buffering=0) as file:
                stat = os.fstat(file.fileno())
                self._check(stat)
                file.seek(self.done)
                for piece in pieces(file, SLICE_BYTES):
                    self._sum.update(piece)
                    self.done += len(piece)
        except OSError as error:
            raise UsageError(tr("“{name}” cannot be read: {why}.", name=self._name, why=why(error))) from error
        if self.done < stat.st_size:
            return None
        offer = FileOffer(id=secrets.token_hex(16), name=self._name, size=stat.st_size, sha256=self._sum.hexdigest())
        return Offered(offer, os.path.abspath(self._path), stat.st_mtime_ns, stat.st_ino)

    def _check_kind(self) -> None:
        # Opening a pipe or a device may never end.
        if not self._path.exists():
            raise UsageError(tr("There is no file “{name}”. Choose another one.", name=self._name))
        if not self._path.is_file():
            raise UsageError(tr("“{name}” is no file. A folder can be sent as a ZIP file.", name=self._name))

    def _check(self, stat: os.stat_result) -> None:
        if stat.st_size > limits.FILE_BYTES:
            most = limits.FILE_BYTES // 1024**3
            raise UsageError(
                tr(
                    "“{name}” is larger than {most} GB. Send it in parts, or by another program.",
                    name=self._name,
                    most=most,
                )
            )
        before, self._stat = self._stat or stat, stat
        if (before.st_size, before.st_mtime_ns, before.st_ino) != (stat.st_size, stat.st_mtime_ns, stat.st_ino):
            raise UsageError(tr("“{name}” is being written. Send it when it is finished.", name=self._name))
