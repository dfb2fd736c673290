"""A receiver of foreign formats in the hands of the test: a plain ZeroMQ socket that answers when it is told to."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import zmq

from sender import Camera
from sender.audience.receiver import Receiver
from tests.sender.support import SwitchedSource
from tests.support.waiting import until

KINDS = {"pair": zmq.PAIR, "req": zmq.REP, "pub": zmq.SUB, "push": zmq.PULL}


class PlainReceiver:
    """Listens as the stock receivers of `pattern` do."""

    def __init__(self, context: "zmq.Context[zmq.Socket[bytes]]", pattern: str, port: int = 0) -> None:
        self.socket = context.socket(KINDS[pattern])
        if pattern == "pub":
            self.socket.subscribe(b"")
        _bind(self.socket, f"tcp://127.0.0.1:{port or '*'}")
        self.endpoint = self.socket.getsockopt(zmq.LAST_ENDPOINT).rstrip(b"\0").decode()  # type: ignore[union-attr]
        self.port = int(self.endpoint.rpartition(":")[2])

    @property
    def has_some(self) -> bool:
        """Whether a message is here."""
        return bool(self.socket.poll(0))

    async def take(self) -> list[bytes]:
        """The next message."""
        await until(lambda: self.has_some)
        return self.socket.recv_multipart()

    async def header(self) -> dict[str, Any]:
        """The JSON header of the next message."""
        header: dict[str, Any] = json.loads((await self.take())[0])
        return header

    def answer(self, *parts: bytes) -> None:
        """Answer the last message."""
        self.socket.send_multipart(parts, zmq.NOBLOCK)

    def close(self) -> None:
        """Be gone, without a word."""
        self.socket.close(linger=0)


def _bind(socket: "zmq.Socket[bytes]", address: str) -> None:
    """Bind; where an earlier receiver was just closed, as soon as ZeroMQ has let go of the port."""
    deadline = time.monotonic() + 5
    while True:
        try:
            socket.bind(address)
        except zmq.ZMQError as error:
            if error.errno != zmq.EADDRINUSE or time.monotonic() > deadline:
                socket.close()
                raise
            time.sleep(0.001)
        else:
            return


@contextmanager
def receiver(context: "zmq.Context[zmq.Socket[bytes]]", pattern: str = "req", port: int = 0) -> Iterator[PlainReceiver]:
    """A receiver that is gone at the end."""
    it = PlainReceiver(context, pattern, port)
    try:
        yield it
    finally:
        it.close()


def returned(value: object) -> bytes:
    """How a NetGear receiver in bidirectional mode returns `value`."""
    return json.dumps({"return_type": type(value).__name__, "data": value}).encode()


def netgear(end: PlainReceiver, source: SwitchedSource, **more: Any) -> Camera:
    """A camera that dials `end`."""
    return Camera("porch", source=source, dial=end.endpoint, **{"dialect": "netgear", **more})


async def is_here(camera: Camera) -> None:
    """Wait until the receiver is connected."""
    await until(lambda: camera.viewers)


def links(camera: Camera) -> list[Receiver]:
    """The camera's ends of its links."""
    assert camera._serving is not None
    return camera._serving.audience._receivers  # type: ignore[attr-defined, no-any-return]
