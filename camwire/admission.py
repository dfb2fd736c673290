"""Who may come in on encrypted links: ZeroMQ's authentication protocol (ZAP, RFC 27), answered on the running loop.

ZeroMQ asks whenever a client of a CURVE link has proved its key; one `Admission` answers for all links of a context.
"""

import asyncio
from collections.abc import Callable

import zmq
from zmq.utils import z85

from camwire.tcp_connection import as_written

ENDPOINT = "inproc://zeromq.zap.01"
VERSION = b"1.0"


class Admission:
    """Lists of public keys (Z85) by the name of a link's domain. A domain without a list lets nobody in."""

    def __init__(
        self, context: "zmq.Context[zmq.Socket[bytes]]", on_refused: Callable[[str, bytes], None] | None = None
    ) -> None:
        """`on_refused(address, key)` is told of each who proved a key that is in no list."""
        self._on_refused = on_refused
        self._loop = asyncio.get_running_loop()
        # A link that names no list wants none.
        self._lists: dict[str, frozenset[bytes] | None] = {"": None}
        self._socket = context.socket(zmq.ROUTER)
        self._socket.LINGER = 0
        self._socket.bind(ENDPOINT)
        self._loop.add_reader(self._socket.FD, self._drain)
        self._loop.call_soon(self._drain)
        self._is_closed = False

    def admit(self, domain: str, keys: frozenset[bytes] | None) -> None:
        """Let clients with these keys into links of `domain`; None lets in all who know the link's own key."""
        self._lists[domain] = keys

    def close(self) -> None:
        """Answer no more: nobody gets in."""
        self._is_closed = True
        self._loop.remove_reader(self._socket.FD)
        self._socket.close()

    def _drain(self) -> None:
        while not self._is_closed:
            try:
                parts = self._socket.recv_multipart(zmq.NOBLOCK)
            except zmq.Again:
                return
            empty = parts.index(b"")
            envelope, (version, request, domain, address, _identity, mechanism, *keys) = (
                parts[: empty + 1],
                parts[empty + 1 :],
            )
            key = _z85(keys[0]) if mechanism == b"CURVE" and keys else b""
            known = self._lists.get(domain.decode("utf-8", "replace"), frozenset())
            is_welcome = version == VERSION and bool(key) and (known is None or key in known)
            verdict = [b"200", b"OK"] if is_welcome else [b"400", b"This key is not known here."]
            self._socket.send_multipart([*envelope, VERSION, request, *verdict, key, b""])
            # Sending may have consumed the edge that the file descriptor would have shown; the loop above reads on.
            if not is_welcome and self._on_refused is not None:
                self._on_refused(as_written(address.decode("ascii", "replace")), key)


def _z85(key: bytes) -> bytes:
    return bytes(z85.encode(key))
