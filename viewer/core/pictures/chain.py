"""The frames of one camera that wait to be decoded: the newest wins, but a frame that others build on is not left out.

Where every frame is a keyframe, as in JPEG, that is a slot of one. In a codec with deltas they wait in order. When the
order is broken, because one is missing, could not be decoded, or too many wait, everything is dropped up to the next
keyframe, which has to be asked for.
"""

from collections import deque
from math import inf

from camwire import limits
from camwire.events import FrameReceived

ASK_SECONDS = 0.25
"""How long a keyframe may take before it is asked for again."""


class Chain:
    """One per life of the camera. Lives in the loop's thread, but for `take`; `now` is monotonic, in seconds."""

    def __init__(self) -> None:
        self._waiting: deque[FrameReceived] = deque()
        self._last: int | None = None
        self._needs_keyframe = False
        self._asked = -inf

    def put(self, received: FrameReceived) -> list[FrameReceived]:
        """Take a frame that arrived; return those that will not be decoded, which may include it."""
        frame = received.frame
        dropped: list[FrameReceived] = []
        if frame.keyframe:
            dropped = self._clear() if self._waiting else dropped
            self._needs_keyframe = False
        elif frame.after != self._last:
            self._break()
            return [received]
        elif self._is_full(len(frame.payload)):
            self._break()
            return [*self._clear(), received]
        self._waiting.append(received)
        self._last = frame.sequence
        return dropped

    def take(self) -> FrameReceived | None:
        """Return the frame to decode next; None if nothing waits. For any thread, also while `put` drops what waits."""
        try:
            return self._waiting.popleft()
        except IndexError:
            return None

    @property
    def is_waiting(self) -> bool:
        """Whether there is a frame to decode."""
        return bool(self._waiting)

    def failed(self, received: FrameReceived) -> list[FrameReceived]:
        """The frame that was taken last could not be decoded; return those that now cannot be, either."""
        if self._waiting and self._waiting[0].frame.keyframe:
            return []
        dropped = self._clear()
        self._last = None
        if dropped or not received.frame.keyframe:
            self._break()
        return dropped

    def must_ask(self, now: float) -> bool:
        """Whether to ask for a keyframe now. It is, then, taken for asked."""
        if not self._needs_keyframe or now < self._asked + ASK_SECONDS:
            return False
        self._asked = now
        return True

    def _break(self) -> None:
        self._last, self._needs_keyframe = None, True

    def _is_full(self, more: int) -> bool:
        waiting = list(self._waiting)
        size = sum(len(each.frame.payload) for each in waiting)
        return len(waiting) >= limits.CREDIT_FRAMES or size + more > limits.MESSAGE_BYTES

    def _clear(self) -> list[FrameReceived]:
        return list(iter(self.take, None))
