"""The parts of an endless multipart answer, such as Motion JPEG by HTTP (multipart/x-mixed-replace). Does no I/O.

Cameras announce another boundary than they send, leave the first one out, or count wrongly: what comes is believed
before what was announced, and a wrong count costs two parts at most.
"""

import re

MOST_HEADER_BYTES = 16 * 1024
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"^content-length\s*:\s*(\d{1,10})\s*$", re.IGNORECASE | re.MULTILINE)


class Multipart:
    """`feed` it what comes, in pieces of any size. A part larger than `most_bytes` is a ValueError."""

    def __init__(self, boundary: str, most_bytes: int) -> None:
        """`boundary`: as announced, which is used only where the first part begins without any."""
        self._delimiter = b"--" + boundary.strip().removeprefix("--").encode("latin-1", "replace")
        self._is_announced = True
        self._most_bytes = most_bytes
        self._buffer = bytearray()
        self._in_body = False
        self._length: int | None = None
        self._searched = 0

    def feed(self, data: bytes) -> bytes | None:
        """Return the newest part that is complete with `data`, or None. Older ones are left out."""
        self._buffer += data
        newest: bytes | None = None
        while True:
            if not self._in_body and not self._read_headers():
                return newest
            part = self._body()
            if part is None:
                return newest
            newest = part

    def _read_headers(self) -> bool:
        """Read headers up to the body; False until all have come."""
        buffer = self._buffer
        if buffer.startswith((b"\r", b"\n")):
            del buffer[: len(buffer) - len(buffer.lstrip(b"\r\n"))]
        if not self._is_announced and not self._find_delimiter():
            return False
        end = _HEADERS_END.search(buffer, 0, MOST_HEADER_BYTES)
        if end is None:
            if len(buffer) >= MOST_HEADER_BYTES:
                raise ValueError("The headers of a part do not end.")
            return False
        headers = bytes(buffer[: end.end()])
        if self._is_announced and headers.startswith(b"--"):
            self._delimiter = headers.split(b"\n", 1)[0].strip()
        self._is_announced = False
        length = _LENGTH.search(headers.replace(b"\r\n", b"\n"))
        self._length = int(length[1]) if length else None
        if self._length is not None and self._length > self._most_bytes:
            raise ValueError("A part is announced that is too large.")
        del buffer[: end.end()]
        self._in_body, self._searched = True, 0
        return True

    def _find_delimiter(self) -> bool:
        """Throw away what stands before the next delimiter, which is nothing where the count was right."""
        at = self._buffer.find(self._delimiter)
        if at < 0:
            del self._buffer[: max(0, len(self._buffer) - len(self._delimiter))]
            return False
        del self._buffer[:at]
        return True

    def _body(self) -> bytes | None:
        """Take the body out, if all of it has come."""
        buffer = self._buffer
        if self._length is None:
            end = buffer.find(b"\n" + self._delimiter, max(0, self._searched - len(self._delimiter) - 1))
            self._searched = len(buffer)
        else:
            end = self._length if len(buffer) >= self._length else -1
        if end < 0:
            if len(buffer) > self._most_bytes:
                raise ValueError("A part does not end.")
            return None
        part = bytes(buffer[:end])
        del buffer[:end]
        self._in_body = False
        return part if self._length is not None else part.removesuffix(b"\r")
