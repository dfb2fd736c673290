"""Files saved elsewhere, in threads of their own: a copy of gigabytes, or a slow disk, keeps nobody waiting."""

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QObject, Signal

from camwire.files.disk import why
from camwire.translation import tr

SLICE_BYTES = 1024 * 1024


class Saving(QObject):
    """Used in the GUI thread. When it goes, what is not finished is given up."""

    told = Signal(str)
    """In the GUI thread: what is being saved, and that it was."""
    troubled = Signal(str)
    """In the GUI thread: why it could not be."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_over = is_over = threading.Event()
        self.destroyed.connect(lambda: is_over.set())

    def copy(self, source: Path, to: Path) -> None:
        """Copy a file."""
        self._begin(to, lambda: _slices(source))

    def write(self, content: bytes, to: Path) -> None:
        """Make a file of these bytes."""
        self._begin(to, lambda: iter((content,)))

    def _begin(self, to: Path, slices: Callable[[], Iterator[bytes]]) -> None:
        self.told.emit(tr("Saving {name}…", name=to.name))
        # A disk that hangs is left behind.
        threading.Thread(target=self._save, args=(to, slices), name="save", daemon=True).start()

    def _save(self, to: Path, slices: Callable[[], Iterator[bytes]]) -> None:
        """In the thread."""
        # What is there already stays whole until what replaces it is.
        part = to.with_name(f"{to.name}.{os.getpid()}-{threading.get_ident()}.part")
        say, sentence = self.told, tr("Saved as {file}.", file=to)
        try:
            with part.open("xb") as file:
                self._fill(file, slices())
            if self._is_over.is_set():
                raise InterruptedError
            os.replace(part, to)
        except OSError as error:
            say, sentence = (
                self.troubled,
                tr("It was not saved: {file}, {why}. Try another folder.", file=error.filename or to, why=why(error)),
            )
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        # Unless its window is gone.
        if not self._is_over.is_set():
            with contextlib.suppress(RuntimeError):
                say.emit(sentence)

    def _fill(self, file: BinaryIO, slices: Iterator[bytes]) -> None:
        for each in slices:
            if self._is_over.is_set():
                return
            file.write(each)


def _slices(source: Path) -> Iterator[bytes]:
    with source.open("rb") as file:
        while piece := file.read(SLICE_BYTES):
            yield piece
