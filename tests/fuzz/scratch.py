"""A folder for each parser that reads files, gone with the process."""

import atexit
import tempfile
from pathlib import Path


def folder() -> Path:
    """A new one. Who is ended without a word leaves it, in the folder for temporary files."""
    made = tempfile.TemporaryDirectory(prefix="watchword-fuzz-", ignore_cleanup_errors=True)
    atexit.register(made.cleanup)
    return Path(made.name)
