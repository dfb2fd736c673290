"""How long does a person wait for the window, and for the first picture of the demo? Beside a bare PySide6 window.

From the start of the process to the first paint; the files were read before, as they were for the bare window.
"""

import sys
import time
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.support.programs import figures_of
from benchmarks.support.report import Limit, interleaved, medians, publish, ratio, shown, words

TIMES_BARE, PICTURE_SECONDS = 1.6, 1.5


def started(name: str, *said: object) -> dict[str, Any]:
    """Seconds from the start."""
    began = time.monotonic()
    found = figures_of(name, *said)
    row = {"window": found["window"] - began, "window_cpu": found["window_cpu"]}
    if "picture" in found:
        row["picture_after"] = found["picture"] - found["window"]
    return row


def ours() -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        return started("first_window", "--config", folder)


def main() -> int:
    """Print the table; 1 if a limit is broken."""
    said = words(runs=7, seconds=0.0).parse_args()
    started("bare_window")
    ours()
    found = interleaved(said.runs, bare=lambda: started("bare_window"), ours=ours)
    title = f"seconds to the first paint, medians of {said.runs} runs"
    head = ["", "window", "CPU until then", "first demo picture after it"]
    rows = {name: medians(runs) for name, runs in found.items()}
    return publish(
        "start",
        {title: [head, *([name, *(shown(row.get(each)) for each in FIGURES)] for name, row in rows.items())]},
        found,
        [
            Limit("first window, times a bare one", ratio(found["ours"], found["bare"], "window"), most=TIMES_BARE),
            Limit("first demo picture after it, s", rows["ours"]["picture_after"], most=PICTURE_SECONDS),
        ],
    )


FIGURES = ("window", "window_cpu", "picture_after")


if __name__ == "__main__":
    sys.exit(main())
