"""Where a number lies on a slider: in even steps, or by factors where the range spans so many that the low end of it
would be a hair's breadth."""

import math
from dataclasses import dataclass

MOST_POSITIONS = 1000
FACTORS = 500.0, 1e12
"""From and up to which most / least on a slider goes by factors."""
MOST_STEPS = 1e15
"""Beyond that a number cannot tell one from the next."""
LOW, RAISED, MOST_BEND = 0.1, 1 / 3, 6.0
"""What is usual is raised where it is low in its range: a Pi's contrast goes to 32, and is of use below 2."""
FINEST = 100
"""Into how many steps a range is divided where the camera names none."""


@dataclass(frozen=True, slots=True)
class SliderScale:
    """Positions 0 to `last` for the numbers from `least` to `most`; `step` 0: any number in between. `usual` is one
    around which most of them will be, if that is known."""

    least: float
    most: float
    step: float = 0.0
    is_whole: bool = False
    usual: float | None = None

    @property
    def last(self) -> int:
        """The highest position; 0 where there is nothing to choose."""
        if not self.most > self.least:
            return 0
        steps = self._steps
        return math.ceil(steps - 1e-9) if self._is_stepwise else MOST_POSITIONS

    def number(self, position: int) -> float:
        """The number at a position, on a step and in the range."""
        if not self.last:
            return self._clean(self.least)
        share = position / self.last
        if share >= 1:
            return self._clean(self.most)
        if self._goes_by_factors:
            return self.nearest(self.least * (self.most / self.least) ** share)
        if self._is_stepwise:
            return self._clean(self.least + position * self._least_step)
        return self.nearest(self.least + (self.most - self.least) * math.pow(share, self._bend))

    def position(self, number: float) -> int:
        """The position nearest to a number."""
        inside = min(max(number, self.least), self.most)
        if not self.last:
            return 0
        if inside >= self.most:
            return self.last
        if self._goes_by_factors:
            share = math.log(inside / self.least) / math.log(self.most / self.least)
            return round(share * self.last)
        if self._is_stepwise:
            return min(self.last, round((inside - self.least) / self._least_step))
        share = (inside - self.least) / (self.most - self.least)
        return round(math.pow(share, 1 / self._bend) * self.last)

    def nearest(self, number: float) -> float:
        """The number on a step and in the range that is nearest to `number`."""
        if self._least_step:
            number = self.least + round((number - self.least) / self._least_step) * self._least_step
        return self._clean(number)

    @property
    def stride(self) -> float:
        """How far one key press goes."""
        if self._least_step:
            return self._least_step
        return self._clean((self.most - self.least) / FINEST, is_bounded=False) or self.most - self.least

    @property
    def _least_step(self) -> float:
        step = self.step if self.step > 0 else 1.0 if self.is_whole else 0.0
        return step if step and (self.most - self.least) / step < MOST_STEPS else 0.0

    @property
    def _steps(self) -> float:
        return (self.most - self.least) / self._least_step if self._least_step else math.inf

    @property
    def _goes_by_factors(self) -> bool:
        return self.least > 0 and FACTORS[0] <= self.most / self.least <= FACTORS[1]

    @property
    def _bend(self) -> float:
        """The power that raises what is usual; 1 where it is not low."""
        share = 0.0 if self.usual is None else (self.usual - self.least) / (self.most - self.least)
        return min(MOST_BEND, math.log(share) / math.log(RAISED)) if 0 < share < LOW else 1.0

    @property
    def _is_stepwise(self) -> bool:
        return self._steps <= MOST_POSITIONS and not self._goes_by_factors

    def _clean(self, number: float, is_bounded: bool = True) -> float:
        """Without what binary fractions add: 0.3 and not 0.30000000000000004."""
        number = float(f"{number:.10g}")
        if is_bounded:
            number = min(max(number, self.least), self.most)
        return round(number) if self.is_whole and is_bounded else number
