"""A disk of its own for a folder, which can be filled. Needs root on Linux."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

IS_POSSIBLE = sys.platform == "linux" and os.geteuid() == 0
SIZE = "4m"
PIECE = bytes(4096)


class SmallDisk:
    """The disk at `folder`."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "everything else"

    def fill(self) -> None:
        """Leave no room."""
        with self._file.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(PIECE):
                pass

    def make_room(self) -> None:
        """Give it back."""
        self._file.unlink()


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """Have one at `folder`. Raises CalledProcessError where this computer lets nobody."""
    folder.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", folder], check=True, capture_output=True)
    try:
        yield SmallDisk(folder)
    finally:
        # Lazily: who has files open there may be ending still.
        subprocess.run(["umount", "--lazy", folder], check=True)


def is_permitted(folder: Path) -> bool:
    """Whether this computer lets us; many a container does not."""
    if not IS_POSSIBLE:
        return False
    try:
        with small_disk(folder):
            return True
    except subprocess.CalledProcessError:
        return False
