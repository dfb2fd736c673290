"""How much of its pictures one viewer's link gets: all of it while they arrive in time, less when they queue up.

Congestion is told by delay, as in LEDBAT (RFC 6817) and GCC: a queue shows long before a loss would, and TCP hides
losses. A step down goes to what the link was measured to carry. Upwards it goes as far as the measurements allow, at
most to about twice the bytes at once; what failed is tried again later and later.
"""

from collections import deque

from sender.rate.budget import Budget
from sender.rate.bursts import Bursts
from sender.rate.congestion import Congestion
from sender.rate.deliveries import Deliveries, Delivery
from sender.rate.ladder import LADDER, Step

# Of what a link carries, so much is used; what is left drains queues.
SHARE = 0.85
MOST_GROWTH = 2.2
# Bursts may be that much longer than they should before that is reason enough for a change.
TOO_MUCH = 1.3
# A step is judged when so much has been seen of it, and an upward step that lasted so long was right.
DELIVERIES, SETTLING_SECONDS, PROOF_SECONDS = 4, 0.3, 4.0
# After an upward step that was wrong: longer from time to time, but a link that widened is noticed soon.
FIRST_WAIT, LONGEST_WAIT = 1.0, 5.0
# How long the budget alone keeps the ceiling, until it is known how large the pictures of a step are on average.
CEILING_SECONDS = 1.0
# A step up that the measurements do not promise; they may be wrong, so it is tried now and then.
FIRST_TRIAL, LONGEST_TRIAL = 3.0, 24.0

USUAL_FPS = 30.0
# A picture that is later than that shows that the camera is slower.
LATE = 1.5
SIZES, INTERVALS = 16, 16


class RateControl:
    """One per viewer, begun at the greeting. Holds no clock: `now` and all times are seconds of one monotonic clock."""

    def __init__(self, now: float) -> None:
        self._deliveries = Deliveries()
        self._congestion = Congestion()
        self._bursts = Bursts()
        self._paid = Bursts()
        self._place = 0
        self._fallen_from = 0
        self._came_from: int | None = None
        self._ceiling = float("inf")
        self._budget = Budget()
        self._changed_at = self._greeted_at = now
        self._is_heard = False
        self._wait, self._trial = FIRST_WAIT, FIRST_TRIAL
        self._wait_until = now
        self._best_size = 0.0
        self._sizes: deque[float] = deque(maxlen=SIZES)
        self._intervals: deque[float] = deque(maxlen=INTERVALS)
        self._sent_at: float | None = None

    @property
    def step(self) -> Step:
        """What may be sent now."""
        rung = LADDER[self._place]
        fps = rung.fps if rung.fps and rung.fps < self._fps else None
        return Step(rung.quality, rung.scale, fps, rung.prefers_h264)

    @property
    def due(self) -> float:
        """Before this time the ceiling allows no picture."""
        return self._budget.due

    def limit(self, bytes_per_second: int) -> None:
        """Never send more than this; 0: as much as the link carries."""
        self._ceiling = float(bytes_per_second) or float("inf")
        self._budget.change(bytes_per_second)

    def sent(self, sequence: int, size: int, now: float) -> None:
        """A picture of `size` bytes was handed to the link. Sequences rise."""
        rung = LADDER[self._place]
        if rung.fps is None and self._sent_at is not None and self._deliveries.is_idle:
            self._paced(self._sent_at, now)
        self._sent_at = now
        self._budget.spend(size, now)
        self._sizes.append(size / rung.cost)
        if self._place == 0:
            self._best_size = self._full_size
        self._deliveries.sent(sequence, size, now)
        # A picture that uses up the ceiling for long holds up those after it, as on a link that carries no more.
        payment = Delivery(size, size / self._ceiling, now, 0.0)
        if payment.seconds:
            self._paid.delivered(payment, self._full_size * rung.cost, rung.cost, now)
        is_settled = now - self._changed_at >= CEILING_SECONDS
        if is_settled and self._needs(self._place) > self._ceiling and self._place < len(LADDER) - 1:
            self._move(self._lower(self._ceiling), now)

    def taken(self, sequence: int, held: float, now: float) -> None:
        """The viewer took every picture up to `sequence`, the last one `held` seconds after it had it."""
        if not self._is_heard:
            # The first word after the greeting is as good as a ping.
            self._is_heard = True
            self._deliveries.answered(now - self._greeted_at, now)
        delivery = self._deliveries.taken(sequence, held, now)
        if delivery is None or delivery.behind < self._changed_at:
            # It waited for pictures of another step.
            return
        rung = LADDER[self._place]
        self._congestion.delivered(delivery, now)
        self._bursts.delivered(delivery, self._full_size * rung.cost, rung.cost, now)
        if self._congestion.is_here:
            self._step_down(now)
        elif rung.cost > TOO_MUCH * self._most_cost(now):
            self._move(self._lower(float("inf"), self._most_cost(now)), now)
        elif self._deliveries.count >= DELIVERIES and now - self._changed_at >= SETTLING_SECONDS:
            self._step_up(now)

    def _paced(self, before: float, now: float) -> None:
        """Learn the camera's own pace from a picture that waited for nothing. Of one that waited for the budget it is
        only known how long the camera took none when one could have gone."""
        usual = 1 / self._fps
        if self.due <= before + usual / 2:
            self._intervals.append(now - before)
        elif now - self.due > LATE * usual:
            self._intervals.append(now - self.due)

    def _step_down(self, now: float) -> None:
        if self._congestion.did_not_help(now):
            self._congestion.tolerate(now)
            self._deliveries.forget_way()
            self._move(self._fallen_from, now)
            return
        place = self._lower(SHARE * self._deliveries.capacity)
        if self._came_from is not None and now - self._changed_at < PROOF_SECONDS:
            place = self._came_from
            self._wait = min(2 * self._wait, LONGEST_WAIT)
            self._trial = min(2 * self._trial, LONGEST_TRIAL)
        if place == self._place:
            self._deliveries.forget_way()
            return
        self._wait_until = now + self._wait
        self._congestion.shrink(LADDER[place].cost / LADDER[self._place].cost, now)
        self._fallen_from = self._place
        self._move(place, now)

    def _step_up(self, now: float) -> None:
        if self._came_from is not None and now - self._changed_at >= PROOF_SECONDS:
            self._came_from = None
            self._wait, self._trial = max(self._wait / 2, FIRST_WAIT), max(self._trial / 2, FIRST_TRIAL)
        if self._place == 0 or now < self._wait_until or not self._congestion.is_away:
            return
        place = self._higher(SHARE * min(self._deliveries.room, self._ceiling), now)
        if place == self._place and now - self._changed_at >= self._trial:
            place = max(place - 1, self._higher(SHARE * self._ceiling, now))
        if place < self._place:
            came_from = self._place
            self._congestion.grow()
            self._move(place, now)
            self._came_from = came_from

    def _move(self, place: int, now: float) -> None:
        self._place, self._came_from, self._changed_at = place, None, now
        self._deliveries.forget()

    def _lower(self, rate: float, cost: float = float("inf")) -> int:
        """The best rung below this one that needs no more than `rate` bytes per second; the lowest if none does."""
        below = range(self._place + 1, len(LADDER))
        fit = (place for place in below if self._needs(place) <= rate and LADDER[place].cost <= cost)
        return next(fit, len(LADDER) - 1)

    def _higher(self, rate: float, now: float) -> int:
        """The best rung that is reached by rungs that need no more than `rate` each; this one if none does."""
        growth = MOST_GROWTH * self._needs(self._place)
        most_cost = self._most_cost(now)
        place = self._place
        while place > 0 and LADDER[place - 1].cost <= most_cost and self._needs(place - 1) <= rate:
            # Whatever the next rung needs, it may be tried; but deltas do not give way to the best one, which has none.
            is_next = place == self._place and place > 1
            if not is_next and self._needs(place - 1) > growth:
                break
            place -= 1
        return place

    def _most_cost(self, now: float) -> float:
        return min(self._bursts.most_cost(now), self._paid.most_cost(now))

    def _needs(self, place: int) -> float:
        """Bytes per second that the pictures of this rung come to."""
        if not self._sizes:
            return 0.0
        rung = LADDER[place]
        # Deltas, which are small, do not go up to the best rung, which does without them.
        size = max(self._full_size, self._best_size) if place == 0 else self._full_size * rung.cost
        return size * min(rung.fps or self._fps, self._fps)

    @property
    def _full_size(self) -> float:
        """Bytes that a picture of the best rung would have. The mean: each change of rung costs deltas a keyframe."""
        return sum(self._sizes) / len(self._sizes)

    @property
    def _fps(self) -> float:
        """Pictures per second if nothing limits them: those that follow each other most closely show it."""
        return 1 / max(1e-3, sorted(self._intervals)[len(self._intervals) // 3]) if self._intervals else USUAL_FPS
