"""The distance between two monotonic clocks, from questions and answers (as in NTP, RFC 5905, section 8).

The answer's clock was read somewhere between question and answer; taking the middle is wrong by at most half the
round trip. The sample with the smallest round trip is the best one, and it ages: quartz drifts by up to 100 ppm.
"""

from dataclasses import dataclass

DRIFT = 100e-6
KEEP_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class _Sample:
    asked: float
    offset: float
    half_trip: float

    def uncertainty(self, now: float) -> float:
        return self.half_trip + (now - self.asked) * DRIFT


class ClockOffset:
    """Estimates `theirs - ours` in seconds. Not thread-safe; `now` is this side's monotonic clock in seconds."""

    def __init__(self) -> None:
        self._best: _Sample | None = None
        self.round_trip: float | None = None

    def pong(self, sent: float, theirs: float, now: float) -> None:
        """Take one answer: asked at `sent`, their clock showed `theirs`, heard at `now`."""
        trip = now - sent
        if trip < 0 or trip > KEEP_SECONDS:
            return
        self.round_trip = trip
        sample = _Sample(sent, theirs - (sent + now) / 2, trip / 2)
        if self._best is None or self._is_stale(now) or sample.uncertainty(now) <= self._best.uncertainty(now):
            self._best = sample

    def to_ours(self, theirs: float) -> float | None:
        """Translate a time on their clock to ours, or None before the first answer."""
        return None if self._best is None else theirs - self._best.offset

    def uncertainty(self, now: float) -> float:
        """How far off `to_ours` can be, in seconds; infinite before the first answer."""
        return float("inf") if self._best is None else self._best.uncertainty(now)

    @property
    def least_round_trip(self) -> float | None:
        """Seconds there and back when nothing was in the way; None before the first answer."""
        return None if self._best is None else 2 * self._best.half_trip

    def _is_stale(self, now: float) -> bool:
        return self._best is not None and now - self._best.asked > KEEP_SECONDS
