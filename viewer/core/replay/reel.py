"""One recording opened: all its parts on one clock, which is the time of day at which its pictures were captured."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from camwire.translation import tr
from viewer.core.pictures.wanting import Place
from viewer.core.replay.frames import NotShown, Part
from viewer.core.replay.matroska import NotMatroska
from viewer.core.replay.recorded import Recorded, following, started

Times: TypeAlias = npt.NDArray[np.int64]
GAP_NS = 2_000_000_000
"""Without a picture for so long, there is a gap: a picture does not stand for what came after it for ever."""


class Reel:
    """Frames are numbered through all parts. Opened and decoded in one thread; times may be asked for in another."""

    def __init__(self, recorded: Recorded, is_wanted: Callable[[], bool] = lambda: True) -> None:
        """Reads where every frame is, as long as it `is_wanted`. What cannot be read is left out: see `trouble`."""
        self.recorded = recorded
        self.trouble = ""
        """Why there is nothing to be seen, or not all of it; a sentence."""
        self._parts: list[Part] = []
        self._empty: list[Path] = []
        """Parts in which there was no picture to be found."""
        for path in recorded.parts:
            self.trouble = self._add(path, is_wanted) or self.trouble
        self._parts.sort(key=lambda part: part.started_ns)
        if not self._parts and not self.trouble:
            self.trouble = tr("There is no picture in this recording.")
        self._firsts: list[int] = []
        self.times: Times = np.empty(0, np.int64)
        """When each frame was captured (UTC, ns), ascending. Never changed, but exchanged when there are more."""
        self._count()

    def __len__(self) -> int:
        return len(self.times)

    @property
    def begin_ns(self) -> int:
        """When its first frame was captured."""
        return int(self.times[0]) if len(self.times) else self.recorded.started_ns

    @property
    def end_ns(self) -> int:
        """When its last frame was captured."""
        return int(self.times[-1]) if len(self.times) else self.begin_ns

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Between which times there are pictures, with gaps left out."""
        times = self.times
        if not len(times):
            return []
        breaks = np.flatnonzero(np.diff(times) > GAP_NS)
        begins, ends = [0, *(breaks + 1)], [*breaks, len(times) - 1]
        return [(int(times[a]), int(times[b])) for a, b in zip(begins, ends, strict=True)]

    def frame_at(self, time_ns: int) -> int | None:
        """The frame that was the newest one then; None before the first, or in a gap."""
        times = self.times
        number = int(np.searchsorted(times, time_ns, "right")) - 1
        return number if number >= 0 and time_ns - times[number] <= GAP_NS else None

    def after(self, time_ns: int) -> int | None:
        """When the first frame after a time was captured; None if there is none."""
        times = self.times
        number = int(np.searchsorted(times, time_ns, "right"))
        return int(times[number]) if number < len(times) else None

    def before(self, time_ns: int) -> int | None:
        """When the last frame before a time was captured; None if there is none."""
        times = self.times
        number = int(np.searchsorted(times, time_ns, "left")) - 1
        return int(times[number]) if number >= 0 else None

    def decode(
        self, number: int, place: Place | None = None, is_wanted: Callable[[], bool] = lambda: True
    ) -> npt.NDArray[np.uint8] | None:
        """The pixels of a frame: see `Part.decode`. Raises NotShown with a sentence."""
        index = bisect_right(self._firsts, number) - 1
        try:
            return self._parts[index].decode(number - self._firsts[index], place, is_wanted)
        except OSError as error:
            raise NotShown(tr("The recording cannot be read any more ({why}).", why=error.strerror)) from error
        except ValueError as error:
            raise NotShown(tr("The recording is closed.")) from error

    def near(self, number: int) -> int:
        """A frame near that one, and before it, that is decoded quickly. In the thread that decodes."""
        index = bisect_right(self._firsts, number) - 1
        return self._firsts[index] + self._parts[index].near(number - self._firsts[index])

    def read_on(self) -> int:
        """Take what was written since, also to new parts; return how many frames that is. Raises OSError."""
        before = sum(len(part.file.times) for part in self._parts)
        # Where the next part is there, the one before is written to its end.
        while (path := following(self.recorded.parts[-1])).exists():
            self._read_last_on()
            self.recorded = replace(self.recorded, parts=(*self.recorded.parts, path))
            self._empty.append(path)
            self._read_empty_on()
        self._read_last_on()
        self._read_empty_on()
        fresh = sum(len(part.file.times) for part in self._parts) - before
        if fresh:
            # If there was nothing, there is something now.
            self.trouble = self.trouble if before else ""
            self._count()
        return fresh

    def close(self) -> None:
        """Let go of the files."""
        for part in self._parts:
            part.close()

    def _read_last_on(self) -> None:
        if self._parts:
            self._parts[-1].read_on()

    def _read_empty_on(self) -> None:
        waiting, self._empty = self._empty, []
        for path in waiting:
            self._add(path)

    def _add(self, path: Path, is_wanted: Callable[[], bool] = lambda: True) -> str:
        """Take a part, if there is a picture in it; return what is wrong with it."""
        try:
            part = Part(path, 0)
        except (OSError, NotMatroska):
            self._empty.append(path)
            return tr("{name} cannot be read. It is damaged, or it is no recording.", name=path.name)
        trouble = ""
        try:
            part.read_on(is_wanted)
        except OSError as error:
            trouble = tr("{name} cannot be read ({why}).", name=path.name, why=error.strerror)
        if part.file.times:
            part.started_ns = started(part.file)
            self._parts.append(part)
        else:
            self._empty.append(path)
            part.close()
        return trouble

    def _count(self) -> None:
        """Number the frames. A clock that was set back meanwhile must not turn their order around."""
        times = [np.array(part.file.times, np.int64) + part.started_ns for part in self._parts]
        self._firsts = [0, *np.cumsum([len(each) for each in times[:-1]]).tolist()] if times else []
        self.times = np.maximum.accumulate(np.concatenate(times)) if times else self.times
