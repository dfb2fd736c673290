"""What does it cost to record every camera of a wall, and is every frame that came in the files, with its time?

Eight camera programs, and the real window; CPU time of the viewer while all are recorded, against the same wall before
and after. Once with pictures in the size in which they are shown, and once, for a shorter time, where they are shown
smaller: then a recording in full size makes the cameras send more, and the window has to scale it down.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.harness import camera_processes
from benchmarks.support.programs import figures_of
from benchmarks.support.report import Limit, publish, shown, words

CAMERAS = 8
FILM = Path(__file__).parents[1] / "resources" / "bigbuckbunny.mp4"
CAMERA = ("--source", str(FILM), "--loop", "--size", "640x360", "--fps", "15")
MOST_ADDED = 10.0
MOST_OFF_MS = 1.5
COLUMNS = (
    "fps",
    "came",
    "early",
    "written",
    "missing",
    "most_off_ms",
    "mb",
    "idle_percent",
    "recording_percent",
    "main_percent",
    "other_percent",
)


def measured(endpoints: Sequence[str], seconds: float, place: str) -> dict[str, Any]:
    """The figures of one wall."""
    return figures_of("recording_wall", "--cameras", ",".join(endpoints), "--seconds", seconds, "--place", place)


def main() -> int:
    """Print the table; 1 if a limit is broken."""
    parser = words(runs=1, seconds=600.0)
    said = parser.parse_args()
    with camera_processes(CAMERAS, *CAMERA) as endpoints:
        rows = {
            "shown 640×360": measured(endpoints, said.seconds, "640x360"),
            "shown 480×270": measured(endpoints, min(60.0, said.seconds / 4), "480x270"),
        }
    for row in rows.values():
        row["added"] = row["recording_percent"] - row["idle_percent"]
    main_row = rows["shown 640×360"]
    title = (
        f"{CAMERAS} cameras with pictures of a film, 640×360 at 15 fps, recorded for {main_row['seconds']:.0f} s; CPU "
        "in percent of a core, without and with recording, and what it added to the window's thread and to others"
    )
    missing = sum(row["missing"] for row in rows.values())
    cells = [["", *COLUMNS, "added"]]
    cells += [[name, *(shown(row[each]) for each in (*COLUMNS, "added"))] for name, row in rows.items()]
    return publish(
        "recording",
        {title: cells},
        rows,
        [
            Limit("CPU added, percent of a core", main_row["added"], most=MOST_ADDED),
            Limit("frames that came from the first on and are not in the files", missing, most=0),
            Limit("ms that a frame's time in the file is off", main_row["most_off_ms"], most=MOST_OFF_MS),
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
