"""Does a large file disturb pictures and lines? 200 MB to one of eight live cameras in the real window, lines to all.

First ten seconds without a file, then for as long as it takes to be whole at the camera.
"""

import asyncio
import itertools
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.harness import camera_processes, keep, table
from benchmarks.support.window import run_window
from viewer.core.fleet import Fleet
from viewer.core.pictures.stats import percentiles
from viewer.core.sessions.session import Session
from viewer.core.talk.chat import ChatLine
from viewer.ui.main_window import MainWindow

CAMERAS, MEGABYTES = 8, 200
CHAT_LIMIT_MS, AGE_LIMIT_MS = 100.0, 150.0
BETWEEN_SECONDS = 0.05
QUIET_SECONDS = 10.0
MOST_SECONDS = 240.0


class Ears:
    """Measures from the saying of a line to the answer, and the age of each painted picture."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.trips: list[float] = []
        self.asked: dict[int, float] = {}
        self.is_file_there = False
        session.observe(self)

    def say(self) -> None:
        line = self.session.say("ping")
        self.asked[line.number] = time.monotonic()

    def state_changed(self, state: object) -> None:
        pass

    name_changed = picture_ready = lambda self: None

    def line_added(self, line: ChatLine) -> None:
        if not line.is_mine and line.about in self.asked:
            self.trips.append(time.monotonic() - self.asked.pop(line.about))

    def lines_changed(self, lines: list[ChatLine]) -> None:
        for line in lines:
            if line.file is not None and line.is_over:
                assert not line.why, line.why
                self.is_file_there = True

    def begin(self) -> None:
        self.trips.clear()
        self.session.stats.ages.clear()


async def measured(ears: list[Ears], until: "asyncio.Future[None]") -> dict[str, float]:
    for each in ears:
        each.begin()
    began, cpu = time.monotonic(), time.process_time()
    for each in itertools.cycle(ears):
        if until.done():
            break
        each.say()
        await asyncio.sleep(BETWEEN_SECONDS)
    took = time.monotonic() - began
    cpu = time.process_time() - cpu
    await asyncio.sleep(1)
    trips = percentiles([trip for each in ears for trip in each.trips])
    ages = [percentiles(each.session.stats.ages) for each in ears]
    return {
        "seconds": round(took, 1),
        "chat p50": round(trips.p50 or -1, 1),
        "chat p95": round(trips.p95 or -1, 1),
        "chat p99": round(trips.p99 or -1, 1),
        "age p95, best tile": round(min(age.p95 or 1e9 for age in ages), 1),
        "age p95, worst tile": round(max(age.p95 or 1e9 for age in ages), 1),
        "unanswered": float(sum(len(each.asked) for each in ears)),
        "viewer CPU %": round(100 * cpu / took, 0),
    }


def main() -> int:
    """Print the table; 1 if a limit is broken."""
    figures: dict[str, dict[str, float]] = {}

    async def scene(fleet: Fleet, window: MainWindow) -> None:
        for endpoint in endpoints:
            fleet.add(endpoint)
        sessions = list(fleet)
        while not all(session.stats.frames > 30 for session in sessions):
            await asyncio.sleep(0.1)
        ears = [Ears(session) for session in sessions]
        loop = asyncio.get_running_loop()
        quiet: asyncio.Future[None] = loop.create_future()
        loop.call_later(QUIET_SECONDS, quiet.set_result, None)
        figures["without a file"] = await measured(ears, quiet)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "large.bin"
            with path.open("wb") as file:
                for _ in range(MEGABYTES):
                    file.write(os.urandom(1_000_000))
            files = sessions[0].files
            assert files is not None
            there: asyncio.Future[None] = loop.create_future()
            files.send(path, lambda sentence: there.set_exception(RuntimeError(sentence)))
            watching = loop.create_task(_until(lambda: ears[0].is_file_there, there))
            figures["with the file"] = await measured(ears, there)
            await watching
            there.result()

    words = ("--source", "pattern", "--size", "640x480", "--fps", "15", "--echo")
    with camera_processes(CAMERAS, *words) as endpoints:
        run_window(scene, 1280, 800)
    names = list(figures["with the file"])
    print(f"{MEGABYTES} MB to one of {CAMERAS} cameras at 640×480 and 15 fps, lines to all; ms")
    print(table([["", *names], *([name, *(row[each] for each in names)] for name, row in figures.items())]))
    keep("file_beside_video", figures)
    row = figures["with the file"]
    is_well = row["chat p95"] < CHAT_LIMIT_MS and row["age p95, worst tile"] < AGE_LIMIT_MS
    return 0 if is_well and not row["unanswered"] else 1


async def _until(is_done: Callable[[], bool], future: "asyncio.Future[None]") -> None:
    until = time.monotonic() + MOST_SECONDS
    while not is_done() and time.monotonic() < until and not future.done():
        await asyncio.sleep(0.05)
    if not future.done():
        if is_done():
            future.set_result(None)
        else:
            future.set_exception(TimeoutError("the file did not arrive"))


if __name__ == "__main__":
    sys.exit(main())
