"""The decode pool. Newest wins: one frame in work per camera, chosen from its chain when a thread is free for it.

A JPEG for a tile is not worth a thread, as long as the loop's own has time: to hand it over and back takes half as long
as to decode a small one. It waits until the painter takes it, and is decoded then; what nobody paints is not even
decoded. Larger pictures, and those for which the loop's share of its time is spent, go to the threads.

Decode threads touch only what `_work` and `Lane.work` do: the queue of lanes, `Chain.take`, the deque of finished work,
the flag that the loop will look by itself, and the lane's decoders (a lane has one frame in work at most). They wake
the loop only after a pause: on a busy wall it looks every few milliseconds, however many pictures became ready.
"""

import asyncio
import logging
import os
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue

from camwire.events import FrameReceived
from viewer.core import decoders
from viewer.core.chain import Chain
from viewer.core.decoders.base import DecodeError, Decoder
from viewer.core.decoders.jpeg import JPEG
from viewer.core.picture import Picture
from viewer.core.share import Share
from viewer.core.wanting import Place

log = logging.getLogger(__name__)

MAX_THREADS = 4
# Well below what a screen needs for a picture. A wake-up for each would take as long as to paint it.
LOOK_SECONDS = 0.012
# A wall on which pictures become ready more rarely is not busy.
BUSY_SECONDS = 0.015
# About 2 ms of decoding on a desktop computer.
QUICK_BYTES = 256_000
QUICK_SHARE = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """What became of one frame: a picture, or a sentence that says why not."""

    received: FrameReceived
    picture: Picture | None
    trouble: str = ""
    chain: Chain | None = None
    """From which it was taken: there is one per life of the camera."""


class DecodePool:
    """A few threads shared by all cameras."""

    def __init__(self, loop: asyncio.AbstractEventLoop, threads: int | None = None) -> None:
        self._loop = loop
        self._due: SimpleQueue[Lane | None] = SimpleQueue()
        self._finished: deque[tuple[Lane, Decoded | None]] = deque()
        self._look_is_due = False
        self._looked = 0.0
        self._is_closed = False
        self._own = Share(QUICK_SHARE, loop.time)
        count = threads or max(2, min(MAX_THREADS, (os.cpu_count() or 2) - 1))
        self._threads = [
            threading.Thread(target=self._work, name=f"decode_{number}", daemon=True) for number in range(count)
        ]
        for thread in self._threads:
            thread.start()

    def lane(
        self,
        deliver: Callable[[Decoded], None],
        drop: Callable[[FrameReceived], None],
        ready: Callable[[], object] | None = None,
    ) -> "Lane":
        """Return a camera's way through the pool; all callables are called in the loop's thread.

        Without `ready`, everything is decoded in the pool's threads.
        """
        return Lane(self, deliver, drop, ready)

    def is_quick(self, received: FrameReceived) -> bool:
        """Whether the loop's thread had better decode it by itself, when it is painted."""
        frame = received.frame
        return frame.codec == JPEG and len(frame.payload) <= QUICK_BYTES and not self._own.is_spent

    def decode_here(self, lane: "Lane") -> Decoded | None:
        """Decode the next frame of `lane` now, in the loop's thread."""
        began = self._loop.time()
        decoded = lane.work()
        self._own.spend(self._loop.time() - began)
        return decoded

    def submit(self, lane: "Lane") -> None:
        """Let a thread work for `lane` when one is free."""
        self._due.put(lane)

    def close(self) -> None:
        """End the threads; what is in work is finished and thrown away."""
        self._is_closed = True
        for _ in self._threads:
            self._due.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while (lane := self._due.get()) is not None and not self._is_closed:
            self._finished.append((lane, lane.work()))
            if not (self._look_is_due or self._is_closed):
                self._look_is_due = True
                self._loop.call_soon_threadsafe(self._look)

    def _look(self) -> None:
        if self._is_closed:
            return
        # A thread that finishes after the flag is down wakes the loop; what was finished before is seen here.
        now = self._loop.time()
        is_busy, self._looked = now - self._looked < BUSY_SECONDS, now
        self._look_is_due = is_busy and bool(self._finished)
        if self._look_is_due:
            self._loop.call_later(LOOK_SECONDS, self._look)
        self._collect()

    def _collect(self) -> None:
        while self._finished and not self._is_closed:
            lane, decoded = self._finished.popleft()
            try:
                lane.finished(decoded)
            except Exception:
                # What other cameras are owed is delivered all the same.
                self._loop.call_soon(self._collect)
                raise


class Lane:
    """One camera's frames: one in work, and a chain of those that wait.

    `deliver` takes what was decoded, `drop` what will not be; `ready` tells that `take` would decode something.
    """

    def __init__(
        self,
        pool: DecodePool,
        deliver: Callable[[Decoded], None],
        drop: Callable[[FrameReceived], None],
        ready: Callable[[], object] | None = None,
    ) -> None:
        self.place: Place | None = None
        """Where the pictures are shown: they need not be larger. None: in their full size."""
        self._pool = pool
        self._deliver = deliver
        self._drop = drop
        self._ready = ready
        self._is_due = False
        self.is_held = False
        """Whether a frame waits for `take`."""
        self._chain = Chain()
        self._decoders: dict[str, Decoder] = {}

    def put(self, received: FrameReceived) -> None:
        """Take a frame that arrived."""
        for outdated in self._chain.put(received):
            self._drop(outdated)
        if self._is_due:
            return
        # Without a place nobody paints it, and who takes pictures then wants to be told only of good ones.
        self.is_held = self._ready is not None and self.place is not None and self._pool.is_quick(received)
        if self.is_held and self._ready is not None:
            self._ready()
        else:
            self._go_on()

    def take(self) -> Decoded | None:
        """Decode the frame that waits for it, now; None if none does. In the loop's thread."""
        if not self.is_held:
            return None
        self.is_held = False
        return self._pool.decode_here(self)

    def restart(self) -> None:
        """Forget what is waiting or in work: it belongs to an earlier life of the camera."""
        self.is_held = False
        self._chain = Chain()

    def must_ask_for_keyframe(self, now: float) -> bool:
        """Whether nothing can be decoded before a keyframe, and it is time to ask for one."""
        return self._chain.must_ask(now)

    def work(self) -> Decoded | None:
        """Decode the next frame, in the calling (decode) thread; None if there is none any more. Never raises."""
        chain = self._chain
        received = chain.take()
        if received is None:
            return None
        frame, picture, trouble = received.frame, None, ""
        try:
            decoder = self._decoder(frame.codec)
            pixels = decoder.decode(frame, self.place)
            picture = Picture(pixels, frame.sequence, received.captured, received.uncertainty, decoder.sent_as)
        except DecodeError as error:
            trouble = str(error)
        except Exception as error:
            log.exception("The decoder of %s failed", frame.codec)
            trouble = f"pictures that cannot be decoded ({error})"
        return Decoded(received, picture, trouble, chain)

    def finished(self, decoded: Decoded | None) -> None:
        """Hand a result up and go on with the frame that waits."""
        if decoded is None or decoded.chain is not self._chain:
            self._go_on()
            return
        if decoded.picture is None:
            for undecodable in self._chain.failed(decoded.received):
                self._drop(undecodable)
        self._go_on()
        self._deliver(decoded)

    def _go_on(self) -> None:
        self._is_due = self._chain.is_waiting
        if self._is_due:
            self._pool.submit(self)

    def _decoder(self, codec: str) -> Decoder:
        if codec not in self._decoders:
            known = decoders.registered()
            if codec not in known:
                raise DecodeError(f"pictures as “{codec[:40]}”, which this viewer cannot decode. Update the viewer")
            self._decoders[codec] = known[codec]()
        return self._decoders[codec]
