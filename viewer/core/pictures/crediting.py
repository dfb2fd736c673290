"""How many frames a camera may have under way to this viewer, and how long the viewer had the newest it took.

With fewer than a round trip's worth under way, the camera waits for credit while the link is idle. The least round trip
counts, not the last one: that has waited behind pictures, and a wider window would only make it longer. How long a
picture waits for the painter does not count either: a slow painter is not helped by more pictures that wait.
"""

from collections import deque
from math import ceil

LEAST_FRAMES = 2
MOST_FRAMES = 16
KEPT = 32


class Crediting:
    """One camera's book-keeping; `now` is monotonic, in seconds."""

    def __init__(self) -> None:
        self.taken = 0
        """The newest frame that was taken or given up."""
        self.held = 0.0
        """Seconds from when it arrived until then."""
        self._here: deque[tuple[int, float]] = deque(maxlen=KEPT)

    def arrived(self, sequence: int, now: float) -> None:
        """A frame is here."""
        self._here.append((sequence, now))

    def took(self, sequence: int, now: float) -> None:
        """Everything up to `sequence` is done with. Repeating that changes nothing."""
        if sequence == self.taken:
            return
        self.taken, self.held = sequence, 0.0
        while self._here and self._here[0][0] <= sequence:
            number, arrived = self._here.popleft()
            if number == sequence:
                self.held = max(0.0, now - arrived)

    def restart(self) -> None:
        """The camera's numbering begins anew."""
        self.taken, self.held = 0, 0.0
        self._here.clear()


def window_for(round_trip: float | None, fps: float) -> int:
    """How many frames have to be under way, that `fps` of them arrive per second."""
    under_way = ceil((round_trip or 0.0) * fps)
    return max(LEAST_FRAMES, min(1 + under_way, MOST_FRAMES))
