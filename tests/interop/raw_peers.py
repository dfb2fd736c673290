"""Peers that say on the wire whatever a test wants: what stock senders never say, or say at a bad moment."""

import json
import pickle
from pathlib import Path
from typing import Any

import msgpack
import zmq

from tests.stock import pictures

WIDTH, HEIGHT = 160, 120
# A stock sender waits for its answer and sends the next picture; so does this one, until it is told to stop.
Message = tuple[bytes, ...]


class RawPeer:
    """One socket that calls from the address `source`; the answers are kept in order."""

    def __init__(
        self, context: "zmq.Context[zmq.Socket[bytes]]", port: int, source: str = "127.0.0.1", kind: int = zmq.REQ
    ) -> None:
        self.answers: list[list[bytes]] = []
        self._socket = context.socket(kind)
        self._socket.linger = 0
        self._socket.connect(f"tcp://{source}:0;127.0.0.1:{port}")

    def send(self, *parts: bytes) -> None:
        """Send one message."""
        self._socket.send_multipart(parts, zmq.NOBLOCK)

    def has_answers(self, count: int) -> bool:
        """Read what came; whether there are so many answers now."""
        while self._socket.poll(0):
            self.answers.append(self._socket.recv_multipart())
        return len(self.answers) >= count

    def close(self, linger: int = 0) -> None:
        """Hang up."""
        self._socket.close(linger)


def netgear(seed: int, **more: Any) -> Message:
    """A frame of a NetGear sender that does not compress, with other fields in its header."""
    frame = pictures.picture(seed, WIDTH, HEIGHT)
    header = {"terminate_flag": False, "compression": False, "message": None, "pattern": "1", "dtype": "uint8"}
    return json.dumps(header | {"shape": frame.shape} | more).encode(), frame.tobytes()


def netgear_goodbye(**more: Any) -> Message:
    return (json.dumps({"terminate_flag": True} | more).encode(),)


def imagezmq(seed: int, text: str) -> Message:
    """A frame of an imagezmq sender."""
    frame = pictures.picture(seed, WIDTH, HEIGHT)
    return json.dumps({"msg": text, "dtype": "uint8", "shape": frame.shape}).encode(), frame.tobytes()


def netgear_async(seed: int) -> Message:
    """A frame of a NetGear_Async sender."""
    frame = pictures.picture(seed, WIDTH, HEIGHT)
    array = {b"nd": True, b"type": "|u1", b"kind": b"", b"shape": frame.shape, b"data": frame.tobytes()}
    return _header(), msgpack.packb(array)


def netgear_async_bomb(touched: Path) -> Message:
    """What makes a stock receiver run a program, here one that makes the file `touched`."""
    array = {b"nd": True, b"type": "|O", b"kind": b"O", b"shape": (1,), b"data": pickle.dumps(_Bomb(touched))}
    return _header(), msgpack.packb(array)


def _header() -> bytes:
    return msgpack.packb({"terminate": False, "bi_mode": False, "data": ""})


class _Bomb:
    def __init__(self, touched: Path) -> None:
        self._touched = touched

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self._touched,)
