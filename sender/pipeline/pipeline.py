"""From source to frames in two threads; the newest wins at every step, and every drop has a name.

capture thread: `Source.read` → slot of one → encode thread: `Renditions.encode` → the loop: `publish`. Nothing else
here runs off the loop, and these threads touch nothing but what is in this file and in `encoding`. What the loop wants
of the source is asked of the capture thread, which answers between two pictures.
"""

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from camwire.errors import UsageError
from sender.asked import Size
from sender.encoders import encoder_for
from sender.errors import SourceError
from sender.pictures.capture import Capture
from sender.pictures.look import Look
from sender.pictures.rates import RateLimit, RateMeter
from sender.pipeline.encoding import Encoding
from sender.pipeline.filtering import Filtering
from sender.pipeline.reading import Phase, Reading
from sender.pipeline.rendition import Demand, Frames, Rendition
from sender.pipeline.renditions import MakeEncoder
from sender.requests import Requests, within
from sender.sources.base import Source
from sender.threads import Threads

log = logging.getLogger(__name__)

T = TypeVar("T")
# A driver that hangs is left behind, and so is a huge picture that is still being encoded: nothing is lost with it.
SOURCE_SECONDS, ENCODE_SECONDS = 0.5, 0.2
# A driver, or a disk of the network, may hang while a source is opened: longer than it takes to be sure of that.
PATIENT_SECONDS = 12.0
# A driver may keep the capture thread for the time-out of one read.
ANSWER_SECONDS = 6.0
PICTURE_SECONDS = 5.0
RESTART_SECONDS = 15.0


class Pipeline:
    """Runs `source` and its encoders, and hands the frames of each picture to `publish` on the loop.

    The loop says by `want` what viewers would have; `publish` says it again, as each frame uses credit up.
    `on_size(width, height)` is called on the loop when frames in full size begin to have another.
    `drops` counts by cause: `rate`, `encode-busy`, `no-credit`, `not-due`, `damaged`,
    `encode-failed`.
    """

    def __init__(
        self,
        source: Source,
        look: Look,
        fps: float | None,
        publish: Callable[[Frames], None],
        on_size: Callable[[int, int], None],
        make_encoder: MakeEncoder = encoder_for,
        filtering: Filtering | None = None,
    ) -> None:
        # Each count is written by one thread only.
        self.drops = {"rate": 0, "encode-busy": 0, "no-credit": 0, "not-due": 0, "damaged": 0, "encode-failed": 0}
        self.captured = RateMeter()
        """Pictures that the source gave, before any was dropped."""
        self.fps = fps
        """At most so many pictures a second; None is as many as the source gives."""
        self.picture_size: Size | None = None
        """The size of the pictures the source gives, and the filters make of them; None before the first."""
        self.has_own_jpeg = False
        """Whether the source gives JPEG itself, and no filter changes it."""
        self._source = source
        self._source_size: Size | None = None
        self._limit = RateLimit(fps)
        self._on_size = on_size
        self._requests: Requests[Reading] = Requests()
        self._lookers: Requests[Capture] = Requests()
        self.on_trouble: Callable[[], None] = lambda: None
        """Called on the loop when the source loses its pictures, finds them, or says otherwise why there are none."""
        self._threads, self._encoders = Threads(), Threads()
        self._reading = Reading(source, self._requests, lambda: self._threads.on_loop(self.on_trouble))
        self._filtering = filtering or Filtering()
        self._encoding = Encoding(make_encoder, look, self.drops, self._encoders.on_loop, publish, self._filtering)

    async def start(self, is_patient: bool = False) -> None:
        """Open the source and begin. Raises SourceError when it cannot be opened; the patient try until it can.

        They do not wait for one that hangs while it is opened: `trouble` says so.
        """
        self._is_patient = is_patient
        self._opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._threads.start(capture=self._capture)
        self._encoders.start(encode=self._encoding.run)
        if not is_patient:
            await self._opened
            return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._opened, PATIENT_SECONDS)

    def want(self, demands: tuple[Demand, ...]) -> None:
        """Say what all viewers would have now. What is due for nobody is dropped unencoded."""
        self._encoding.demands = demands

    async def stop(self) -> None:
        """End both threads; waits for them half a second at most. Nothing is published after it."""
        stopping = UsageError("The camera is stopping.")
        self._requests.refuse(stopping)
        self._lookers.refuse(stopping)
        self._filtering.lookers.refuse(stopping)
        self._source.interrupt()
        self._encoding.close()
        has_let_go, _ = await asyncio.gather(self._threads.join(SOURCE_SECONDS), self._encoders.join(ENCODE_SECONDS))
        if not has_let_go:
            log.warning("The source does not let go: %s. Leaving it behind.", self._source.describe())

    @property
    def encoded(self) -> int:
        """So many pictures have become frames."""
        return self._encoding.encoded

    @property
    def look(self) -> Look:
        """How pictures go out at best. May be changed at any time."""
        return self._encoding.look

    @look.setter
    def look(self, look: Look) -> None:
        self._encoding.look = look

    @property
    def renditions(self) -> Counter[Rendition]:
        """The renditions in force, each with the number of viewers that have it."""
        own = self.picture_size
        return Counter() if own is None else Counter(each.rendition(self.look, own) for each in self._encoding.demands)

    @property
    def trouble(self) -> str:
        """Why no pictures come or go out, as a sentence; empty while they do."""
        # Who hangs with pictures of a camera's own memory stops that camera, too.
        is_held_up = self._encoding.hangs or not self._reading.trouble
        return self._encoding.trouble if is_held_up else self._reading.trouble

    @property
    def hangs(self) -> bool:
        """Whether the source is open, and has given neither pictures nor a reason for far too long; or is encoding."""
        return self.is_encoding_stuck or self._reading.hangs

    @property
    def is_encoding_stuck(self) -> bool:
        """Whether an encoder or a filter has been at one picture for far too long."""
        return self._encoding.hangs

    @property
    def is_lost(self) -> bool:
        """Whether the source is away, and opened again until it is back."""
        return self._reading.phase is Phase.LOST

    @property
    def has_ended(self) -> bool:
        """Whether the source has given all that it had."""
        return self._reading.has_ended

    @property
    def stepped_ns(self) -> int:
        """When opening a lost source got a step further last, on the clock of `time.monotonic_ns`."""
        return self._reading.stepped_ns

    @property
    def silent_until_ns(self) -> int:
        """Until then a source that is slow on purpose gives no picture, on the clock of `time.monotonic_ns`."""
        return self._source.silent_until_ns

    @property
    def source_size(self) -> Size | None:
        """What a source that can choose was asked for since it began; None is its own size."""
        return self._source_size

    @property
    def size(self) -> Size | None:
        """The size of the largest frames; None before the first picture."""
        return self.look.size or self.picture_size

    @property
    def filters(self) -> str:
        """The filters in their order, in a few words; empty without any."""
        return str(self._filtering)

    def describe(self) -> str:
        """What the source is, in a few words."""
        return self._source.describe()

    async def ask(self, call: Callable[[Source], T]) -> T:
        """Have the capture thread do `call` with the source, between two pictures; return its answer.

        Raises what `call` raises, and UsageError when the source is away or does not come back in time.
        """
        return await self._answered(lambda reading: reading.ask(call), ANSWER_SECONDS)

    async def set_fps(self, fps: float | None) -> None:
        """Let at most `fps` pictures a second pass; None is as many as the source gives. Raises UsageError."""

        def change(_: Reading) -> None:
            self._source.prefer_fps(fps)
            self.fps, self._limit = fps, RateLimit(fps)

        await self._answered(change, ANSWER_SECONDS)

    async def enlarge(self, size: Size) -> None:
        """Open a source that can choose again, with pictures of `size`.

        Raises UsageError where that cannot be; then it gives pictures as before.
        """

        def change(reading: Reading) -> None:
            if self._source.prefer_size(size):
                reading.begin_otherwise(lambda: self._source.prefer_size(self._source_size))
                self._source_size = size

        await self._answered(change, RESTART_SECONDS)

    async def take_own_size(self) -> None:
        """Open the source again with its own size, if it was told another. Raises UsageError."""

        def change(reading: Reading) -> None:
            if self._source_size is not None:
                self._source_size = None
                self._source.prefer_size(None)
                reading.begin_anew()

        await self._answered(change, RESTART_SECONDS)

    async def restart(self) -> Capture:
        """Close the source and open it again; return its first picture then. Raises UsageError."""

        def begin_anew(reading: Reading) -> "Future[Capture]":
            self.captured.clear()
            self._limit = RateLimit(self.fps)
            reading.begin_anew()
            return self._lookers.ask(lambda capture: capture)

        first = await self._answered(begin_anew, RESTART_SECONDS)
        try:
            return await self._seen(first)
        except UsageError as error:
            raise UsageError(f"The source was closed and opened again. {error}") from None

    async def next_picture(self) -> Capture:
        """Return the next picture as viewers get it, in full size, whether or not anybody watches. Raises UsageError.

        That it is flipped, or encoded, comes later.
        """
        if self._reading.phase in (Phase.ENDED, Phase.CLOSED):
            raise UsageError(f"There is no picture. {self._reading.trouble}")
        lookers = self._filtering.lookers if self._filtering else self._lookers
        return await self._seen(lookers.ask(lambda capture: capture))

    async def _seen(self, looker: "Future[Capture]") -> Capture:
        try:
            return await within(PICTURE_SECONDS, looker)
        except TimeoutError:
            why = self._reading.trouble or self._filtering.trouble
            told = f"No picture has come for {PICTURE_SECONDS:.0f} seconds. {why}"
            raise UsageError(told.strip()) from None

    async def _answered(self, call: Callable[[Reading], T], seconds: float) -> T:
        future = self._requests.ask(call)
        self._source.call()
        try:
            return await within(seconds, future)
        except TimeoutError:
            end = "Nothing was changed." if future.cancelled() else "It is still at work; look again later."
            raise UsageError(
                f"The source has not answered for {seconds:.0f} seconds: {self.describe()}. {end}"
            ) from None

    def _capture(self) -> None:
        """The capture thread."""
        self._reading.begin()
        try:
            self._source.open()
        except Exception as error:
            if not (self._is_patient and isinstance(error, SourceError)):
                self._source.close()
                self._threads.on_loop(self._report_opened, error)
                return
            self._reading.not_opened(error)
        self._threads.on_loop(self._report_opened, None)
        try:
            self._read_all()
        except Exception:
            log.exception("The source failed: %s. The camera stays up without new pictures.", self._source.describe())
        finally:
            self._source.close()

    def _read_all(self) -> None:
        size: Size | None = None
        for capture in self._reading.captures():
            self.captured.count()
            self._lookers.answer(capture)
            if not self._limit.passes(capture.capture_time_ns) and not self._filtering.is_looked_at:
                self.drops["rate"] += 1
                continue
            self.picture_size = self._filtering.size(capture.size)
            self.has_own_jpeg = capture.jpeg is not None and not self._filtering
            if size != (now := self.look.size or self.picture_size):
                size = now
                self._threads.on_loop(self._on_size, *size)
            self._encoding.put(capture)

    def _report_opened(self, error: Exception | None) -> None:
        if self._opened.done():
            if error is not None:
                log.error("The source failed: %s. %s", self._source.describe(), error)
            return
        if error is None:
            self._opened.set_result(None)
        else:
            self._opened.set_exception(error)
