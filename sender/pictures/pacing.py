"""When the next picture is due, of a source that keeps its pace itself."""

import time

from sender.pictures.rates import interval_ns


class Pacing:
    """So many pictures a second as were asked for, or else the usual rate. A late picture is not made up for."""

    def __init__(self, usual_fps: float, fps: float | None = None) -> None:
        self._usual_fps = usual_fps
        self.change(fps)

    def change(self, fps: float | None) -> None:
        """Go on with `fps` pictures a second, or at the usual rate, beginning now."""
        self._interval_ns = interval_ns(fps or self._usual_fps)
        self.begin()

    def begin(self) -> None:
        """The next picture is due now."""
        self.due_ns = time.monotonic_ns()
        """When the next picture is due, on the clock of `time.monotonic_ns`."""

    def step(self) -> None:
        """One picture is taken now: on to the next."""
        self.due_ns = max(self.due_ns + self._interval_ns, time.monotonic_ns())
