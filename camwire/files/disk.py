"""What is done alike to files that come and files that go. Runs in the thread of a `Filing`."""

import os
from pathlib import Path
from typing import BinaryIO

from camwire.translation import tr

# Read at a time when a whole file is read, between which others have their turn.
SLICE_BYTES = 1024 * 1024


def pieces(file: BinaryIO, size: int) -> list[bytes]:
    """Return up to `size` bytes from where `file` stands; fewer at its end."""
    found: list[bytes] = []
    while size and (piece := file.read(size)):
        found.append(piece)
        size -= len(piece)
    return found


def why(error: OSError) -> str:
    """Return the reason in a few words, to go on a sentence with."""
    return (error.strerror or tr("its disk does not answer")).lower()


def sync_folder(folder: Path) -> None:
    """Make safe which files are in `folder`. Raises OSError."""
    if os.name == "nt":
        # A folder cannot be opened there, and needs not.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
