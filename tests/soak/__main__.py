"""A wall that runs for hours: `python3 run.py soak --hours 0.25`.

So many camera programs behind cables and the viewer's real window, offscreen, talk with each other, and cameras are
killed and stopped, cables cut and links made slow, in no order. Every minute a row of figures is printed, at the end
one for every hour. Ends with 1 if the viewer's memory, descriptors or threads grow and go on growing, or if a line was
lost, doubled, out of order or not answered.
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from tests.soak.figures import HEAD, Sample, growth, leaks, row
from tests.soak.scene import Scene
from tests.support import reliability_page
from tests.support.losing_accounts import account

MINUTE, HOUR = 60.0, 3600.0
ROW = "{:>10}" + "{:>13}" * len(HEAD) + "{:>14}{:>9}"


@dataclass
class Toll:
    """Where the reckoning is written down."""

    answers: int = 0
    interrupted: int = 0
    repeats: int = 0
    problems: list[str] = field(default_factory=list)


async def run(folder: Path, given: argparse.Namespace) -> tuple[Toll, Scene]:
    """Do it in `folder`, which must be empty; return what came of it."""
    seconds = given.hours * HOUR
    lines = max(1, round(given.lines_per_minute * seconds / MINUTE))
    toll, scene = Toll(), Scene(folder, given.cameras, lines, given.seed, (given.size, str(given.fps)))
    telling = asyncio.get_running_loop().create_task(_tell(scene))
    try:
        await scene.start()
        await scene.run(seconds, given.pause)
        toll.problems += await scene.finish()
    except AssertionError as error:
        toll.problems.append(str(error))
    finally:
        telling.cancel()
        toll.problems += await scene.close()
    if not toll.problems:
        await account(folder, scene.addresses, lines, toll)
    toll.problems += leaks(scene.viewer.samples)
    return toll, scene


async def _tell(scene: Scene) -> None:
    """A row for every minute."""
    print(ROW.format("minute", *HEAD, "camera (MB)", "mishaps"), flush=True)
    minute = 0
    while True:
        await asyncio.sleep(MINUTE)
        samples = [each for each in scene.viewer.samples if minute <= each.seconds // MINUTE]
        minute += 1
        if samples:
            cells = row(samples)
            print(ROW.format(minute, *cells, f"{scene.largest_camera():.0f}", scene.mishaps.total()), flush=True)


def hours(samples: list[Sample]) -> list[list[str]]:
    """A row for every hour."""
    grouped = groupby(samples, lambda each: int(each.seconds // HOUR))
    return [[str(hour + 1), *row(list(some))] for hour, some in grouped]


def main() -> int:
    """Run once; return the exit code."""
    parser = argparse.ArgumentParser(prog="tests.soak", description=__doc__)
    parser.add_argument("--hours", type=float, default=1.0)
    parser.add_argument("--cameras", type=int, default=16)
    parser.add_argument("--size", default="320x240")
    parser.add_argument("--fps", type=float, default=10.0)
    parser.add_argument("--lines-per-minute", type=float, default=20.0, help="by each camera, and to each")
    parser.add_argument("--pause", type=float, default=3.0, help="seconds from one mishap to the next, on average")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--page", action="store_true", help="write the table into docs/reliability.md")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="watchword-soak-"))
    toll, scene = asyncio.run(run(folder, given))
    table = reliability_page.table([("hour", *HEAD), *hours(scene.viewer.samples)])
    summary = summed_up(given, toll, scene)
    print(f"\n{table}\n\n{summary}")
    for problem in toll.problems[:50]:
        print(f"  {problem}")
    if toll.problems:
        print(f"What was kept and noted is in {folder}.")
    else:
        shutil.rmtree(folder)
    if given.page:
        reliability_page.write("soak", f"{summary}\n\n{table}\n")
    return 1 if toll.problems else 0


def summed_up(given: argparse.Namespace, toll: Toll, scene: Scene) -> str:
    """What was done and what came of it, as sentences."""
    done = ", ".join(f"{count} {kind}" for kind, count in sorted(scene.mishaps.items())) or "none"
    return (
        f"{given.cameras} cameras of {given.size} at {given.fps:g} fps for {60 * given.hours:g} minutes, "
        f"{given.lines_per_minute:g} lines a minute from and to each. {scene.mishaps.total()} mishaps: {done}. "
        f"{toll.answers:,} answers, {toll.interrupted} told to be interrupted; {toll.repeats:,} lines came again "
        f"and were dropped. The viewer's memory went {growth(scene.viewer.samples)}. {len(toll.problems)} problems."
    )


if __name__ == "__main__":
    sys.exit(main())
