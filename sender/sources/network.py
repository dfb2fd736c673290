"""A stream from the network, by FFmpeg: rtsp:// and what else it knows."""

from typing import Any

from sender.asked import Asked
from sender.errors import SourceError, SourceLost
from sender.libraries import opencv
from sender.pictures.capture import Capture
from sender.sources.base import Source
from sender.web.address import Address

SCHEMES = ("rtsp", "rtsps")
TIMEOUT_MS = 5000


class NetworkStream(Source):
    """Reads `url` by FFmpeg, at the pace the other end sends."""

    asked_as = "an rtsp:// address"
    rank = 31
    without_controls = "A network stream has no controls here. Set it up at its own web page."

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self._public_url = Address.of(url).public
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
        # Every further thread keeps one more picture of H.264 back: at 10 a second, 100 ms each.
        threads = [cv2.CAP_PROP_N_THREADS, 1]
        self._video = cv2.VideoCapture(self._url, cv2.CAP_FFMPEG, [*timeouts, *threads])
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
