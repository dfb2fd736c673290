"""What does a webcam's picture cost at its source, and how soon is a pulled cable seen, and one that is back?

The real OpenCV and the real camera program on an emulated V4L2 webcam of 1280x720 at 30 pictures a second. Needs Linux
and a C compiler.
"""

import asyncio
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

import psutil

from benchmarks.support.film import BUNDLED, FRAMES, Film
from benchmarks.support.programs import Program
from benchmarks.support.report import Limit, Rows, interleaved, medians, publish, shown, words
from sender.asked import Size
from tests.support.emulated_webcam import IS_POSSIBLE, EmulatedWebcam, compiled
from tests.support.waiting import until
from tests.support.watching import Watcher, fleet
from viewer.core.sessions.state import Phase

SIZE = Size(1280, 720)
WAYS = {
    "ours": "ours",
    "opencv_raw": "OpenCV, JPEG as it is",
    "opencv": "OpenCV, decoded and encoded again",
}
COLUMNS = ("cpu_ms", "fps", "kB")
# The next try comes after a while that grows: each moment of it may be the one when the cable is back.
OUT_SECONDS = (0.3, 0.9, 1.7, 2.6, 3.4, 4.3)
NUMBERS = (98, 95)
PATIENCE = 15.0


def main() -> int:
    """Print the tables; 1 if a limit is broken."""
    said = words(runs=5, seconds=4.0).parse_args()
    if not IS_POSSIBLE:
        print("This needs Linux and a C compiler: sudo apt install gcc")
        return 0
    film = Film(BUNDLED, SIZE)
    jpegs = [film.jpeg(number, SIZE) for number in range(FRAMES)]
    with tempfile.TemporaryDirectory() as folder:
        webcam = EmulatedWebcam(compiled(Path(folder)), Path(folder), jpegs, str(SIZE))
        found = interleaved(said.runs, **{way: partial(_read, webcam, way, said.seconds) for way in WAYS})
        cable = asyncio.run(_pulled(webcam))
    costs: Rows = [["", *COLUMNS]] + [
        [title, *(shown(medians(found[way])[column]) for column in COLUMNS)] for way, title in WAYS.items()
    ]
    times: Rows = [
        ["", "median", "slowest"],
        *([title, *(f"{figure:.2f}" for figure in _middle_and_most(cable[key]))] for title, key in CABLE.items()),
    ]
    limits = [
        Limit("CPU ms per picture of 1280×720, at the source", medians(found["ours"])["cpu_ms"], most=0.3),
        Limit("s until a pulled cable is shown, slowest", max(cable["gone_s"]), most=1.0),
        Limit("s until live again under another number, slowest", max(cable["back_s"]), most=2.0),
        Limit("MB resident while it sends", cable["rss_mb"][0], most=80.0),
    ]
    tables = {
        f"Reading a webcam's picture, medians of {said.runs} runs": costs,
        "A cable is pulled, and plugged in elsewhere, in s": times,
    }
    return publish("webcam", tables, {"source": found, "cable": cable}, limits)


CABLE = {"until the tile says so": "gone_s", "until it is live again": "back_s"}


def _read(webcam: EmulatedWebcam, way: str, seconds: float) -> dict[str, Any]:
    loaded = [f"{name}={webcam.environment[name]}" for name in webcam.environment if name.startswith("WEBCAM_")]
    within = ["env", f"LD_PRELOAD={webcam.environment['LD_PRELOAD']}", *loaded]
    reader = Program("webcam_reader", way.replace("_", "-"), "--seconds", seconds, within=within)
    try:
        return reader.line()
    finally:
        reader.kill()


async def _pulled(webcam: EmulatedWebcam) -> dict[str, list[float]]:
    """Pull the cable again and again, under the eyes of a viewer."""
    found: dict[str, list[float]] = {"gone_s": [], "back_s": []}
    async with fleet() as viewer:
        with webcam.shown("--state", "none") as endpoint:
            watched = Watcher(viewer.add(str(endpoint)))
            await until(lambda: watched.is_(Phase.LIVE) and watched.pictures > 60, PATIENCE)
            found["rss_mb"] = [psutil.Process(webcam.pid).memory_info().rss / 1e6]
            for turn, seconds in enumerate(OUT_SECONDS):
                await until(lambda: watched.is_(Phase.LIVE), PATIENCE)
                webcam.unplug()
                pulled = time.monotonic()
                found["gone_s"].append(await until(lambda: not watched.is_(Phase.LIVE), PATIENCE))
                await asyncio.sleep(max(0.0, pulled + seconds - time.monotonic()))
                webcam.plug(NUMBERS[turn % 2])
                found["back_s"].append(await until(lambda: watched.is_(Phase.LIVE), PATIENCE))
    return found


def _middle_and_most(values: list[float]) -> tuple[float, float]:
    return sorted(values)[len(values) // 2], max(values)


if __name__ == "__main__":
    sys.exit(main())
