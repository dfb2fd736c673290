"""What does the viewer cost beyond what it cannot save: decoding the same pictures at the right scale and one blit?

Our wall and the floor take turns: the same pictures, in places of the same size, at the same pace. CPU time of the
whole process for each painted picture.
"""

import sys
from functools import partial

from benchmarks.support.report import Limit, interleaved, medians, publish, ratio, shown, words
from benchmarks.support.walls import Scene, floor_figures, our_figures

SCENES = {
    Scene("640×480 of ours, 30 fps, 1:1", fps=30.0, place="640x480"): 1.5,
    Scene("640×480 of ours, 15 fps, 1:1", place="640x480"): 1.5,
    Scene("1280×720 foreign, in 320×180", size="1280x720", place="320x180", is_foreign=True): 1.3,
    Scene("640×480 of ours, wall of 1920×1080"): None,
}
COLUMNS = (
    "cpu_ms",
    "cpu_main_ms",
    "cpu_decode_ms",
    "cpu_zeromq_ms",
    "cpu_paint_ms",
    "cpu_other_ms",
    "fps",
    "age_p95_ms",
)


def main() -> int:
    """Print the table; 1 if a limit is broken."""
    parser = words(runs=5, seconds=4.0)
    parser.add_argument("--scene", type=int, help="only this one, counted from 0")
    said = parser.parse_args()
    chosen = list(SCENES) if said.scene is None else [list(SCENES)[said.scene]]
    rows, limits, kept = [], [], {}
    for scene in chosen:
        seen: dict[str, object] = {}

        def ours(scene: Scene = scene, seen: dict[str, object] = seen) -> dict[str, object]:
            seen.update(our_figures(scene, said.seconds))
            return dict(seen)

        found = interleaved(said.runs, ours=ours, floor=partial(floor_figures, scene, seen, said.seconds))
        kept[scene.title] = found
        for name, runs in found.items():
            row = medians(runs)
            rows.append([f"{scene.title}: {name}", *(shown(row.get(column)) for column in COLUMNS)])
        times = ratio(found["ours"], found["floor"], "cpu_ms")
        rows[-2].append(f"{times:.2f}")
        rows[-1].append("1")
        most = SCENES[scene]
        if most is not None:
            limits.append(Limit(f"{scene.title}, times the floor", times, most=most))
    title = f"CPU ms per painted picture, {chosen[0].count} cameras, 15 fps unless told, medians of {said.runs} runs"
    return publish("floor", {title: [["", *COLUMNS, "times the floor"], *rows]}, kept, limits)


if __name__ == "__main__":
    sys.exit(main())
