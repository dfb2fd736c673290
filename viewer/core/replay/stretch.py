"""Which part of a time line is seen: zoomed into, and moved along with where one is."""

from dataclasses import dataclass

LEAST_SPAN = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which times are seen (UTC, ns)."""

    begin: int
    end: int

    @property
    def span(self) -> int:
        """How long that is."""
        return self.end - self.begin

    def zoomed(self, factor: float, at: int, least: int, most: int) -> "Stretch":
        """So many times as long, with `at` where it is; within `least` and `most`."""
        span = max(min(most - least, LEAST_SPAN), min(most - least, round(self.span * factor)))
        share = (at - self.begin) / max(1, self.span)
        begin = max(least, min(most - span, at - round(share * span)))
        return Stretch(begin, begin + span)

    def holding(self, time_ns: int, least: int, most: int) -> "Stretch":
        """The same, or moved as a page is turned, so that `time_ns` is in it."""
        if self.begin <= time_ns <= self.end:
            return self
        begin = max(least, min(most - self.span, time_ns - self.span // 10))
        return Stretch(begin, begin + self.span)
