"""Asking a camera of the network by HTTP, in a way that any thread can end."""

import contextlib
import http.client
import ssl
import threading
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from typing import Any
from urllib.error import HTTPError, URLError

from camwire import __version__
from camwire.printable import is_printable
from sender.errors import SourceError
from sender.web.address import Address
from sender.web.line import Line

NOT_ALLOWED = (401, 403)
SCHEMES = ("http", "https")
REASON_CHARACTERS = 60
# Until the answer begins, with all that it is sent on to: each wait may be short, and they may be many.
MOST_SECONDS = 10.0


class Answer:
    """What a camera answers to a GET; the connection stays open until `close`. `hang_up` is for any thread."""

    def __init__(self) -> None:
        self._response: http.client.HTTPResponse | None = None
        self._line = Line()
        self._is_late = False

    def ask(self, address: Address, seconds: float) -> None:
        """Ask, and wait at most `seconds` whenever nothing comes. Raises SourceError with what to do."""
        keeper = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        keeper.add_password(None, address.url, address.user, address.password)
        opener = urllib.request.build_opener(
            # What this computer asks the internet through knows nothing of a camera of its own network.
            urllib.request.ProxyHandler({}),
            _Redirect(),
            *self._line.handlers(),
            *((_Digest(keeper), _Basic(keeper)) if address.user else ()),
        )
        try:
            request = urllib.request.Request(address.url, headers={"User-Agent": f"watchword-camera/{__version__}"})
            with _limited(MOST_SECONDS, self._give_up):
                self._response = opener.open(request, timeout=seconds)
            if self._is_late:
                # The library takes headers that break off for whole ones.
                raise TimeoutError
        except Exception as error:
            self.close()
            # The library stumbles over odd answers in many ways. What it says may hold parts of the address that nobody
            # shall see.
            told = _late(address.public) if self._is_late else _sentence(error, address.public)
            raise SourceError(told) from None

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
        self._line.hang_up()

    def close(self) -> None:
        """Give the connection back. May be repeated."""
        if self._response is not None:
            self._response.close()
        self._line.close()

    def _give_up(self) -> None:
        self._is_late = True
        self._line.hang_up()


@contextlib.contextmanager
def _limited(seconds: float, give_up: Callable[[], None]) -> Iterator[None]:
    timer = threading.Timer(seconds, give_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


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


def _late(public: str) -> str:
    return (
        f"{public} takes longer than {MOST_SECONDS:.0f} seconds to begin its answer. Restart that camera, or check the "
        "network to it."
    )


def _plain(reason: str) -> str:
    """What the other end says, without what could steer a terminal, and no longer than a reason is."""
    return "".join(each for each in reason[:REASON_CHARACTERS] if is_printable(each))
