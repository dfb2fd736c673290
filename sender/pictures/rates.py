"""Pictures a second: how many there are, and how many may be."""

import threading
import time
from collections import deque

NANO = 1_000_000_000
# A viewer may ask for less than any number of nanoseconds holds: one picture an hour is as good.
LEAST_FPS = 1 / 3600


class RateLimit:
    """Lets at most `fps` pictures a second pass, evenly; all of them when it is None."""

    # Pictures that come a little early are on time: a source that keeps the rate itself loses none.
    SLACK = 0.2

    def __init__(self, fps: float | None) -> None:
        self._interval_ns = interval_ns(fps)
        self._due_ns: int | None = None

    def change(self, fps: float | None) -> None:
        """Let at most `fps` pass from the last one on."""
        before_ns, self._interval_ns = self._interval_ns, interval_ns(fps)
        if self._due_ns is not None:
            self._due_ns += self._interval_ns - before_ns

    @property
    def due_ns(self) -> int:
        """The earliest time of a picture that may pass; 0: any."""
        if self._due_ns is None or not self._interval_ns:
            return 0
        return round(self._due_ns - self.SLACK * self._interval_ns)

    def passes(self, time_ns: int) -> bool:
        """Whether the picture taken at `time_ns` may pass. Times rise."""
        if time_ns < self.due_ns:
            return False
        due_ns = time_ns if self._due_ns is None else self._due_ns
        self._due_ns = max(due_ns + self._interval_ns, time_ns)
        return True


def interval_ns(fps: float | None) -> int:
    """From one picture to the next, at `fps` a second; 0 for None."""
    return round(NANO / max(fps, LEAST_FPS)) if fps else 0


class RateMeter:
    """How many pictures a second come, over the last seconds. For any thread."""

    WINDOW_NS = 5 * NANO
    PICTURES = 1000

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._times: deque[int] = deque(maxlen=self.PICTURES)

    def count(self) -> None:
        """Count a picture that comes now."""
        with self._lock:
            self._times.append(time.monotonic_ns())

    @property
    def newest_ns(self) -> int:
        """When the newest came, on the clock of `time.monotonic_ns`; 0: none yet."""
        with self._lock:
            return self._times[-1] if self._times else 0

    def clear(self) -> None:
        """Begin anew."""
        with self._lock:
            self._times.clear()

    def per_second(self) -> float:
        """The rate now; it falls when no more pictures come."""
        now_ns = time.monotonic_ns()
        with self._lock:
            times = [each for each in self._times if each > now_ns - self.WINDOW_NS]
        if len(times) < 2:
            return 0.0
        interval_ns = (times[-1] - times[0]) / (len(times) - 1)
        until_ns = times[-1] if now_ns - times[-1] < 2 * interval_ns else now_ns
        return (len(times) - 1) * NANO / max(1, until_ns - times[0])
