"""Links on loopback for tests, and what they hear."""

import socket as plain
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

import zmq

from camwire.endpoint import Endpoint
from camwire.frame import Payload
from camwire.link import Connection, CurveKeys, Knock, Link, Route
from tests.support.waiting import until

Context: TypeAlias = "zmq.Context[zmq.Socket[bytes]]"
Run: TypeAlias = Callable[..., Any]
LOOPBACK = Endpoint("127.0.0.1", 0)


class Ends:
    """Opens links, notes what they hear, and closes them all."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.heard: list[tuple[Route, list[bytes]]] = []
        self.answers: list[list[bytes]] = []
        self.changes: list[Connection] = []
        self.gone: list[Route] = []
        self.knocks: list[Knock] = []
        self.links: list[Link] = []

    def bound(self, endpoint: Endpoint = LOOPBACK, curve: CurveKeys | None = None) -> Link:
        return self._kept(Link.bound(self.context, endpoint, self._heard, curve, self.gone.append, self.knocks.append))

    def connected(self, endpoint: Endpoint, curve: CurveKeys | None = None) -> Link:
        return self._kept(Link.connected(self.context, endpoint, self._answered, self.changes.append, curve))

    async def bound_again(self, endpoint: Endpoint, curve: CurveKeys | None = None) -> Link:
        """Listen where a closed link listened; ZeroMQ's own thread may take a moment to let go of the port."""
        await until(lambda: is_free(endpoint))
        return self.bound(endpoint, curve)

    async def pair(self) -> tuple[Link, Link]:
        bound = self.bound()
        connected = self.connected(bound.endpoint)
        await self.change(Connection.UP)
        return bound, connected

    async def change(self, change: Connection, since: int = 0) -> None:
        await until(lambda: change in self.changes[since:])

    def _kept(self, link: Link) -> Link:
        self.links.append(link)
        return link

    def _heard(self, route: Route, parts: list[Payload]) -> None:
        self.heard.append((route, [bytes(part) for part in parts]))

    def _answered(self, route: Route, parts: list[Payload]) -> None:
        assert route == b""
        self.answers.append([bytes(part) for part in parts])


@asynccontextmanager
async def ends_on(context: Context) -> AsyncIterator[Ends]:
    ends = Ends(context)
    try:
        yield ends
    finally:
        for link in ends.links:
            link.close()


def is_free(endpoint: Endpoint) -> bool:
    """Whether its port can be bound."""
    with plain.socket() as probe:
        probe.setsockopt(plain.SOL_SOCKET, plain.SO_REUSEADDR, 1)
        try:
            probe.bind((endpoint.host, endpoint.port))
        except OSError:
            return False
    return True


def curve_keys(server: bytes | None = None) -> CurveKeys:
    return CurveKeys(*zmq.curve_keypair(), server)
