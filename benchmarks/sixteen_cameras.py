"""Does a wall of sixteen cameras (640×480, 15 fps, patterns) stay live, fresh and flat in memory?

One table, a row for each ten seconds. Cameras are processes of their own; the viewer is the real window, offscreen.
"""

import asyncio
import sys
import time

import psutil

from benchmarks.harness import camera_processes, keep, run_window, seconds_asked, table
from viewer.core.fleet import Fleet
from viewer.core.state import Phase
from viewer.core.stats import percentiles
from viewer.ui.main_window import MainWindow

CAMERAS, SIZE, FPS = 16, "640x480", 15
START_SECONDS = 60.0
SLICE_SECONDS = 10.0
AGE_LIMIT_MS = 150.0
GROWTH_LIMIT = 1.05


async def watch(fleet: Fleet, seconds: float) -> list[dict[str, float]]:
    """Return one row of figures per slice."""
    me, rows = psutil.Process(), []
    while len(rows) * SLICE_SECONDS < seconds:
        for session in fleet:
            session.stats.ages.clear()
        began, cpu = time.monotonic(), me.cpu_times()
        live = CAMERAS
        while time.monotonic() - began < SLICE_SECONDS:
            await asyncio.sleep(0.25)
            live = min(live, sum(session.state.phase is Phase.LIVE for session in fleet))
        took, after = time.monotonic() - began, me.cpu_times()
        shown = [age for session in fleet for age in session.stats.ages]
        ages = percentiles(shown)
        rows.append(
            {
                "seconds": round((len(rows) + 1) * SLICE_SECONDS),
                "fewest_live": live,
                "fps_per_camera": round(len(shown) / took / CAMERAS, 2),
                "age_p50_ms": ages.p50 or 0.0,
                "age_p95_ms": ages.p95 or 0.0,
                "age_p99_ms": ages.p99 or 0.0,
                "rss_mb": round(me.memory_info().rss / 1e6, 1),
                "cpu_percent": round(100 * (after.user + after.system - cpu.user - cpu.system) / took, 1),
                "drops": sum(sum(session.stats.drops.values()) for session in fleet),
            }
        )
    return rows


def main() -> int:
    """Print the table; 1 if a limit is broken."""
    seconds, rows = seconds_asked(60.0), []
    with camera_processes(CAMERAS, "--source", "pattern", "--size", SIZE, "--fps", str(FPS)) as endpoints:

        async def scene(fleet: Fleet, window: MainWindow) -> None:
            for endpoint in endpoints:
                fleet.add(endpoint)
            async with asyncio.timeout(START_SECONDS):
                while sum(session.state.phase is Phase.LIVE for session in fleet) < CAMERAS:
                    await asyncio.sleep(0.1)
            rows.extend(await watch(fleet, seconds))

        run_window(scene, 1920, 1080)
    print(f"{CAMERAS} cameras, {SIZE} at {FPS} fps, window 1920×1080 offscreen")
    print(table([list(rows[0]), *(list(row.values()) for row in rows)]))
    keep("sixteen_cameras", rows)
    settled = rows[1:] or rows
    is_fine = (
        all(row["fewest_live"] == CAMERAS and row["age_p95_ms"] < AGE_LIMIT_MS for row in rows)
        and settled[-1]["rss_mb"] <= GROWTH_LIMIT * settled[0]["rss_mb"]
    )
    print("within limits" if is_fine else "LIMITS BROKEN")
    return 0 if is_fine else 1


if __name__ == "__main__":
    sys.exit(main())
