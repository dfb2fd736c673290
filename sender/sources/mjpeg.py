"""A network camera that sends JPEG after JPEG by HTTP, as ESP32-CAM, Motion, mjpg-streamer and most IP cameras can.

One that gives a single JPEG at its address is asked again and again. Its JPEG is passed on as it is: nothing is decoded
here. What else is found at such an address is for FFmpeg.
"""

import time
from typing import TYPE_CHECKING

from sender.asked import Asked
from sender.errors import SourceError, SourceLost
from sender.pictures.capture import Capture
from sender.pictures.motion_jpeg import MotionJpeg
from sender.pictures.pacing import Pacing
from sender.sources.base import Source
from sender.sources.network import NetworkStream
from sender.web.address import Address
from sender.web.multipart import Multipart

if TYPE_CHECKING:
    from sender.web.asking import Answer

SCHEMES = ("http", "https")
MIXED = ("multipart/x-mixed-replace", "multipart/mixed")
SINGLE = ("image/jpeg", "image/jpg")
SINGLE_FPS = 1.0
TIMEOUT_SECONDS = 5.0
# Of a camera that sends a little now and then, each wait is short.
PICTURE_SECONDS = 15.0
CHUNK_BYTES = 64 * 1024
# An 8K picture of high quality is about half of that.
MOST_BYTES = 30 * 1024 * 1024
DAMAGED_IN_A_ROW = 30


class MjpegStream(Source):
    """Reads `url`, at the pace the other end sends; user and password may stand in it.

    `fps` is only for a camera that gives single pictures: so often it is asked, usually once a second.
    """

    asked_as = "an http:// address"
    rank = 30
    without_controls = NetworkStream.without_controls

    def __init__(self, url: str, fps: float | None = None) -> None:
        super().__init__()
        self._url = url
        self._address = Address.of(url)
        self._answer: Answer | None = None
        self._parts = Multipart("", MOST_BYTES)
        self._motion_jpeg = MotionJpeg()
        self._other: NetworkStream | None = None
        self._is_single = False
        self._pacing = Pacing(SINGLE_FPS, fps)

    @classmethod
    def accepts(cls, spec: str) -> bool:
        return "://" in spec and spec.partition("://")[0].lower() in SCHEMES

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "MjpegStream":
        return cls(spec, asked.fps)

    def open(self) -> None:
        answer = self._ask()
        self._parts = Multipart(answer.boundary, MOST_BYTES)
        self._is_single = answer.content_type in SINGLE
        if self._is_single:
            self._pacing.begin()
        elif answer.content_type not in MIXED:
            self.close()
            self._other = NetworkStream(self._url)
            self._other.open()

    def read(self) -> Capture | None:
        if self._other is not None:
            return self._other.read()
        for _ in range(DAMAGED_IN_A_ROW):
            part = self._next_single() if self._is_single else self._next_part()
            if part is None:
                return None
            whole = self._motion_jpeg.whole(part)
            if whole is not None:
                return Capture(time.monotonic_ns(), whole.width, whole.height, jpeg=whole.data)
        raise SourceLost(f"{self._address.public} sends damaged pictures.")

    def close(self) -> None:
        answer, self._answer = self._answer, None
        other, self._other = self._other, None
        for each in (answer, other):
            if each is not None:
                each.close()

    def describe(self) -> str:
        return self._address.public

    def interrupt(self) -> None:
        super().interrupt()
        # Read once: the capture thread may take it away in this moment.
        answer, other = self._answer, self._other
        if answer is not None:
            answer.hang_up()
        if other is not None:
            other.interrupt()

    def prefer_fps(self, fps: float | None) -> None:
        self._pacing.change(fps)

    def _ask(self) -> "Answer":
        # What is needed to ask takes 30 ms and some megabytes to load.
        from sender.web.asking import Answer

        self._answer = answer = Answer()
        if self.is_interrupted:
            answer.hang_up()
        answer.ask(self._address, TIMEOUT_SECONDS)
        return answer

    def _next_single(self) -> bytes | None:
        if self.pause_until(self._pacing.due_ns):
            return None
        self._pacing.step()
        try:
            answer = self._answer or self._ask()
        except SourceError as error:
            raise SourceLost(str(error)) from None
        picture, until = bytearray(), time.monotonic() + PICTURE_SECONDS
        while data := self._came(answer):
            picture += data
            if len(picture) > MOST_BYTES:
                raise SourceLost(f"{self._address.public} sends something else than pictures.")
            self._check_time(until)
        self.close()
        return None if self.is_interrupted else bytes(picture)

    def _came(self, answer: "Answer") -> bytes:
        """What comes next; nothing at the end, and when the line breaks."""
        try:
            return answer.read(CHUNK_BYTES)
        except OSError:
            return b""

    def _next_part(self) -> bytes | None:
        assert self._answer is not None
        until = time.monotonic() + PICTURE_SECONDS
        while True:
            data = self._came(self._answer)
            if self.is_interrupted:
                return None
            if not data:
                raise SourceLost(f"{self._address.public} has stopped sending.")
            self._check_time(until)
            try:
                part = self._parts.feed(data)
            except ValueError:
                raise SourceLost(f"{self._address.public} sends something else than pictures.") from None
            if part is not None:
                return part

    def _check_time(self, until: float) -> None:
        if time.monotonic() > until:
            raise SourceLost(f"{self._address.public} sends no whole picture in {PICTURE_SECONDS:.0f} seconds.")
