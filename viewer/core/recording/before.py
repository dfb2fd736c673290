"""What came last, in memory, so that a recording can begin before somebody asked for it."""

from collections import deque
from collections.abc import Callable, Collection

from camwire.events import FrameReceived
from viewer.core.recording.spoken import Spoken
from viewer.core.recording.unbroken import Unbroken
from viewer.core.sessions.session import Session

MOST_BYTES = 48_000_000
"""For one camera: half a minute of 640×480, or less where pictures are larger."""
MOST_BYTES_IN_ALL = 400_000_000


class Before:
    """One camera's last `seconds`, from a keyframe on. Takes frames from when it is made; in the loop's thread."""

    def __init__(self, session: Session, seconds: float, is_full_size: bool, clock: Callable[[], float]) -> None:
        self.session = session
        self.kept = seconds, is_full_size
        """What it was made for."""
        self.most_bytes = MOST_BYTES
        """So much may be kept."""
        self._seconds = seconds
        self._clock = clock
        self._unbroken = Unbroken()
        self._frames: deque[tuple[float, FrameReceived]] = deque()
        self._spoken: deque[tuple[float, Spoken]] = deque(maxlen=1000)
        self._bytes = 0
        session.record(self._take, is_full_size)

    @property
    def frames(self) -> list[tuple[float, FrameReceived]]:
        """When each came (monotonic seconds), and what it is."""
        return list(self._frames)

    @property
    def spoken(self) -> list[tuple[float, Spoken]]:
        """When it was said meanwhile (monotonic seconds), and what; it may be older than the frames."""
        return list(self._spoken)

    def note(self, spoken: Spoken) -> None:
        """Keep a line that is said now."""
        self._spoken.append((self._clock(), spoken))

    def close(self) -> None:
        """Take no more."""
        self.session.stop_recording(self._take)
        self._forget()

    def _take(self, received: FrameReceived) -> None:
        now = self._clock()
        if self._unbroken.takes(received.frame, now):
            self._frames.append((now, received))
            self._bytes += _size(received)
            self._drop(now)
        if self._unbroken.must_ask(now):
            self.session.ask_for_keyframe()

    def _drop(self, now: float) -> None:
        while len(self._frames) > 1 and (self._bytes > self.most_bytes or self._next_keyframe_is_old(now)):
            self._drop_first_group()

    def _next_keyframe_is_old(self, now: float) -> bool:
        """Whether what follows the first group reaches back far enough."""
        followers = iter(self._frames)
        next(followers)
        # Of JPEG, this is the very next.
        came = next((came for came, received in followers if received.frame.keyframe), now)
        return now - came >= self._seconds

    def _drop_first_group(self) -> None:
        self._bytes -= _size(self._frames.popleft()[1])
        while self._frames and not self._frames[0][1].frame.keyframe:
            self._bytes -= _size(self._frames.popleft()[1])
        if not self._frames:
            self._unbroken.break_off()

    def _forget(self) -> None:
        self._frames.clear()
        self._bytes = 0


def share_memory(all_of_them: Collection[Before]) -> None:
    """Let all of them together keep no more than is good for the computer."""
    for each in all_of_them:
        each.most_bytes = min(MOST_BYTES, MOST_BYTES_IN_ALL // len(all_of_them))


def _size(received: FrameReceived) -> int:
    return memoryview(received.frame.payload).nbytes
