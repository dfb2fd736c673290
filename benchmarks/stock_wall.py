"""Are twelve stock senders of twelve kinds, on one port, live, right and fresh for a minute?

Each is a process of its own (640×480, 15 fps, the time on each picture): VidGear's NetGear plain, multi-server twice,
bidirectional, multi-client, grey and uncompressed, NetGear_Async plain and bidirectional, imagezmq raw twice and JPEG.
Ages are from the time on the picture to when it is taken for painting.
"""

import asyncio
import sys
import time
from collections.abc import Awaitable
from typing import Any

from benchmarks.harness import keep, seconds_asked, table
from tests.interop.stock_wall import stock_wall
from tests.interop.twelve import GRAY, TWELVE
from viewer.core.state import Phase

FPS = 15
START_SECONDS = 60.0
LIMIT_MS = 150.0


def main() -> int:
    """Print the table; 1 if a tile was not live, not right or not fresh."""
    seconds = seconds_asked(60.0)
    loop = asyncio.new_event_loop()

    def run(work: Awaitable[Any], timeout: float = 10.0) -> Any:
        return loop.run_until_complete(asyncio.wait_for(work, timeout))

    rows: list[dict[str, Any]] = []
    with stock_wall(run) as wall:
        wall.listen()
        for seed, (words, _, _) in TWELVE.items():
            wall.sender(seed, *words, "--stamped", "--fps", FPS)
        wall.until(lambda: all(wall.tile(seed, seed == GRAY) for seed in TWELVE), START_SECONDS)
        for tile in wall.tiles:
            tile.restart()
        began, cpu = time.monotonic(), time.process_time()
        wall.watch(seconds)
        busy = (time.process_time() - cpu) / (time.monotonic() - began)
        for seed, (words, dialect, most) in TWELVE.items():
            tile = wall.tile(seed, seed == GRAY)
            assert tile is not None
            error = tile.error(seed, seed == GRAY)
            is_right = tile.session.dialect == dialect and error <= most
            rows.append(
                {
                    "sender": " ".join(str(word).removeprefix("--") for word in words),
                    "live": set(tile.phases) == {Phase.LIVE},
                    "fps": round(tile.count / seconds, 1),
                    "age_p50_ms": round(1000 * sorted(tile.ages)[len(tile.ages) // 2], 1),
                    "age_p95_ms": round(1000 * tile.age_p95, 1),
                    "longest_gap_ms": round(1000 * max(tile.gaps)),
                    "error": round(error, 2),
                    "right": is_right,
                }
            )
        tiles = len(wall.tiles)
    loop.close()
    print(
        f"{len(TWELVE)} stock senders at {FPS} fps on one port for {seconds:.0f} s, {tiles} tiles, {busy:.0%} of a core"
    )
    print(table([list(rows[0]), *(list(row.values()) for row in rows)]))
    keep("stock_wall", rows)
    is_well = all(row["live"] and row["right"] and row["age_p95_ms"] < LIMIT_MS for row in rows)
    return 0 if is_well and tiles == len(TWELVE) else 1


if __name__ == "__main__":
    sys.exit(main())
