"""How many cameras does a wall show, how fresh, and at what cost?

Cameras replay in one process, the viewer is the real window, offscreen, in another. Without words: a few walls, and
medians of runs. With `--cameras 64 --size 1280x720 --seconds 600`: that wall alone, once, with a row for each tenth.
"""

import argparse
import sys
from typing import Any

from benchmarks.support.report import Limit, interleaved, medians, publish, shown, words
from benchmarks.support.walls import Scene, our_figures, our_viewer

SCENES = (
    Scene("16 of ours 640×480"),
    Scene("16 of ours 1280×720", size="1280x720"),
    Scene("64 of ours 1280×720", count=64, size="1280x720"),
    Scene("16 foreign 1280×720", size="1280x720", is_foreign=True),
)
COLUMNS = (
    *("fps", "fps_least", "cpu_percent", "cpu_ms", "cpu_main_ms", "cpu_decode_ms", "cpu_zeromq_ms", "cpu_paint_ms"),
    *("age_p50_ms", "age_p95_ms", "age_p99_ms", "bytes_per_picture", "rss_mb", "sent", "place", "drops"),
)
SLICES = 10
LEAST_SHARE = 14 / 15
AGE_MS, RSS_MB, GROWTH = 120.0, 600.0, 1.05


def several(said: argparse.Namespace) -> int:
    """Print the table of some walls."""
    ways = {scene.title: (lambda scene=scene: our_figures(scene, said.seconds)) for scene in SCENES}
    found = interleaved(said.runs, **ways)
    title = (
        f"15 fps, window of 1920×1080, medians of {said.runs} runs of {said.seconds:g} s; CPU ms per painted picture"
    )
    rows = _rows({name: medians(runs) for name, runs in found.items()})
    limits: list[Limit] = []
    for scene in SCENES:
        if not scene.is_foreign:
            limits += _limits(scene, [medians(found[scene.title])])
    return publish("wall", {title: rows}, found, limits)


def one(said: argparse.Namespace) -> int:
    """Print the table of the wall that was asked for, over time."""
    scene = Scene(
        f"{said.cameras}×{said.size}@{said.fps:g}",
        count=said.cameras,
        size=said.size,
        fps=said.fps,
        window=said.window,
        place=said.place,
        is_foreign=said.foreign,
    )
    rows = []
    with our_viewer(scene, "--seconds", said.seconds, "--slice", said.seconds / SLICES) as (viewer, cameras):
        for _ in range(SLICES):
            rows.append(viewer.line())
        sent = cameras.end()["size"]
    rows = [row | {"sent": sent} for row in rows]
    each = said.seconds / SLICES
    title = f"{scene.title}, window of {said.window}; a row for each {each:g} s; CPU ms per painted picture"
    shown_rows = _rows({f"{round((n + 1) * each)} s": row for n, row in enumerate(rows)})
    return publish(f"wall_{said.cameras}", {title: shown_rows}, rows, _limits(scene, rows))


def _limits(scene: Scene, rows: list[dict[str, Any]]) -> list[Limit]:
    slowest, oldest = min(row["fps_least"] for row in rows), max(row["age_p95_ms"] or 1e9 for row in rows)
    limits = [
        Limit(f"{scene.title}, fps of the slowest tile", slowest, least=scene.fps * LEAST_SHARE),
        Limit(f"{scene.title}, age p95 in ms", oldest, most=AGE_MS),
        Limit(f"{scene.title}, resident MB", max(row["rss_mb"] for row in rows), most=RSS_MB),
    ]
    if len(rows) > 2:
        # The first slice fills caches and pools.
        growth = rows[-1]["rss_mb"] / rows[1]["rss_mb"]
        limits.append(Limit(f"{scene.title}, memory at the end to the beginning", growth, most=GROWTH))
    return limits


def _rows(figures: dict[str, dict[str, Any]]) -> list[list[str]]:
    cells = [[name, *(shown(row.get(column)) for column in COLUMNS)] for name, row in figures.items()]
    return [["", *COLUMNS], *cells]


def main() -> int:
    """Print the table; 1 if a limit is broken."""
    parser = words(runs=5, seconds=5.0)
    parser.add_argument("--cameras", type=int, help="only a wall of so many, once and over time")
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--fps", type=float, default=15.0)
    parser.add_argument("--window", default="1920x1080")
    parser.add_argument("--place", default="", help="the size of each picture's place, whatever the window's is then")
    parser.add_argument("--foreign", action="store_true", help="VidGear's NetGear instead of our own format")
    said = parser.parse_args()
    return several(said) if said.cameras is None else one(said)


if __name__ == "__main__":
    sys.exit(main())
