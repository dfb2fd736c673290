"""Does a viewer that needs 200 ms for each picture show fresh ones? Ages of the pictures shown, per ten seconds.

The decoder is made slow, the camera is a process of its own (640×480 at 30 fps), the core is the viewer's.
"""

import asyncio
import sys
import time

import numpy as np
import numpy.typing as npt

from benchmarks.harness import camera_processes, keep, seconds_asked, table
from camwire.frame import EncodedFrame
from tests.support.watching import Watcher, fleet
from viewer.core.decoders.jpeg import JpegDecoder
from viewer.core.stats import percentiles

SLICE_SECONDS = 10.0
DECODE_SECONDS = 0.2
LIMIT_MS = 500.0


def make_decoding_slow() -> None:
    """Let every picture take `DECODE_SECONDS` longer."""
    decode = JpegDecoder.decode

    def slow(self: JpegDecoder, frame: EncodedFrame) -> npt.NDArray[np.uint8]:
        time.sleep(DECODE_SECONDS)
        return decode(self, frame)

    JpegDecoder.decode = slow  # type: ignore[method-assign]


async def watch(endpoint: str, seconds: float) -> list[dict[str, float]]:
    """Return one row of figures per slice."""
    rows: list[dict[str, float]] = []
    async with fleet() as viewer:
        watcher = Watcher(viewer.add(endpoint))
        while watcher.pictures < 3:
            await asyncio.sleep(0.1)
        while len(rows) * SLICE_SECONDS < seconds:
            watcher.ages.clear()
            await asyncio.sleep(SLICE_SECONDS)
            ages = percentiles(watcher.ages)
            rows.append(
                {
                    "seconds": round((len(rows) + 1) * SLICE_SECONDS),
                    "pictures_per_s": round(len(watcher.ages) / SLICE_SECONDS, 1),
                    "age_p50_ms": ages.p50 or 0.0,
                    "age_p95_ms": ages.p95 or 0.0,
                    "age_max_ms": round(1000 * max(watcher.ages), 1),
                }
            )
    return rows


def main() -> int:
    """Print the table; 1 if the limit is broken."""
    seconds = seconds_asked(60.0)
    make_decoding_slow()
    with camera_processes(1, "--source", "pattern", "--size", "640x480", "--fps", "30") as endpoints:
        rows = asyncio.run(watch(endpoints[0], seconds))
    print(f"a viewer that needs {1000 * DECODE_SECONDS:.0f} ms per picture, camera at 30 fps")
    print(table([list(rows[0]), *(list(row.values()) for row in rows)]))
    keep("slow_viewer", rows)
    return 0 if all(row["age_max_ms"] < LIMIT_MS for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
