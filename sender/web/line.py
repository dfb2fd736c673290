"""A connection of urllib's that any thread can end: the library itself gives its socket to nobody."""

import contextlib
import http.client
import socket
import urllib.request
from collections.abc import Callable
from typing import Any, TypeAlias

OnConnected: TypeAlias = Callable[[socket.socket], None]


class Line:
    """The connection in use. Only `hang_up` is for any thread."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._is_hung_up = False

    def handlers(self) -> tuple[urllib.request.BaseHandler, ...]:
        """What has urllib connect by it."""
        return _Http(self._connected), _Https(self._connected)

    def hang_up(self) -> None:
        """End what waits, now and from now on."""
        self._is_hung_up = True
        # Read once: the thread that asks may be closing it.
        held = self._socket
        if held is not None:
            with contextlib.suppress(OSError):
                held.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of it. May be repeated."""
        held, self._socket = self._socket, None
        if held is not None:
            held.close()

    def _connected(self, connection: socket.socket) -> None:
        self.close()
        # A handle of its own: encryption takes the first one away while it is agreed upon.
        self._socket = connection.dup()
        if self._is_hung_up:
            self.hang_up()


class _Plain(http.client.HTTPConnection):
    """Tells of its socket before anything is said on it."""

    on_connected: OnConnected

    def connect(self) -> None:
        super().connect()
        self.on_connected(self.sock)


class _Encrypted(http.client.HTTPSConnection, _Plain):
    """The same: what `HTTPSConnection` builds on here is `_Plain`, which connects before encryption is agreed upon."""


def _telling(kind: type[_Plain], on_connected: OnConnected) -> Any:
    """Makes connections of that kind, as urllib calls it."""

    def made(host: str, **words: Any) -> _Plain:
        connection = kind(host, **words)
        connection.on_connected = on_connected
        return connection

    return made


class _Http(urllib.request.HTTPHandler):
    def __init__(self, on_connected: OnConnected) -> None:
        super().__init__()
        self._made = _telling(_Plain, on_connected)

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._made, req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, on_connected: OnConnected) -> None:
        super().__init__()
        self._made = _telling(_Encrypted, on_connected)

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._made, req)
