"""The decode pool: the viewer's only threads. Newest wins: one frame in work and one waiting per camera.

Decode threads touch only what `_work` and `Lane.decode` do: the deque of finished work, the flag that a wake-up is on
its way, and the lane's decoders (a lane has one frame in work at most). They wake the loop by one coalesced call,
however many pictures became ready in between.
"""

import asyncio
import logging
import os
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from camwire.events import FrameReceived
from viewer.core import decoders
from viewer.core.decoders.base import DecodeError, Decoder
from viewer.core.picture import Picture

log = logging.getLogger(__name__)

MAX_THREADS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """What became of one frame: a picture, or a sentence that says why not."""

    received: FrameReceived
    picture: Picture | None
    trouble: str = ""


class DecodePool:
    """A few threads shared by all cameras."""

    def __init__(self, loop: asyncio.AbstractEventLoop, threads: int | None = None) -> None:
        self._loop = loop
        count = threads or max(2, min(MAX_THREADS, (os.cpu_count() or 2) - 1))
        self._executor = ThreadPoolExecutor(count, thread_name_prefix="decode")
        self._finished: deque[tuple[Lane, Decoded]] = deque()
        self._wake_is_due = False
        self._is_closed = False

    def lane(self, deliver: Callable[[Decoded], None], drop: Callable[[FrameReceived], None]) -> "Lane":
        """Return a camera's way through the pool; both callables are called in the loop's thread."""
        return Lane(self, deliver, drop)

    def submit(self, lane: "Lane", received: FrameReceived) -> None:
        """Decode one frame of `lane`."""
        self._executor.submit(self._work, lane, received)

    def close(self) -> None:
        """End the threads; what is in work is finished and thrown away."""
        self._is_closed = True
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _work(self, lane: "Lane", received: FrameReceived) -> None:
        self._finished.append((lane, lane.decode(received)))
        if not (self._wake_is_due or self._is_closed):
            self._wake_is_due = True
            self._loop.call_soon_threadsafe(self._collect)

    def _collect(self) -> None:
        self._wake_is_due = False
        while self._finished and not self._is_closed:
            lane, decoded = self._finished.popleft()
            try:
                lane.finished(decoded)
            except Exception:
                # What other cameras are owed is delivered all the same.
                self._loop.call_soon(self._collect)
                raise


class Lane:
    """One camera's frames: one in work, one waiting; an older one that waits is dropped."""

    def __init__(
        self, pool: DecodePool, deliver: Callable[[Decoded], None], drop: Callable[[FrameReceived], None]
    ) -> None:
        self._pool = pool
        self._deliver = deliver
        self._drop = drop
        self._in_work = False
        self._outdated = False
        self._waiting: FrameReceived | None = None
        self._decoders: dict[str, Decoder] = {}

    def put(self, received: FrameReceived) -> None:
        """Take a frame that arrived."""
        if self._in_work:
            if self._waiting is not None:
                self._drop(self._waiting)
            self._waiting = received
            return
        self._in_work = True
        self._pool.submit(self, received)

    def restart(self) -> None:
        """Forget what is waiting or in work: it belongs to an earlier life of the camera."""
        self._waiting = None
        self._outdated = self._in_work

    def decode(self, received: FrameReceived) -> Decoded:
        """Decode in the calling (decode) thread; never raises."""
        frame = received.frame
        try:
            pixels = self._decoder(frame.codec).decode(frame)
        except DecodeError as error:
            return Decoded(received, None, str(error))
        except Exception as error:
            log.exception("The decoder of %s failed", frame.codec)
            return Decoded(received, None, f"pictures that cannot be decoded ({error})")
        return Decoded(received, Picture(pixels, frame.sequence, received.captured, received.uncertainty))

    def finished(self, decoded: Decoded) -> None:
        """Hand a result up and begin with the frame that waited."""
        self._in_work, is_outdated, self._outdated = False, self._outdated, False
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.put(waiting)
        if not is_outdated:
            self._deliver(decoded)

    def _decoder(self, codec: str) -> Decoder:
        if codec not in self._decoders:
            known = decoders.registered()
            if codec not in known:
                raise DecodeError(f"pictures as “{codec[:40]}”, which this viewer cannot decode. Update the viewer")
            self._decoders[codec] = known[codec]()
        return self._decoders[codec]
