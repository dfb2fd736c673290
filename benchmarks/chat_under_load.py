"""How long does a line take to a camera and back beside 16 live cameras in the real window?

Round trips of 200 lines to a camera program that answers each: with both ends keeping everything on disk, as the
programs do, and with nothing kept, which shows what the disk costs. Fails if a line is lost, doubled or out of order.
"""

import asyncio
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.harness import camera_processes
from benchmarks.support.programs import running
from benchmarks.support.report import Limit, interleaved, medians, publish, shown, words
from benchmarks.support.window import run_window
from viewer.core.fleet import Fleet
from viewer.core.pictures.stats import percentiles
from viewer.core.sessions.session import Session
from viewer.core.talk.chat import ChatLine
from viewer.ui.main_window import MainWindow

CAMERAS, LINES = 16, 200
BETWEEN_SECONDS = 0.02
ANSWER_SECONDS = 10.0
LIMIT_MS = 20.0
CAMERA = ("--source", "pattern", "--size", "640x480", "--fps", "15", "--echo")


class Ear:
    """Hears what a camera answers, as it is heard."""

    def __init__(self, session: Session) -> None:
        self.heard: list[str] = []
        self.came = asyncio.Event()
        session.observe(self)

    state_changed = lines_changed = lambda self, what: None
    name_changed = picture_ready = lambda self: None

    def line_added(self, line: ChatLine) -> None:
        if not line.is_mine:
            self.heard.append(line.text)
            self.came.set()


async def round_trips(session: Session) -> list[float]:
    """Seconds that each line took."""
    ear, trips = Ear(session), []
    for number in range(LINES):
        ear.came.clear()
        began = time.monotonic()
        session.say(f"line {number}")
        await asyncio.wait_for(ear.came.wait(), ANSWER_SECONDS)
        trips.append(time.monotonic() - began)
        await asyncio.sleep(BETWEEN_SECONDS)
    assert ear.heard == [f"line {number}" for number in range(LINES)]
    return trips


def measured(is_kept: bool) -> dict[str, Any]:
    """The percentiles of one run."""
    trips: list[float] = []
    with TemporaryDirectory() as folder, running("replay_cameras", "--count", CAMERAS - 1) as load:
        endpoints = load.line()["endpoints"]
        state = str(Path(folder) / "camera") if is_kept else "none"
        with camera_processes(1, *CAMERA, "--state", state) as talking:

            async def scene(fleet: Fleet, window: MainWindow) -> None:
                for endpoint in (*endpoints, *talking):
                    fleet.add(endpoint)
                sessions = list(fleet)
                while not all(session.stats.frames > 3 for session in sessions):
                    await asyncio.sleep(0.1)
                trips.extend(await round_trips(sessions[-1]))

            run_window(scene, 1920, 1080, Path(folder) / "history.db" if is_kept else None)
    shares = percentiles(trips)
    return {"p50_ms": shares.p50, "p95_ms": shares.p95, "p99_ms": shares.p99, "most_ms": 1000 * max(trips)}


def main() -> int:
    """Print the table; 1 if the limit is broken."""
    said = words(runs=5, seconds=0.0).parse_args()
    found = interleaved(said.runs, on_disk=lambda: measured(True), not_kept=lambda: measured(False))
    rows = {name: medians(runs) for name, runs in found.items()}
    title = f"{LINES} lines there and back beside {CAMERAS} cameras, 640×480 at 15 fps, medians of {said.runs} runs; ms"
    cells = [["", *rows["on_disk"]], *([name, *map(shown, row.values())] for name, row in rows.items())]
    return publish(
        "chat_under_load",
        {title: cells},
        found,
        [Limit("p99 in ms, on disk", rows["on_disk"]["p99_ms"], most=LIMIT_MS)],
    )


if __name__ == "__main__":
    sys.exit(main())
