"""What deliveries tell of a link: its least round trip, what it carries, and whether pictures queue up on it.

A picture is a burst, so each one measures: sent to an idle link it takes the least round trip and its own length;
behind another one, its own length from when that was through (Lindley's recursion). That needs no probe traffic, and
a viewer that asks for little is not taken for a link that carries little.
"""

from collections import deque
from dataclasses import dataclass

from sender.rate.base_delay import BaseDelay

# Deliveries that are looked at together: one is noise.
SAMPLES = 8
# Shorter is not measured, but the scheduling of two computers.
SHORTEST = 0.002


@dataclass(frozen=True, slots=True)
class _Sent:
    sequence: int
    size: int
    at: float
    behind: float


@dataclass(frozen=True, slots=True)
class Delivery:
    """One picture that came through, `excess` seconds later than one without length on an idle link. The oldest that
    was still under way when it was sent, and that it may have waited for, had been sent at `behind`. By itself, it took
    the link `seconds`."""

    size: int
    seconds: float
    behind: float
    excess: float


class Deliveries:
    """Times in seconds, sizes in bytes."""

    def __init__(self) -> None:
        self._base = BaseDelay()
        self._under_way: deque[_Sent] = deque()
        self._through_at = float("-inf")
        self._samples: deque[tuple[int, float]] = deque(maxlen=SAMPLES)

    def sent(self, sequence: int, size: int, now: float) -> None:
        """A picture goes out. Sequences rise."""
        self._under_way.append(_Sent(sequence, size, now, self._under_way[0].at if self._under_way else now))

    @property
    def least_delay(self) -> float:
        """Seconds that something without length takes on the idle link."""
        return self._base.least

    def answered(self, round_trip: float, now: float) -> None:
        """Something without length took `round_trip`."""
        self._base.sample(round_trip, now)

    def forget_way(self) -> None:
        """The way may have become longer: what was measured minutes ago counts no more."""
        self._base.forget()

    def taken(self, sequence: int, held: float, now: float) -> Delivery | None:
        """Everything up to `sequence` came through, the last one `held` before `now`; None if that tells nothing,
        as when the viewer claims to have what was not sent."""
        if not self._under_way or sequence > self._under_way[-1].sequence:
            return None
        through: list[_Sent] = []
        while self._under_way and self._under_way[0].sequence <= sequence:
            through.append(self._under_way.popleft())
        if not through:
            return None
        first, last, at = through[0], through[-1], now - held
        delay = max(0.0, at - last.at)
        self._base.sample(delay, now)
        began = max(self._through_at, first.at + self.least_delay)
        size, seconds = sum(each.size for each in through), max(SHORTEST, at - began)
        self._samples.append((size, seconds))
        self._through_at = max(self._through_at, at)
        return Delivery(size, seconds, last.behind, delay - self.least_delay)

    def forget(self) -> None:
        """What was measured so far says nothing about what is sent from now on."""
        self._samples.clear()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._under_way

    @property
    def count(self) -> int:
        """Deliveries since then, `SAMPLES` at most."""
        return len(self._samples)

    @property
    def capacity(self) -> float:
        """Bytes per second that the link carried; infinite when nothing is known."""
        seconds = sum(each for _, each in self._samples)
        return sum(size for size, _ in self._samples) / seconds if seconds else float("inf")

    @property
    def room(self) -> float:
        """Bytes per second that the link may carry, when a delivery that was slow by itself does not count."""
        rates = sorted(size / seconds for size, seconds in self._samples)
        return rates[len(rates) // 2] if rates else float("inf")
