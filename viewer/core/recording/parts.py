"""A recording on disk: one part after the other. In the writer's thread, but for what it is made with."""

import errno
import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from pathlib import Path

from viewer.core.recording.cost import free_bytes
from viewer.core.recording.matroska import NoPicture
from viewer.core.recording.part import Part, Recorded
from viewer.core.recording.readable import Readable
from viewer.core.recording.spoken import Spoken
from viewer.core.recording_names import camera_folder, first_stem, stem_of_part

log = logging.getLogger(__name__)

LOOK_SECONDS = 1.0
"""So often it is looked whether the file is still there, and whether the disk has room."""

NOTHING_SECONDS = 10.0
"""A recording for which nothing but what is no picture has come for so long is none."""
MOST_EARLY = 1000


@dataclass(frozen=True, slots=True)
class Bounds:
    """When a part ends: after so many seconds, or bytes; 0: not for that. `spare_bytes` are left free on the disk."""

    seconds: float = 0.0
    bytes: int = 0
    spare_bytes: int = 0


@dataclass(slots=True)
class Written:
    """What is on disk: the files, and how much is in them."""

    files: list[Path] = field(default_factory=list)
    frames: int = 0
    bytes: int = 0
    seconds: float = 0.0
    is_lost: bool = False
    """Whether there was more, which is gone."""
    free: int | None = None
    """Bytes that were free on the disk when it was last looked at; None before that."""


class Parts:
    """Begins a part at the first keyframe, and the next where the bounds are reached, or one cannot hold what comes.

    `wants_keyframe()` is called when a part is full and the next frames build on those before; `failed(error)` once,
    when nothing more can be written. Both in the writer's thread.
    """

    def __init__(
        self,
        folder: Path,
        key: str,
        name: str,
        bounds: Bounds,
        wants_keyframe: Callable[[], object],
        failed: Callable[[OSError], object],
    ) -> None:
        """`folder` is that of all recordings, `key` and `name` are the camera's, as far as they are known by now."""
        self.written = Written()
        self._folder = self._place = folder
        self._key = key
        self._name = name
        self._bounds = bounds
        self._wants_keyframe = wants_keyframe
        self._failed = failed
        self._readable = Readable()
        self._part: Part | None = None
        self._ended: list[Part] = []
        self._stem = ""
        self._has_failed = False
        self._looked = -inf
        self._nothing_since = inf
        self._early: deque[tuple[Spoken, int]] = deque(maxlen=MOST_EARLY)

    def named(self, name: str) -> None:
        """The camera is called so. What has begun under another name goes on under that."""
        if not self._stem:
            self._name = name

    def write(self, recorded: Recorded) -> None:
        """Add a frame."""
        self._guarded(self._write, recorded)

    def say(self, spoken: Spoken, time_ns: int) -> None:
        """Add a line of then (UTC); before the first frame it waits for that."""
        if self._part is None:
            self._early.append((spoken, time_ns))
        else:
            self._guarded(self._part.say, spoken, time_ns)

    def close(self) -> None:
        """End the last part."""
        self._guarded(self._end_part)
        self._forget_what_is_gone()

    def _guarded(self, deed: Callable[..., object], *words: object) -> None:
        if self._has_failed:
            return
        try:
            deed(*words)
        except OSError as error:
            log.warning("A recording of %s ended: %s", self._name, error)
            self._has_failed = True
            part, self._part = self._part, None
            if part is not None:
                part.discard()
                self._count(part)
            self._forget_what_is_gone()
            self._failed(error)

    def _write(self, given: Recorded) -> None:
        recorded = self._readable.of(given)
        if recorded is None:
            self._see_nothing(given)
            return
        self._look()
        if self._part is None or self._must_split(self._part, recorded):
            if not recorded.frame.keyframe:
                return
            self._end_part()
            if not self._begin_part(recorded):
                self._see_nothing(given)
                return
        assert self._part is not None
        self._part.write(recorded)

    def _see_nothing(self, given: Recorded) -> None:
        self._nothing_since = min(self._nothing_since, given.captured_ns)
        if not self.written.files and given.captured_ns - self._nothing_since > 1e9 * NOTHING_SECONDS:
            raise OSError(errno.EILSEQ, "no picture")

    def _must_split(self, part: Part, recorded: Recorded) -> bool:
        if not part.kind.holds(recorded.kind):
            return True
        seconds, size = self._bounds.seconds, self._bounds.bytes
        is_full = (seconds and recorded.captured_ns - part.started_ns >= 1e9 * seconds) or (size and part.bytes >= size)
        if is_full and not recorded.frame.keyframe:
            # Until one comes, this part goes on.
            self._wants_keyframe()
        return bool(is_full and recorded.frame.keyframe)

    def _begin_part(self, first: Recorded) -> bool:
        if not self._stem:
            self._place = camera_folder(self._folder, self._name)
            self._stem = first_stem(self._place, first.captured_ns)
        stem = stem_of_part(self._stem, len(self.written.files) + 1)
        try:
            self._part = Part(self._place / stem, first, self._key, self._name)
        except NoPicture:
            # Another may come.
            return False
        except ValueError as error:
            # No file can be called so.
            raise OSError(errno.EINVAL, str(error)) from error
        self.written.files.append(self._part.path)
        while self._early:
            self._part.say(*self._early.popleft())
        return True

    def _end_part(self) -> None:
        part = self._part
        if part is None:
            return
        part.require_place()
        part.close()
        self._part = None
        self._count(part)

    def _count(self, part: Part) -> None:
        if part.frames:
            self._ended.append(part)
        else:
            self.written.files.remove(part.path)
        self.written.frames += part.frames
        self.written.bytes += part.bytes
        self.written.seconds += part.seconds

    def _forget_what_is_gone(self) -> None:
        for part in self._ended:
            if part.path in self.written.files and not part.path.exists():
                self.written.is_lost = True
                self.written.files.remove(part.path)
                self.written.frames -= part.frames
                self.written.bytes -= part.bytes
                self.written.seconds -= part.seconds

    def _look(self) -> None:
        now = time.monotonic()
        if now - self._looked < LOOK_SECONDS:
            return
        self._looked = now
        if self._part is not None:
            self._part.require_place()
        self.written.free = free = free_bytes(self._place)
        if free is not None and free < self._bounds.spare_bytes:
            raise OSError(errno.ENOSPC, "as good as full")
