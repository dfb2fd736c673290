"""Pictures of this viewer's at a camera that takes them: the newest one, whenever the camera is ready for it."""

import asyncio
import time
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Self

from camwire.events import CreditGranted, Event
from camwire.frame import EncodedFrame
from camwire.translation import tr
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import CameraState
from viewer.core.showing.figures import Figures, Rate, Sent
from viewer.core.showing.source import PictureSource, Wish
from viewer.core.talk.chat import ChatLine

QUIET_SECONDS = 3.0


class Step(Enum):
    """How far the pictures come."""

    STARTING = "starting"
    SENDING = "sending"
    WAITING = "waiting"
    FAILED = "failed"
    STOPPED = "stopped"


class Showing:
    """Sends pictures of `source` to the camera of `session` until it is stopped. Lives in the loop's thread.

    Nothing is queued: of what comes while the camera is at the one before, the newest is sent. While the camera is away
    the source pauses. Without a source, pictures are given by `put`.
    """

    def __init__(
        self,
        session: Session,
        source: PictureSource | None = None,
        percent: int = 100,
        fps: float | None = None,
        quality: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Raises UsageError for a size, rate or quality that cannot be."""
        self.session = session
        self.wish = Wish(percent, fps, quality)
        self.step = Step.STOPPED
        self.source = source
        self._clock = clock
        self._newest: tuple[EncodedFrame, asyncio.Future[bool]] | None = None
        self._rate = Rate(fps)
        self._sent = Sent()
        self._came: float | None = None
        self._trouble = ""
        self._is_open = self._is_over = False

    def start(self) -> None:
        """Begin; once. Raises UsageError when the source cannot be had."""
        if self.source is not None:
            self.source.open(self.wish, self)
        self._is_open = True
        self.session.listen(self._heard)
        self.session.observe(self)
        self._look()

    def stop(self) -> None:
        """Send no more. May be repeated."""
        if not self._is_open:
            return
        self._is_open, self.step = False, Step.STOPPED
        self.session.unlisten(self._heard)
        self.session.forget(self)
        if self.source is not None:
            self.source.close()
        self._give_up("stopped")

    async def ended(self) -> None:
        """Wait until nothing is left of it, at most a second after `stop`."""
        if self.source is not None:
            await self.source.ended()

    async def __aenter__(self) -> Self:
        self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.stop()
        await self.ended()

    @property
    def sentence(self) -> str:
        """What is so now, for a person."""
        name = self.session.name
        match self.step:
            case Step.STOPPED:
                return ""
            case Step.FAILED:
                return self._trouble or refusal_of(self.session)
            case Step.WAITING if self.session.hello is None or not self.session.is_connected:
                return tr("{name} is away. The pictures go on when it is back.", name=name)
            case Step.WAITING:
                return refusal_of(self.session)
            case Step.STARTING:
                return self._trouble or tr("Starting …")
            case _ if self.source is not None and self._is_quiet:
                return self._trouble or tr("No new pictures come from there.")
            case _:
                return self._trouble or tr("{name} gets your pictures.", name=name)

    @property
    def figures(self) -> Figures:
        """What was sent so far."""
        return self._sent.figures(self._clock())

    # What the source tells

    def put(self, frame: EncodedFrame) -> "asyncio.Future[bool]":
        """Send this JPEG picture as soon as the camera is ready, if no newer one comes; the future says whether."""
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        now = self._clock()
        if not (self._is_open and self._rate.passes(now)):
            self._sent.dropped("rate" if self._is_open else "stopped")
            done.set_result(False)
            return done
        self._came, self._trouble = now, ""
        self._give_up("camera-busy")
        self._newest = frame, done
        self._look()
        self._send()
        return done

    def dropped(self, cause: str) -> None:
        self._sent.dropped(cause)

    def in_trouble(self, sentence: str, is_over: bool = False) -> None:
        self._trouble, self._is_over = sentence, is_over
        self._look()

    # What the session tells

    def state_changed(self, state: CameraState) -> None:
        self._look()

    def name_changed(self) -> None:
        self._look()

    def picture_ready(self) -> None:
        pass

    def line_added(self, line: ChatLine) -> None:
        pass

    def lines_changed(self, lines: Sequence[ChatLine]) -> None:
        pass

    # Inside

    def _heard(self, event: Event) -> None:
        if isinstance(event, CreditGranted):
            self._look()
            self._send()

    @property
    def _is_quiet(self) -> bool:
        return self._came is not None and self._clock() - self._came > QUIET_SECONDS

    def _look(self) -> None:
        """Derive the step; the source works only while its pictures can be taken."""
        if not self._is_open:
            return
        if self._is_over or self.session.dialect != "native":
            self.step = Step.FAILED
        elif not (self.session.is_connected and self.session.takes_pictures):
            self.step = Step.WAITING
        else:
            self.step = Step.SENDING if self._sent.count else Step.STARTING
        is_ready = self.step in (Step.STARTING, Step.SENDING)
        if self.source is not None:
            self.source.pause(not is_ready)
            if not is_ready:
                # When the camera is back, this would be old.
                self._give_up("away")

    def _send(self) -> None:
        if self._newest is None or not self.session.send_picture(self._newest[0]):
            return
        (frame, done), self._newest = self._newest, None
        self._sent.sent(frame, self._clock())
        self.step = Step.SENDING
        if not done.done():
            done.set_result(True)

    def _give_up(self, cause: str) -> None:
        if self._newest is not None:
            (_, done), self._newest = self._newest, None
            self._sent.dropped(cause)
            if not done.done():
                done.set_result(False)


def refusal_of(session: Session) -> str:
    """Why a camera is sent no pictures, as a sentence; empty where it takes some, or is not known yet."""
    if session.dialect != "native":
        return tr("Only cameras of Watchword take live pictures, and {name} is none.", name=session.name)
    if session.hello is None or session.takes_pictures:
        return ""
    return tr(
        "{name} takes no pictures. In its program, write @camera.on_picture above a function, and start it again.",
        name=session.name,
    )
