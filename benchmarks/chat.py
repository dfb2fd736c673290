"""How long does a line take to a camera and back while its video runs? Round trips of 200 lines, five times: with
both ends keeping everything on disk, as the programs do, and with nothing kept, which shows what the disk costs."""

import asyncio
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.harness import camera_processes, keep, table
from camwire.link import DRAIN_SECONDS
from tests.support.watching import Watcher, percentile
from viewer.core.fleet import Fleet
from viewer.core.history import History
from viewer.core.state import Phase

LINES, RUNS = 200, 5
LIMIT_MS = 50.0
SHARES = (0.5, 0.95, 0.99)
CAMERA = ("--source", "pattern", "--size", "640x480", "--fps", "30", "--echo")


async def round_trips(endpoint: str, history: Path | None) -> list[float]:
    """Return the round trip of each line in ms. Fails if one is lost, doubled or out of order."""
    trips: list[float] = []
    viewer = Fleet("benchmark", "Benchmark", history=History(history))
    try:
        watcher = Watcher(viewer.add(endpoint))
        while not watcher.is_(Phase.LIVE):
            await asyncio.sleep(0.05)
        for number in range(LINES):
            began = time.monotonic()
            watcher.session.say(f"line {number}")
            while len(watcher.heard) <= number:
                await asyncio.sleep(DRAIN_SECONDS / 8)
            trips.append(1000 * (time.monotonic() - began))
        assert [line.text for line in watcher.heard] == [f"line {number}" for number in range(LINES)]
    finally:
        viewer.close()
    return trips


def runs(is_kept: bool) -> list[list[float]]:
    """The shares of each run, all of them with the same camera."""
    with TemporaryDirectory() as folder:
        state = str(Path(folder) / "camera") if is_kept else "none"
        with camera_processes(1, *CAMERA, "--state", state) as endpoints:
            trips = [
                asyncio.run(round_trips(endpoints[0], Path(folder) / f"{run}.db" if is_kept else None))
                for run in range(RUNS)
            ]
    return [[round(percentile(each, share), 2) for share in SHARES] for each in trips]


def main() -> int:
    """Print the tables; 1 if the limit is broken."""
    figures = {"on disk": runs(is_kept=True), "not kept": runs(is_kept=False)}
    medians = {
        name: [statistics.median(column) for column in zip(*rows, strict=True)] for name, rows in figures.items()
    }
    print(f"{LINES} lines there and back beside 640×480 at 30 fps, {RUNS} runs; ms")
    for name, rows in figures.items():
        numbered = [[n, *row] for n, row in enumerate(rows, 1)]
        print(table([[name, "p50", "p95", "p99"], *numbered, ["median", *medians[name]]]))
    keep("chat", figures)
    return 0 if medians["on disk"][1] < LIMIT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
