"""What a tile knows of its stream: rate, age, bytes, drops by cause. `now` is passed in (monotonic seconds)."""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil, isinf
from statistics import median

RATE_SECONDS = 2.0
RECENT_AGES = 600
RECENT_ARRIVALS = 5
LATE = 1.5


@dataclass(frozen=True, slots=True)
class Percentiles:
    """Picture ages in ms; None while no age is known."""

    p50: float | None = None
    p95: float | None = None
    p99: float | None = None


@dataclass(frozen=True, slots=True)
class StatsSnapshot:
    """The figures of one moment."""

    width: int
    height: int
    codec: str
    frames: int
    fps: float
    bytes_per_s: float
    age_ms: Percentiles
    uncertainty_ms: float | None
    drops: dict[str, int] = field(default_factory=dict)


def percentiles(ages_s: Sequence[float]) -> Percentiles:
    """Nearest-rank percentiles of ages in seconds, as ms with one decimal."""
    if not ages_s:
        return Percentiles()
    ordered = sorted(ages_s)

    def at(share: float) -> float:
        return round(1000 * ordered[ceil(share * len(ordered)) - 1], 1)

    return Percentiles(at(0.50), at(0.95), at(0.99))


class StreamStats:
    """Counts for one camera. Memory is bounded: rates look back two seconds, ages over the last `keep_ages`."""

    def __init__(self, keep_ages: int = RECENT_AGES) -> None:
        self.frames = 0
        self.bytes = 0
        self.first: float | None = None
        self.last: float | None = None
        self.drops: Counter[str] = Counter()
        self.ages: deque[float] = deque(maxlen=keep_ages)
        self.width = self.height = 0
        self.codec = ""
        self.knows_capture_times = True
        """Whether ages count from when the camera took the picture; otherwise from when it arrived here."""
        self._uncertainty: float | None = None
        self._recent: deque[tuple[float, int]] = deque()
        self._recent_bytes = 0
        self._arrivals: deque[float] = deque(maxlen=RECENT_ARRIVALS)
        self._last_sequence: int | None = None

    def frame_arrived(self, sequence: int, codec: str, size: int, now: float) -> None:
        """Count a frame of `size` bytes. A gap in the sequence is what the camera kept back."""
        if self._last_sequence is not None and sequence > self._last_sequence + 1:
            self.drops["not-sent"] += sequence - self._last_sequence - 1
        self._last_sequence = sequence
        self.codec = codec
        self.frames += 1
        self.bytes += size
        self.first = now if self.first is None else self.first
        self.last = now
        self._recent.append((now, size))
        self._recent_bytes += size
        self._arrivals.append(now)
        self._forget(now)

    def picture_shown(self, width: int, height: int, age: float | None, uncertainty: float) -> None:
        """Note a picture that was taken for painting."""
        self.width, self.height = width, height
        if age is not None:
            self.ages.append(age)
            self.knows_capture_times = not isinf(uncertainty)
            self._uncertainty = uncertainty if self.knows_capture_times else None

    def dropped(self, cause: str) -> None:
        """Count a frame that will never be shown."""
        self.drops[cause] += 1

    def restarted(self) -> None:
        """The camera begins anew, or was asked to pause: what comes next follows on nothing."""
        self._last_sequence = None
        self._arrivals.clear()

    @property
    def usual_interval(self) -> float:
        """Seconds between frames lately; 0 when there were too few to tell. One long gap does not count."""
        if len(self._arrivals) < 2:
            return 0.0
        return median(after - before for before, after in pairwise(self._arrivals))

    def mean_fps(self) -> float:
        """Frames per second from the first frame to the last."""
        if self.first is None or self.last is None or self.last <= self.first:
            return 0.0
        return (self.frames - 1) / (self.last - self.first)

    def fps(self, now: float) -> float:
        """Frames per second over the last two seconds."""
        return self._rates(now)[0]

    def bytes_per_second(self, now: float) -> float:
        """Bytes per second over the last two seconds."""
        return self._rates(now)[1]

    def snapshot(self, now: float) -> StatsSnapshot:
        """The figures of the last two seconds."""
        return StatsSnapshot(
            width=self.width,
            height=self.height,
            codec=self.codec,
            frames=self.frames,
            fps=self.fps(now),
            bytes_per_s=self.bytes_per_second(now),
            age_ms=percentiles(self.ages),
            uncertainty_ms=None if self._uncertainty is None else round(1000 * self._uncertainty, 1),
            drops=dict(self.drops),
        )

    def _rates(self, now: float) -> tuple[float, float]:
        """Frames and bytes per second: from frame to frame, as two seconds hold now one more, now one fewer."""
        self._forget(now)
        count, size = len(self._recent), self._recent_bytes
        if self.first is None or self.frames < 2 or not count:
            return 0.0, 0.0
        began, last = self._recent[0][0], self._recent[-1][0]
        span = last - began
        if count < 2 or now - last > LATE * span / (count - 1):
            # The next one is late, so no whole number of intervals has passed.
            span = min(RATE_SECONDS, now - self.first)
            return (count / span, size / span) if span > 0 else (0.0, 0.0)
        # What a frame takes of the link is spread until the next one.
        return ((count - 1) / span, (size - self._recent[-1][1]) / span) if span > 0 else (0.0, 0.0)

    def _forget(self, now: float) -> None:
        while self._recent and self._recent[0][0] < now - RATE_SECONDS:
            self._recent_bytes -= self._recent.popleft()[1]
