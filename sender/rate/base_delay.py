"""How long the way of a link is: its least round trip, as of late."""

from collections import deque

MINUTES = 2
MINUTE_SECONDS = 60.0


class BaseDelay:
    """The least delay in seconds, and one minimum for each of the last `MINUTES`, as LEDBAT keeps them (RFC 6817).

    LEDBAT forgets what is older at once. But pictures have a length: on a narrow link, that would soon be taken for the
    way's, and a queue for none. So it is forgotten only when smaller pictures turn out not to come sooner,
    or when there are none.
    """

    def __init__(self) -> None:
        self.least = float("inf")
        self._minima: deque[float] = deque(maxlen=MINUTES)
        self._began = float("-inf")

    def sample(self, delay: float, now: float) -> None:
        """Something took `delay`. `now` rises."""
        self.least = min(self.least, delay)
        if now - self._began >= MINUTE_SECONDS:
            self._began = now
            self._minima.append(delay)
        else:
            self._minima[-1] = min(self._minima[-1], delay)

    def forget(self) -> None:
        """The way may have become longer: only the last minutes count."""
        if len(self._minima) == MINUTES:
            self.least = min(self._minima)
