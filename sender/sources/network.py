"""A stream from the network: rtsp://, http:// or https://."""

from typing import Any
from urllib.parse import urlsplit

from sender.asked import Asked
from sender.libraries import opencv
from sender.sources.base import Capture, Source, SourceError, SourceLost

SCHEMES = ("rtsp", "rtsps", "http", "https")
TIMEOUT_MS = 5000


class NetworkStream(Source):
    """Reads `url` by FFmpeg, at the pace the other end sends."""

    asked_as = "a URL"
    rank = 30
    without_controls = "A network stream has no controls here. Set it up at its own web page."

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self._video: Any = None

    @classmethod
    def accepts(cls, spec: str) -> bool:
        return spec.partition("://")[0].lower() in SCHEMES and "://" in spec

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "NetworkStream":
        return cls(spec)

    def open(self) -> None:
        cv2 = opencv()
        timeouts = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, TIMEOUT_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, TIMEOUT_MS]
        self._video = cv2.VideoCapture(self._url, cv2.CAP_FFMPEG, timeouts)
        if not self._video.isOpened():
            self.close()
            raise SourceError(f"No video comes from {self._public_url}. Check the address, and that it is switched on.")

    def read(self) -> Capture | None:
        is_read, picture = self._video.read()
        if self.is_interrupted:
            return None
        if not is_read:
            raise SourceLost(f"{self._public_url} has stopped sending.")
        return Capture.of(picture)

    def close(self) -> None:
        if self._video is not None:
            self._video.release()
            self._video = None

    def describe(self) -> str:
        return self._public_url

    @property
    def _public_url(self) -> str:
        """The address without user, password and query: viewers and logs see it."""
        address = urlsplit(self._url)
        return f"{address.scheme}://{address.netloc.rpartition('@')[2]}{address.path}"
