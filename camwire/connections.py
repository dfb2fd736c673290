"""What ZeroMQ's monitor tells of a socket's TCP connections, put into facts.

`Monitor` reads the events on the running loop. `Calling` makes of them what became of the one connection of a
connected socket; `Called` what became of the many of a bound one.
"""

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Callable
from enum import Enum, auto

import zmq
from zmq.utils.monitor import parse_monitor_message

from camwire.sockets import HANDSHAKE_MS

PATIENCE_SECONDS = HANDSHAKE_MS / 1000 + 0.5
UNREACHABLE_SECONDS = 2.5
MOST_PENDING = 1000


class Connection(Enum):
    """What became of a connected link's TCP connection: up, broken, refused by the machine, not ZeroMQ, silent, or
    not even attempted in vain: the name is unknown, or nothing comes back from there."""

    UP = auto()
    DOWN = auto()
    NOBODY = auto()
    STRANGER = auto()
    MUTE = auto()
    UNREACHABLE = auto()


class Knock(Enum):
    """Who called at a bound link and could not be let in: another ZeroMQ pattern, other security or keys, or something
    that does not speak ZeroMQ."""

    PATTERN = auto()
    SECURITY = auto()
    STRANGER = auto()


_UP = zmq.EVENT_HANDSHAKE_SUCCEEDED
_ENDED = {zmq.EVENT_DISCONNECTED: Connection.DOWN, zmq.EVENT_CLOSED: Connection.NOBODY}
_FAILED = {
    zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL: Knock.STRANGER,
    zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL: Knock.SECURITY,
    zmq.EVENT_HANDSHAKE_FAILED_AUTH: Knock.SECURITY,
}


class Monitor:
    """Reads the events of `socket` and hands each to `take(event, value)` on the loop."""

    def __init__(self, socket: "zmq.Socket[bytes]", take: Callable[[int, int], None], first: int) -> None:
        wanted = first | _UP
        for event in (*_ENDED, *_FAILED):
            wanted |= event
        self._loop = asyncio.get_running_loop()
        self._socket = socket
        self._take = take
        self._monitor = socket.get_monitor_socket(wanted)
        self._is_closed = False
        self._loop.add_reader(self._monitor.FD, self.drain)
        # The descriptor wakes nobody until the socket has once been read empty.
        self._loop.call_soon(self.drain)

    def drain(self) -> None:
        """Take all events that are here."""
        while not self._is_closed:
            try:
                event = parse_monitor_message(self._monitor.recv_multipart(zmq.NOBLOCK))
            except zmq.Again:
                return
            try:
                self._take(int(event["event"]), int(event["value"]))
            except Exception:
                # The descriptor does not wake us again for what is still unread.
                self._loop.call_soon(self.drain)
                raise

    def close(self) -> None:
        """Hear nothing any more."""
        self._is_closed = True
        self._loop.remove_reader(self._monitor.FD)
        self._socket.disable_monitor()
        self._monitor.close(linger=0)


class Calling:
    """A socket that calls `address`, now and again whenever the connection breaks, until closed."""

    def __init__(self, socket: "zmq.Socket[bytes]", address: str, tell: Callable[[Connection], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._socket = socket
        self._address = address
        self._tell = tell
        self._has_shaken_hands = False
        self._connected_at = 0.0
        self.monitor = Monitor(socket, self._take, zmq.EVENT_CONNECTED)
        # ZeroMQ says nothing of a name it cannot resolve, and of packets that vanish.
        self._patience: asyncio.TimerHandle | None = self._loop.call_later(
            UNREACHABLE_SECONDS, tell, Connection.UNREACHABLE
        )

    def close(self) -> None:
        """Wait for nothing any more."""
        self._stop_waiting()
        self.monitor.close()

    def _take(self, event: int, value: int) -> None:
        if event == zmq.EVENT_CONNECTED:
            self._has_shaken_hands = False
            self._connected_at = time.monotonic()
            self._stop_waiting()
            self._patience = self._loop.call_later(PATIENCE_SECONDS, self._call_again)
            return
        change = Connection.STRANGER
        if event == _UP:
            change = Connection.UP
        elif event not in _FAILED:
            change = _ENDED[zmq.Event(event)]
        if change in (Connection.UP, Connection.NOBODY):
            self._stop_waiting()
        if change is Connection.UP:
            self._has_shaken_hands = True
        elif change is Connection.DOWN and not self._has_shaken_hands:
            # It took the TCP connection. Then it hung up, because it does not speak ZeroMQ, or never said a word.
            was_patient = time.monotonic() - self._connected_at > HANDSHAKE_MS / 1000 - 0.5
            change = Connection.MUTE if was_patient else Connection.STRANGER
        self._tell(change)

    def _call_again(self) -> None:
        """Give up a stranger and call anew. ZeroMQ itself waits for ever for one whose first bytes could be ZMTP 1.0
        (an SSH banner), and never calls again after one that broke the protocol."""
        with contextlib.suppress(zmq.ZMQError):
            self._socket.disconnect(self._address)
        self._socket.connect(self._address)
        self._tell(Connection.STRANGER)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None


class Called:
    """A bound socket: tells by its descriptor which connection ended, and who was not let in.

    A message carries the descriptor of the connection it came by; `heard` says which are known.
    """

    def __init__(
        self,
        socket: "zmq.Socket[bytes]",
        ended: Callable[[int], None],
        knocked: Callable[[Knock], None] | None,
        connected: Callable[[], None],
    ) -> None:
        self._ended = ended
        self._connected = connected
        self._knocked = knocked
        self._pending: deque[int] = deque(maxlen=MOST_PENDING)
        self._open: set[int] = set()
        self._failed = 0
        self.monitor = Monitor(socket, self._take, zmq.EVENT_ACCEPTED)

    def heard(self, descriptor: int) -> bool:
        """A message came by this connection: whoever is there speaks our pattern. Whether it is still open."""
        if descriptor in self._pending:
            self._pending.remove(descriptor)
        return descriptor in self._open

    def close(self) -> None:
        """Hear of nobody any more."""
        self.monitor.close()

    def _take(self, event: int, value: int) -> None:
        if event == zmq.EVENT_ACCEPTED:
            self._pending.append(value)
            self._open.add(value)
        elif event == _UP:
            # The event does not say whose hands were shaken; as a rule those of who came first.
            if self._pending:
                self._pending.popleft()
            self._connected()
        elif event in _FAILED:
            self._failed = min(self._failed + 1, len(self._pending))
            self._tell(_FAILED[zmq.Event(event)])
        elif event == zmq.EVENT_DISCONNECTED:
            self._open.discard(value)
            if value in self._pending:
                self._pending.remove(value)
                self._not_let_in()
            self._ended(value)

    def _not_let_in(self) -> None:
        """One that did not shake hands has ended. What failed was told already, for one of those that end."""
        if self._failed:
            self._failed -= 1
        else:
            # Nothing failed: the two sockets are no pair.
            self._tell(Knock.PATTERN)

    def _tell(self, knock: Knock) -> None:
        if self._knocked is not None:
            self._knocked(knock)
