"""One ZeroMQ socket on the running asyncio loop.

A `Link` is bound or connected; who binds is no matter of the protocol. `camwire.drain` reads it, `camwire.guard` holds
its peers to their limits, and `camwire.calling` and `camwire.called` know its connections. Everything runs in the
loop's thread. The pattern of the endpoint says what kind of socket it is: ROUTER and DEALER
unless told otherwise.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import TypeAlias

import zmq

from camwire import limits, sockets
from camwire.called import Called
from camwire.calling import Calling
from camwire.connections import Connection, Knock
from camwire.drain import Drain
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.excess import Excess, Offence
from camwire.frame import Payload
from camwire.guard import Guard
from camwire.restraint import Restraint
from camwire.routes import ONLY_PEER, Route, Routes
from camwire.sockets import CurveKeys
from camwire.translation import tr
from camwire.unsticking import Unsticking

# Before anything is read of somebody, so many of the largest messages may have come.
UNHEARD_MESSAGES = 8
# As plain numbers: to reckon with ZeroMQ's own enumerations takes longer than to send a part.
NOW, NOW_AND_MORE = int(zmq.NOBLOCK), int(zmq.NOBLOCK | zmq.SNDMORE)

OnParts: TypeAlias = Callable[[Route, list[Payload]], None]
OnOffence: TypeAlias = Callable[[Offence], None]


class Link:
    """One socket and its reading. Make it with `bound` or `connected`; end it with `close`."""

    def __init__(
        self,
        socket: "zmq.Socket[bytes]",
        endpoint: Endpoint,
        on_parts: OnParts,
        is_bound: bool = False,
        most_bytes: int = limits.MESSAGE_BYTES,
    ) -> None:
        self._socket = socket
        self._pattern = endpoint.pattern
        self._is_router = socket.TYPE == zmq.ROUTER
        self._is_curve = socket.MECHANISM == zmq.CURVE
        self._can_send = socket.TYPE not in sockets.ONE_WAY_IN
        self._on_parts = on_parts
        self._on_gone: Callable[[Route], None] | None = None
        self._connections: Calling | Called | None = None
        self._unsticking: Unsticking | None = None
        self._routes = Routes(self._is_router, self._is_curve, self._peer_came, self._peer_gone)
        self._server_key = b""
        most_unheard = limits.UNHEARD_BYTES_OF_KNOWN if self._is_curve else limits.UNHEARD_BYTES
        self._restraint = Restraint(self._is_curve, not is_bound, min(most_unheard, UNHEARD_MESSAGES * most_bytes))
        self.on_offence: OnOffence = lambda offence: None
        """Told of each peer that is over a limit, whenever it is. One that was heard may be sent a last word."""
        self._guard = Guard(self._restraint, self._routes, lambda offence: self.on_offence(offence), self._pause)
        self.is_closed = False
        can_read = socket.TYPE not in sockets.ONE_WAY_OUT
        self._drain = Drain(socket, self._deliver, self._routes.tell_ended) if can_read else None

    @classmethod
    def bound(
        cls,
        context: "zmq.Context[zmq.Socket[bytes]]",
        endpoint: Endpoint,
        on_parts: OnParts,
        curve: CurveKeys | None = None,
        on_gone: Callable[[Route], None] | None = None,
        on_knock: Callable[[Knock], None] | None = None,
        answer_to_silent: Sequence[Payload] = (),
        most_bytes: int = limits.MESSAGE_BYTES,
    ) -> "Link":
        """Listen at `endpoint` for any number of peers (a pair has one). Raises UsageError if the port cannot be had.

        `on_gone(route)` is told when the connection of a peer that was heard has ended, `on_knock` who could not be
        let in. `answer_to_silent` is sent to a peer that connects and says nothing (see `camwire.unsticking`). Who
        sends a part of more than `most_bytes` is cut off.
        """
        # Before there is a socket that nobody would close.
        asyncio.get_running_loop()
        link = cls(sockets.make(context, endpoint, True, curve, most_bytes), endpoint, on_parts, True, most_bytes)
        link._on_gone = on_gone
        try:
            if answer_to_silent and link._is_router:
                link._unsticking = Unsticking(
                    context,
                    link._socket,
                    link._routes.__contains__,
                    lambda route: link.send(answer_to_silent, route),
                )
            link._watch(
                Called(
                    link._socket,
                    link._connection_ended,
                    on_knock,
                    link._peer_connected,
                    link._guard.cut_off,
                    speaks=link._drain is not None,
                )
            )
            sockets.bind(link._socket, endpoint)
        except zmq.ZMQError as error:
            link.close()
            raise UsageError(sockets.why_not_made(endpoint, error)) from error
        except UsageError:
            link.close()
            raise
        return link

    @classmethod
    def connected(
        cls,
        context: "zmq.Context[zmq.Socket[bytes]]",
        endpoint: Endpoint,
        on_parts: OnParts,
        on_connection: Callable[[Connection], None],
        curve: CurveKeys | None = None,
    ) -> "Link":
        """Connect to `endpoint`, now and again whenever the connection breaks, until closed.

        A peer that sends too much is read more slowly. When that is no use, it is called anew; `on_offence` may close
        the link instead.
        """
        asyncio.get_running_loop()
        link = cls(sockets.make(context, endpoint, False, curve), endpoint, on_parts)
        if curve is not None and curve.server is not None:
            # No hands are shaken with anybody else.
            link._server_key = curve.server
        try:
            link._watch(
                Calling(
                    link._socket,
                    endpoint,
                    on_connection,
                    link._restraint.reconnected,
                    lambda: link.on_offence(Offence(Excess.SIZE)),
                    is_plain=curve is None,
                )
            )
            link._socket.connect(sockets.zmq_address(endpoint))
        except zmq.ZMQError as error:
            link.close()
            raise UsageError(
                tr("{endpoint} is no address to connect to: {why}.", endpoint=endpoint, why=error.strerror)
            ) from error
        return link

    @property
    def endpoint(self) -> Endpoint:
        """Where this link is bound or connected to, with the port that was really taken."""
        taken = self._socket.getsockopt(zmq.LAST_ENDPOINT)
        assert isinstance(taken, bytes)
        place = Endpoint.parse(taken.rstrip(b"\0").decode())
        return Endpoint(place.host, place.port, self._pattern)

    def address_of(self, route: Route) -> str:
        """The IP address from which a peer that was heard called; empty if it is not known."""
        return self._routes.address_of(route)

    def key_of(self, route: Route) -> bytes:
        """The public key (Z85) that the peer has proved; empty where nothing is encrypted, or no list was asked."""
        return self._server_key or self._routes.key_of(route)

    def cut(self, route: Route) -> None:
        """End the connection of a peer that was heard. `on_gone` is told, soon."""
        if isinstance(self._connections, Called) and not self.is_closed:
            for each in self._routes.open_of(route, self._connections):
                self._connections.end(each.descriptor)

    def send(self, parts: Sequence[Payload], route: Route = ONLY_PEER) -> bool:
        """Hand `parts` to the peer now, or return False: it is gone, not connected, or its queue is full."""
        if self.is_closed or not self._can_send:
            return False
        message = [route, *parts] if self._is_router else list(parts)
        try:
            # Sending looks for new connections only now and then, and would refuse the first word on one that is just
            # up. Asking for the state of the socket looks at once.
            return self._sent(message) or (sockets.is_ready_to(sockets.WRITE, self._socket) and self._sent(message))
        except zmq.ZMQError as error:
            if error.errno != zmq.EHOSTUNREACH:
                raise
            return False
        finally:
            if self._drain is not None:
                self._drain.after_sending()

    def close(self) -> None:
        """End the socket; what was sent has a moment to leave. Nothing is delivered after this. May be repeated."""
        if self.is_closed:
            return
        self.is_closed = True
        if self._drain is not None:
            self._drain.close()
        self._guard.close()
        if self._connections is not None:
            self._connections.close()
        if self._unsticking is not None:
            self._unsticking.close()
        self._socket.close(linger=sockets.LINGER_MS)

    def _watch(self, connections: Calling | Called) -> None:
        self._connections = connections
        if self._drain is not None:
            self._guard.watch(connections)

    def _sent(self, message: list[Payload]) -> bool:
        try:
            for part in message[:-1]:
                self._socket.send(part, NOW_AND_MORE)
            self._socket.send(message[-1], NOW)
        except zmq.Again:
            return False
        return True

    def _deliver(self, frames: "list[zmq.Frame]") -> None:
        connections = self._connections
        route = self._routes.of(frames, connections) if isinstance(connections, Called) else ONLY_PEER
        if route is None or not self._guard.lets_through(route, map(len, frames)):
            return
        parts: list[Payload] = [frame.bytes if index == 0 else frame.buffer for index, frame in enumerate(frames)]
        self._on_parts(route, parts)

    def _pause(self, seconds: float) -> None:
        if self._drain is not None:
            self._drain.pause(seconds)

    def _peer_came(self, route: Route) -> None:
        self._restraint.came(route, time.monotonic())
        if self._unsticking is not None:
            self._unsticking.heard(route)

    def _peer_gone(self, route: Route) -> None:
        self._restraint.left(route)
        if self._on_gone is not None:
            self._on_gone(route)

    def _peer_connected(self) -> None:
        if self._unsticking is not None:
            self._unsticking.connected()

    def _connection_ended(self, descriptor: int) -> None:
        # Its last words may be unread still; it is told when everything was read.
        if self._drain is not None:
            self._routes.ended(descriptor)
            self._drain.soon()


__all__ = ["ONLY_PEER", "Connection", "CurveKeys", "Knock", "Link", "Offence", "OnParts", "Route"]
