"""One camera that is being recorded: what came, with its time, on its way to the writer. In the loop's thread."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from camwire.events import FrameReceived
from camwire.frame import EncodedFrame
from viewer.core.decoders.h264 import H264
from viewer.core.recording.before import Before
from viewer.core.recording.part import Kind, Recorded
from viewer.core.recording.parts import Bounds, Parts, Written
from viewer.core.recording.spoken import Spoken
from viewer.core.recording.unbroken import Unbroken
from viewer.core.recording.writer import Writer
from viewer.core.sessions.session import Session

SETTLE_SECONDS = 1.0
"""How long a recording waits for the first picture in full size, lest its first part be a few pictures of the wall."""
SLEPT_NS = 2_000_000_000


class Recording:
    """Begins when it is made. `ended(recording)` is called once, when its files are closed or cannot be written."""

    def __init__(
        self,
        session: Session,
        writer: Writer,
        folder: Path,
        bounds: Bounds,
        is_full_size: bool,
        clock: Callable[[], float],
        utc_offset_ns: int,
        ended: Callable[["Recording"], object],
    ) -> None:
        """`clock` is monotonic, in seconds; with `utc_offset_ns` (nanoseconds) its times are UTC's."""
        self.session = session
        self.folder = folder
        """That of all recordings when it began."""
        self.missed = 0
        """Frames that the disk was too slow for, or that could not be decoded without one that is missing."""
        self.error: OSError | None = None
        """Why it ended, if nobody ended it."""
        self.began = clock()
        self._loop = asyncio.get_running_loop()
        self._writer = writer
        self._clock = clock
        self._is_full_size = is_full_size
        self._offset_ns = utc_offset_ns
        self._ended = ended
        self._has_begun = self._has_deltas = self._is_over = False
        self._unbroken = Unbroken()
        self._parts = Parts(
            folder, session.identity.key, session.name, bounds, self._keyframe_is_wanted, self._writing_failed
        )
        session.record(self.take, is_full_size)

    @property
    def written(self) -> Written:
        """What is on disk. It is the writer's until this is over."""
        return self._parts.written

    def begin_with(self, before: Before) -> None:
        """Let it begin with what came before it, all of which is in memory already: leaving it out saves nothing."""
        frames = before.frames
        for came, received in frames:
            self._take(received, came, is_kept=True)
        since = frames[0][0] if frames else self.began
        for said, spoken in before.spoken:
            if said >= since:
                self._say(spoken, said)

    def take(self, received: FrameReceived) -> None:
        """A frame has come now."""
        self._take(received, self._clock())

    def say(self, spoken: Spoken) -> None:
        """Add a line that is said now, by the clock of the pictures: the computer's may be set meanwhile."""
        self._look_at_clock()
        self._say(spoken, self._clock())

    def stop(self) -> None:
        """Write what is still to be written, and end. May be repeated."""
        if not self._is_over:
            self._stop()
            self._writer.put(self._close)

    def _say(self, spoken: Spoken, said: float) -> None:
        if not self._is_over:
            self._writer.put(self._parts.say, spoken, self._utc_ns(said), size=len(spoken.text))

    def _take(self, received: FrameReceived, came: float, is_kept: bool = False) -> None:
        """`is_kept`: it was in memory already, within bounds of its own."""
        if self._is_over:
            return
        frame = received.frame
        if not self._has_begun and self._is_yet_too_small(frame, came):
            return
        if not self._unbroken.takes(frame, came):
            # Before the first keyframe nothing is missed.
            self.missed += self._has_begun
        elif self._writer.is_behind and not is_kept:
            self.missed += 1
            self._unbroken.break_off()
        else:
            if not self._has_begun:
                # Before it is here, a camera may be known by its address alone.
                self._has_begun = True
                self._writer.put(self._parts.named, self.session.name)
            self._keep_to(frame.codec)
            self._look_at_clock()
            captured = came if received.captured is None else received.captured
            kind = Kind(frame.codec, frame.width, frame.height)
            recorded = Recorded(frame, kind, self._utc_ns(captured), received.uncertainty)
            self._writer.put(self._parts.write, recorded, size=0 if is_kept else memoryview(frame.payload).nbytes)
        if self._unbroken.must_ask(came):
            self.session.ask_for_keyframe()

    def _is_yet_too_small(self, frame: EncodedFrame, came: float) -> bool:
        """Whether the camera may just not have heard that it is to send its full size."""
        width, _ = self.session.own_size
        return self._is_full_size and frame.width < width and 0 <= came - self.began < SETTLE_SECONDS

    def _keep_to(self, codec: str) -> None:
        """As a link gets worse and better, a camera goes to and fro between its codecs, and each time a part begins.
        The one that is good for poor links goes on."""
        if codec == H264 and not self._has_deltas:
            self._has_deltas = True
            self.session.record(self.take, self._is_full_size, H264)

    def _look_at_clock(self) -> None:
        """While the computer sleeps, the monotonic clock may stand still: what comes then is that much later."""
        offset_ns = time.time_ns() - round(1e9 * self._clock())
        if offset_ns - self._offset_ns > SLEPT_NS:
            self._offset_ns = offset_ns

    def _utc_ns(self, seconds: float) -> int:
        return round(1e9 * seconds) + self._offset_ns

    def _stop(self) -> None:
        self._is_over = True
        self.session.stop_recording(self.take)

    # In the writer's thread

    def _close(self) -> None:
        self._parts.close()
        self._in_loop(self._closed)

    def _keyframe_is_wanted(self) -> None:
        self._in_loop(self._ask_soon)

    def _writing_failed(self, error: OSError) -> None:
        self._in_loop(self._failed, error)

    def _in_loop(self, what: Callable[..., object], *words: object) -> None:
        # The loop may have ended meanwhile.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(what, *words)

    # What it tells

    def _ask_soon(self) -> None:
        if not self._is_over and self._unbroken.must_ask(self._clock(), is_wanted=True):
            self.session.ask_for_keyframe()

    def _failed(self, error: OSError) -> None:
        self.error = error
        if not self._is_over:
            self._stop()
            self._closed()

    def _closed(self) -> None:
        self._ended(self)
