"""Our viewer as a program that measures itself: the real window, offscreen.

`python -m benchmarks.support.our_wall --cameras tcp://…,tcp://… --window 1920x1080`; with `--listen` it says
{"listening": …} and waits for `--count` cameras to call. Then one line of figures for each `--slice` seconds.
"""

import argparse
import asyncio
import json
import time
from collections import Counter, deque
from itertools import chain
from typing import Any

import psutil

from benchmarks.support import cpu
from benchmarks.support.stages import Stages
from benchmarks.support.window import run_window
from viewer.core.fleet import Fleet
from viewer.core.pictures.stats import percentiles
from viewer.core.sessions.session import Session
from viewer.ui.main_window import MainWindow

START_SECONDS = 60.0
FIRST_PICTURES = 3
MB = 1e6


class Meter:
    """What a wall did since `begin`."""

    def __init__(self, sessions: list[Session]) -> None:
        self._sessions = sessions
        self._me = psutil.Process()
        self.begin()

    def begin(self) -> None:
        """Count anew."""
        for session in self._sessions:
            # Every age is kept, and so every painted picture counted.
            session.stats.ages = deque()
        self._began, self._cpu = time.monotonic(), cpu.by_thread_class()
        self._came = self._counts()

    def figures(self) -> dict[str, Any]:
        """The figures from then to now."""
        took = time.monotonic() - self._began
        used = cpu.by_thread_class()
        came = self._counts()
        came.subtract(self._came)
        ages = [session.stats.ages for session in self._sessions]
        painted = sum(map(len, ages))
        shown = percentiles(list(chain.from_iterable(ages)))
        per_picture = {name: 1000 * (used[name] - self._cpu[name]) / max(1, painted) for name in cpu.CLASSES}
        return {
            "seconds": took,
            "painted": painted,
            "fps": painted / took / len(self._sessions),
            "fps_least": min(map(len, ages)) / took,
            "cpu_ms": sum(per_picture.values()),
            **{f"cpu_{name}_ms": each for name, each in per_picture.items()},
            "cpu_percent": sum(per_picture.values()) * painted / took / 10,
            "age_p50_ms": shown.p50,
            "age_p95_ms": shown.p95,
            "age_p99_ms": shown.p99,
            "bytes_per_picture": came["bytes"] / max(1, painted),
            "bytes_per_frame": came["bytes"] / max(1, came["frames"]),
            "drops": {cause: count for cause, count in came.items() if count and cause not in ("bytes", "frames")},
            "rss_mb": self._me.memory_info().rss / MB,
        }

    def _counts(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for session in self._sessions:
            stats = session.stats
            found.update(stats.drops)
            found.update(bytes=stats.bytes, frames=stats.frames)
        return found


async def measured(fleet: Fleet, window: MainWindow, words: argparse.Namespace) -> None:
    """Wait until every camera shows pictures, warm up, and print figures."""
    if words.listen:
        print(
            json.dumps({"listening": [str(fleet.listen(each, False)) for each in words.listen.split(",")]}), flush=True
        )
    cameras = [each for each in words.cameras.split(",") if each]
    for endpoint in cameras:
        fleet.add(endpoint, camera_key=words.camera_key)
    count = words.count or len(cameras)
    async with asyncio.timeout(START_SECONDS):
        while sum(session.stats.frames >= FIRST_PICTURES for session in fleet) < count:
            await asyncio.sleep(0.1)
    if words.place:
        _make_place(window, *map(int, words.place.split("x")))
    if words.maximise:
        window.wall.maximise(window.wall.tiles[0])
    await asyncio.sleep(words.warm_up)
    meter = Meter(list(fleet))
    for _ in range(max(1, round(words.seconds / words.slice))):
        meter.begin()
        if words.stages is not None:
            words.stages.begin()
        await asyncio.sleep(min(words.seconds, words.slice))
        figures = meter.figures()
        if words.stages is not None:
            figures["us"] = words.stages.microseconds(figures["painted"])
            figures["calls"] = words.stages.calls(figures["painted"])
            figures["missing"] = words.stages.missing
        print(json.dumps({**figures, **_geometry(window)}), flush=True)


def _geometry(window: MainWindow) -> dict[str, Any]:
    views = [tile.picture for tile in window.wall.tiles]
    return {
        "places": sorted({f"{view.width()}x{view.height()}" for view in views}),
        "place": [views[0].width(), views[0].height()],
        "picture": [views[0].picture_size.width(), views[0].picture_size.height()],
    }


def _make_place(window: MainWindow, width: int, height: int) -> None:
    """Make the window so large that each picture has a place of this size."""
    tiles = window.wall.tiles
    row = [tile.picture for tile in tiles if tile.y() == tiles[0].y()]
    column = [tile.picture for tile in tiles if tile.x() == tiles[0].x()]
    wider = len(row) * width - sum(view.width() for view in row)
    higher = len(column) * height - sum(view.height() for view in column)
    window.resize(window.width() + wider, window.height() + higher)


def make_painting_slow(seconds: float) -> None:
    """Let the main thread be busy for `seconds` with every picture that is painted."""
    take = Session.take_picture

    def slow(self: Session) -> object:
        picture = take(self)
        if picture is not None:
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                time.sleep(until - time.monotonic())
        return picture

    Session.take_picture = slow  # type: ignore[method-assign, assignment]


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.support.our_wall")
    parser.add_argument("--cameras", default="", help="endpoints, with commas between")
    parser.add_argument("--camera-key", default="", help="their public key, where they are encrypted")
    parser.add_argument("--listen", default="", help="endpoints at which cameras call, with commas between")
    parser.add_argument("--count", type=int, default=0, help="so many cameras are waited for; 0: those of --cameras")
    parser.add_argument("--window", default="1920x1080")
    parser.add_argument("--place", default="", help="the size of each picture's place, whatever the window's is then")
    parser.add_argument("--warm-up", type=float, default=2.0)
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--slice", type=float, default=float("inf"), help="a line of figures for each so many seconds")
    parser.add_argument("--slow", type=float, default=0.0, help="ms that painting a picture takes longer")
    parser.add_argument("--stages", action="store_true", help="time the parts of the program")
    parser.add_argument("--maximise", action="store_true", help="show one camera over the whole wall")
    words = parser.parse_args()
    words.stages = Stages() if words.stages else None
    words.slice = min(words.slice, words.seconds)
    if words.slow:
        make_painting_slow(words.slow / 1000)
    width, height = map(int, words.window.split("x"))
    run_window(lambda fleet, window: measured(fleet, window, words), width, height)


if __name__ == "__main__":
    main()
