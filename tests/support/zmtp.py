"""ZMTP 3 by hand, for what no library sends, without encryption."""

import socket as plain
import struct
from contextlib import suppress
from typing import Self

from camwire.endpoint import Endpoint

GREETING = b"\xff\0\0\0\0\0\0\0\0\x7f\3\0" + b"NULL".ljust(20, b"\0") + bytes(32)
READY = b"\x05READY" + b"\x0bSocket-Type" + struct.pack(">I", 6) + b"DEALER"
MORE, LONG, COMMAND = 1, 2, 4


class Caller:
    """A DEALER's end of a connection, with hands shaken."""

    def __init__(self, endpoint: Endpoint, source: str = "127.0.0.1") -> None:
        place = endpoint.host, endpoint.port
        self._begin(plain.create_connection(place, timeout=5.0, source_address=(source, 0)))

    @classmethod
    def answering(cls, server: plain.socket) -> Self:
        """The other end of the next one who calls `server`."""
        made = cls.__new__(cls)
        made._begin(server.accept()[0])
        return made

    def send(self, part: bytes, more: bool = False) -> None:
        """Send one part. Raises OSError when the other end has hung up."""
        self.socket.sendall(bytes([LONG | (MORE if more else 0)]) + struct.pack(">Q", len(part)) + part)

    def send_without_end(self, size: int = 1024 * 1024) -> int:
        """Send one message, until the other end hangs up; return of how many bytes."""
        part, sent = bytes(size), 0
        try:
            while True:
                self.send(part, more=True)
                sent += size
        except OSError:
            return sent

    def discard(self) -> None:
        """Read what has come, and forget it. Raises OSError when the other end has hung up."""
        with suppress(BlockingIOError):
            self.socket.recv(1 << 20, plain.MSG_DONTWAIT)

    def close(self) -> None:
        """Hang up."""
        self.socket.close()

    def _begin(self, socket: plain.socket) -> None:
        self.socket = socket
        self.socket.sendall(GREETING + bytes([COMMAND, len(READY)]) + READY)
        answer = b""
        while len(answer) < len(GREETING) + 2:
            answer += self.socket.recv(1000) or bytes(1000)
