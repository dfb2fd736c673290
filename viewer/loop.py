"""The one asyncio loop, which is Qt's own, and where uncaught errors go."""

import asyncio
import logging
import signal
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from camwire.translation import tr
from viewer.qt_loop import QtLoop

log = logging.getLogger(__name__)

WAKE_MS = 200
INTERRUPTED = 130


def make_loop(app: QApplication) -> asyncio.AbstractEventLoop:
    """Return the loop that runs on Qt's."""
    loop: asyncio.AbstractEventLoop = QtLoop(app)
    asyncio.set_event_loop(loop)
    return loop


def stop_on_signals(loop: asyncio.AbstractEventLoop, stop: Callable[[int], None]) -> None:
    """Let Ctrl+C and SIGTERM end the program cleanly: `stop` is called with the exit code that goes with them."""
    if sys.platform == "win32":
        signal.signal(signal.SIGINT, lambda *_: stop(INTERRUPTED))
        # Python sees a signal only when it runs; Qt's loop alone would wait for ever.
        waker = QTimer(QApplication.instance())
        waker.timeout.connect(lambda: None)
        waker.start(WAKE_MS)
    else:
        loop.add_signal_handler(signal.SIGINT, stop, INTERRUPTED)
        loop.add_signal_handler(signal.SIGTERM, stop, 0)


def catch_everything(
    loop: asyncio.AbstractEventLoop,
    tell: Callable[[str], None],
    report: Callable[[BaseException | None, str], object] = lambda error, where: None,
) -> None:
    """Log what nobody caught, `report` it, and tell the person."""

    def caught(error: BaseException | None, where: str) -> None:
        if isinstance(error, KeyboardInterrupt):
            return
        log.error("Uncaught in %s", where, exc_info=error)
        report(error, where)
        tell(
            tr(
                "Something went wrong: {error}. The wall goes on; the menu's “Open log folder” has the details.",
                error=error or where,
            )
        )

    def from_loop(_loop: asyncio.AbstractEventLoop, problem: dict[str, Any]) -> None:
        caught(problem.get("exception"), str(problem.get("message", "a task")))

    def from_slot(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        caught(error, "a slot")

    def from_thread(problem: threading.ExceptHookArgs) -> None:
        loop.call_soon_threadsafe(caught, problem.exc_value, "a thread")

    loop.set_exception_handler(from_loop)
    sys.excepthook = from_slot
    threading.excepthook = from_thread
