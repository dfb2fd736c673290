"""A computer whose cameras encrypt, as a viewer meets it: one key, a list of viewers, and a pairing port."""

import time
from contextlib import suppress
from dataclasses import replace

import zmq

from camwire.admission import Admission
from camwire.endpoint import Endpoint
from camwire.errors import UsageError, WireError
from camwire.frame import Payload
from camwire.identity import Identity
from camwire.link import CurveKeys, Link, Route
from camwire.pairing.code import Code
from camwire.pairing.messages import PairRequest, decode, encode
from camwire.pairing.offering import Introduction, Offering
from camwire.rights import Rights
from tests.support.scripted_camera import LOOPBACK, ScriptedCamera

CODE = Code.read("4821-river-candle")
WRONG = Code.read("4821-river-castle")


class CameraHost:
    """Made on the loop. `viewers` are the public keys that are let in."""

    def __init__(self, context: "zmq.Context[zmq.Socket[bytes]]") -> None:
        self.identity = Identity.new()
        self.viewers: set[bytes] = set()
        self.paired: list[PairRequest] = []
        self.requests = 0
        self.port: Link | None = None
        self._context = context
        self._admission = Admission(context)
        self.admit()

    @property
    def key(self) -> str:
        """Its public key, as text."""
        return self.identity.public.decode()

    @property
    def curve(self) -> CurveKeys:
        """For its cameras' links."""
        return CurveKeys(self.identity.public, self.identity.secret, domain="viewers")

    def admit(self, *keys: bytes) -> None:
        """Let these in as well."""
        self.viewers.update(keys)
        self._admission.admit("viewers", frozenset(self.viewers))

    def revoke(self, key: bytes) -> None:
        """Let this one in no more; who is in stays."""
        self.viewers.discard(key)
        self._admission.admit("viewers", frozenset(self.viewers))

    def open_code(self, serves: Endpoint, camera_id: str, at: Endpoint = LOOPBACK, shown: str = "") -> Endpoint:
        """Take a code for the camera that `serves` there; return where. `shown`: pass for who has another key."""
        introduction = Introduction(camera_id, "Porch", shown or self.key, serves.port)
        self.offering = Offering(introduction, CODE, Rights.TALK, time.monotonic())
        self.requests = 0
        if self.port is None:
            self.port = Link.bound(self._context, at, self._received)
        return self.port.endpoint

    def close_code(self) -> None:
        """Take none any more."""
        if self.port is not None:
            self.port.close()
            self.port = None

    def close(self) -> None:
        """End all of it."""
        self.close_code()
        self._admission.close()

    def _received(self, route: Route, parts: list[Payload]) -> None:
        self.requests += 1
        try:
            answer = self.offering.receive(route, decode(parts), time.monotonic())
        except WireError:
            return
        if answer.paired is not None:
            self.paired.append(answer.paired)
            self.admit(answer.paired.key.encode())
        assert self.port is not None
        self.port.send(encode(answer.message), route)


class LockedCamera:
    """A camera that encrypts and knows nobody, while it is entered. It takes `CODE` at the port behind its own."""

    def __init__(self, name: str = "porch") -> None:
        self._name = name
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self.host: CameraHost

    async def __aenter__(self) -> "LockedCamera":
        self.host = CameraHost(self._context)
        while True:
            self.camera = ScriptedCamera(self._context, self._name, curve=self.host.curve)
            self.endpoint = self.camera.endpoint
            with suppress(UsageError):
                self.open_code()
                return self
            # Somebody has the port behind it.
            self.camera.close()

    def open_code(self) -> None:
        """Begin anew with three tries."""
        behind = replace(self.endpoint, port=self.endpoint.port + 1)
        self.host.open_code(self.endpoint, f"id-of-{self._name}", behind)

    async def __aexit__(self, *_: object) -> None:
        self.camera.close()
        self.host.close()
        self._context.term()
