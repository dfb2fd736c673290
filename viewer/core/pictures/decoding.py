"""The decode pool. Newest wins: one frame in work per camera, chosen from its chain when a thread is free for it.

A JPEG for a tile is not worth a thread, as long as the loop's own has time: to hand it over and back takes half as long
as to decode a small one. It waits until the painter takes it, and is decoded then; what nobody paints is not even
decoded. Larger pictures, and those for which the loop's share of its time is spent, go to the threads.

Decode threads touch only what `_work` and `Lane.work` do: the queue of lanes, `Chain.take`, the deque of finished work,
the flag that the loop will poll by itself, and the lane's decoders (a lane has one frame in work at most). They wake
the loop only after a pause: on a busy wall it polls every few milliseconds, however many pictures became ready.
"""

import asyncio
import os
import threading
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue

from camwire.events import FrameReceived
from viewer.core.pictures.lane import Decoded, Lane
from viewer.core.pictures.time_budget import TimeBudget

MAX_THREADS = 4
# Well below what a screen needs for a picture. A wake-up for each would take as long as to paint it.
POLL_SECONDS = 0.012
# A wall on which pictures become ready more rarely is not busy.
BUSY_SECONDS = 0.015
# About 2 ms of decoding on a desktop computer.
QUICK_BYTES = 256_000
QUICK_PIXELS = 2_500_000
QUICK_SHARE = 0.25


class DecodePool:
    """A few threads shared by all cameras."""

    def __init__(self, loop: asyncio.AbstractEventLoop, threads: int | None = None) -> None:
        self._loop = loop
        self._due: SimpleQueue[Lane | None] = SimpleQueue()
        self._finished: deque[tuple[Lane, Decoded | None]] = deque()
        self._poll_is_due = False
        self._polled = 0.0
        self._is_closed = False
        self._budget = TimeBudget(QUICK_SHARE, loop.time)
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
    ) -> Lane:
        """Return a camera's way through the pool; all callables are called in the loop's thread."""
        return Lane(self, deliver, drop, ready)

    def has_time_for(self, size: int, pixels: int) -> bool:
        """Whether the loop's thread had better decode that by itself: `size` bytes that hold so many pixels."""
        return size <= QUICK_BYTES and pixels <= QUICK_PIXELS and self._budget.has_time()

    def decode_here(self, lane: Lane) -> Decoded | None:
        """Decode the next frame of `lane` now, in the loop's thread."""
        began = self._loop.time()
        decoded = lane.work()
        self._budget.spend(self._loop.time() - began)
        return decoded

    def submit(self, lane: Lane) -> None:
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
            if not (self._poll_is_due or self._is_closed):
                self._poll_is_due = True
                self._loop.call_soon_threadsafe(self._poll)

    def _poll(self) -> None:
        if self._is_closed:
            return
        # A thread that finishes after the flag is down wakes the loop; what was finished before is collected here.
        now = self._loop.time()
        is_busy, self._polled = now - self._polled < BUSY_SECONDS, now
        self._poll_is_due = is_busy and bool(self._finished)
        if self._poll_is_due:
            self._loop.call_later(POLL_SECONDS, self._poll)
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
