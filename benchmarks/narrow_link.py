"""How fresh are pictures on a link that is too narrow for them, and how soon are they beautiful when it is wide again?

A camera of 1280×720 at 30 fps and its viewer in network namespaces of their own, a token bucket between them. Ours go
through a wide link, 5 Mbit/s, wide, 1 Mbit/s, and wide again; once with JPEG alone, once with H.264 where both ends
have it. Stock peers get a connection for each rate, and time to settle. Needs root, tc and ip; is skipped without.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any

import cv2

from benchmarks.support.film import BUNDLED
from benchmarks.support.narrow_pair import NarrowPair, narrow_pair
from benchmarks.support.programs import ROOT, Program, running
from benchmarks.support.report import Limit, Rows, interleaved, medians, publish, shown, words
from viewer.core.pictures.stats import percentiles

SIZE, FPS, PORT = "1280x720", 30, 5600
NARROW, WIDE = (5, 1), 100
FRESH_MS, FLUENT_FPS, FULL_SECONDS = {5: 300.0, 1: 600.0}, {5: 10.0, 1: 5.0}, 10.0
SETTLING_SECONDS, WIDE_SECONDS = 5.0, 12.0
PEERS = {
    "VidGear, pattern 1": ("netgear", 1),
    "VidGear, pattern 2": ("netgear", 2),
    "imagezmq, REQ, JPEG": ("imagezmq", 1),
    "imagezmq, PUB, JPEG": ("imagezmq", 2),
}
COLUMNS = ("fps", "age_p50_ms", "age_p95_ms", "kB_per_picture", "picture", "full_after_s")


def clip_at(fps: int, path: Path) -> Path:
    """The bundled clip, played so fast."""
    video, copy = cv2.VideoCapture(str(BUNDLED)), None
    while (read := video.read())[0]:
        picture = read[1]
        height, width = picture.shape[:2]
        copy = copy or cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), fps, (width, height))
        copy.write(picture)
    assert copy is not None, f"{BUNDLED} has no pictures"
    copy.release()
    return path


@contextmanager
def camera(endpoint: str, clip: Path, where: Sequence[str]) -> Iterator[None]:
    """A camera that shows `clip` for ever."""
    pictures = ("--source", str(clip), "--loop", "--size", SIZE, "--fps", str(FPS))
    program = ("--state", "none", "--attached", "--open", "--listen", endpoint)
    process = subprocess.Popen(
        [*where, sys.executable, "-m", "sender", *pictures, *program],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
    )
    try:
        yield
    finally:
        process.kill()
        process.communicate()


@contextmanager
def within(seconds: float, program: Program) -> Iterator[None]:
    """Whoever waits for this program longer than that finds it ended."""
    timer = Timer(seconds, program.kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def ours(pair: NarrowPair, clip: Path, seconds: float, *view: object) -> dict[str, Any]:
    """Figures of our own ends, by rate."""
    pair.carry(WIDE)
    endpoint = f"tcp://{pair.camera_address}:{PORT}"
    narrowed, widened = {}, {}
    with (
        camera(endpoint, clip, pair.camera),
        running("noting_viewer", endpoint, *view, within=pair.viewer) as watching,
        within(30 + 2 * (seconds + SETTLING_SECONDS + WIDE_SECONDS), watching),
    ):
        watching.line()
        time.sleep(SETTLING_SECONDS)
        for rate in NARROW:
            narrowed[rate] = time.monotonic()
            pair.carry(rate)
            time.sleep(SETTLING_SECONDS + seconds)
            widened[rate] = time.monotonic()
            pair.carry(WIDE)
            time.sleep(WIDE_SECONDS)
        pictures = watching.end()["pictures"]
    best = max(each[6] for each in pictures if each[0] < narrowed[NARROW[0]])
    return {
        f"{rate} Mbit/s": figures(pictures, narrowed[rate] + SETTLING_SECONDS, widened[rate])
        | {"full_after_s": full_after(pictures, widened[rate], best)}
        for rate in NARROW
    }


def figures(pictures: list[list[Any]], begin: float, end: float) -> dict[str, Any]:
    """What was seen in that time."""
    seen = [each for each in pictures if begin <= each[0] < end]
    ages = percentiles([each[1] for each in seen])
    sizes, kinds = (
        [each[4] for each in seen],
        [f"{each[2]}×{each[3]} {each[5]} {each[6] or ''}".strip() for each in seen],
    )
    return {
        "fps": len(seen) / (end - begin),
        "age_p50_ms": ages.p50,
        "age_p95_ms": ages.p95,
        "kB_per_picture": sum(sizes) / 1000 / max(1, len(sizes)),
        "picture": max(kinds, key=kinds.count, default="none"),
    }


def full_after(pictures: list[list[Any]], widened: float, best: int) -> float:
    """Seconds until pictures of all their size and quality came, and no others for a second."""
    width = int(SIZE.split("x")[0])
    since = [each for each in pictures if widened <= each[0] < widened + WIDE_SECONDS]
    last = max((each[0] for each in since if each[2] < width or 0 < each[6] < best), default=widened)
    return last - widened if any(each[0] > last + 1 for each in since) else float("inf")


def stock(pair: NarrowPair, seconds: float, kind: str, pattern: int) -> dict[str, Any]:
    """Figures of a stock peer, by rate."""
    return {f"{rate} Mbit/s": _stock(pair, rate, seconds, kind, pattern) for rate in NARROW}


def _stock(pair: NarrowPair, rate: int, seconds: float, kind: str, pattern: int) -> dict[str, Any]:
    pair.carry(rate)
    is_called = (kind, pattern) == ("imagezmq", 2)
    where = ("--ports", PORT, "--pattern", pattern)
    view = ("--address", pair.camera_address if is_called else pair.viewer_address, "--stamped", "--place", SIZE)
    load = ("--address", pair.viewer_address, "--stamped", "--size", SIZE, "--fps", FPS)
    timing = ("--warm-up", SETTLING_SECONDS, "--seconds", seconds)
    with (
        running("stock_viewer", kind, *where, *view, *timing, within=pair.viewer) as watching,
        within(60 + SETTLING_SECONDS + seconds, watching),
    ):
        watching.line()
        with running("stock_cameras", kind, *where, *load, within=pair.camera):
            try:
                found = watching.line()
            except (RuntimeError, ValueError):
                return {"fps": 0.0, "age_p50_ms": None, "age_p95_ms": None}
    return {name: found[name] for name in ("fps", "age_p50_ms", "age_p95_ms")}


def main() -> int:
    """Print the tables; 1 if a limit is broken."""
    parser = words(runs=1, seconds=20.0)
    parser.add_argument("--alone", action="store_true", help="without peers")
    said = parser.parse_args()
    if not NarrowPair.is_possible():
        print("Skipped: this needs Linux, root, ip and tc (iproute2).")
        return 0
    # Namespaces outlive a program that is merely ended.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with TemporaryDirectory() as folder, narrow_pair() as pair:
        clip = clip_at(FPS, Path(folder) / "clip.mp4")
        ways = {
            "ours, JPEG": lambda: ours(pair, clip, said.seconds, "--jpeg-only"),
            "ours": lambda: ours(pair, clip, said.seconds),
        }
        peers = {name: (lambda peer=peer: stock(pair, said.seconds, *peer)) for name, peer in PEERS.items()}
        found = interleaved(said.runs, **ways, **({} if said.alone else peers))
    limits: list[Limit] = []
    tables: dict[str, Rows] = {}
    for rate in (f"{rate} Mbit/s" for rate in NARROW):
        rows = {name: medians([run[rate] for run in runs]) for name, runs in found.items()}
        title = f"{SIZE} at {FPS} fps through {rate}, medians of {said.runs} runs of {said.seconds:g} s"
        tables[title] = [
            ["", *COLUMNS],
            *([name, *(shown(row.get(each)) for each in COLUMNS)] for name, row in rows.items()),
        ]
        limits += [limit for name in ways for limit in _limits(f"{name} at {rate}", int(rate.split()[0]), rows[name])]
    return publish("narrow_link", tables, found, limits)


def _limits(name: str, rate: int, row: dict[str, Any]) -> list[Limit]:
    return [
        Limit(f"{name}, age p95 in ms", row["age_p95_ms"] or float("inf"), most=FRESH_MS[rate]),
        Limit(f"{name}, fps", row["fps"], least=FLUENT_FPS[rate]),
        Limit(f"{name}, seconds until full", row["full_after_s"], most=FULL_SECONDS),
    ]


if __name__ == "__main__":
    sys.exit(main())
