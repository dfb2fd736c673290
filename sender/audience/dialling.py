"""A camera that connects out to a viewer, from behind a router that lets nobody in."""

import logging
from collections.abc import Callable
from typing import Any

import zmq

from camwire.endpoint import Endpoint
from camwire.frame import Payload
from camwire.link import ONLY_PEER, Connection, CurveKeys, Link, Route
from sender.audience.viewers import OnParts, Viewers
from sender.pairing.guest import ANYBODY, Guest

log = logging.getLogger(__name__)


class DialledViewers(Viewers):
    """The one viewer at `endpoint`. The camera knocks; after that the roles are as ever."""

    def __init__(
        self,
        context: "zmq.Context[zmq.Socket[bytes]]",
        endpoint: Endpoint,
        curve: CurveKeys | None,
        *rest: Any,
        guest_of: Callable[[bytes], Guest | None] = lambda key: ANYBODY,
    ) -> None:
        self._endpoint = endpoint
        self._is_up = False
        self._trouble: Connection | None = None

        def make_link(on_parts: OnParts) -> Link:
            return Link.connected(context, endpoint, on_parts, self.connection_changed, curve)

        super().__init__(make_link, *rest, guest_of=guest_of)

    def connection_changed(self, connection: Connection) -> None:
        """Knock when the viewer answers the phone."""
        self._is_up = connection is Connection.UP
        self.forget(ONLY_PEER, "is no longer connected")
        if self._is_up:
            self._trouble = None
            self._closed_until.clear()
            self._knock()
        elif connection is not self._trouble and connection in _TROUBLES:
            self._trouble = connection
            log.warning(_TROUBLES[connection], self._endpoint)

    def receive(self, route: Route, parts: list[Payload]) -> None:
        """Take one message; what a viewer says to anybody who keeps silent is none (see `camwire.unsticking`)."""
        if len(parts[0]):
            super().receive(route, parts)

    def tick(self, now: float) -> None:
        """Knock again where nobody answered."""
        super().tick(now)
        if self._is_up and not self._peers and not self._closed_until:
            self._knock()

    def _knock(self) -> None:
        if self.has_left:
            return
        self.knock(ONLY_PEER)


_TROUBLES: dict[Connection, str] = {
    Connection.NOBODY: "Nobody answers at %s. Trying again until somebody does.",
    Connection.UNREACHABLE: "No way to %s. Is the address right, and that computer switched on? Trying on.",
    Connection.STRANGER: "What answers at %s is no Watchword viewer. Trying again.",
    Connection.MUTE: "Something at %s takes the connection and says nothing. Trying again.",
    Connection.OTHER_SECURITY: "The viewer at %s listens unencrypted. Have it listen at secure+tcp://. Trying again.",
    Connection.UNKNOWN_KEY: "The viewer at %s does not know this camera. Pair with it: watchword-camera pair",
}
