"""A link for rate control, without a clock: a token bucket with a queue, and a camera and a viewer at its ends."""

import heapq
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from sender.rate.ladder import Step
from sender.rate.rate_control import RateControl

MEGABIT = 125_000.0


@dataclass
class Shown:
    """A picture that the viewer took: when, how old it was, and the step at which it was sent."""

    at: float
    age: float
    size: int
    step: Step


@dataclass
class SimulatedLink:
    """`rate` bytes per second behind a bucket of `burst` bytes that is full in the beginning, and half of `round_trip`
    seconds each way. `jitter()` is added to each way to the viewer."""

    rate: float
    round_trip: float = 0.004
    burst: float = 0.0
    jitter: Callable[[], float] = lambda: 0.0
    _tokens: float = field(default=0.0, init=False)
    _free_at: float = field(default=0.0, init=False)

    def __post_init__(self) -> None:
        self._tokens = self.burst

    def arrival(self, size: int, now: float) -> float:
        """When all of `size` bytes that are sent now are there."""
        begins = max(now, self._free_at)
        self._tokens = min(self.burst, self._tokens + (begins - self._free_at) * self.rate)
        at_once = min(self._tokens, size)
        self._tokens -= at_once
        self._free_at = begins + (size - at_once) / self.rate
        return self._free_at + self.round_trip / 2 + self.jitter()


def photograph(step: Step, full: int = 110_000) -> int:
    """The bytes of a 1280×720 JPEG at `step`."""
    quality = {None: 1.0, 65: 0.7, 50: 0.57, 40: 0.48}[step.quality]
    return max(1_500, int(full * quality * step.scale**1.75))


class Deltas:
    """The bytes of H.264 at a step: a keyframe after each change of it, and a scene that changes every 132 pictures.
    JPEG where that is what the step prefers."""

    def __init__(self) -> None:
        self._look: object = None
        self._pictures = 0

    def __call__(self, step: Step) -> int:
        self._pictures += 1
        if not step.prefers_h264:
            return photograph(step)
        is_new = (step.quality, step.scale) != self._look or self._pictures % 132 == 0
        self._look = (step.quality, step.scale)
        return int(photograph(step) * (0.55 if is_new else 0.035))


class Scene:
    """A camera at `fps` with `window` pictures under way at most; the viewer holds each for `held()` seconds."""

    def __init__(
        self,
        link: SimulatedLink,
        fps: float = 30.0,
        window: int = 2,
        held: Callable[[], float] = lambda: 0.002,
        size: Callable[[Step], int] = photograph,
        seed: int = 1,
    ) -> None:
        self.link, self.shown = link, list[Shown]()
        self.steps: list[tuple[float, Step]] = []
        self._fps, self._window, self._held, self._size = fps, window, held, size
        self._random = random.Random(seed)
        self.control = RateControl(0.0)
        self.control.taken(0, 0.0, link.round_trip)
        self._now = link.round_trip
        self._captured_at = 0.0
        self._number = itertools.count(1)
        self._under_way: list[int] = []
        self._acks: list[tuple[float, int, float, Shown]] = []
        self._last_arrival = self._last_ack = 0.0
        self._due = float("-inf")

    def run(self, seconds: float) -> "Scene":
        """Go on for so long."""
        until = self._now + seconds
        while (at := min(self._captured_at + 1 / self._fps, self._acks[0][0] if self._acks else float("inf"))) < until:
            self._now = at
            if self._acks and self._acks[0][0] <= at:
                self._acknowledged()
            else:
                self._captured_at = at
                self._captured()
            if not self.steps or self.steps[-1][1] != self.control.step:
                self.steps.append((at, self.control.step))
        self._now = until
        return self

    def since(self, at: float) -> list[Shown]:
        """What was shown since then."""
        return [each for each in self.shown if each.at >= at]

    def _captured(self) -> None:
        step = self.control.step
        if len(self._under_way) >= self._window or self._now < self.control.due:
            return
        if step.fps and self._now < self._due - 0.2 / step.fps:
            return
        if step.fps:
            self._due = max(self._due + 1 / step.fps, self._now)
        number = next(self._number)
        size = int(self._size(step) * self._random.uniform(0.9, 1.1))
        self.control.sent(number, size, self._now)
        self._under_way.append(number)
        arrival = self._last_arrival = max(self._last_arrival, self.link.arrival(size, self._now))
        held = self._held()
        ack = self._last_ack = max(self._last_ack, arrival + held + self.link.round_trip / 2)
        heapq.heappush(self._acks, (ack, number, held, Shown(arrival + held, arrival + held - self._now, size, step)))

    def _acknowledged(self) -> None:
        _, number, held, shown = heapq.heappop(self._acks)
        self._under_way.remove(number)
        self.shown.append(shown)
        self.control.taken(number, held, self._now)


def percentile_of_ages(shown: list[Shown], share: float = 0.95) -> float:
    """Of the ages, in seconds."""
    return sorted(each.age for each in shown)[int(share * len(shown))]
