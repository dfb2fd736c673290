"""What does it cost that pictures are encrypted? The same wall without CURVE and with it, in turns.

Sixteen replaying cameras in one process and the real window, offscreen, in another; and the same with pictures of full
size, as a recording or one large tile has them, where there are the most bytes for each picture.
"""

import sys
from dataclasses import replace

from benchmarks.support.report import Limit, interleaved, medians, publish, ratio, shown, words
from benchmarks.support.walls import Scene, our_figures

SCENES = (
    Scene("16 cameras, 640×480"),
    Scene("4 cameras, 1280×720 in full size", count=4, size="1280x720", place="1280x720"),
)
COLUMNS = ("fps", "cpu_ms", "cpu_main_ms", "cpu_zeromq_ms", "age_p50_ms", "age_p95_ms", "bytes_per_picture")
MOST_CPU, AGE_MS = 1.5, 120.0


def main() -> int:
    """Print the table; 1 if a limit is broken."""
    said = words(runs=5, seconds=5.0).parse_args()
    ways = {f"{scene.title}, {how}": replace(scene, is_secure=is_secure) for scene in SCENES for how, is_secure in HOW}
    found = interleaved(
        said.runs, **{title: (lambda scene=scene: our_figures(scene, said.seconds)) for title, scene in ways.items()}
    )
    rows = [["", *COLUMNS]]
    rows += [[title, *(shown(medians(runs)[each]) for each in COLUMNS)] for title, runs in found.items()]
    limits = []
    for scene in SCENES:
        plain, secure = (found[f"{scene.title}, {how}"] for how, _ in HOW)
        limits += [
            Limit(f"{scene.title}, CPU with CURVE to without", ratio(secure, plain, "cpu_ms"), most=MOST_CPU),
            Limit(f"{scene.title}, age p95 in ms with CURVE", medians(secure)["age_p95_ms"], most=AGE_MS),
        ]
    title = f"15 fps, medians of {said.runs} runs of {said.seconds:g} s; the viewer's CPU ms per painted picture"
    return publish("curve", {title: rows}, found, limits)


HOW = (("plain", False), ("encrypted", True))


if __name__ == "__main__":
    sys.exit(main())
