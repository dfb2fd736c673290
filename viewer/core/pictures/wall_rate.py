"""One ceiling for the pictures of the whole wall, and each camera's share of it. Bytes per second throughout.

Max-min fair: nobody gets more than it needs while another lacks something, and what some do not use goes to the others.
What a camera needs is not known but found. It keeps below its share in steps, each about twice as large as the one
before: who takes more than half of its share may need any amount, who takes a third needs little more than it takes.
In between the need is taken to be the share, so that shares come to rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor, inf, log

MUCH, LITTLE, ROOM = 0.55, 0.35, 2.2
SLOWLY = 0.75
"""What a need falls to at most from one time to the next: a camera that only paused for breath keeps its pictures."""
FIRST = 0.75
"""How much of the whole the first camera may take from the others: with one other, three times as much."""
LEAST = 8_000
"""What nobody is refused, where there is as much for each: a small picture every second."""
UNTAKEN = 0.1
"""How much of the ceiling is shared even if cameras that know no limits take all of it."""
STEP = 1.1
"""Shares are rounded down to powers of this: a camera is not told of every byte."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a camera took lately, and its share; 0: whatever it needed. `is_limitable`: it can be told of a share."""

    took: float
    share: int = 0
    is_limitable: bool = True


def shares(ceiling: int, uses: Mapping[str, Use], first: str | None = None) -> dict[str, int]:
    """What each camera that can be told may take from now on, together no more than the others leave of `ceiling`.

    `first` is served before the rest. Without a ceiling (0) all shares are 0: no limit.
    """
    told = {key: use for key, use in uses.items() if use.is_limitable}
    if ceiling <= 0 or not told:
        return dict.fromkeys(told, 0)
    untold = sum(use.took for use in uses.values() if not use.is_limitable)
    whole = max(ceiling - untold, UNTAKEN * ceiling)
    least = min(LEAST, whole / len(told))
    needs = {key: max(least, _need(use)) for key, use in told.items()}
    given: dict[str, float] = {}
    if first in needs:
        given[first] = min(needs[first], max(FIRST * whole, whole / len(needs)), whole - least * (len(needs) - 1))
    left = whole - sum(given.values())
    for key in sorted(needs.keys() - given.keys(), key=lambda each: (needs[each], each)):
        given[key] = min(needs[key], left / (len(needs) - len(given)))
        left -= given[key]
    # Something is left only where nobody but the first lacks anything.
    lacking = [key for key in given if given[key] < needs[key]] or list(given)
    return {key: _rounded(given[key] + (left / len(lacking) if key in lacking else 0)) for key in given}


def _need(use: Use) -> float:
    """What a camera would take if it could; infinite where nobody knows."""
    if not use.share or use.took >= MUCH * use.share:
        return inf
    return max(ROOM * use.took, SLOWLY * use.share) if use.took < LITTLE * use.share else use.share


def _rounded(share: float) -> int:
    # What was rounded before stays as it is: each round would take away from those that lack nothing.
    return max(1, floor(STEP ** floor(log(share + 1, STEP))))
