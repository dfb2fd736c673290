"""A camera that calls as VidGear's NetGear does, pattern 1, multi-server, and replays encoded pictures."""

import json
from collections import Counter

import zmq

from benchmarks.support.film import Film
from camwire.endpoint import Endpoint
from camwire.frame import Payload
from camwire.link import Connection, Link, Route

FIRST_PORT = 40_000
"""What the first one says that its port is: the viewer knows them by it."""
# What VidGear's REQ sockets write before the empty part: the number of the request, which nobody here reads.
REQUEST = b"\0\0\0\1"


class NetGearCamera:
    """One camera that calls as VidGear's NetGear does, pattern 1, multi-server."""

    endpoint = ""

    def __init__(self, context: "zmq.Context[zmq.Socket[bytes]]", number: int, film: Film, called: Endpoint) -> None:
        self.counts: Counter[str] = Counter()
        self.sent_size = film.size
        self._film = film
        self._number = number
        self._header = json.dumps(
            {
                "port": str(FIRST_PORT + number),
                "terminate_flag": False,
                "compression": {"dct": True, "ups": False, "colorspace": "BGR"},
                "message": None,
                "pattern": "1",
                "dtype": "",
                "shape": "",
            }
        ).encode()
        self._is_answered = False
        place = Endpoint(called.host, called.port, "req")
        self._link = Link.connected(context, place, self._received, self._connection_changed)

    def show(self, sequence: int, now_ns: int) -> None:
        """Send picture `sequence` if the one before was answered."""
        jpeg = self._film.jpeg(self._number + sequence, self._film.size)
        if self._is_answered and self._link.send([REQUEST, b"", self._header, jpeg]):
            self._is_answered = False
            self.counts["sent"] += 1
            self.counts["bytes"] += len(jpeg)
        else:
            self.counts["no-credit"] += 1

    def close(self) -> None:
        self._link.close()

    def _received(self, route: Route, parts: list[Payload]) -> None:
        self._is_answered = True

    def _connection_changed(self, connection: Connection) -> None:
        self._is_answered = connection is Connection.UP
