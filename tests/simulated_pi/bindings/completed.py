"""Requests that are through, for all cameras of a manager."""

import contextlib
import os
import threading

from tests.simulated_pi.bindings.buffers import Request


class Completed:
    """Filled by the cameras' threads, emptied by who watches `event_fd`."""

    def __init__(self) -> None:
        self.event_fd = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self._requests: list[Request] = []
        self._lock = threading.Lock()

    def __del__(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self.event_fd)

    def add(self, request: Request) -> None:
        """One more is through."""
        with self._lock:
            self._requests.append(request)
        os.eventfd_write(self.event_fd, 1)

    def take(self) -> list[Request]:
        """All that are through, in order."""
        with contextlib.suppress(BlockingIOError):
            os.eventfd_read(self.event_fd)
        with self._lock:
            taken, self._requests = self._requests, []
        return taken
