"""Cameras and a viewer that talk for long, and what happens to them meanwhile."""

import asyncio
import json
import random
import signal
import time
from collections import Counter
from pathlib import Path

import psutil

from camwire.identity import Identity
from tests.soak.figures import MB, Sample
from tests.soak.programs import Program
from tests.support.losing_link import Cable

FINISH_SECONDS = 120.0
SLOW_BYTES_PER_SECOND = 30_000.0
MISHAPS = ("killed", "stopped", "cut", "slow link")


class Camera(Program):
    """A camera program behind a cable. With the public key of a `viewer` its link is encrypted."""

    def __init__(
        self, name: str, cable: Cable, folder: Path, lines: int, picture: tuple[str, str], viewer: str = ""
    ) -> None:
        words = (name, str(folder), str(lines), "soak", *picture, *([viewer] if viewer else []))
        super().__init__("tests.support.losing_camera", *words, log=folder / f"{name}.log")
        self.cable = cable
        self.key = Identity.of(folder / name).public.decode() if viewer else ""
        self.is_in_trouble = False

    def heard(self, line: str) -> None:
        if line.startswith("tcp://"):
            self.cable.port = int(line.rpartition(":")[2])
        else:
            super().heard(line)

    async def kill(self) -> None:
        self.cable.port = 0
        await super().kill()


class Viewer(Program):
    """The viewer's window; `samples` are what it has told."""

    def __init__(self, folder: Path, lines: int, cameras: list[str]) -> None:
        words = (str(folder), str(lines), "soak", *cameras)
        super().__init__("tests.soak.viewer", *words, log=folder / "viewer.log")
        self.samples: list[Sample] = []

    def heard(self, line: str) -> None:
        if line.startswith("{"):
            self.samples.append(Sample(**json.loads(line)))
        else:
            super().heard(line)


class Scene:
    """All of them. Every second link is encrypted. `lines` are said by and to each camera, evenly over the time."""

    def __init__(self, folder: Path, cameras: int, lines: int, seed: int, picture: tuple[str, str]) -> None:
        self._chance = random.Random(seed)
        self._lines = lines
        self._allowed = 0
        self._troubles: set[asyncio.Task[None]] = set()
        cables = [Cable(self._chance) for _ in range(cameras)]
        self.addresses = [cable.address for cable in cables]
        viewer = Identity.of(folder).public.decode()
        self.cameras = [
            Camera(f"c{number}", cable, folder, lines, picture, viewer if number % 2 else "")
            for number, cable in enumerate(cables, 1)
        ]
        known = [f"{camera.cable.address} {camera.key}".rstrip() for camera in self.cameras]
        self.viewer = Viewer(folder, lines, known)
        self._all: list[Program] = [self.viewer, *self.cameras]
        self.mishaps: Counter[str] = Counter()

    async def start(self) -> None:
        """Start everything."""
        await asyncio.gather(*(each.start(0) for each in self._all))

    async def run(self, seconds: float, pause: float) -> None:
        """Let them talk for so long, and something happen every `pause` seconds on average."""
        began = time.monotonic()
        due = began + self._next(pause)
        while (now := time.monotonic()) < began + seconds:
            self._allow(int(self._lines * (now - began) / seconds))
            self._look()
            if now > due:
                due = now + self._next(pause)
                self._harm()
            await asyncio.sleep(0.2)

    async def finish(self) -> list[str]:
        """Let what is broken come back, and all be said and heard; return what did not come to that."""
        await asyncio.gather(*self._troubles)
        self._allow(self._lines)
        until = time.monotonic() + FINISH_SECONDS
        while not all(each.report.startswith("complete") for each in self._all):
            self._look()
            if time.monotonic() > until:
                return [f"not complete in time: {[each.report for each in self._all]}"]
            await asyncio.sleep(0.1)
        return []

    async def close(self) -> list[str]:
        """End all processes and cables; return what ended badly."""
        for trouble in self._troubles:
            trouble.cancel()
        await asyncio.gather(*self._troubles, return_exceptions=True)
        for camera in self.cameras:
            camera.send(signal.SIGCONT)
        codes = await asyncio.gather(*(each.close() for each in self._all))
        for camera in self.cameras:
            await camera.cable.close()
        return [
            f"{each} ended with {code}" for each, code in zip(["viewer", *self.addresses], codes, strict=True) if code
        ]

    def largest_camera(self) -> float:
        """How much memory the largest camera has (MB)."""
        found = [0.0]
        for pid in (camera.pid for camera in self.cameras):
            try:
                found.append(psutil.Process(pid).memory_info().rss / MB if pid else 0.0)
            except psutil.Error:
                continue
        return max(found)

    def _allow(self, lines: int) -> None:
        if lines > self._allowed:
            self._allowed = lines
            for each in self._all:
                each.allow(lines)

    def _look(self) -> None:
        """Raises AssertionError when a program has ended that nobody has killed."""
        ended = [each.ended for each in self._all if each.ended]
        assert not ended, ended

    def _next(self, pause: float) -> float:
        return self._chance.expovariate(1 / pause)

    def _harm(self) -> None:
        well = [camera for camera in self.cameras if not camera.is_in_trouble]
        if not well:
            return
        victim, kind = self._chance.choice(well), self._chance.choice(MISHAPS)
        victim.is_in_trouble = True
        self.mishaps[kind] += 1
        trouble = asyncio.get_running_loop().create_task(self._trouble(victim, kind))
        self._troubles.add(trouble)
        trouble.add_done_callback(self._troubles.discard)

    async def _trouble(self, camera: Camera, kind: str) -> None:
        seconds = self._chance.uniform(0.5, 8.0)
        match kind:
            case "killed":
                await camera.kill()
                await asyncio.sleep(seconds / 4)
                await camera.start(self._allowed)
                # More may have been allowed while it started.
                camera.allow(self._allowed)
            case "stopped":
                camera.send(signal.SIGSTOP)
                await asyncio.sleep(seconds)
                camera.send(signal.SIGCONT)
            case "cut":
                camera.cable.cut()
            case "slow link":
                usual, camera.cable.bytes_per_second = camera.cable.bytes_per_second, SLOW_BYTES_PER_SECOND
                await asyncio.sleep(2 * seconds)
                camera.cable.bytes_per_second = usual
        camera.is_in_trouble = False
