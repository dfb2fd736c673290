"""A stream from the network, by FFmpeg: rtsp:// and what else it knows."""

from sender.asked import Asked
from sender.errors import SourceError, SourceLost
from sender.imaging.chosen import imaging
from sender.imaging.film import Film
from sender.pictures.capture import Capture
from sender.sources.base import Source
from sender.web.address import Address

SCHEMES = ("rtsp", "rtsps")
TIMEOUT_SECONDS = 5.0


class NetworkStream(Source):
    """Reads `url` by FFmpeg, at the pace the other end sends."""

    asked_as = "an rtsp:// address"
    rank = 31
    without_controls = "A network stream has no controls here. Set it up at its own web page."

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self._public_url = Address.of(url).public
        self._film: Film | None = None

    @classmethod
    def accepts(cls, spec: str) -> bool:
        return spec.partition("://")[0].lower() in SCHEMES and "://" in spec

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "NetworkStream":
        return cls(spec)

    def open(self) -> None:
        self._film = imaging().stream(self._url, TIMEOUT_SECONDS)
        if self._film is None:
            raise SourceError(f"No video comes from {self._public_url}. Check the address, and that it is switched on.")

    def read(self) -> Capture | None:
        picture = None if self._film is None else self._film.read()
        if self.is_interrupted:
            return None
        if picture is None:
            raise SourceLost(f"{self._public_url} has stopped sending.")
        return Capture.of(picture)

    def close(self) -> None:
        film, self._film = self._film, None
        if film is not None:
            film.close()

    def describe(self) -> str:
        return self._public_url
