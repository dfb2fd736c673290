"""Whether a source that is open has been silent for too long: its driver, its disk or its network hangs."""

from collections import deque

from sender.pictures.rates import NANO

LEAST_NS = 10 * NANO
# A source may be slow. How slow, its last pictures tell.
TIMES, PICTURES = 3, 8


class Silence:
    """Times are in nanoseconds on one clock. `is_too_long` may be asked from any thread, the rest belongs to one."""

    def __init__(self) -> None:
        self._last_ns: int | None = None
        self._most_ns = LEAST_NS
        self._gaps: deque[int] = deque([0], PICTURES)

    def begin(self, now_ns: int) -> None:
        """The source has been opened: from now on it is waited for."""
        self._last_ns = now_ns

    def end(self, now_ns: int, silent_until_ns: int) -> None:
        """A picture has come. None was to be expected before `silent_until_ns`."""
        if self._last_ns is not None:
            self._gaps.append(now_ns - max(self._last_ns, silent_until_ns))
        self._last_ns = now_ns
        self._most_ns = max(LEAST_NS, TIMES * max(self._gaps))

    def is_too_long(self, now_ns: int, silent_until_ns: int) -> bool:
        """Whether it lasts for longer than any honest reason."""
        last_ns = self._last_ns
        return last_ns is not None and now_ns - max(last_ns, silent_until_ns) > self._most_ns
