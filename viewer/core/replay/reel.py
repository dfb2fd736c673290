"""One recording opened: all its parts on one clock, which is the time of day at which its pictures were captured."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from camwire.translation import tr
from viewer.core.decoders.base import DecodeError
from viewer.core.pictures.wanting import Place
from viewer.core.replay.frames import Part
from viewer.core.replay.matroska import NotMatroska
from viewer.core.replay.recorded import Recorded, started

GAP_NS = 2_000_000_000
"""Without a picture for so long, there is a gap: a picture does not stand for what came after it for ever."""


class Reel:
    """Frames are numbered through all parts. Opened and decoded in one thread; times may be asked for in another."""

    def __init__(self, recorded: Recorded) -> None:
        """Reads where every frame is. What cannot be read is left out: see `trouble`."""
        self.recorded = recorded
        self.trouble = ""
        """Why there is nothing to be seen, or not all of it; a sentence."""
        self._parts: list[Part] = []
        for path in recorded.parts:
            try:
                part = Part(path, 0)
            except (OSError, NotMatroska):
                self.trouble = tr("{name} cannot be read. It is damaged, or it is no recording.", name=path.name)
                continue
            try:
                part.read_on()
            except OSError as error:
                self.trouble = tr("{name} cannot be read ({why}).", name=path.name, why=error.strerror)
            if part.file.times:
                part.started_ns = started(part.file)
                self._parts.append(part)
            else:
                part.close()
        self._parts.sort(key=lambda part: part.started_ns)
        if not self._parts and not self.trouble:
            self.trouble = tr("There is no picture in this recording.")
        self.times: list[int] = [part.time_ns(number) for part in self._parts for number in range(len(part.file.times))]
        """When each frame was captured (UTC, ns), ascending."""
        self._firsts = self._counted()
        self._put_in_order()

    def __len__(self) -> int:
        return len(self.times)

    @property
    def begin_ns(self) -> int:
        """When its first frame was captured."""
        return self.times[0] if self.times else self.recorded.started_ns

    @property
    def end_ns(self) -> int:
        """When its last frame was captured."""
        return self.times[-1] if self.times else self.begin_ns

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Between which times there are pictures, with gaps left out."""
        if not self.times:
            return []
        times = np.asarray(self.times)
        breaks = np.flatnonzero(np.diff(times) > GAP_NS)
        begins, ends = [0, *(breaks + 1)], [*breaks, len(times) - 1]
        return [(int(times[a]), int(times[b])) for a, b in zip(begins, ends, strict=True)]

    def frame_at(self, time_ns: int) -> int | None:
        """The frame that was the newest one then; None before the first, or in a gap."""
        number = bisect_right(self.times, time_ns) - 1
        if number < 0 or time_ns - self.times[number] > GAP_NS:
            return None
        return number

    def after(self, time_ns: int) -> int | None:
        """When the first frame after a time was captured; None if there is none."""
        number = bisect_right(self.times, time_ns)
        return self.times[number] if number < len(self.times) else None

    def before(self, time_ns: int) -> int | None:
        """When the last frame before a time was captured; None if there is none."""
        number = bisect_left(self.times, time_ns) - 1
        return self.times[number] if number >= 0 else None

    def decode(
        self, number: int, place: Place | None = None, is_wanted: Callable[[], bool] = lambda: True
    ) -> npt.NDArray[np.uint8] | None:
        """The pixels of a frame: see `Part.decode`. Raises DecodeError with a sentence."""
        index = bisect_right(self._firsts, number) - 1
        try:
            return self._parts[index].decode(number - self._firsts[index], place, is_wanted)
        except OSError as error:
            raise DecodeError(tr("The recording cannot be read any more ({why}).", why=error.strerror)) from error
        except ValueError as error:
            raise DecodeError(tr("The recording is closed.")) from error

    def read_on(self) -> int:
        """Take what was written since; return how many frames that is. Raises OSError."""
        if not self._parts:
            return 0
        last = self._parts[-1]
        known = len(last.file.times)
        fresh = last.read_on()
        self.times += [last.time_ns(number) for number in range(known, known + fresh)]
        return fresh

    def close(self) -> None:
        """Let go of the files."""
        for part in self._parts:
            part.close()

    def _counted(self) -> list[int]:
        firsts, count = [], 0
        for part in self._parts:
            firsts.append(count)
            count += len(part.file.times)
        return firsts

    def _put_in_order(self) -> None:
        """A clock that was set back while recording must not turn the order of frames around."""
        for number in range(1, len(self.times)):
            if self.times[number] < self.times[number - 1]:
                self.times[number] = self.times[number - 1]
