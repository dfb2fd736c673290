"""The proof that nothing said is lost: lines both ways while both ends are killed and the link is cut, over and over.

`python -m tests.end_to_end.losing --messages 100000 --kills 1000 --cuts 1000 --seed 7`; the numbers are those of all
four cameras together.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.losing_accounts import account
from tests.support.losing_link import Cable
from tests.support.losing_programs import Program

CAMERAS = 4
# So often it is the viewer that is killed, which takes all cameras' lines with it.
VIEWER_SHARE = 0.3
BOTH_SHARE = 0.1
FINISH_SECONDS = 90.0
# From one mishap to the next, in parts of the average: at once, soon, or when much is on its way again.
PAUSES = (0.1, 0.4, 5.5)


@dataclass
class Toll:
    """What was done, and what came of it: `problems` is empty when nothing was lost, doubled or out of order."""

    kills: int = 0
    cuts: Counter[str] = field(default_factory=Counter)
    messages: int = 0
    answers: int = 0
    interrupted: int = 0
    repeats: int = 0
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        how = ", ".join(f"{count} {kind}" for kind, count in sorted(self.cuts.items()))
        return (
            f"{self.kills} kills, {self.cuts.total()} cuts ({how}), {self.messages:,} messages each way, "
            f"{self.answers:,} answers, {self.interrupted} told to be interrupted, {self.repeats:,} came again "
            f"and were dropped, {self.seconds:.0f} s: {len(self.problems)} problems"
        )


class Camera(Program):
    """A camera behind its cable."""

    def __init__(self, name: str, cable: Cable, folder: Path, lines: int, seed: int) -> None:
        super().__init__("losing_camera", name, str(folder), str(lines), str(seed), log=folder / f"{name}.log")
        self.cable = cable

    def heard(self, line: str) -> None:
        if line.startswith("tcp://"):
            self.cable.port = int(line.rpartition(":")[2])
        else:
            super().heard(line)

    async def kill(self) -> None:
        self.cable.port = 0
        await super().kill()


class Scene:
    """One viewer, its cameras, and what happens to them."""

    def __init__(self, folder: Path, lines: int, seed: int) -> None:
        self._chance = random.Random(seed)
        self._lines = lines
        self._allowed = 0
        self._restarts: set[asyncio.Task[None]] = set()
        cables = [Cable(self._chance) for _ in range(CAMERAS)]
        self.cameras = [Camera(f"c{n}", cable, folder, lines, seed) for n, cable in enumerate(cables, 1)]
        self.addresses = [cable.address for cable in cables]
        words = (str(folder), str(lines), str(seed), *self.addresses)
        self.viewer = Program("losing_viewer", *words, log=folder / "viewer.log")
        self._all = [self.viewer, *self.cameras]

    async def play(self, kills: int, cuts: int, pause: float, toll: Toll) -> None:
        """Start everything, do all that harm, then wait until all is said; `pause` seconds on average between two."""
        for each in self._all:
            await each.start(0)
        left = {"kill": kills, "cut": cuts}
        while rest := sum(left.values()):
            self._allow(self._lines * (kills + cuts - rest + 1) // (kills + cuts + 1))
            await asyncio.sleep(self._chance.choice(PAUSES) * self._chance.random() * pause)
            if self._chance.random() * rest < left["cut"]:
                toll.cuts[await self._cut()] += 1
                left["cut"] -= 1
            else:
                left["kill"] -= await self._kill(left["kill"])
        toll.kills = kills
        self._allow(self._lines)
        await asyncio.gather(*self._restarts)
        await self._finish(toll)

    async def close(self) -> None:
        """End all processes and cables."""
        for restart in self._restarts:
            restart.cancel()
        await asyncio.gather(*self._restarts, return_exceptions=True)
        for each in self._all:
            await each.kill()
        for camera in self.cameras:
            await camera.cable.close()

    def _allow(self, lines: int) -> None:
        self._allowed = lines
        for each in self._all:
            each.allow(lines)

    async def _cut(self) -> str:
        while not (up := [camera for camera in self.cameras if camera.cable.is_up]):
            await self._wait()
        return self._chance.choice(up).cable.cut()

    async def _kill(self, most: int) -> int:
        """Kill one program, or the viewer and a camera at once; return how many."""
        while not (running := [each for each in self.cameras if each.is_running]) or not self.viewer.is_running:
            await self._wait()
        lot = self._chance.random()
        victims: list[Program] = [self._chance.choice(running)] if lot > VIEWER_SHARE else [self.viewer]
        if lot > 1 - BOTH_SHARE and most > 1:
            victims.append(self.viewer)
        for victim in victims:
            await victim.kill()
            restart = asyncio.get_running_loop().create_task(self._restart(victim))
            self._restarts.add(restart)
            restart.add_done_callback(self._restarts.discard)
        return len(victims)

    async def _wait(self) -> None:
        """Let a moment pass. Raises AssertionError when a program has ended that nobody has killed."""
        ended = [each.report for each in self._all if each.has_ended]
        assert not ended, ended
        await asyncio.sleep(0.01)

    async def _restart(self, program: Program) -> None:
        await asyncio.sleep(self._chance.choice((0.0, 0.2, 0.8)) * self._chance.random())
        await program.start(self._allowed)
        # More may have been allowed while it started.
        program.allow(self._allowed)

    async def _finish(self, toll: Toll) -> None:
        until = time.monotonic() + FINISH_SECONDS
        while not all(each.report.startswith("complete") for each in self._all):
            await asyncio.sleep(0.05)
            if time.monotonic() > until or any(each.has_ended for each in self._all):
                toll.problems.append(f"not complete in time: {[each.report for each in self._all]}")
                return


async def run(folder: Path, messages: int, kills: int, cuts: int, seed: int, pause: float = 0.5) -> Toll:
    """Do it in `folder`, which must be empty; return the toll."""
    toll, began = Toll(messages=messages), time.monotonic()
    scene = Scene(folder, messages // CAMERAS, seed)
    try:
        await scene.play(kills, cuts, pause, toll)
    finally:
        await scene.close()
    toll.seconds = time.monotonic() - began
    await account(folder, scene.addresses, messages // CAMERAS, toll)
    return toll


def main() -> int:
    """Run once; 1 if anything was lost, doubled or out of order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=10_000, help="each way, by all cameras together")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--cuts", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pause", type=float, default=0.5, help="seconds from one mishap to the next, on average")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="watchword-losing-"))
    toll = asyncio.run(run(folder, given.messages, given.kills, given.cuts, given.seed, given.pause))
    print(toll)
    for problem in toll.problems[:50]:
        print(f"  {problem}")
    print(f"What was kept and noted is in {folder}.")
    return 1 if toll.problems else 0


if __name__ == "__main__":
    sys.exit(main())
