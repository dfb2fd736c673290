"""What ZeroMQ's monitor tells of a socket's TCP connections, put into facts.

`Monitor` reads the events on the running loop. `camwire.calling` makes of them what became of the one connection of a
connected socket; `camwire.called` what became of the many of a bound one.
"""

import asyncio
from collections.abc import Callable
from enum import Enum, auto

import zmq
from zmq.utils.monitor import parse_monitor_message

MOST_AT_ONCE = 50


class Connection(Enum):
    """What became of a connected link's TCP connection: up, broken, refused by the machine, not ZeroMQ (or CURVE with
    another key than the one that was called), silent, or not even attempted in vain: the name is unknown, or nothing
    comes back from there. OTHER_SECURITY: one end encrypts, the other does not. UNKNOWN_KEY: ours is not let in."""

    UP = auto()
    DOWN = auto()
    NOBODY = auto()
    STRANGER = auto()
    MUTE = auto()
    UNREACHABLE = auto()
    OTHER_SECURITY = auto()
    UNKNOWN_KEY = auto()


class Knock(Enum):
    """Who called at a bound link and could not be let in: another ZeroMQ pattern, other security or keys, or something
    that does not speak ZeroMQ."""

    PATTERN = auto()
    SECURITY = auto()
    STRANGER = auto()


UP = zmq.EVENT_HANDSHAKE_SUCCEEDED
ENDED = {zmq.EVENT_DISCONNECTED: Connection.DOWN, zmq.EVENT_CLOSED: Connection.NOBODY}
FAILED = {
    zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL: Knock.STRANGER,
    zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL: Knock.SECURITY,
    zmq.EVENT_HANDSHAKE_FAILED_AUTH: Knock.SECURITY,
}


class Monitor:
    """Reads the events of `socket` and hands each to `take(event, value)` on the loop."""

    def __init__(
        self,
        socket: "zmq.Socket[bytes]",
        take: Callable[[int, int], None],
        first: int,
        after: Callable[[], None] = lambda: None,
    ) -> None:
        """`after` is called when all events that were here have been taken."""
        wanted = first | UP
        for event in (*ENDED, *FAILED):
            wanted |= event
        self._loop = asyncio.get_running_loop()
        self._socket = socket
        self._take = take
        self._after = after
        self._monitor = socket.get_monitor_socket(wanted)
        self.is_closed = False
        self._loop.add_reader(self._monitor.FD, self._drain_some)
        # The descriptor wakes nobody until the socket has once been read empty.
        self._loop.call_soon(self._drain_some)

    def drain(self) -> None:
        """Take all events that are here."""
        while self._take_next():
            pass

    def _drain_some(self) -> None:
        """Take some. Who calls a thousand times at once must not keep the loop from anybody else."""
        for _ in range(MOST_AT_ONCE):
            if not self._take_next():
                return
        self._loop.call_soon(self._drain_some)

    def _take_next(self) -> bool:
        """Take one event; whether there was one."""
        if self.is_closed:
            return False
        try:
            event = parse_monitor_message(self._monitor.recv_multipart(zmq.NOBLOCK))
        except zmq.Again:
            self._after()
            return False
        try:
            self._take(int(event["event"]), int(event["value"]))
        except Exception:
            # The descriptor does not wake us again for what is still unread.
            self._loop.call_soon(self._drain_some)
            raise
        return True

    def close(self) -> None:
        """Hear nothing any more."""
        self.is_closed = True
        self._loop.remove_reader(self._monitor.FD)
        self._socket.disable_monitor()
        self._monitor.close(linger=0)
