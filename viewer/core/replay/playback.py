"""Where in time one is, and how fast one goes on from there. `now` is monotonic, in seconds; times are UTC, in ns."""

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
SECOND = 1_000_000_000


class Playback:
    """A clock that can be stopped, put elsewhere and made faster. It stays between `begin` and `end`."""

    def __init__(self, begin: int = 0, end: int = 0) -> None:
        self.begin = begin
        self.end = max(begin, end)
        self.speed = 1.0
        self._from = begin
        self._since: float | None = None

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._since is not None

    def position(self, now: float) -> int:
        """The time it shows."""
        if self._since is None:
            return self._from
        return min(self.end, self._from + round((now - self._since) * self.speed * SECOND))

    def play(self, now: float) -> None:
        """Go on; from the beginning where it has come to the end."""
        if self.position(now) >= self.end:
            self._from = self.begin
        self._since = now

    def pause(self, now: float) -> None:
        """Stay where it is."""
        self._from, self._since = self.position(now), None

    def seek(self, time_ns: int, now: float) -> None:
        """Go to a time, and on from there if it was going."""
        self._from = max(self.begin, min(self.end, time_ns))
        self._since = None if self._since is None else now

    def go_at(self, speed: float, now: float) -> None:
        """Be so many times as fast from now on."""
        self.seek(self.position(now), now)
        self.speed = speed

    def is_over(self, now: float) -> bool:
        """Whether it plays and has come to the end."""
        return self.is_playing and self.position(now) >= self.end
