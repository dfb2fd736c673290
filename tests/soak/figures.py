"""What a soak watches: samples of the viewer's figures, what of them has grown, and rows for tables. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

MB = 1e6
HOUR = 3600.0
# Caches fill, and what is painted for the first time is prepared.
SETTLING_SHARE, MOST_SETTLING_SECONDS = 0.2, 300.0
# Of the whole run; and what would be no leak in an hour is none.
MOST_GROWN_BYTES, MOST_BYTES_PER_HOUR = 12 * MB, 12 * MB
MOST_GROWN_DESCRIPTORS, MOST_GROWN_THREADS = 4, 2


@dataclass(frozen=True)
class Sample:
    """The viewer at one moment, `seconds` after the beginning; ages (ms) and what was painted are of the time since the
    sample before, `said` and what follows of the whole time."""

    seconds: float
    memory: int
    descriptors: int
    threads: int
    live: int
    painted: int
    age_p50: float | None
    age_p95: float | None
    said: int
    heard: int
    lost: int
    doubled: int


def leaks(samples: Sequence[Sample]) -> list[str]:
    """A sentence for each thing that grew and goes on growing."""
    settled = _settled(samples)
    if len(settled) < 6:
        return []
    found = []
    grown, per_hour = _grown(settled, lambda each: each.memory)
    if grown > MOST_GROWN_BYTES and per_hour > MOST_BYTES_PER_HOUR:
        found.append(f"The viewer's memory grew by {grown / MB:.0f} MB, {per_hour / MB:.0f} MB in an hour.")
    grown, _ = _grown(settled, lambda each: each.descriptors)
    if grown > MOST_GROWN_DESCRIPTORS:
        found.append(f"The viewer has {grown:.0f} descriptors more than at the beginning.")
    grown, _ = _grown(settled, lambda each: each.threads)
    if grown > MOST_GROWN_THREADS:
        found.append(f"The viewer has {grown:.0f} threads more than at the beginning.")
    return found


def growth(samples: Sequence[Sample]) -> str:
    """How the memory went after it had settled, for a table."""
    settled = _settled(samples)
    if len(settled) < 6:
        return "too short"
    grown, per_hour = _grown(settled, lambda each: each.memory)
    # Of some minutes nobody can tell what an hour would be.
    return f"{grown / MB:+.1f} MB" + (f" ({per_hour / MB:+.1f} MB an hour)" if samples[-1].seconds > HOUR / 6 else "")


def row(samples: Sequence[Sample]) -> list[str]:
    """One row for what happened in that time, under `HEAD`."""
    last, painted = samples[-1], sum(each.painted for each in samples)
    return [
        f"{last.memory / MB:.0f}",
        f"{last.descriptors}",
        f"{last.threads}",
        f"{median(each.live for each in samples):.0f}",
        f"{painted:,}",
        _ms([each.age_p50 for each in samples]),
        _ms([each.age_p95 for each in samples]),
        f"{last.said:,}",
        f"{last.heard:,}",
        f"{last.lost}",
        f"{last.doubled}",
    ]


HEAD = (
    "memory (MB)",
    "descriptors",
    "threads",
    "live",
    "painted",
    "age p50 (ms)",
    "age p95 (ms)",
    "said",
    "heard",
    "lost",
    "doubled",
)


def _settled(samples: Sequence[Sample]) -> list[Sample]:
    whole = samples[-1].seconds if samples else 0.0
    return [each for each in samples if each.seconds >= min(MOST_SETTLING_SECONDS, SETTLING_SHARE * whole)]


def _grown(samples: Sequence[Sample], figure: Callable[[Sample], float]) -> tuple[float, float]:
    """By how much the last third lies above the first one, and what that comes to in an hour. Peaks do not count."""
    third = len(samples) // 3
    first, last = samples[:third], samples[-third:]
    grown = median(map(figure, last)) - median(map(figure, first))
    between = median(each.seconds for each in last) - median(each.seconds for each in first)
    return grown, grown / between * HOUR


def _ms(ages: Sequence[float | None]) -> str:
    known = [age for age in ages if age is not None]
    return f"{median(known):.0f}" if known else "–"
