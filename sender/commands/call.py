"""What a command may know of who runs it, and how it tells how far it is."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from datetime import UTC, datetime

PROGRESS_SECONDS = 0.1


class Cancelled(Exception):
    """The person who gave the command does not want it any more."""


class Call:
    """Handed to a command whose function has a parameter of this type. All of it may be used from any thread.

    `viewer` is the name of who gave the command, `time` when (aware, UTC).
    """

    def __init__(self, viewer: str = "", time: datetime | None = None) -> None:
        self.viewer = viewer
        self.time = datetime.now(UTC) if time is None else time
        self.listener: Callable[[float, str], None] | None = None
        """Takes what `progress` tells, in the thread that tells it."""
        self._cancelled = threading.Event()

    def progress(self, fraction: float, text: str = "") -> None:
        """Tell the viewer how far the command is: `fraction` from 0 to 1, negative if that is not known."""
        bounded = min(max(float(fraction), 0.0), 1.0) if fraction >= 0 else -1.0
        if self.listener is not None:
            self.listener(bounded, str(text))

    @property
    def is_cancelled(self) -> bool:
        """The command is not wanted any more: return, or raise `Cancelled`."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """Raise `Cancelled` when the command is not wanted any more. Call it in a long loop."""
        if self.is_cancelled:
            raise Cancelled

    def cancel(self) -> None:
        """Let the function know that it is not wanted any more."""
        self._cancelled.set()


class News:
    """How far a command is, told from any thread as often as it likes; the newest is passed on, ten times a second."""

    def __init__(self, loop: asyncio.AbstractEventLoop, hear: Callable[[float, str], object]) -> None:
        self.fraction = -1.0
        self._loop = loop
        self._hear = hear
        self._lock = threading.Lock()
        self._newest: tuple[float, str] | None = None
        self._is_due = False
        self._is_closed = False
        self._timer: asyncio.TimerHandle | None = None
        self._told_at = float("-inf")

    def tell(self, fraction: float, text: str) -> None:
        """From any thread."""
        with self._lock:
            self._newest = (fraction, text)
            if self._is_due:
                return
            self._is_due = True
        # The loop may be closed under a function that was left behind.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._plan)

    def close(self) -> None:
        """Pass on no more."""
        self._is_closed = True
        if self._timer is not None:
            self._timer.cancel()

    def _plan(self) -> None:
        if self._is_closed:
            return
        self._timer = self._loop.call_at(max(self._told_at + PROGRESS_SECONDS, self._loop.time()), self._pass_on)

    def _pass_on(self) -> None:
        with self._lock:
            newest, self._newest = self._newest, None
            self._is_due = False
        self._told_at = self._loop.time()
        if newest is not None:
            self.fraction = newest[0]
            self._hear(*newest)
