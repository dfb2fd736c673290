"""Pictures that are far larger than those around them, as keyframes among deltas are: each has to fit by itself."""

from sender.rate.deliveries import Delivery

FAR_LARGER = 2.5
# The link may be busy with one picture for so long.
MOST_SECONDS = 0.3
# A link that has widened since is believed in again.
FORGET_SECONDS = 6.0
NEARLY = 0.8


class Bursts:
    """Knows up to what cost pictures may come in bursts; `cost` is that of a rung of the ladder."""

    def __init__(self) -> None:
        self._at = float("-inf")
        self._cost = float("inf")
        self._size = 0

    def delivered(self, delivery: Delivery, usual: float, cost: float, now: float) -> None:
        """One came through, at `cost`, when pictures usually have `usual` bytes."""
        most = cost * MOST_SECONDS / delivery.seconds
        # Smaller ones may come through at once where this one did not.
        is_telling = delivery.size >= NEARLY * self._size or most < self.most_cost(now)
        if delivery.size > FAR_LARGER * usual and is_telling:
            self._cost, self._size, self._at = most, delivery.size, now

    def most_cost(self, now: float) -> float:
        """What pictures may cost that a burst does not take too long."""
        return self._cost if now - self._at < FORGET_SECONDS else float("inf")
