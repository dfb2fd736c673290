"""Our viewer as a program that records its wall and measures what that takes: the real window, offscreen.

`python -m benchmarks.support.recording_wall --cameras tcp://…,tcp://… --seconds 600 --place 640x360`: for a while
before and after, nothing is recorded. Prints one line of figures; in both parts every frame that comes is noted, and
those that came meanwhile are compared with what is in the files.
"""

import argparse
import asyncio
import json
import os
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import av

from benchmarks.support import cpu
from benchmarks.support.our_wall import FIRST_PICTURES, START_SECONDS, _make_place
from benchmarks.support.window import run_window
from camwire.events import FrameReceived
from viewer.core.fleet import Fleet
from viewer.core.recording.saved import Saved
from viewer.core.sessions.session import Session
from viewer.core.sessions.watching import Watching
from viewer.ui.main_window import MainWindow

SETTLE_SECONDS = 3.0
CLOSE_SECONDS = 10.0
IDLE_SECONDS = 60.0


class Tap:
    """Notes each frame that comes to any session, before anybody else has it: its camera, and when it was captured."""

    def __init__(self) -> None:
        self.came: dict[str, list[float]] = defaultdict(list)
        take, came = Session._take_frame, self.came  # noqa: SLF001

        def noted(session: Session, received: FrameReceived) -> None:
            assert received.captured is not None
            came[session.identity.key].append(received.captured)
            take(session, received)

        Watching._take_frame = noted  # type: ignore[method-assign, assignment]  # noqa: SLF001


class Ends:
    """Waits until recordings are saved."""

    def __init__(self) -> None:
        self.saved: list[Saved] = []

    def recording_changed(self, session: Session) -> None: ...
    def snapshots_taken(self, files: list[Path], troubles: list[str]) -> None: ...

    def recording_saved(self, saved: Saved) -> None:
        self.saved.append(saved)


async def used(seconds: float) -> Counter[str]:
    """CPU seconds by class of thread in the next `seconds`, and those as `elapsed`."""
    began, before = time.monotonic(), cpu.by_thread_class()
    await asyncio.sleep(seconds)
    found = cpu.by_thread_class()
    found.subtract(before)
    found["elapsed"] = time.monotonic() - began  # type: ignore[assignment]
    return found


def compared(saved: list[Saved], came: dict[str, list[float]], offset: float) -> dict[str, Any]:
    """How many frames came, how many are in the files, and how far off the times of any of those are, in ms.

    `early` are those that came before the first one that is in the files: a recording waits for the full size.
    """
    found: dict[str, Any] = {"came": sum(map(len, came.values())), "early": 0, "written": 0, "missing": 0}
    found["most_off_ms"] = 0.0
    for each in saved:
        times: list[float] = []
        key = ""
        for file in each.files:
            with av.open(str(file)) as container:
                key = container.metadata["WATCHWORD_CAMERA"]
                began = int(container.metadata["WATCHWORD_STARTED_NS"]) / 1e9
                times += [began + packet.pts / 1000 for packet in container.demux(video=0) if packet.pts is not None]
        noted = [captured + offset for captured in came[key]]
        early = sum(each < times[0] - 0.001 for each in noted)
        noted = noted[early:]
        found["early"] += early
        found["written"] += len(times)
        found["missing"] += abs(len(noted) - len(times))
        off = max((1000 * abs(a - b) for a, b in zip(noted, times, strict=False)), default=0.0)
        found["most_off_ms"] = max(found["most_off_ms"], off)
    return found


async def measured(fleet: Fleet, window: MainWindow, words: argparse.Namespace) -> None:
    """Wait until every camera shows pictures, and go through the parts."""
    tap, ends, recorder = Tap(), Ends(), window.program.recorder
    recorder.observe(ends)
    for endpoint in words.cameras.split(","):
        fleet.add(endpoint)
    async with asyncio.timeout(START_SECONDS):
        while any(session.stats.frames < FIRST_PICTURES for session in fleet):
            await asyncio.sleep(0.1)
    _make_place(window, *map(int, words.place.split("x")))
    await asyncio.sleep(SETTLE_SECONDS)
    idle = await used(min(IDLE_SECONDS, words.seconds / 4))
    tap.came.clear()
    offset = time.time() - time.monotonic()
    recorder.toggle_all()
    recording = await used(words.seconds)
    recorder.toggle_all()
    came = {key: list(times) for key, times in tap.came.items()}
    async with asyncio.timeout(CLOSE_SECONDS):
        while len(ends.saved) < len(fleet):
            await asyncio.sleep(0.05)
    idle += await used(min(IDLE_SECONDS, words.seconds / 4))
    frames = await asyncio.to_thread(compared, ends.saved, came, offset)
    figures = {
        **frames,
        "seconds": recording["elapsed"],
        "fps": frames["came"] / recording["elapsed"] / len(fleet),
        "mb": sum(each.bytes for each in ends.saved) / 1e6,
        "files": sum(len(each.files) for each in ends.saved),
        "idle_percent": _percent(idle),
        "recording_percent": _percent(recording),
        **{f"{name}_percent": _percent(recording, name) - _percent(idle, name) for name in cpu.CLASSES},
    }
    print(json.dumps(figures), flush=True)


def _percent(found: Counter[str], name: str = "") -> float:
    taken = found[name] if name else sum(found[each] for each in cpu.CLASSES)
    return 100 * taken / found["elapsed"]


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.support.recording_wall")
    parser.add_argument("--cameras", required=True, help="endpoints, with commas between")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--place", default="640x360")
    words = parser.parse_args()
    run_window(lambda fleet, window: measured(fleet, window, words), 1980, 1200)
    os._exit(0)


if __name__ == "__main__":
    main()
