"""Medians of runs, limits, what is printed and kept of them, and the words of the command line."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from benchmarks.harness import keep, table


@dataclass(frozen=True)
class Limit:
    """What must hold: `figure` is compared with `most`, or with `least`."""

    what: str
    figure: float
    most: float | None = None
    least: float | None = None

    @property
    def is_kept(self) -> bool:
        """Whether it holds."""
        is_low = self.most is None or self.figure <= self.most
        return is_low and (self.least is None or self.figure >= self.least)

    @property
    def bound(self) -> str:
        """What it is held to."""
        return f"at most {self.most:.3g}" if self.most is not None else f"at least {self.least:.3g}"


Rows = Sequence[Sequence[object]]
"""Of a table; the first one is the head."""


def publish(name: str, tables: dict[str, Rows], figures: object, limits: Sequence[Limit] = ()) -> int:
    """Print tables by their titles and whether each limit is kept, and keep it all with `figures`; 1 if one is broken.

    `python -m benchmarks.support.page` writes what was kept into the documentation.
    """
    for title, rows in tables.items():
        print(f"{title}\n{table(rows)}\n")
    written = {title: [[str(cell) for cell in row] for row in rows] for title, rows in tables.items()}
    said = [[limit.what, f"{limit.figure:.2f}", limit.bound, limit.is_kept] for limit in limits]
    keep(name, {"tables": written, "limits": said, "figures": figures})
    return judged(limits)


def judged(limits: Sequence[Limit]) -> int:
    """Print whether each limit is kept; 1 if one is not."""
    for limit in limits:
        print(f"{'kept  ' if limit.is_kept else 'BROKEN'}  {limit.what}: {limit.figure:.2f}, {limit.bound}")
    return 0 if all(limit.is_kept for limit in limits) else 1


def interleaved(runs: int, **ways: Callable[[], dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Go each of the `ways`, one after the other, `runs` times: what disturbs the machine disturbs all of them."""
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in ways}
    for _ in range(runs):
        for name, way in ways.items():
            found[name].append(way())
    return found


def medians(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """For each figure the median; of what is no number, the last."""
    return {name: _median([row[name] for row in rows]) for name in rows[-1]}


def ratio(ours: Sequence[dict[str, Any]], theirs: Sequence[dict[str, Any]], name: str) -> float:
    """The median of the ratios of runs that stood side by side."""
    return median(our[name] / their[name] for our, their in zip(ours, theirs, strict=True))


def _median(values: list[Any]) -> Any:
    return median(values) if all(isinstance(each, int | float) for each in values) else values[-1]


def shown(value: object) -> str:
    """A figure as a table has it."""
    match value:
        case float():
            return f"{value:.2f}" if abs(value) < 100 else f"{value:.0f}"
        case [width, height]:
            return f"{width}×{height}"
        case dict():
            return " ".join(f"{cause}:{count}" for cause, count in value.items()) or "none"
        case None:
            return "–"
        case _:
            return str(value)


def words(runs: int, seconds: float) -> argparse.ArgumentParser:
    """The words that benchmarks share."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=runs)
    parser.add_argument("--seconds", type=float, default=seconds, help="of each run, without what warms it up")
    return parser
