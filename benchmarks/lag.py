"""Does a display that is slower than its camera show ever older pictures? Ours beside VidGear's, in the same run.

One stock NetGear sender per receiver (640×480, 30 fps, the time on each picture), and a display that takes 10 pictures
per second: for each pattern, the stock client first, then our viewer, with the same seconds for both. Ages are from the
time on the picture to when it is taken for painting; those of the last third of the run are counted.
"""

import asyncio
import os
import sys
import time

from benchmarks.harness import keep, seconds_asked, table
from tests.stock import pictures
from tests.support.stock import free_port, stock_receiver, stock_sender
from tests.support.watching import fleet
from viewer.core.pictures.stats import percentiles
from viewer.core.sessions.session import Session

DISPLAY_SECONDS = 0.1
SEED = 7
LIMIT_MS = 200.0
PATTERNS = {1: "", 2: "sub+"}


async def our_ages(pattern: int, seconds: float) -> tuple[list[float], float]:
    """Ages at a display that looks for the newest picture ten times a second, and the CPU time it took."""
    port, ages = free_port(), []
    async with fleet() as viewer:
        sessions: list[Session] = []
        viewer.observe(_Watch(sessions))
        viewer.listen(f"{PATTERNS[pattern]}tcp://127.0.0.1:{port}", False)
        with stock_sender("netgear", *_words(pattern, port), wait=False):
            while not (sessions and sessions[0].stats.frames):
                await asyncio.sleep(0.01)
            began, cpu = time.monotonic(), time.process_time()
            while time.monotonic() - began < seconds:
                picture = sessions[0].take_picture()
                stamp = None if picture is None else pictures.read_stamp(picture.pixels[:, :, :3])
                if stamp is not None and time.monotonic() - began > seconds * 2 / 3:
                    ages.append(time.monotonic() - stamp)
                await asyncio.sleep(DISPLAY_SECONDS)
            return ages, time.process_time() - cpu


def their_ages(pattern: int, seconds: float) -> list[float]:
    """The same of VidGear's own client, which a display holds to ten pictures a second."""
    port = free_port()
    words = ("--pattern", pattern, "--port", port, "--every", 1, "--slow", DISPLAY_SECONDS, "--stamped")
    with stock_receiver("netgear", *words) as receiver, stock_sender("netgear", *_words(pattern, port)):
        began = time.monotonic()
        while time.monotonic() - began < seconds * 2 / 3:
            time.sleep(0.1)
        skipped = len(receiver.lines)
        while time.monotonic() - began < seconds:
            time.sleep(0.1)
        return [line["age"] for line in receiver.lines[skipped:] if line.get("age") is not None]


class _Watch:
    """Keeps the sessions that come."""

    def __init__(self, sessions: list[Session]) -> None:
        self._sessions = sessions

    def session_added(self, session: Session) -> None:
        self._sessions.append(session)

    def session_removed(self, session: Session) -> None: ...

    def told(self, sentence: str) -> None: ...


def _words(pattern: int, port: int) -> tuple[object, ...]:
    return ("--pattern", pattern, "--port", port, "--seed", SEED, "--fps", 30, "--stamped")


def main() -> int:
    """Print the table; 1 if ours breaks the limit."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    seconds = seconds_asked(24.0)
    rows = []
    for pattern in PATTERNS:
        theirs = percentiles(their_ages(pattern, seconds))
        ages, cpu = asyncio.run(our_ages(pattern, seconds))
        ours = percentiles(ages)
        rows.append(
            {
                "pattern": pattern,
                "vidgear_p50_ms": theirs.p50,
                "vidgear_p95_ms": theirs.p95,
                "ours_p50_ms": ours.p50,
                "ours_p95_ms": ours.p95,
                "our_cpu_s": round(cpu, 2),
            }
        )
    print(f"30 fps sender, display of 10 pictures/s, ages in the last third of {seconds:.0f} s")
    print(table([list(rows[0]), *(list(row.values()) for row in rows)]))
    keep("lag", rows)
    return 0 if all((row["ours_p95_ms"] or LIMIT_MS) < LIMIT_MS for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
