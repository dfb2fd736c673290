"""One camera that is watched for motion: its newest picture, small and grey, whether anybody sees it or not."""

from camwire.events import FrameReceived
from viewer.core import decoders
from viewer.core.decoders.base import DecodeError, Decoder
from viewer.core.motion.detector import Grey, MotionDetector, grey_of
from viewer.core.pictures.picture import Picture
from viewer.core.pictures.wanting import WATCHED
from viewer.core.sessions.session import Session

GONE_SECONDS = 3.0
"""Without a picture for so long, nothing is known of what moves."""
CODECS = ("jpeg", "raw")
"""Whose frames can be decoded each by itself."""


class Watched:
    """Lives in the loop's thread. To be closed."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.detector = MotionDetector()
        self.is_told = False
        """Whether it was told that something moves."""
        self._looked = 0.0
        self._frame: FrameReceived | None = None
        self._picture: Picture | None = None
        self._decoders: dict[str, Decoder] = {}
        session.watch(self._take)

    def look(self, now: float) -> None:
        """Look at what is new since the last time, if anything is."""
        grey = self._seen() if self.session.is_shown else self._unseen()
        if grey is not None:
            self._looked = now
            self.detector.look(grey, now)
        elif now - self._looked > GONE_SECONDS:
            self.detector.forget()

    def close(self) -> None:
        """Look no more."""
        self.session.stop_watching(self._take)

    def _take(self, received: FrameReceived) -> None:
        self._frame = received

    def _seen(self) -> Grey | None:
        """From the picture that is painted, which costs nothing more."""
        picture = self.session.last_picture
        if picture is None or picture is self._picture:
            return None
        self._picture = picture
        return grey_of(picture.pixels)

    def _unseen(self) -> Grey | None:
        received, self._frame = self._frame, None
        if received is None or received.frame.codec not in CODECS:
            return None
        codec = received.frame.codec
        if codec not in self._decoders:
            self._decoders[codec] = decoders.registered()[codec]()
        try:
            return grey_of(self._decoders[codec].decode(received.frame, WATCHED))
        except DecodeError:
            return None
