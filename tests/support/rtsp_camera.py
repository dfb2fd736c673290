"""A network camera that speaks RTSP: JPEG by RTP (RFC 2435) in the connection itself (RFC 2326, 10.12).

A stand-in, since no RTSP server can be installed here; it is FFmpeg at the other end that is real.
"""

import base64
import contextlib
import re
import socket
import struct
import threading
from collections.abc import Iterator
from itertools import count
from types import TracebackType
from typing import Self

import numpy as np
import simplejpeg

QUALITY = 75
FPS = 25
PACKET_BYTES = 1200
RTP_JPEG = 26
CLOCK = 90_000


class RtspCamera:
    """Shows grey that grows lighter. `stall`, `hang_up` and `unplug` make trouble."""

    def __init__(self, port: int = 0, log_in: str = "", width: int = 64, height: int = 48) -> None:
        """`log_in`: user and password, like "me:secret"."""
        self.width, self.height, self.log_in = width, height, log_in
        self.is_stalled = threading.Event()
        self.played = 0
        self._is_gone = threading.Event()
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._server = socket.create_server(("127.0.0.1", port))
        self.port = self._server.getsockname()[1]

    def url(self, who: str = "") -> str:
        return f"rtsp://{who}127.0.0.1:{self.port}/live?token=abc"

    def stall(self) -> None:
        """Keep the connections, and send nothing more."""
        self.is_stalled.set()

    def hang_up(self) -> None:
        """Break all connections off."""
        with self._lock:
            for each in self._open:
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

    def unplug(self) -> None:
        """Be gone."""
        self._is_gone.set()
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self.hang_up()
        for each in self._threads:
            each.join()

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.unplug()

    def _start(self, work: object, *words: object) -> None:
        thread = threading.Thread(target=work, args=words, name="rtsp camera")  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._is_gone.is_set():
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            with self._lock:
                self._open.append(connection)
            self._start(self._talk, connection)

    def _talk(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            for method, number, may in self._requests(connection):
                connection.sendall(self._answer(method, number, may))
                if method == "PLAY":
                    self._start(self._send, connection)
                if method == "TEARDOWN":
                    return

    def _requests(self, connection: socket.socket) -> Iterator[tuple[str, str, bool]]:
        """Method, number, and whether user and password are right. What the other end reports meanwhile is skipped."""
        buffer = b""
        right = f"Authorization: Basic {base64.b64encode(self.log_in.encode()).decode()}"
        while data := connection.recv(4096):
            buffer += data
            while buffer:
                if buffer[:1] == b"$":
                    if len(buffer) < 4 or len(buffer) < 4 + int.from_bytes(buffer[2:4], "big"):
                        break
                    buffer = buffer[4 + int.from_bytes(buffer[2:4], "big") :]
                    continue
                head, end, rest = buffer.partition(b"\r\n\r\n")
                if not end:
                    break
                buffer, text = rest, head.decode()
                found = re.search(r"CSeq: *(\d+)", text, re.IGNORECASE)
                yield text.split()[0], found[1] if found else "0", not self.log_in or right in text

    def _answer(self, method: str, number: str, may: bool) -> bytes:
        if not may:
            return f'RTSP/1.0 401 Unauthorized\r\nCSeq: {number}\r\nWWW-Authenticate: Basic realm="it"\r\n\r\n'.encode()
        body, more = "", ""
        match method:
            case "OPTIONS":
                more = "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n"
            case "DESCRIBE":
                body = (
                    "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=live\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                    f"m=video 0 RTP/AVP {RTP_JPEG}\r\na=framerate:{FPS}\r\na=control:track1\r\n"
                )
                more = f"Content-Type: application/sdp\r\nContent-Length: {len(body)}\r\n"
            case "SETUP":
                more = "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 7\r\n"
            case _:
                more = "Session: 7\r\n"
        return f"RTSP/1.0 200 OK\r\nCSeq: {number}\r\n{more}\r\n{body}".encode()

    def _send(self, connection: socket.socket) -> None:
        self.played += 1
        sequence = count()
        with contextlib.suppress(OSError):
            for picture in count():
                # A connection that was broken off ends this, too.
                if self._is_gone.wait(1 / FPS):
                    return
                if not self.is_stalled.is_set():
                    scan = self._scan(20 + picture % 100 * 2)
                    for packet in self._packets(scan, picture * CLOCK // FPS, sequence):
                        connection.sendall(b"$\0" + len(packet).to_bytes(2, "big") + packet)

    def _scan(self, shade: int) -> bytes:
        """A picture without its headers: RFC 2435 leaves out what both ends know."""
        jpeg = simplejpeg.encode_jpeg(np.full((self.height, self.width, 3), shade, np.uint8), quality=QUALITY)
        begin = jpeg.index(b"\xff\xda")
        return jpeg[begin + 2 + int.from_bytes(jpeg[begin + 2 : begin + 4], "big") : jpeg.rindex(b"\xff\xd9")]

    def _packets(self, scan: bytes, time: int, sequence: Iterator[int]) -> Iterator[bytes]:
        for offset in range(0, len(scan), PACKET_BYTES):
            is_last = offset + PACKET_BYTES >= len(scan)
            begin = struct.pack(">BBHII", 0x80, RTP_JPEG | is_last << 7, next(sequence) & 0xFFFF, time & 0xFFFFFFFF, 7)
            about = struct.pack(">IBBBB", offset, 1, QUALITY, self.width // 8, self.height // 8)
            yield begin + about + scan[offset : offset + PACKET_BYTES]
