"""What does a picture on the wall cost here, and what with VidGear's receiver, or imagezmq's, and a wall around it?

All in turns: the peers with their own receivers, our viewer on VidGear's very senders, our cameras on our viewer, and
the floor for VidGear's pictures. Stock senders are processes of their own.
"""

import sys
from dataclasses import replace
from typing import Any

from benchmarks.support.report import Limit, interleaved, medians, publish, ratio, shown, words
from benchmarks.support.stock_walls import StockScene, our_figures_of, stock_figures
from benchmarks.support.walls import Scene, floor_figures, our_figures

COLUMNS = ("cpu_ms", "cpu_percent", "bytes_per_picture", "fps", "fps_least", "rss_mb", "picture")
CPU_FOREIGN, CPU_OWN, BYTES_OWN = 1 / 2.5, 1 / 8, 1 / 10


def main() -> int:
    """Print the table; 1 if a limit is broken."""
    parser = words(runs=5, seconds=5.0)
    parser.add_argument("--cameras", type=int, default=4)
    said = parser.parse_args()
    count, seconds = said.cameras, said.seconds
    vidgear = StockScene("VidGear", "netgear", 1, count)
    native = Scene("ours", count=count, size="1280x720", place=vidgear.place)
    floor = {"sent": [1280, 720], "place": [320, 180]}
    ours = {"sent": [320, 180], "place": [320, 180]}
    found = interleaved(
        said.runs,
        vidgear=lambda: stock_figures(vidgear, seconds),
        vidgear_published=lambda: stock_figures(replace(vidgear, pattern=2), seconds),
        imagezmq=lambda: stock_figures(replace(vidgear, kind="imagezmq"), seconds),
        ours_on_vidgear=lambda: our_figures_of(vidgear, seconds),
        ours_on_vidgear_published=lambda: our_figures_of(replace(vidgear, pattern=2), seconds),
        ours=lambda: our_figures(native, seconds),
        floor=lambda: floor_figures(native, floor, seconds),
        floor_of_ours=lambda: floor_figures(native, ours, seconds),
    )
    for theirs in ("vidgear", "vidgear_published"):
        _lend_bytes(found[theirs], found[f"ours_on_{theirs}"])
    rows = [[TITLES[name], *(shown(medians(runs).get(each)) for each in COLUMNS)] for name, runs in found.items()]
    theirs = found["vidgear"]
    title = f"{count} cameras, 1280×720 at 15 fps, tiles of 320×180, medians of {said.runs} runs; CPU of the receiver"
    return publish(
        "versus_vidgear",
        {title: [["", *COLUMNS], *rows]},
        found,
        [
            Limit("its senders, CPU per picture", ratio(found["ours_on_vidgear"], theirs, "cpu_ms"), most=CPU_FOREIGN),
            Limit("our cameras, CPU per picture", ratio(found["ours"], theirs, "cpu_ms"), most=CPU_OWN),
            Limit("our cameras, bytes per picture", ratio(found["ours"], theirs, "bytes_per_picture"), most=BYTES_OWN),
        ],
    )


TITLES = {
    "vidgear": "VidGear, pattern 1",
    "vidgear_published": "VidGear, pattern 2",
    "imagezmq": "imagezmq, REQ, JPEG",
    "ours_on_vidgear": "our viewer on VidGear's senders, pattern 1",
    "ours_on_vidgear_published": "our viewer on VidGear's senders, pattern 2",
    "ours": "our viewer and our cameras",
    "floor": "floor of VidGear's pictures",
    "floor_of_ours": "floor of our cameras' pictures",
}


def _lend_bytes(theirs: list[dict[str, Any]], ours: list[dict[str, Any]]) -> None:
    """VidGear does not tell what came. The pictures are the same ones, so we can; none is lost on the way to it."""
    for their, our in zip(theirs, ours, strict=True):
        their["bytes_per_picture"] = our["bytes_per_frame"]


if __name__ == "__main__":
    sys.exit(main())
