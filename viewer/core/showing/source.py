"""Where pictures that a viewer sends to a camera come from: the contract, and cameras of the wall."""

import asyncio
import time
from abc import ABC, abstractmethod
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

import msgspec

from camwire.errors import UsageError
from camwire.events import FrameReceived
from camwire.frame import EncodedFrame
from camwire.translation import tr
from viewer.core.sessions.session import Session
from viewer.core.showing.encoding import shrunk, sized

LEAST_PERCENT, WHOLE = 10, 100


@dataclass(frozen=True, slots=True)
class Wish:
    """How pictures are to be: `percent` of their width and height, at most `fps` a second, JPEG of `quality` 1 to 100.

    None leaves it to the source.
    """

    percent: int = WHOLE
    fps: float | None = None
    quality: int | None = None

    def __post_init__(self) -> None:
        """Raise UsageError for what cannot be."""
        if not LEAST_PERCENT <= self.percent <= WHOLE:
            raise UsageError(
                tr(
                    "The size is from {least} to {most} percent, and {percent} is not.",
                    least=LEAST_PERCENT,
                    most=WHOLE,
                    percent=self.percent,
                )
            )
        if self.fps is not None and not 0 < self.fps <= 1000:
            raise UsageError(
                tr("The rate is more than 0 and at most 1000 pictures a second, and {fps:g} is not.", fps=self.fps)
            )
        if self.quality is not None and not 1 <= self.quality <= 100:
            raise UsageError(tr("The JPEG quality is from 1 to 100, and {quality} is not.", quality=self.quality))


class Taker(Protocol):
    """Whom a source tells. All calls come in the loop's thread."""

    def put(self, frame: EncodedFrame) -> object:
        """Take a JPEG picture."""
        ...

    def dropped(self, cause: str) -> None:
        """A picture will never be put."""
        ...

    def in_trouble(self, sentence: str, is_over: bool = False) -> None:
        """Why no pictures come; they never will again if it `is_over`."""
        ...


class PictureSource(ABC):
    """Gives pictures as they come. Lives in the loop's thread, and is opened once."""

    @abstractmethod
    def open(self, wish: Wish, taker: Taker) -> None:
        """Begin. Raises UsageError when that cannot be."""

    @abstractmethod
    def pause(self, is_paused: bool) -> None:
        """Whether nobody could take any now: then none need be made."""

    @abstractmethod
    def close(self) -> None:
        """Give no more. May be repeated."""

    async def ended(self) -> None:
        """Wait until nothing is left of it, at most a second after `close`."""
        return


class FromCamera(PictureSource):
    """Another camera of the wall, whether or not its tile is seen. What is JPEG and wanted whole goes on as it came."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._is_listening = False
        self._waiting: FrameReceived | None = None
        self._in_work = False
        self._shrinking: ThreadPoolExecutor | None = None

    def open(self, wish: Wish, taker: Taker) -> None:
        self._wish, self._taker = wish, taker
        if wish.percent < WHOLE or wish.quality is not None:
            self._shrinking = ThreadPoolExecutor(1, thread_name_prefix="shrink")
        self.pause(False)

    def pause(self, is_paused: bool) -> None:
        if is_paused == self._is_listening:
            (self.session.stop_passing_on if is_paused else self.session.pass_on)(self._take)
            self._is_listening = not is_paused

    def close(self) -> None:
        self.pause(True)
        self._waiting = None
        if self._shrinking is not None:
            self._shrinking.shutdown(wait=False, cancel_futures=True)

    def _take(self, received: FrameReceived) -> None:
        if received.frame.codec != "jpeg":
            self._taker.in_trouble(
                tr(
                    "{name} sends its pictures uncompressed, and only JPEG can be passed on. Set its program to JPEG.",
                    name=self.session.name,
                )
            )
        elif self._shrinking is None:
            frame = sized(frame_of(received))
            if frame is None:
                self._taker.dropped("damaged")
            else:
                self._taker.put(frame)
        elif self._in_work:
            if self._waiting is not None:
                self._taker.dropped("shrink-busy")
            self._waiting = received
        else:
            self._shrink(self._shrinking, received)

    def _shrink(self, pool: ThreadPoolExecutor, received: FrameReceived) -> None:
        loop = asyncio.get_running_loop()
        self._in_work = True
        frame, wish = frame_of(received), self._wish

        def work() -> None:
            small = shrunk(frame, wish.percent, wish.quality)
            # The loop may have ended meanwhile.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._shrunk, small)

        pool.submit(work)

    def _shrunk(self, frame: EncodedFrame | None) -> None:
        self._in_work = False
        if not self._is_listening or self._shrinking is None:
            return
        if frame is None:
            self._taker.dropped("damaged")
        else:
            self._taker.put(frame)
        if self._waiting is not None:
            received, self._waiting = self._waiting, None
            self._shrink(self._shrinking, received)


def frame_of(received: FrameReceived) -> EncodedFrame:
    """The frame with its capture time on this program's monotonic clock."""
    now = time.monotonic()
    captured = now if received.captured is None else received.captured
    return msgspec.structs.replace(received.frame, capture_time_ns=round(captured * 1e9))
