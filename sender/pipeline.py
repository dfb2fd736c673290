"""From source to frame in two threads; the newest wins at every step, and every drop has a name.

capture thread: `Source.read` → slot of one → encode thread: `Encoder.encode` → the loop: `publish`. Nothing else here
runs off the loop, and these threads touch nothing but what is in this file.
"""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from camwire.frame import EncodedFrame
from sender.encoders.base import Encoder
from sender.reading import RateLimit, captures
from sender.sources.base import Capture, Source, SourceError

log = logging.getLogger(__name__)

T = TypeVar("T")
# A driver that hangs is left behind; its thread is a daemon.
JOIN_SECONDS = 0.5


class Slot(Generic[T]):
    """Room for one thing. A newer one takes the place of an older one that nobody fetched."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._item: T | None = None
        self._is_closed = False

    def put(self, item: T) -> bool:
        """Put `item` in. Returns True when an older one was lost by it."""
        with self._changed:
            has_replaced = self._item is not None
            self._item = item
            self._changed.notify()
            return has_replaced

    def take(self) -> T | None:
        """Wait for a thing and take it out; None once the slot is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._item is not None or self._is_closed)
            item, self._item = self._item, None
            return None if self._is_closed else item

    def close(self) -> None:
        """Wake who waits, for good."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()


class Pipeline:
    """Runs `source` and `encoder`, and hands each frame to `publish` on the loop.

    The loop says by `want` whether a viewer has credit; that is used up by each frame, and `publish` says it again.
    `on_size(width, height)` is called on the loop when pictures begin to have another size.
    `drops` counts by cause: `rate`, `encode-busy`, `no-credit`, `damaged`.
    """

    def __init__(
        self,
        source: Source,
        encoder: Encoder,
        fps: float | None,
        publish: Callable[[EncodedFrame], None],
        on_size: Callable[[int, int], None],
    ) -> None:
        self._is_wanted = False
        # Each count is written by one thread only.
        self.drops = {"rate": 0, "encode-busy": 0, "no-credit": 0, "damaged": 0}
        self.encoded = 0
        self._source = source
        self._encoder = encoder
        self._limit = RateLimit(fps)
        self._publish = publish
        self._on_size = on_size
        self._slot: Slot[Capture] = Slot()
        self._is_published = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, args=(each,), name=name, daemon=True)
            for each, name in ((self._capture, "capture"), (self._encode, "encode"))
        ]
        self._running = len(self._threads)
        self._all_ended = asyncio.Event()

    async def start(self) -> None:
        """Open the source and begin. Raises SourceError when it cannot be opened."""
        self._loop = asyncio.get_running_loop()
        self._opened: asyncio.Future[None] = self._loop.create_future()
        for thread in self._threads:
            thread.start()
        await self._opened

    def want(self, is_wanted: bool) -> None:
        """Say whether a frame would be sent to anybody now. While not, pictures are dropped unencoded."""
        self._is_wanted = is_wanted

    async def stop(self) -> None:
        """End both threads; waits for them `JOIN_SECONDS` at most. Nothing is published after it."""
        self._source.interrupt()
        self._slot.close()
        self._is_published.set()
        try:
            await asyncio.wait_for(self._all_ended.wait(), JOIN_SECONDS)
        except TimeoutError:
            log.warning("The source does not let go: %s. Leaving it behind.", self._source.describe())
            return
        for thread in self._threads:
            thread.join()

    def _run(self, work: Callable[[], None]) -> None:
        try:
            work()
        finally:
            self._on_loop(self._thread_ended)

    def _thread_ended(self) -> None:
        self._running -= 1
        if not self._running:
            self._all_ended.set()

    def _capture(self) -> None:
        """The capture thread."""
        try:
            self._source.open()
            self._on_loop(self._report_opened, None)
        except Exception as error:
            self._source.close()
            self._on_loop(self._report_opened, error)
            return
        try:
            self._read_all()
            if not self._source.is_interrupted:
                log.info("The source has ended: %s. The camera stays up without new pictures.", self._source.describe())
        except SourceError as error:
            log.error("%s The camera stays up without new pictures.", error)
        except Exception:
            log.exception("The source failed: %s. The camera stays up without new pictures.", self._source.describe())
        finally:
            self._source.close()

    def _read_all(self) -> None:
        size = (0, 0)
        for capture in captures(self._source):
            if not self._limit.passes(capture.capture_time_ns):
                self.drops["rate"] += 1
                continue
            if size != (capture.width, capture.height):
                size = (capture.width, capture.height)
                self._on_loop(self._on_size, *size)
            if self._slot.put(capture):
                self.drops["encode-busy"] += 1

    def _encode(self) -> None:
        """The encode thread."""
        while (capture := self._slot.take()) is not None:
            if not self._is_wanted:
                self.drops["no-credit"] += 1
                continue
            try:
                encoded = self._encoder.encode(capture)
            except ValueError as error:
                self.drops["damaged"] += 1
                log.debug("A picture could not be encoded: %s", error)
                continue
            self.encoded += 1
            frame = EncodedFrame(
                sequence=self.encoded,
                capture_time_ns=capture.capture_time_ns,
                codec=self._encoder.codec,
                width=encoded.width,
                height=encoded.height,
                payload=encoded.payload,
                layout=encoded.layout,
            )
            self._is_wanted = False
            self._is_published.clear()
            self._on_loop(self._publish_now, frame)
            # Until then it is not known whether the next one is wanted; the slot goes on taking newer ones.
            self._is_published.wait()

    def _publish_now(self, frame: EncodedFrame) -> None:
        try:
            self._publish(frame)
        finally:
            self._is_published.set()

    def _on_loop(self, call: Callable[..., None], *arguments: object) -> None:
        # The loop may be closed under a thread that was left behind.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call, *arguments)

    def _report_opened(self, error: Exception | None) -> None:
        if self._opened.done():
            return
        if error is None:
            self._opened.set_result(None)
        else:
            self._opened.set_exception(error)
