"""Records what the stock packages send into `tests/wire_samples`: `python -m tests.support.record_samples`.

Each stock sender runs here against a raw socket of ours that keeps the parts, without the envelope, and answers. The
recorded files are kept: this is for another release of a package, beside the old files. Needs the extra `dev`.
"""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import numpy as np
import simplejpeg
import zmq

from camwire import envelope
from tests.support.wire_samples import FOLDER, write

KINDS = {0: zmq.PAIR, 1: zmq.ROUTER, 2: zmq.SUB, 3: zmq.PULL}
PAIR, REQ, PUB, PUSH = KINDS
NETGEAR_ANSWER = b'{"port": "0", "return_type": "NoneType", "data": null}'
ASYNC_ANSWER = msgspec.msgpack.encode({"return_type": "NoneType", "return_data": "", "terminated": "yes"})
DATA = {"temperature": 21.5, "door": "öffen", "codes": [1, True, None]}
PATIENCE = 10.0

COLOUR = np.random.default_rng(7).integers(0, 256, (24, 32, 3), np.uint8)
GRAY = np.ascontiguousarray(COLOUR[:, :, 0])


class Recorder:
    """Listens on a free port of loopback in a thread of its own; keeps every message and answers with `answer`."""

    def __init__(self, pattern: int, answer: bytes) -> None:
        self.messages: list[list[bytes]] = []
        self._socket = zmq.Context.instance().socket(KINDS[pattern])
        if pattern == PUB:
            self._socket.subscribe(b"")
        self.port = str(self._socket.bind_to_random_port("tcp://127.0.0.1"))
        self._answer = answer
        self._pattern = pattern
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def wait(self, count: int) -> None:
        """Block until `count` messages are here."""
        deadline = time.monotonic() + PATIENCE
        while len(self.messages) < count:
            assert time.monotonic() < deadline, f"only {len(self.messages)} messages came"
            time.sleep(0.01)

    def close(self) -> None:
        """Listen no more."""
        self._is_over.set()
        self._thread.join()
        self._socket.close(linger=0)

    def _listen(self) -> None:
        while not self._is_over.is_set():
            if not self._socket.poll(50):
                continue
            parts = self._socket.recv_multipart()
            route = [parts.pop(0)] if self._pattern == REQ else []
            wrapping, body = envelope.strip(parts)
            self.messages.append([bytes(part) for part in body])
            if self._pattern in (PAIR, REQ):
                self._socket.send_multipart([*route, *wrapping, self._answer])


@contextmanager
def recording(pattern: int, answer: bytes) -> Iterator[Recorder]:
    """A recorder that is closed at the end."""
    recorder = Recorder(pattern, answer)
    try:
        yield recorder
    finally:
        recorder.close()


def netgear(pattern: int, picture: np.ndarray, message: object = None, **options: object) -> list[list[bytes]]:
    """Two frames of a stock NetGear and its goodbye."""
    from vidgear.gears import NetGear

    with recording(pattern, NETGEAR_ANSWER) as recorder:
        options = {"max_retries": 1000, **options}
        sender = NetGear("127.0.0.1", recorder.port, "tcp", pattern, receive_mode=False, logging=False, **options)
        sent = 0
        while len(recorder.messages) < 2 and sent < 200:
            sender.send(picture, message=message)
            sent += 1
            time.sleep(0.05)
        before = len(recorder.messages)
        sender.close()
        recorder.wait(before + 1)
        return [*recorder.messages[:2], recorder.messages[-1]]


def netgear_async(pattern: int, data: object = None, **options: object) -> list[list[bytes]]:
    """Two frames of a stock NetGear_Async and its goodbye."""
    from vidgear.gears.asyncio import NetGear_Async

    with recording(pattern, ASYNC_ANSWER) as recorder:
        server = NetGear_Async(address="127.0.0.1", port=recorder.port, pattern=pattern, timeout=5.0, **options)
        asyncio.set_event_loop(server.loop)

        async def frames() -> AsyncIterator[Any]:
            deadline = time.monotonic() + PATIENCE
            while len(recorder.messages) < 2 and time.monotonic() < deadline:
                yield (data, COLOUR) if options else COLOUR
                await asyncio.sleep(0.05)

        server.config["generator"] = frames()
        server.launch()
        server.loop.run_until_complete(server.task)
        server.close()
        recorder.wait(3)
        return [*recorder.messages[:2], recorder.messages[-1]]


def imagezmq(send: Callable[[Any], object]) -> list[bytes]:
    """One message of a stock imagezmq sender that waits for answers."""
    from imagezmq import ImageSender

    with recording(REQ, b"OK") as recorder, ImageSender(f"tcp://127.0.0.1:{recorder.port}") as sender:
        send(sender)
        return recorder.messages[0]


def imagezmq_pub(send: Callable[[Any], object]) -> list[bytes]:
    """One message of a stock imagezmq sender that publishes; it listens, and we call."""
    from imagezmq import ImageSender

    with (
        ImageSender("tcp://127.0.0.1:*", REQ_REP=False) as sender,
        zmq.Context.instance().socket(zmq.SUB) as caller,
    ):
        caller.subscribe(b"")
        caller.connect(sender.zmq_socket.getsockopt(zmq.LAST_ENDPOINT).rstrip(b"\0").decode())
        deadline = time.monotonic() + PATIENCE
        while not caller.poll(50):
            assert time.monotonic() < deadline, "nothing came"
            send(sender)
        return caller.recv_multipart()


def keep(dialect: str, place: str, parts: list[bytes]) -> None:
    """Write one sample, or say that it is there already."""
    path = FOLDER / dialect / f"{place}.msgpack"
    if path.exists():
        print(f"kept      {path.relative_to(FOLDER)}")
        return
    write(path, parts)
    print(f"recorded  {path.relative_to(FOLDER)} ({sum(map(len, parts)):,} bytes)")


def record_netgear() -> None:
    jpeg, raw, gray = {"jpeg_compression": True}, {"jpeg_compression": False}, {"jpeg_compression": "GRAY"}
    both = {"bidirectional_mode": True}
    runs = {
        "0-pair": netgear(PAIR, COLOUR, **jpeg),
        "req": netgear(REQ, COLOUR, **jpeg),
        "publish": netgear(PUB, COLOUR, **jpeg),
        "multiserver": netgear(REQ, COLOUR, **jpeg, multiserver_mode=True),
        "multiserver-message": netgear(REQ, COLOUR, DATA, **jpeg, multiserver_mode=True),
        "bidirectional": netgear(PAIR, COLOUR, "hello", **jpeg, **both),
        "message": netgear(REQ, COLOUR, DATA, **jpeg, **both),
        "nan": netgear(REQ, COLOUR, [float("nan"), float("-inf"), 10**30], **jpeg, **both),
        "half-a-character": netgear(REQ, COLOUR, "half of \ud83d", **jpeg, **both),
        "gray": netgear(REQ, GRAY, **gray),
        "raw": netgear(REQ, COLOUR, **raw),
        "raw-gray": netgear(REQ, GRAY, **raw),
        "raw-floats": netgear(REQ, COLOUR.astype(np.float32), **raw),
    }
    for name, (first, _, _) in runs.items():
        keep("netgear", f"first/{name}", first)
    for name in ("0-pair", "message", "nan", "half-a-character", "gray", "raw"):
        keep("netgear", f"later/frame-{name.removeprefix('0-')}", runs[name][1])
    keep("netgear", "later/goodbye", runs["req"][2])
    keep("netgear", "later/goodbye-multiserver", runs["multiserver"][2])


def record_netgear_async() -> None:
    both = {"bidirectional_mode": True}
    runs = {
        "0-bidirectional": netgear_async(REQ, **both),
        "pair": netgear_async(PAIR),
        "req": netgear_async(REQ),
        "publish": netgear_async(PUB),
        "push": netgear_async(PUSH),
        "data": netgear_async(PAIR, DATA, **both),
        "text": netgear_async(REQ, "hello", **both),
    }
    for name, (first, _, _) in runs.items():
        keep("netgear_async", f"first/{name}", first)
    for name in ("0-bidirectional", "data", "text"):
        keep("netgear_async", f"later/frame-{name.removeprefix('0-')}", runs[name][1])
    keep("netgear_async", "later/goodbye", runs["req"][2])


def record_imagezmq() -> None:
    jpeg = simplejpeg.encode_jpeg(COLOUR, 90, "BGR", "422")
    keep("imagezmq", "first/0-image", imagezmq(lambda to: to.send_image("porch", COLOUR)))
    keep("imagezmq", "first/gray", imagezmq(lambda to: to.send_image("porch", GRAY)))
    keep("imagezmq", "first/jpg", imagezmq(lambda to: to.send_jpg("porch", jpeg)))
    keep("imagezmq", "first/publish", imagezmq_pub(lambda to: to.send_image("porch", COLOUR)))
    keep("imagezmq", "first/publish-jpg", imagezmq_pub(lambda to: to.send_jpg("porch", jpeg)))
    keep("imagezmq", "later/image", imagezmq(lambda to: to.send_image("porch", COLOUR)))
    keep("imagezmq", "later/another-text", imagezmq(lambda to: to.send_image("motion seen", COLOUR)))
    keep("imagezmq", "later/list", imagezmq(lambda to: to.send_jpg(["porch", 21.5, None], jpeg)))


if __name__ == "__main__":
    record_netgear()
    record_netgear_async()
    record_imagezmq()
