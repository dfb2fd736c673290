"""The viewer's end of a pairing, on a real socket, without a viewer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import zmq

from camwire.endpoint import Endpoint
from camwire.frame import Payload
from camwire.link import CurveKeys, Link, Route
from camwire.pairing.asking import Asking, Refused
from camwire.pairing.code import Code
from camwire.pairing.messages import Any, PairingMessage, PairOffer, decode, encode
from tests.support.waiting import until
from tests.support.wire_ends import Context

LOOPBACK = "127.0.0.1"


def viewer_keys(server: str = "") -> CurveKeys:
    """Those of a viewer that calls the camera with the key `server`."""
    return CurveKeys(*zmq.curve_keypair(), server.encode() or None)


class PairingViewer:
    """A connection to a pairing port, and all that came and went."""

    def __init__(self, context: Context, port: int, host: str = LOOPBACK) -> None:
        self.said: list[list[Payload]] = []
        self.heard: list[Any] = []
        self.link = Link.connected(context, Endpoint(host, port), self._receive, lambda change: None)

    async def say(self, parts: list[Payload]) -> Any:
        """Send it; return the answer."""
        answers = len(self.heard)
        self.said.append(parts)
        await until(lambda: self.link.send(parts))
        await until(lambda: len(self.heard) > answers)
        return self.heard[-1]

    async def pair(
        self,
        keys: CurveKeys,
        code: str,
        name: str = "desk",
        meddle: Callable[[PairingMessage], PairingMessage] = lambda message: message,
    ) -> PairOffer | Refused:
        """Try the code once; `meddle` is what somebody between makes of each message, either way."""
        asking = Asking(f"id of {name}", name, keys.public.decode(), Code.read(code))
        said: PairingMessage | PairOffer | Refused = asking.request
        for _ in range(2):
            assert isinstance(said, PairingMessage)
            said = asking.receive(meddle(await self.say(encode(meddle(said)))))
            if isinstance(said, Refused):
                return said
        assert isinstance(said, PairOffer)
        return said

    def _receive(self, route: Route, parts: list[Payload]) -> None:
        self.heard.append(decode(parts))


@contextmanager
def at_pairing_port(context: Context, port: int, host: str = LOOPBACK) -> Iterator[PairingViewer]:
    viewer = PairingViewer(context, port, host)
    try:
        yield viewer
    finally:
        viewer.link.close()
