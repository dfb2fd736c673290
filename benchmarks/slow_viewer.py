"""How old are the pictures of a viewer that cannot keep up: 30 ms for each one it shows, 16 cameras of 15 fps?

Ours beside VidGear's receiver and imagezmq's, each with its own senders, in turns. Ages are from the capture to when a
picture is taken for painting, in each third of the time: where they grow, they go on growing.
"""

import sys
from typing import Any

from benchmarks.support.programs import Program
from benchmarks.support.report import Limit, interleaved, medians, publish, shown, words
from benchmarks.support.stock_walls import StockScene, stock_viewer
from benchmarks.support.walls import Scene, our_viewer

CAMERAS, SIZE, FPS, PLACE = 16, "640x480", 15.0, "320x240"
THIRDS = ("first", "second", "last")
LIMIT_MS, GROWTH = 100.0, 1.2
OURS = Scene("ours", CAMERAS, SIZE, FPS, place=PLACE)
PEERS = tuple(
    StockScene(title, kind, pattern, CAMERAS, SIZE, FPS, PLACE, is_stamped=True)
    for title, kind, pattern in (
        ("VidGear, pattern 1", "netgear", 1),
        ("VidGear, pattern 2", "netgear", 2),
        ("imagezmq, REQ", "imagezmq", 1),
        ("imagezmq, PUB", "imagezmq", 2),
    )
)


def thirds(viewer: Program) -> dict[str, Any]:
    """The figures of each third, as one row."""
    rows = [viewer.line() for _ in THIRDS]
    ages = {f"{name}_p95_ms": row["age_p95_ms"] for name, row in zip(THIRDS, rows, strict=True)}
    last = rows[-1]
    return {"fps": last["fps"], "fps_least": last["fps_least"], "p50_ms": last["age_p50_ms"], **ages}


def main() -> int:
    """Print the table; 1 if a limit is broken."""
    parser = words(runs=5, seconds=9.0)
    parser.add_argument("--slow", type=float, default=30.0, help="ms for each picture")
    parser.add_argument("--alone", action="store_true", help="without peers")
    said = parser.parse_args()
    slow = ("--seconds", said.seconds, "--slice", said.seconds / len(THIRDS), "--slow", said.slow)

    def ours() -> dict[str, Any]:
        with our_viewer(OURS, *slow) as (viewer, _):
            return thirds(viewer)

    def theirs(scene: StockScene) -> dict[str, Any]:
        with stock_viewer(scene, *slow) as viewer:
            return thirds(viewer)

    peers = {} if said.alone else {peer.title: (lambda peer=peer: theirs(peer)) for peer in PEERS}
    found = interleaved(said.runs, ours=ours, **peers)
    rows = {name: medians(runs) for name, runs in found.items()}
    title = f"{CAMERAS} cameras, {SIZE} at {FPS:g} fps, {said.slow:g} ms for each; ages, medians of {said.runs} runs"
    cells = [["", *rows["ours"]], *([name, *map(shown, row.values())] for name, row in rows.items())]
    us = rows["ours"]
    return publish(
        "slow_viewer",
        {title: cells},
        found,
        [
            Limit("age p95 in ms, last third", us["last_p95_ms"], most=LIMIT_MS),
            Limit("age p95, last third to first", us["last_p95_ms"] / us["first_p95_ms"], most=GROWTH),
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
