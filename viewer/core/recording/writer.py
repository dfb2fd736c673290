"""The one thread that writes: recordings, snapshots, archives. It wakes a few times per second, not for each frame."""

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeAlias

log = logging.getLogger(__name__)

Work: TypeAlias = tuple[Callable[..., object], tuple[Any, ...], int]

BATCH_SECONDS = 0.2
"""A wake-up for each frame would take as long as to write it."""
STUCK_SECONDS = 1.0
MOST_WAITING_BYTES = 128_000_000
"""What may wait for a slow disk, of all recordings together."""


class Writer:
    """Does one thing after the other, in the order in which it was put. The thread begins with the first."""

    def __init__(self) -> None:
        self._work: SimpleQueue[Work | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._hurry = threading.Event()
        # Each is written by one thread only.
        self._put_bytes = self._done_bytes = self._done = 0

    @property
    def is_behind(self) -> bool:
        """Whether more waits than may."""
        return self._put_bytes - self._done_bytes > MOST_WAITING_BYTES

    def put(self, what: Callable[..., object], *words: Any, size: int = 0) -> None:
        """Let the thread call `what(*words)`, which holds `size` bytes in memory. From one thread only."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="recordings", daemon=True)
            self._thread.start()
        self._put_bytes += size
        self._work.put((what, words, size))

    def close(self) -> None:
        """Finish what was put, and end the thread. A disk on which nothing gets on for a second is not waited for."""
        if self._thread is None:
            return
        self._work.put(None)
        self._hurry.set()
        done = -1
        while self._thread.is_alive() and done != self._done:
            done = self._done
            self._thread.join(STUCK_SECONDS)
        if self._thread.is_alive():
            log.warning("What was still to be written is lost: the disk takes too long.")

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            what, words, size = work
            try:
                what(*words)
            except Exception:
                # Each recording fails alone, and tells so itself.
                log.exception("A mistake while writing")
            self._done_bytes += size
            self._done += 1
            del work, what, words
            if self._work.empty():
                self._hurry.wait(BATCH_SECONDS)
