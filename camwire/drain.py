"""Reading a ZeroMQ socket on the loop, in turns that are bounded in time."""

import asyncio
import time
from collections.abc import Callable

import zmq

from camwire import limits, sockets

DRAIN_SECONDS = 0.004
NOW = int(zmq.NOBLOCK)


class Drain:
    """Hands each message of `socket` to `deliver(frames)`, and tells `emptied()` when nothing is left, until closed.

    A flood takes `DRAIN_SECONDS` of the loop at a time. Lives in the loop's thread.
    """

    def __init__(
        self,
        socket: "zmq.Socket[bytes]",
        deliver: Callable[[list[zmq.Frame]], None],
        emptied: Callable[[], None],
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._socket = socket
        self._deliver = deliver
        self._emptied = emptied
        self._loses_halves = socket.TYPE == zmq.DEALER
        self._is_due = False
        self._is_busy = False
        self._is_closed = False
        self._parts: list[zmq.Frame] = []
        self._pause: asyncio.TimerHandle | None = None
        self._loop.add_reader(socket.FD, self._drain)
        self.soon()

    def soon(self) -> None:
        """Look what has come, after what the loop is doing now."""
        if not (self._is_due or self._is_closed or self._pause):
            self._is_due = True
            self._loop.call_soon(self._drain)

    def after_sending(self) -> None:
        """To be called when something was sent: that may have consumed the edge that the descriptor would show."""
        if not (self._is_due or self._is_busy) and sockets.is_ready_to(sockets.READ, self._socket):
            self.soon()

    def pause(self, seconds: float) -> None:
        """Read nothing more for so long."""
        self._pause = self._loop.call_later(seconds, self._go_on)

    def close(self) -> None:
        """Read nothing more. The socket is still open."""
        self._is_closed = True
        self._loop.remove_reader(self._socket.FD)
        if self._pause is not None:
            self._pause.cancel()

    def _go_on(self) -> None:
        self._pause = None
        self.soon()

    def _drain(self) -> None:
        self._is_due = False
        if self._pause is not None:
            return
        self._is_busy = True
        try:
            self._read_all()
        finally:
            self._is_busy = False

    def _read_all(self) -> None:
        """Deliver what has come; what takes too long goes on later."""
        until = time.monotonic() + DRAIN_SECONDS
        while not (self._is_closed or self._pause):
            # To ask first is cheaper than to be told by an exception; and what has happened to connections by now is
            # taken note of before a message, and not in the middle of it.
            if not sockets.is_ready_to(sockets.READ, self._socket):
                self._emptied()
                return
            try:
                is_whole = self._read_message(until)
            except zmq.Again:
                # The connection broke in the middle of it.
                continue
            if not is_whole:
                self.soon()
                return
            frames, self._parts = self._parts, []
            try:
                self._deliver(frames)
            except Exception:
                # The descriptor does not wake us again for what is still unread.
                self.soon()
                raise
            if time.monotonic() > until:
                self.soon()
                return

    def _read_message(self, until: float) -> bool:
        """Read to the end of a message; False when it is so long that others must have their turn."""
        while True:
            part = self._socket.recv(NOW, copy=False)
            # One part beyond the limit is kept, so that the message is refused for it; more are not even looked at.
            if len(self._parts) <= limits.PARTS + 1:
                self._parts.append(part)
            if not part.more:
                return True
            if self._loses_halves:
                # libzmq ends the process when a connection breaks between two parts and we read on, so nothing may come
                # between them. Whoever sends too many is refused at once, and the rest goes with the link.
                if len(self._parts) > limits.PARTS + 1:
                    return True
            elif time.monotonic() > until:
                return False
