"""The only file with sockets: one ZeroMQ socket on the running asyncio loop.

A `Link` is a DEALER towards one peer or a ROUTER towards many, bound or connected; who binds is no matter of the
protocol. It reads by the socket's file descriptor and a drain bounded in time, so that a flood of messages never keeps
the loop (and the window on it) from anything else. Everything runs in the loop's thread.
"""

import asyncio
import contextlib
import errno
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

import zmq
from zmq.utils.monitor import parse_monitor_message

from camwire import limits
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.frame import Payload

log = logging.getLogger(__name__)

DRAIN_SECONDS = 0.004
GOODBYE_MS = 100
RECONNECT_MS = 100
RECONNECT_MAX_MS = 1000
HANDSHAKE_MS = 3000
PATIENCE_SECONDS = HANDSHAKE_MS / 1000 + 0.5
UNREACHABLE_SECONDS = 2.5
HEARTBEAT_MS = 2000
HEARTBEAT_TIMEOUT_MS = 6000

Route: TypeAlias = bytes
"""Which peer of a ROUTER; empty on a DEALER, which has one."""

ONLY_PEER: Route = b""


class Connection(Enum):
    """What became of a connected link's TCP connection: up, broken, refused by the machine, not ZeroMQ, silent, or
    not even attempted in vain: the name is unknown, or nothing comes back from there."""

    UP = auto()
    DOWN = auto()
    NOBODY = auto()
    STRANGER = auto()
    MUTE = auto()
    UNREACHABLE = auto()


_CONNECTION_EVENTS = {
    zmq.EVENT_HANDSHAKE_SUCCEEDED: Connection.UP,
    zmq.EVENT_DISCONNECTED: Connection.DOWN,
    zmq.EVENT_CLOSED: Connection.NOBODY,
    zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL: Connection.STRANGER,
    zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL: Connection.STRANGER,
    zmq.EVENT_HANDSHAKE_FAILED_AUTH: Connection.STRANGER,
}
_MONITORED = zmq.EVENT_CONNECTED
for _event in _CONNECTION_EVENTS:
    _MONITORED |= _event


@dataclass(frozen=True, slots=True)
class CurveKeys:
    """Keys of an encrypted link (CURVE, Z85 text of 40 bytes each). `server` is None on the end that listens."""

    public: bytes
    secret: bytes
    server: bytes | None = None


class Link:
    """One socket and its reading. Make it with `bound` or `connected`; end it with `close`."""

    def __init__(
        self,
        context: "zmq.Context[zmq.Socket[bytes]]",
        kind: int,
        on_parts: Callable[[Route, list[Payload]], None],
        on_connection: Callable[[Connection], None] | None = None,
        curve: CurveKeys | None = None,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._socket = context.socket(kind)
        self._is_router = kind == zmq.ROUTER
        self._on_parts = on_parts
        self._on_connection = on_connection
        self._monitor: zmq.Socket[bytes] | None = None
        self._drain_is_due = False
        self._parts: list[zmq.Frame] = []
        self._has_shaken_hands = False
        self._connected_at = 0.0
        self._address = ""
        self._patience: asyncio.TimerHandle | None = None
        self.is_closed = False
        self._configure(curve)
        self._loop.add_reader(self._socket.FD, self._drain)
        self._drain_soon()

    @classmethod
    def bound(
        cls,
        context: "zmq.Context[zmq.Socket[bytes]]",
        endpoint: Endpoint,
        on_parts: Callable[[Route, list[Payload]], None],
        curve: CurveKeys | None = None,
    ) -> "Link":
        """Listen at `endpoint` for any number of peers (ROUTER). Raises UsageError when the port cannot be had."""
        link = cls(context, zmq.ROUTER, on_parts, curve=curve)
        try:
            link._socket.IPV6 = not _by_number(endpoint).is_ipv4
            link._socket.bind(_zmq_address(endpoint))
        except zmq.ZMQError as error:
            link.close()
            raise UsageError(_why_not_bound(endpoint, error)) from error
        return link

    @classmethod
    def connected(
        cls,
        context: "zmq.Context[zmq.Socket[bytes]]",
        endpoint: Endpoint,
        on_parts: Callable[[Route, list[Payload]], None],
        on_connection: Callable[[Connection], None],
        curve: CurveKeys | None = None,
    ) -> "Link":
        """Connect to `endpoint` (DEALER), now and again whenever the connection breaks, until closed."""
        link = cls(context, zmq.DEALER, on_parts, on_connection, curve)
        link._watch()
        try:
            link._socket.IPV6 = not _by_number(endpoint).is_ipv4
            link._address = _zmq_address(endpoint)
            link._socket.connect(link._address)
            link._patience = link._loop.call_later(UNREACHABLE_SECONDS, link._nothing_came)
        except zmq.ZMQError as error:
            link.close()
            raise UsageError(f"{endpoint} is no address to connect to: {error.strerror}.") from error
        return link

    @property
    def endpoint(self) -> Endpoint:
        """Where this link is bound or connected to, with the port that was really taken."""
        taken = self._socket.getsockopt(zmq.LAST_ENDPOINT)
        assert isinstance(taken, bytes)
        return Endpoint.parse(taken.rstrip(b"\0").decode())

    def send(self, parts: Sequence[Payload], route: Route = ONLY_PEER) -> bool:
        """Hand `parts` to the peer now, or return False: it is gone, not connected, or its queue is full."""
        if self.is_closed:
            return False
        message = [route, *parts] if self._is_router else list(parts)
        try:
            return self._sent(message) or (self._is_ready() and self._sent(message))
        except zmq.ZMQError as error:
            if error.errno != zmq.EHOSTUNREACH:
                raise
            return False
        finally:
            # Sending may have consumed the edge that the file descriptor would have shown.
            self._drain_soon()

    def close(self) -> None:
        """End the socket; what was sent has a moment to leave. Nothing is delivered after this. May be repeated."""
        if self.is_closed:
            return
        self.is_closed = True
        self._stop_waiting()
        self._loop.remove_reader(self._socket.FD)
        if self._monitor is not None:
            self._loop.remove_reader(self._monitor.FD)
            self._socket.disable_monitor()
            self._monitor.close(linger=0)
        self._socket.close(linger=GOODBYE_MS)

    def _configure(self, curve: CurveKeys | None) -> None:
        socket = self._socket
        socket.MAXMSGSIZE = limits.MESSAGE_BYTES
        socket.LINGER = GOODBYE_MS
        socket.HANDSHAKE_IVL = HANDSHAKE_MS
        socket.HEARTBEAT_IVL = HEARTBEAT_MS
        socket.HEARTBEAT_TIMEOUT = HEARTBEAT_TIMEOUT_MS
        socket.RECONNECT_IVL = RECONNECT_MS
        socket.RECONNECT_IVL_MAX = RECONNECT_MAX_MS
        if self._is_router:
            socket.ROUTER_MANDATORY = 1
        else:
            # Nothing is queued for a peer that is not there: what could not be sent stays with its owner.
            socket.IMMEDIATE = 1
        if curve is not None:
            socket.CURVE_PUBLICKEY, socket.CURVE_SECRETKEY = curve.public, curve.secret
            if curve.server is None:
                socket.CURVE_SERVER = 1
            else:
                socket.CURVE_SERVERKEY = curve.server

    def _sent(self, message: list[Payload]) -> bool:
        try:
            self._socket.send_multipart(message, zmq.NOBLOCK, copy=True)
        except zmq.Again:
            return False
        return True

    def _is_ready(self) -> bool:
        # Sending looks for new connections only now and then, and would refuse the first word on one that is just up.
        # Asking for the state of the socket looks at once.
        return bool(int(self._socket.getsockopt(zmq.EVENTS)) & zmq.POLLOUT)

    def _watch(self) -> None:
        self._monitor = self._socket.get_monitor_socket(_MONITORED)
        self._loop.add_reader(self._monitor.FD, self._drain_monitor)
        # The descriptor wakes nobody until the socket has once been read empty.
        self._loop.call_soon(self._drain_monitor)

    def _drain_soon(self) -> None:
        if not (self._drain_is_due or self.is_closed):
            self._drain_is_due = True
            self._loop.call_soon(self._drain)

    def _drain(self) -> None:
        self._drain_is_due = False
        until = time.monotonic() + DRAIN_SECONDS
        while not self.is_closed:
            try:
                part = self._socket.recv(zmq.NOBLOCK, copy=False)
            except zmq.Again:
                return
            # One part beyond the limit is kept, so that the message is refused for it; more are not even looked at.
            if len(self._parts) <= limits.PARTS + 1:
                self._parts.append(part)
            if part.more:
                if time.monotonic() > until:
                    self._drain_soon()
                    return
                continue
            frames, self._parts = self._parts, []
            try:
                self._deliver(frames)
            except Exception:
                # The descriptor does not wake us again for what is still unread.
                self._drain_soon()
                raise
            if time.monotonic() > until:
                self._drain_soon()
                return

    def _deliver(self, frames: "list[zmq.Frame]") -> None:
        route = frames.pop(0).bytes if self._is_router else ONLY_PEER
        parts: list[Payload] = [frame.bytes if index == 0 else frame.buffer for index, frame in enumerate(frames)]
        self._on_parts(route, parts)

    def _drain_monitor(self) -> None:
        while not self.is_closed and self._monitor is not None:
            try:
                event = parse_monitor_message(self._monitor.recv_multipart(zmq.NOBLOCK))["event"]
            except zmq.Again:
                return
            try:
                self._connection_changed(event)
            except Exception:
                self._loop.call_soon(self._drain_monitor)
                raise

    def _connection_changed(self, event: int) -> None:
        if event == zmq.EVENT_CONNECTED:
            self._has_shaken_hands = False
            self._connected_at = time.monotonic()
            self._stop_waiting()
            self._patience = self._loop.call_later(PATIENCE_SECONDS, self._call_again)
            return
        change = _CONNECTION_EVENTS[zmq.Event(event)]
        if change in (Connection.UP, Connection.NOBODY):
            self._stop_waiting()
        if change is Connection.UP:
            self._has_shaken_hands = True
        elif change is Connection.DOWN and not self._has_shaken_hands:
            # It took the TCP connection. Then it hung up, because it does not speak ZeroMQ, or never said a word.
            was_patient = time.monotonic() - self._connected_at > HANDSHAKE_MS / 1000 - 0.5
            change = Connection.MUTE if was_patient else Connection.STRANGER
        if self._on_connection is not None:
            self._on_connection(change)

    def _call_again(self) -> None:
        """Give up a stranger and call anew. ZeroMQ itself waits for ever for one whose first bytes could be ZMTP 1.0
        (an SSH banner), and never calls again after one that broke the protocol."""
        with contextlib.suppress(zmq.ZMQError):
            self._socket.disconnect(self._address)
        self._socket.connect(self._address)
        if self._on_connection is not None:
            self._on_connection(Connection.STRANGER)

    def _nothing_came(self) -> None:
        """ZeroMQ says nothing of a name it cannot resolve, and of packets that vanish."""
        if self._on_connection is not None:
            self._on_connection(Connection.UNREACHABLE)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None


def _by_number(endpoint: Endpoint) -> Endpoint:
    # With IPv6 switched on, "localhost" would be ::1 alone, where a camera on 127.0.0.1 does not listen.
    return Endpoint("127.0.0.1", endpoint.port) if endpoint.host == "localhost" else endpoint


def _zmq_address(endpoint: Endpoint) -> str:
    # To ZeroMQ port 0 means "any", too, but only written as a star.
    address = str(_by_number(endpoint))
    return address if endpoint.port else f"{address.removesuffix('0')}*"


def _why_not_bound(endpoint: Endpoint, error: zmq.ZMQError) -> str:
    if error.errno == zmq.EADDRINUSE:
        return f"{endpoint} is in use by another program. End that one, or choose another port."
    if error.errno in (errno.ENODEV, errno.EADDRNOTAVAIL):
        return f"{endpoint.host} is no address of this computer. Listen on 127.0.0.1, on one of its own, or on *."
    return f"Cannot listen at {endpoint}: {error.strerror}."
