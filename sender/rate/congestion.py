"""When pictures queue up on a link, and when it only looks like that."""

from sender.rate.deliveries import Delivery

# Later than this beyond the least round trip, pictures queue up. A painter's hiccup or a radio's is shorter.
LATE_SECONDS, LATEST_SECONDS = 0.1, 0.8
# So much lateness in a row is congestion; no single delivery counts for more than the second.
ENOUGH_SECONDS, MOST_OF_ONE_SECONDS = 0.15, 0.1
# How long it takes until a threshold that was too strict is believed in again.
RELENT_SECONDS = 60.0
# Shrinking pictures to this share must shrink the delay to that one within so long, if it is the link that is slow.
SHRUNK, HELPED, HELP_SECONDS = 0.75, 0.85, 3.0


class Congestion:
    """Adds up how late deliveries are (CUSUM), so that many a little late count as much as a few very late."""

    def __init__(self) -> None:
        self._late = LATE_SECONDS
        self._raised_at = float("-inf")
        self._lateness = 0.0
        self._counted_at = float("-inf")
        self._delays = 0.0
        self._count = 0
        self._before: tuple[float, float] | None = None
        """The delay before pictures were shrunk, and when that was."""

    @property
    def is_here(self) -> bool:
        """Whether pictures queue up."""
        return self._lateness >= ENOUGH_SECONDS

    @property
    def is_away(self) -> bool:
        """Whether there is no sign of it."""
        return self._lateness == 0

    def delivered(self, delivery: Delivery, now: float) -> None:
        """Count one."""
        self._delays += delivery.excess
        self._count += 1
        late = delivery.excess - self._threshold(now)
        if self._lateness + late <= 0:
            self.forget()
        elif late < 0:
            self._lateness += late
        elif now - self._counted_at >= LATE_SECONDS:
            # What comes in a bunch was held up together, which is no queue: that counts once.
            self._lateness += min(late, MOST_OF_ONE_SECONDS)
            self._counted_at = now

    def shrink(self, share: float, now: float) -> None:
        """Pictures have `share` of their bytes from now on, in the hope that it helps."""
        self._before = (self._mean, now) if share <= SHRUNK else None
        self.forget()

    def grow(self) -> None:
        """Pictures are larger from now on."""
        self._before = None
        self.forget()

    def did_not_help(self, now: float) -> bool:
        """Whether smaller pictures came as late as before: then it was not the link's doing, but a slow end's."""
        if self._before is None:
            return False
        delay, shrunk_at = self._before
        return now - shrunk_at < HELP_SECONDS and self._mean > HELPED * delay

    def tolerate(self, now: float) -> None:
        """Take deliveries for late only much later than until now; after a minute all is as before."""
        self._late = min(LATEST_SECONDS, 2 * self._threshold(now))
        self._raised_at = now
        self._before = None
        self.forget()

    def forget(self) -> None:
        """Begin anew, as after any change of what is sent."""
        self._lateness = 0.0
        self._delays, self._count = 0.0, 0

    @property
    def _mean(self) -> float:
        return self._delays / self._count if self._count else 0.0

    def _threshold(self, now: float) -> float:
        left = max(0.0, 1 - (now - self._raised_at) / RELENT_SECONDS)
        return LATE_SECONDS + (self._late - LATE_SECONDS) * left
