"""Where do a picture's microseconds go, from the socket to the paint? CPU time per painted picture, by stage.

What the stages leave over in the main thread is Qt's and the loop's: events, the backing store, timers.
"""

import sys

from benchmarks.support.report import interleaved, medians, publish, words
from benchmarks.support.stages import OFF_MAIN, STAGES
from benchmarks.support.walls import Scene, our_figures

SCENES = (
    Scene("ours 640×480, 1:1", place="640x480"),
    Scene("foreign 1280×720 in 320×180", size="1280x720", place="320x180", is_foreign=True),
)


def main() -> int:
    """Print the table."""
    said = words(runs=5, seconds=4.0).parse_args()
    found = interleaved(
        said.runs,
        **{scene.title: (lambda scene=scene: our_figures(scene, said.seconds, "--stages")) for scene in SCENES},
    )
    columns = {title: {**medians([run["us"] for run in runs]), **_around(runs)} for title, runs in found.items()}
    calls = medians([run["calls"] for run in found[SCENES[0].title]])
    stages = [*STAGES, *_around(found[SCENES[0].title])]
    rows = [[name, *(f"{columns[scene.title][name]:.1f}" for scene in SCENES)] for name in stages]
    for row in rows:
        row.append(f"{calls[row[0]]:.2f}" if row[0] in calls else "")
    title = f"µs of CPU per painted picture, {SCENES[0].count} cameras at 15 fps, medians of {said.runs} runs"
    head = ["stage", *(scene.title for scene in SCENES), "calls per picture"]
    missing = found[SCENES[0].title][-1]["missing"]
    if missing:
        print(f"Not there any more, and not timed: {', '.join(missing)}")
    return publish("profile", {title: [head, *rows]}, found) or bool(missing)


def _around(runs: list[dict[str, dict[str, float]]]) -> dict[str, float]:
    """What is in no stage, and the sums."""
    row = medians([{name: each for name, each in run.items() if name.startswith("cpu_")} for run in runs])
    staged = medians([run["us"] for run in runs])
    on_main = sum(took for name, took in staged.items() if name not in OFF_MAIN)
    off_main = sum(staged[name] for name in OFF_MAIN)
    main, decode = 1000 * row["cpu_main_ms"], 1000 * row["cpu_decode_ms"]
    return {
        "Qt and the loop": main - on_main,
        "decode threads beside": decode - off_main,
        "ZeroMQ's thread": 1000 * row["cpu_zeromq_ms"],
        "Qt's scaling threads": 1000 * row["cpu_paint_ms"],
        "in all": 1000 * row["cpu_ms"],
    }


if __name__ == "__main__":
    sys.exit(main())
