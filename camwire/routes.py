"""Who is at the other ends of a bound socket: by which route each is known, where it is, and what key it proved."""

from collections.abc import Callable
from typing import TypeAlias

import zmq

from camwire.called import Called, Opened
from camwire.tcp_connection import as_written

Route: TypeAlias = bytes
"""Which of the peers of a bound link; empty on a connected one, which has one."""

ONLY_PEER: Route = b""


class Routes:
    """A message carries the descriptor of the connection it came by, and on a ROUTER a name before it.

    `came(route)` and `gone(route)` are told of each peer: the one before its first message, the other when its
    connection has ended and `tell_ended` is asked.
    """

    def __init__(
        self, is_router: bool, is_curve: bool, came: Callable[[Route], object], gone: Callable[[Route], object]
    ) -> None:
        self._is_router = is_router
        self._is_curve = is_curve
        self._came = came
        self._gone = gone
        self._by_descriptor: dict[int, Route] = {}
        self._addresses: dict[Route, str] = {}
        self._keys: dict[Route, bytes] = {}
        self._ended: list[int] = []

    def __contains__(self, route: object) -> bool:
        """Whether a peer of that name was heard, and is there."""
        return route in self._addresses

    def at(self, descriptor: int) -> Route | None:
        """Who was heard by that connection."""
        return self._by_descriptor.get(descriptor)

    def address_of(self, route: Route) -> str:
        """The IP address from which it called; empty if it is not known."""
        return self._addresses.get(route, "")

    def key_of(self, route: Route) -> bytes:
        """The public key (Z85) that it has proved; empty where nothing is encrypted, or no list was asked."""
        return self._keys.get(route, b"")

    def open_of(self, route: Route, connections: Called) -> list[Opened]:
        """The connections that it has now."""
        descriptors = [each for each, known in self._by_descriptor.items() if known == route]
        return [opened for each in descriptors if (opened := connections.opened(each)) is not None]

    def of(self, frames: "list[zmq.Frame]", connections: Called) -> Route | None:
        """Which peer a message is from, None if that is no peer; takes a ROUTER's first part away."""
        first = frames[0]
        if self._is_router:
            frames.pop(0)
            route = first.bytes
            # A peer chooses its name, but not its key: what another one sends under that name is none of its words.
            if route in self._addresses and (not self._is_curve or _key(first) == self._keys[route]):
                return route
        try:
            descriptor = int(first.get(zmq.SRCFD))
        except zmq.ZMQError:
            # A stranger, such as a browser, whose bytes could be those of the first ZeroMQ, which shook no hands.
            return None
        if not self._is_router:
            route = b"%d" % descriptor
        if self._by_descriptor.get(descriptor) != route and not self._is_new(route, descriptor, first, connections):
            return None
        return route

    def ended(self, descriptor: int) -> None:
        """A connection has ended. Its last words may be unread still."""
        self._ended.append(descriptor)

    def tell_ended(self, which: Callable[[int], bool] = lambda ended: True) -> None:
        """Tell of those that have ended and whose last words were read."""
        told, self._ended = list(filter(which, self._ended)), [each for each in self._ended if not which(each)]
        for descriptor in told:
            route = self._by_descriptor.pop(descriptor, None)
            # Under a name that a peer chose itself another one may be here already.
            if route is not None and route not in self._by_descriptor.values():
                del self._addresses[route], self._keys[route]
                self._gone(route)

    def _is_new(self, route: Route, descriptor: int, first: zmq.Frame, connections: Called) -> bool:
        """Take note of somebody who was not heard by this connection before; False for words of the past."""
        # Whoever calls anew may have been here before: what has ended by now is told first.
        connections.monitor.drain()
        self.tell_ended(lambda ended: ended in self._by_descriptor)
        if connections.heard(descriptor):
            self._ended = [each for each in self._ended if each != descriptor]
        elif descriptor not in self._ended:
            # Its end was told already, and its peer may be back on another one.
            return False
        self._by_descriptor[descriptor] = route
        self._addresses[route] = as_written(str(first.get("Peer-Address")))
        self._keys[route] = _key(first)
        self._came(route)
        return True


def _key(first: zmq.Frame) -> bytes:
    """As the list of those who may come in has told it (see `camwire.admission`)."""
    try:
        return str(first.get("User-Id")).encode()
    except zmq.ZMQError:
        return b""
