"""ZeroMQ sockets for each pattern, with the options that every link needs, bound or connected."""

import ctypes
import errno
import os
from dataclasses import dataclass
from functools import cache

import zmq

from camwire import limits
from camwire.endpoint import SECURE, Endpoint
from camwire.errors import UsageError
from camwire.translation import tr

LINGER_MS = 100
RECONNECT_MS = 100
RECONNECT_MAX_MS = 1000
# The system itself would try again after 1, 3, 7 and more seconds, however long the cable is back.
CALL_MS = 2000
HANDSHAKE_MS = 2000
# Who comes to us may be slow.
LISTENING_HANDSHAKE_MS = 3000
# TCP itself finds out that a connection is lost. ZeroMQ's own heartbeats must stay off: libzmq 4.3.5 ends the process
# when one is due on a connection that was hung up while more of it is unread than the socket takes.
PROBE_SECONDS = 1
LOST_MS = 6000
# Where we listen that must be known before VidGear's senders come with a new one, after 4 s.
LISTENING_LOST_MS = 2500
# Where nobody asks for pictures, only the newest are worth keeping: a queue would be nothing but delay.
NEWEST = 2

# Messages of one peer; what is beyond it waits at the peer. A camera sends large ones.
MOST_UNREAD = 64
MOST_UNREAD_OF_CAMERA = 8

BOUND = {"": zmq.ROUTER, SECURE: zmq.ROUTER, "pair": zmq.PAIR, "sub": zmq.SUB, "pull": zmq.PULL, "pub": zmq.PUB}
CONNECTED = {
    "": zmq.DEALER,
    "req": zmq.DEALER,
    "pair": zmq.PAIR,
    "sub": zmq.SUB,
    "pub": zmq.PUB,
    "push": zmq.PUSH,
}
# As plain numbers: to reckon with ZeroMQ's own enumerations takes longer than to send a part.
READ, WRITE = int(zmq.POLLIN), int(zmq.POLLOUT)
ONE_WAY_OUT = (zmq.PUB, zmq.PUSH)
ONE_WAY_IN = (zmq.SUB, zmq.PULL)


@dataclass(frozen=True, slots=True)
class CurveKeys:
    """Keys of an encrypted link (CURVE, Z85 text of 40 bytes each). `server` is None on the end that listens, where
    `domain` names the list of clients that may come in (see `camwire.admission`); empty means all who know the key."""

    public: bytes
    secret: bytes
    server: bytes | None = None
    domain: str = ""


def is_ready_to(do: int, socket: "zmq.Socket[bytes]") -> bool:
    """Whether `socket` can `READ` or `WRITE` now. To ask makes ZeroMQ look at what has happened to it by now."""
    return bool(int(socket.getsockopt(zmq.EVENTS)) & do)


def make(
    context: "zmq.Context[zmq.Socket[bytes]]",
    endpoint: Endpoint,
    binds: bool,
    curve: CurveKeys | None,
    most_bytes: int = limits.MESSAGE_BYTES,
) -> "zmq.Socket[bytes]":
    """Return a socket for `endpoint`, neither bound nor connected yet. Raises UsageError for a wrong pattern.

    A part of a message with more than `most_bytes` ends the connection of who sends it.
    """
    kinds = BOUND if binds else CONNECTED
    if endpoint.pattern not in kinds:
        pattern = endpoint.pattern
        raise UsageError(
            tr(
                "Nobody can listen at {endpoint}: {pattern} is what the other end is called.",
                endpoint=endpoint,
                pattern=pattern,
            )
            if binds
            else tr(
                "Nobody can connect to {endpoint}: {pattern} is what the other end is called.",
                endpoint=endpoint,
                pattern=pattern,
            )
        )
    _make_routes_unpredictable()
    try:
        socket = context.socket(kinds[endpoint.pattern])
    except zmq.ZMQError as error:
        raise UsageError(why_not_made(endpoint, error)) from error
    try:
        _configure(socket, endpoint, binds, curve)
        socket.MAXMSGSIZE = most_bytes
    except zmq.ZMQError as error:
        socket.close()
        raise UsageError(why_not_made(endpoint, error)) from error
    return socket


def _configure(socket: "zmq.Socket[bytes]", endpoint: Endpoint, binds: bool, curve: CurveKeys | None) -> None:
    socket.LINGER = LINGER_MS
    socket.HANDSHAKE_IVL = LISTENING_HANDSHAKE_MS if binds else HANDSHAKE_MS
    _probe(socket, LISTENING_LOST_MS if binds else LOST_MS)
    socket.RECONNECT_IVL = RECONNECT_MS
    socket.RECONNECT_IVL_MAX = RECONNECT_MAX_MS
    socket.CONNECT_TIMEOUT = CALL_MS
    socket.IPV6 = not _by_number(endpoint).is_ipv4
    if endpoint.pattern not in ("", SECURE, "req"):
        socket.set_hwm(NEWEST)
    if socket.TYPE == zmq.ROUTER:
        socket.ROUTER_MANDATORY = 1
        socket.RCVHWM = MOST_UNREAD
    elif socket.TYPE == zmq.SUB:
        socket.SUBSCRIBE = b""
    elif not binds:
        # Nothing is queued for a peer that is not there: what could not be sent stays with its owner.
        socket.IMMEDIATE = 1
        if socket.TYPE == zmq.DEALER:
            socket.RCVHWM = MOST_UNREAD_OF_CAMERA
    if curve is not None:
        _encrypt(socket, curve)


def _probe(socket: "zmq.Socket[bytes]", lost_ms: int) -> None:
    """Have its connections end when nothing comes back on them for so long."""
    socket.TCP_KEEPALIVE = 1
    socket.TCP_KEEPALIVE_IDLE = socket.TCP_KEEPALIVE_INTVL = PROBE_SECONDS
    socket.TCP_KEEPALIVE_CNT = lost_ms // 1000 // PROBE_SECONDS
    socket.TCP_MAXRT = lost_ms


def bind(socket: "zmq.Socket[bytes]", endpoint: Endpoint) -> None:
    """Listen. Raises UsageError when the port cannot be had."""
    try:
        socket.bind(zmq_address(endpoint))
    except zmq.ZMQError as error:
        raise UsageError(_why_not_bound(endpoint, error)) from error


def zmq_address(endpoint: Endpoint) -> str:
    """The address as ZeroMQ wants it."""
    known = _by_number(endpoint)
    address = str(Endpoint(known.host, known.port))
    # To ZeroMQ port 0 means "any", too, but only written as a star.
    return address if endpoint.port else f"{address.removesuffix('0')}*"


@cache
def _make_routes_unpredictable() -> None:
    """Give libc's random numbers a seed. libzmq numbers a ROUTER's peers from one of them, and ends the process when a
    peer that brought the next number as its own name is there already; without a seed the first is always the same."""
    for library in (None, "ucrtbase", "msvcrt"):
        try:
            ctypes.CDLL(library).srand(int.from_bytes(os.urandom(4), "big"))
        except (OSError, AttributeError, TypeError):
            continue


def _encrypt(socket: "zmq.Socket[bytes]", curve: CurveKeys) -> None:
    socket.CURVE_PUBLICKEY, socket.CURVE_SECRETKEY = curve.public, curve.secret
    if curve.server is None:
        socket.CURVE_SERVER = 1
        if curve.domain:
            socket.ZAP_DOMAIN = curve.domain.encode()
            # Without this, everybody would be let in while nobody reads the list.
            socket.ZAP_ENFORCE_DOMAIN = 1
    else:
        socket.CURVE_SERVERKEY = curve.server


def _by_number(endpoint: Endpoint) -> Endpoint:
    # With IPv6 switched on, "localhost" would be ::1 alone, where a camera on 127.0.0.1 does not listen.
    return Endpoint("127.0.0.1", endpoint.port) if endpoint.host == "localhost" else endpoint


def ip_address_of(endpoint: Endpoint) -> str:
    """The IP address that ZeroMQ calls for `endpoint`; empty where that is a name, which only it resolves."""
    known = _by_number(endpoint)
    return known.host if known.is_ipv4 or known.is_ipv6 else ""


def why_not_made(endpoint: Endpoint, error: zmq.ZMQError) -> str:
    """The sentence that says why there can be no socket for `endpoint`."""
    if error.errno == errno.EMFILE:
        return tr(
            "{endpoint} cannot be used: this program has too many files and connections open. "
            "Show fewer cameras, or allow it more of them (ulimit -n).",
            endpoint=endpoint,
        )
    return tr("{endpoint} cannot be used: {why}.", endpoint=endpoint, why=error.strerror)


def _why_not_bound(endpoint: Endpoint, error: zmq.ZMQError) -> str:
    if error.errno == zmq.EADDRINUSE:
        return tr("{endpoint} is in use by another program. End that one, or choose another port.", endpoint=endpoint)
    if error.errno in (errno.ENODEV, errno.EADDRNOTAVAIL):
        return tr(
            "{host} is no address of this computer. Listen on 127.0.0.1, on one of its own, or on *.",
            host=endpoint.host,
        )
    return tr("Cannot listen at {endpoint}: {why}.", endpoint=endpoint, why=error.strerror)
