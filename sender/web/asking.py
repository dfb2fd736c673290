"""Asking a camera of the network by HTTP, in a way that any thread can end."""

import contextlib
import http.client
import socket
import ssl
import urllib.request
from collections.abc import Callable
from email.message import Message
from typing import Any
from urllib.error import HTTPError, URLError

from camwire import __version__
from sender.naming import is_speakable
from sender.sources.base import SourceError
from sender.web.address import Address

NOT_ALLOWED = (401, 403)
SCHEMES = ("http", "https")
REASON_CHARACTERS = 60


class Answer:
    """What a camera answers to a GET; the connection stays open until `close`. `hang_up` is for any thread."""

    def __init__(self) -> None:
        self._response: http.client.HTTPResponse | None = None
        self._socket: socket.socket | None = None
        self._is_hung_up = False

    def ask(self, address: Address, seconds: float) -> None:
        """Ask, and wait at most `seconds` whenever nothing comes. Raises SourceError with what to do."""
        keeper = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        keeper.add_password(None, address.url, address.user, address.password)
        opener = urllib.request.build_opener(
            # What this computer asks the internet through knows nothing of a camera of its own network.
            urllib.request.ProxyHandler({}),
            _Redirect(),
            _Http(self._connected),
            _Https(self._connected),
            *((_Digest(keeper), _Basic(keeper)) if address.user else ()),
        )
        try:
            request = urllib.request.Request(address.url, headers={"User-Agent": f"watchword-camera/{__version__}"})
            self._response = opener.open(request, timeout=seconds)
        except Exception as error:
            # The library stumbles over odd answers in many ways. What it says may hold parts of the address that nobody
            # shall see.
            raise SourceError(_sentence(error, address.public)) from None

    @property
    def content_type(self) -> str:
        """Such as `image/jpeg`, in small letters."""
        return "" if self._response is None else self._response.headers.get_content_type()

    @property
    def boundary(self) -> str:
        """What stands between the parts of a multipart answer; empty where it is not told."""
        return "" if self._response is None else str(self._response.headers.get_param("boundary", ""))

    def read(self, most_bytes: int) -> bytes:
        """What has come, or comes next; nothing at the end. Raises TimeoutError, and OSError when the line breaks."""
        try:
            return b"" if self._response is None else self._response.read1(most_bytes)
        except (http.client.HTTPException, ValueError) as error:
            raise OSError("The answer broke off.") from error

    def hang_up(self) -> None:
        """End what waits, now and from now on."""
        self._is_hung_up = True
        self._finish_socket()

    def close(self) -> None:
        """Give the connection back. May be repeated."""
        if self._response is not None:
            self._response.close()

    def _connected(self, connection: socket.socket) -> None:
        self._socket = connection
        if self._is_hung_up:
            self._finish_socket()

    def _finish_socket(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


class _Redirect(urllib.request.HTTPRedirectHandler):
    """Follows to web addresses only: `hang_up` ends no other wait, and no camera need know what is elsewhere."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        if newurl.partition(":")[0].lower() not in SCHEMES:
            raise HTTPError(req.full_url, code, msg, headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Digest(urllib.request.HTTPDigestAuthHandler):
    """Leaves what it does not know to others; the one it comes from raises an error then."""

    def http_error_401(self, req: Any, fp: Any, code: int, msg: str, headers: Any) -> Any:
        # It is asked again on another connection, and nobody else closes this one.
        fp.close()
        return super().http_error_401(req, fp, code, msg, headers) if _way_in(headers) == "digest" else None


class _Basic(urllib.request.HTTPBasicAuthHandler):
    """As above."""

    def http_error_401(self, req: Any, fp: Any, code: int, msg: str, headers: Any) -> Any:
        fp.close()
        return super().http_error_401(req, fp, code, msg, headers) if _way_in(headers) == "basic" else None


class _Http(urllib.request.HTTPHandler):
    def __init__(self, on_connected: Callable[[socket.socket], None]) -> None:
        super().__init__()
        self._on_connected = on_connected

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_telling(http.client.HTTPConnection, self._on_connected), req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, on_connected: Callable[[socket.socket], None]) -> None:
        super().__init__()
        self._on_connected = on_connected

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_telling(http.client.HTTPSConnection, self._on_connected), req)


def _telling(kind: type[http.client.HTTPConnection], on_connected: Callable[[socket.socket], None]) -> Any:
    """A connection of that kind that tells of its socket, which nothing else of this library gives out."""

    class Telling(kind):  # type: ignore[valid-type, misc]
        def connect(self) -> None:
            super().connect()
            on_connected(self.sock)

    return Telling


def _way_in(headers: Message) -> str:
    """The way to log in that the camera likes best."""
    return str(headers.get("www-authenticate", "")).partition(" ")[0].lower()


def _sentence(error: Exception, public: str) -> str:
    if isinstance(error, HTTPError):
        if error.fp is not None:
            error.close()
        if error.code in NOT_ALLOWED:
            return (
                f"{public} wants a user and password, or others than these. Write them into the address: "
                "http://user:password@host/path"
            )
        if 300 <= error.code < 400:
            # The reason may have the other address in it.
            return f"{public} sends on to an address that is not followed. Use that of the video itself."
        return f"{public} answers {error.code} {_plain(str(error.reason))}. Check the address."
    if isinstance(error, URLError) and isinstance(error.reason, ssl.SSLCertVerificationError):
        return (
            f"{public} shows a certificate that this computer does not trust. Add it to the trusted ones, or use "
            "http:// inside your own network."
        )
    return f"No video comes from {public}. Check the address, and that it is switched on."


def _plain(reason: str) -> str:
    """What the other end says, without what could steer a terminal, and no longer than a reason is."""
    return "".join(each for each in reason[:REASON_CHARACTERS] if is_speakable(each))
