"""The thread in which files are read and written: a disk may keep anybody waiting for seconds, and never the loop."""

import asyncio
import contextlib
import queue
import threading
from collections import deque
from collections.abc import Callable
from enum import Enum
from typing import Final, TypeAlias, TypeVar

from camwire.errors import UsageError

T = TypeVar("T")
# A disk that hangs is left behind; the thread is a daemon.
JOIN_SECONDS = 1.0


class Again(Enum):
    """Says that work is not finished and goes on when others have had their turn."""

    AGAIN = "again"


AGAIN: Final = Again.AGAIN
_Step: TypeAlias = "tuple[Callable[[], object], Callable[[object], None]]"


class Filing:
    """One daemon thread, “files”, for all exchanges of a program. Made and used in the loop's thread."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self._steps: queue.SimpleQueue[_Step | None] = queue.SimpleQueue()
        self._done: deque[tuple[Callable[[object], None], object]] = deque()
        self._wake_is_due = False
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, name="files", daemon=True)
        self._thread.start()

    def do(self, work: Callable[[], T | Again], then: "Callable[[T | OSError | UsageError], None]") -> None:
        """Run `work` in the thread, and again as long as it returns AGAIN; then call `then` in the loop.

        Work is done in the order in which it was given, except what is done again. `then` gets what `work` returned or
        raised. Nothing is begun, and nothing told, after `close`.
        """
        if not self._is_closed:
            self._steps.put((work, then))  # type: ignore[arg-type]  # each `then` gets what its own `work` returns

    def close(self) -> None:
        """End the thread; exchanges are closed before. What was given to it is done once more, and nothing is told."""
        if self._is_closed:
            return
        self._is_closed = True
        self._steps.put(None)
        self._thread.join(JOIN_SECONDS)

    def _run(self) -> None:
        while (step := self._steps.get()) is not None:
            work, then = step
            outcome: object
            try:
                outcome = work()
            except Exception as error:
                outcome = error
            if outcome is not AGAIN:
                self._tell_soon(then, outcome)
            elif not self._is_closed:
                self._steps.put(step)

    def _tell_soon(self, then: Callable[[object], None], outcome: object) -> None:
        self._done.append((then, outcome))
        if not self._wake_is_due:
            self._wake_is_due = True
            # The loop may have ended without us.
            with contextlib.suppress(RuntimeError):
                self.loop.call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        self._wake_is_due = False
        try:
            while self._done and not self._is_closed:
                then, outcome = self._done.popleft()
                if isinstance(outcome, Exception) and not isinstance(outcome, OSError | UsageError):
                    raise outcome
                then(outcome)
        finally:
            # An error of one must not keep the others waiting.
            if self._done:
                self.loop.call_soon(self._tell)
