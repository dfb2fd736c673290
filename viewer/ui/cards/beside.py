"""Work that takes longer than a picture of the wall may wait, done beside the GUI thread."""

import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal


class Beside(QObject):
    """One piece of work at a time, in a thread that ends with it. `close` waits for it and drops what it made."""

    done = Signal(object)
    """In the GUI thread: what the work returned."""
    _over = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._result: object = None
        self._number = 0
        self._over.connect(self._on_over)

    @property
    def is_busy(self) -> bool:
        return self._thread is not None

    def start(self, work: Callable[[], object]) -> None:
        """Do `work`, which must not raise; what was begun before is waited for and dropped."""
        self.close()
        number = self._number

        def run() -> None:
            self._result = work()
            # Unless its window is gone.
            with suppress(RuntimeError):
                self._over.emit(number)

        self._thread = threading.Thread(target=run, name="beside")
        self._thread.start()

    def close(self) -> None:
        """Wait for what is under way; nobody is told of it."""
        self._number += 1
        if self._thread is not None:
            self._thread.join()
            self._thread, self._result = None, None

    def _on_over(self, number: int) -> None:
        if number != self._number or self._thread is None:
            return
        self._thread.join()
        result, self._thread, self._result = self._result, None, None
        self.done.emit(result)
