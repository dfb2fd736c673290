"""asyncio on Qt's own loop: qasync's, with a shorter way for what is due at once.

qasync gives every callback a timer of its own, and sends what a descriptor or a thread announces through one or two of
them. A wall does that a thousand times a second, so here a descriptor's callback is called as Qt tells it, and all that
is due is run in one go.
"""

import asyncio
import contextvars
import os
import threading
from collections import deque
from collections.abc import Callable
from typing import Any

os.environ.setdefault("QT_API", "pyside6")

import qasync
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, QTimerEvent

_DUE = QEvent.Type(QEvent.registerEventType())


class QtLoop(qasync.QSelectorEventLoop):  # type: ignore[misc]
    """The selector loop on every system: the proactor that qasync would take on Windows cannot watch ZeroMQ's
    descriptors."""

    def __init__(self, app: QCoreApplication) -> None:
        self._due = _Due(self.is_running)
        self._readers: dict[int, QSocketNotifier] = {}
        super().__init__(app)

    def call_soon(
        self, callback: Callable[..., object], *args: Any, context: contextvars.Context | None = None
    ) -> asyncio.Handle:
        """Run `callback` at the next turn of the loop, in the order of the calls."""
        handle = asyncio.Handle(callback, args, self, context)
        self._due.add(handle)
        return handle

    def call_soon_threadsafe(
        self, callback: Callable[..., object], *args: Any, context: contextvars.Context | None = None
    ) -> asyncio.Handle:
        """The same, from any thread."""
        return self.call_soon(callback, *args, context=context)

    def run_forever(self) -> None:
        """Run until stopped."""
        self._due.wake()
        super().run_forever()

    def close(self) -> None:
        """End the loop; what was due is not run any more."""
        self._due.close()
        for descriptor in list(self._readers):
            self._remove_reader(descriptor)
        super().close()

    def _add_callback(self, handle: asyncio.Handle, delay: float = 0) -> asyncio.Handle:
        super()._add_callback(_Later(handle, self._due, self.is_running), delay)
        return handle

    def _add_reader(self, fd: Any, callback: Callable[..., object], *args: Any) -> None:
        self._check_closed()
        descriptor = fd if isinstance(fd, int) else fd.fileno()
        self._remove_reader(descriptor)
        notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read)
        # Qt holds a method of ours weakly, and a function for good. A handle of asyncio for each call would only cost.
        notifier.activated.connect(lambda: self._read(callback, args))
        self._readers[descriptor] = notifier

    def _read(self, callback: Callable[..., object], args: tuple[Any, ...]) -> None:
        if not self.is_running():
            # Somebody turns Qt's loop without ours: nothing of asyncio's may happen. Qt will tell again.
            return
        try:
            callback(*args)
        except Exception as error:
            self.call_exception_handler({"message": f"Exception in callback {callback!r}", "exception": error})

    def _remove_reader(self, fd: Any) -> bool:
        descriptor = fd if isinstance(fd, int) else fd.fileno()
        notifier = self._readers.pop(descriptor, None)
        if notifier is None:
            return False
        notifier.setEnabled(False)
        notifier.deleteLater()
        return True


class _Later:
    """What qasync's timer takes for a handle: where somebody turns Qt's loop without ours, it is run when ours goes
    on."""

    def __init__(self, handle: asyncio.Handle, due: "_Due", may_run: Callable[[], bool]) -> None:
        self._handle = handle
        self._due = due
        self._may_run = may_run

    @property
    def _cancelled(self) -> bool:
        return self._handle.cancelled()

    def _run(self) -> None:
        if self._may_run():
            self._handle._run()  # noqa: SLF001
        else:
            self._due.add(self._handle)


class _Due(QObject):
    """What is to be run in the loop's thread, in order."""

    def __init__(self, may_run: Callable[[], bool]) -> None:
        super().__init__()
        self._may_run = may_run
        self._handles: deque[asyncio.Handle] = deque()
        self._thread = threading.get_ident()
        self._is_woken = False
        self._is_running = False
        self._is_closed = False

    def add(self, handle: asyncio.Handle) -> None:
        """Run `handle` soon. From any thread."""
        if self._is_closed:
            return
        self._handles.append(handle)
        if not self._is_woken:
            self.wake()

    def wake(self) -> None:
        """See to what is due, as soon as Qt's loop comes to it."""
        self._is_woken = True
        if self._is_running and threading.get_ident() == self._thread:
            # Qt would deliver an event posted now in the same turn, and so on for ever; a timer comes after sockets.
            self.startTimer(0)
        else:
            QCoreApplication.postEvent(self, QEvent(_DUE))

    def close(self) -> None:
        """Run nothing any more."""
        self._is_closed = True
        self._handles.clear()

    def event(self, event: QEvent) -> bool:
        if event.type() != _DUE:
            return super().event(event)
        self._run()
        return True

    def timerEvent(self, event: QTimerEvent) -> None:
        self.killTimer(event.timerId())
        self._run()

    def _run(self) -> None:
        """Run what is due now; what that brings about has its turn later."""
        self._is_woken = False
        if not self._may_run():
            return
        was_running, self._is_running = self._is_running, True
        try:
            for _ in range(len(self._handles)):
                if not self._handles:
                    # A loop within one of the callbacks has run the others.
                    return
                handle = self._handles.popleft()
                if not handle.cancelled():
                    handle._run()  # noqa: SLF001
        finally:
            self._is_running = was_running
