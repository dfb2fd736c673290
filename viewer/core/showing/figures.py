"""How many pictures go to a camera: how many may, how many did. `now` is passed in (monotonic seconds)."""

from collections import Counter, deque
from dataclasses import dataclass

from camwire.frame import EncodedFrame

RATE_SECONDS = 2.0
# What comes a little early is on time: a source that keeps the rate itself loses nothing.
EARLY = 0.2


@dataclass(frozen=True, slots=True)
class Figures:
    """What was sent: the size of the newest picture, pictures a second lately, how many in all, drops by cause."""

    width: int
    height: int
    fps: float
    sent: int
    drops: dict[str, int]


class Rate:
    """Lets at most `fps` pictures a second pass, evenly; all of them when it is None."""

    def __init__(self, fps: float | None) -> None:
        self._interval = 1 / fps if fps else 0.0
        self._due: float | None = None

    def passes(self, now: float) -> bool:
        """Whether a picture that comes now may pass; if so, it counts."""
        due = now if self._due is None else self._due
        if now < due - EARLY * self._interval:
            return False
        self._due = max(due + self._interval, now)
        return True


class Sent:
    """Counts the pictures of one source. Memory is bounded: the rate looks back two seconds."""

    def __init__(self) -> None:
        self.count = 0
        self._size = (0, 0)
        self._drops: Counter[str] = Counter()
        self._recent: deque[float] = deque()

    def sent(self, frame: EncodedFrame, now: float) -> None:
        """Count one that went out."""
        self.count += 1
        self._size = frame.width, frame.height
        self._recent.append(now)
        self._forget(now)

    def dropped(self, cause: str) -> None:
        """Count one that never will."""
        self._drops[cause] += 1

    def figures(self, now: float) -> Figures:
        """The figures of the last two seconds."""
        self._forget(now)
        span = now - self._recent[0] if len(self._recent) > 1 else 0.0
        fps = (len(self._recent) - 1) / span if span else 0.0
        return Figures(*self._size, fps, self.count, dict(self._drops))

    def _forget(self, now: float) -> None:
        while self._recent and self._recent[0] < now - RATE_SECONDS:
            self._recent.popleft()
