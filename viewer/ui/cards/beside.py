"""Work that takes longer than a picture of the wall may wait, done beside the GUI thread."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)


class Beside(QObject):
    """One piece of work at a time, in a thread that ends with it. `close` waits for it and drops what it made."""

    done = Signal(object)
    """In the GUI thread: what the work returned."""
    failed = Signal()
    """In the GUI thread, instead: a mistake ended the work. What it was is in the log."""
    _over = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._result: object = None
        self._has_failed = False
        self._number = self._running = 0
        self._next: Callable[[], object] | None = None
        self._over.connect(self._on_over)

    @property
    def is_busy(self) -> bool:
        return self._thread is not None

    def start(self, work: Callable[[], object]) -> None:
        """Do `work`, as soon as what was begun before has ended; nobody is told of that any more."""
        self._number += 1
        self._next = work
        if self._thread is None:
            self._begin(work)

    def _begin(self, work: Callable[[], object]) -> None:
        self._next, self._has_failed = None, False
        number = self._running = self._number

        def run() -> None:
            try:
                self._result = work()
            except Exception:
                log.exception("A mistake in work beside a window")
                self._has_failed = True
            # Unless its window is gone.
            with suppress(RuntimeError):
                self._over.emit(number)

        self._thread = threading.Thread(target=run, name="beside")
        self._thread.start()

    def close(self) -> None:
        """Wait for what is under way; nobody is told of it."""
        self._number += 1
        self._next = None
        if self._thread is not None:
            self._thread.join()
            self._thread, self._result = None, None

    def _on_over(self, number: int) -> None:
        if number != self._running or self._thread is None:
            return
        self._thread.join()
        result, self._thread, self._result = self._result, None, None
        if self._next is not None:
            self._begin(self._next)
        elif self._has_failed:
            self.failed.emit()
        else:
            self.done.emit(result)
