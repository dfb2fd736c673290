"""One camera that is watched for motion: its newest picture, small and grey, whether anybody sees it or not."""

from math import inf

from camwire.events import FrameReceived
from viewer.core.motion.detector import MotionDetector, grey_of
from viewer.core.pictures.lane import Decoded
from viewer.core.pictures.picture import Picture
from viewer.core.pictures.wanting import WATCHED
from viewer.core.sessions.session import Session

GONE_SECONDS = 3.0
"""Without a picture for so long, nothing is known of what moves."""
ALONE = ("jpeg", "raw")
"""Codecs whose frames can be decoded each by itself: only those that are looked at are."""
ASK_SECONDS = 1.0


class Watched:
    """Lives in the loop's thread; what nobody sees is decoded for it in those of the decode pool. To be closed."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.detector = MotionDetector()
        self.is_told = False
        """Whether it was told that something moves."""
        self._looked = 0.0
        self._picture: Picture | None = None
        self._frame: FrameReceived | None = None
        self._decoded: Picture | None = None
        self._asked = -inf
        self._lane = session.lane(self._take_decoded)
        self._lane.place = WATCHED
        session.watch(self._take)

    def look(self, now: float) -> None:
        """Look at what is new since the last time, if anything is. What nobody sees is looked at one look later."""
        picture = self._seen() if self.session.is_shown else self._unseen(now)
        if picture is not None and picture is not self._picture:
            self._picture, self._looked = picture, now
            self.detector.look(grey_of(picture.pixels), now)
        elif now - self._looked > GONE_SECONDS:
            self.detector.forget()

    def close(self) -> None:
        """Look no more."""
        self.session.stop_watching(self._take)
        self._lane.restart()

    def _seen(self) -> Picture | None:
        """The picture that is painted, which costs nothing more."""
        self._frame = self._decoded = None
        return self.session.last_picture

    def _unseen(self, now: float) -> Picture | None:
        if self._frame is not None:
            self._lane.put(self._frame)
            self._frame = None
        if now - self._asked >= ASK_SECONDS and self._lane.must_ask_for_keyframe(now):
            self._asked = now
            self.session.ask_for_keyframe()
        return self._decoded

    def _take(self, received: FrameReceived) -> None:
        if received.frame.codec in ALONE:
            self._frame = received
        else:
            self._lane.put(received)

    def _take_decoded(self, decoded: Decoded) -> None:
        if decoded.picture is not None:
            self._decoded = decoded.picture
