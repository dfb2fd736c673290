"""A camera that connects out to a viewer, from behind a router that lets nobody in."""

import logging
import time
from typing import Any

import zmq

from camwire.endpoint import Endpoint
from camwire.link import ONLY_PEER, Connection, Link
from sender.audience.viewers import OnParts, Viewers

log = logging.getLogger(__name__)


class DialledViewers(Viewers):
    """The one viewer at `endpoint`. The camera knocks; after that the roles are as ever."""

    def __init__(self, context: "zmq.Context[zmq.Socket[bytes]]", endpoint: Endpoint, *rest: Any) -> None:
        self._endpoint = endpoint
        self._is_up = False
        self._trouble: Connection | None = None

        def make_link(on_parts: OnParts) -> Link:
            return Link.connected(context, endpoint, on_parts, self.connection_changed)

        super().__init__(make_link, *rest)

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

    def tick(self, now: float) -> None:
        """Knock again where nobody answered."""
        super().tick(now)
        if self._is_up and not self._peers and not self._closed_until:
            self._knock()

    def _knock(self) -> None:
        if self.has_left:
            return
        peer = self.begin(ONLY_PEER, time.monotonic())
        self.send(ONLY_PEER, peer.send_knock())


_TROUBLES: dict[Connection, str] = {
    Connection.NOBODY: "Nobody answers at %s. Trying again until somebody does.",
    Connection.UNREACHABLE: "No way to %s. Is the address right, and that computer switched on? Trying on.",
    Connection.STRANGER: "What answers at %s is no Watchword viewer. Trying again.",
    Connection.MUTE: "Something at %s takes the connection and says nothing. Trying again.",
}
