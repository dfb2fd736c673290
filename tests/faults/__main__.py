"""Faults over and over: `python -m tests.faults [--cycles 200] [--only NAME]…`.

Says for each how long it took until the wall was live again, what was said meanwhile, and what the programs held before
and after."""

import argparse
import asyncio
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.faults.mishaps import CLOCKS, QUICK, SLOW, Mishap
from tests.faults.programs import Holdings
from tests.faults.scene import BACK_SECONDS, scene

ALL = {**QUICK, **CLOCKS, **SLOW}
# What takes seconds is done so much more seldom.
SELDOM = 10
# Until then programs still fetch what they need only now.
WARM = 10
# Descriptors and threads that a program may have more at the end, and MiB in each half of the cycles: what is fetched
# only once, such as an encoder for a link that seems narrow, is fetched in one of them.
MORE = 2, 1
MORE_MEMORY = 2.0


@dataclass(slots=True)
class Result:
    """What became of one mishap; `held` is what camera and viewer held when they were warm, halfway, and at the end."""

    name: str
    seconds: list[float]
    said: int
    held: list[list[Holdings]]

    @property
    def problems(self) -> list[str]:
        """What should not be."""
        late = [seconds for seconds in self.seconds if seconds > BACK_SECONDS]
        grown = [
            f"{end} holds more and more: {' → '.join(map(str, held))}"
            for end, *held in zip(("the camera", "the viewer"), *self.held, strict=True)
            if has_grown(held)
        ]
        return ([f"live again only after {max(late):.1f} s"] if late else []) + grown

    def __str__(self) -> str:
        ends = ("camera", "viewer")
        held = "; ".join(f"{end} {then} → {now}" for end, then, _, now in zip(ends, *self.held, strict=True))
        ordered = sorted(self.seconds)
        return (
            f"{self.name}: {len(ordered)} times, live again after {ordered[len(ordered) // 2]:.2f} s "
            f"(at most {ordered[-1]:.2f} s), {self.said:,} messages; {held}"
        )


def has_grown(held: list[Holdings]) -> bool:
    """Whether a program holds ever more: when it was warm, halfway, at the end."""
    warm, halfway, now = held
    is_growing = min(halfway[2] - warm[2], now[2] - halfway[2]) > MORE_MEMORY
    return is_growing or any(now[each] > warm[each] + more for each, more in enumerate(MORE))


async def suffer(folder: Path, name: str, mishap: Mishap, cycles: int) -> Result:
    """Have a scene suffer it so often."""
    seconds: list[float] = []
    held: list[list[Holdings]] = []
    async with scene(folder, is_secure=True) as it:
        for until in (min(WARM, cycles), cycles // 2, cycles):
            while len(seconds) < until:
                seconds.append(await it.survives(mishap, within=float("inf")))
            held.append([program.holdings for program in it.programs])
        return Result(name, seconds, await it.settle(), held)


def main() -> int:
    """Run them all; 1 if anything was lost or doubled, came back late, or grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cycles", type=int, default=200, help=f"of what is quick; of the rest 1 in {SELDOM}")
    parser.add_argument("--only", action="append", choices=ALL, metavar="NAME", help=", ".join(ALL))
    given = parser.parse_args()
    is_well = True
    for name in given.only or ALL:
        cycles = given.cycles if name in QUICK else max(1, given.cycles // SELDOM)
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="watchword-faults-") as folder:
            try:
                result = asyncio.run(suffer(Path(folder), name, ALL[name], cycles))
            except AssertionError as error:
                print(f"{name}: {error}", flush=True)
                is_well = False
                continue
        print(f"{result}, {time.monotonic() - began:.0f} s in all", flush=True)
        for problem in result.problems:
            print(f"  {problem}", flush=True)
            is_well = False
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
