"""Are twelve stock senders of twelve kinds, on one port, live, right and fresh for a minute? And those of other ports?

Each is a process of its own (640×480, 15 fps, the time on each picture): VidGear's NetGear plain, multi-server twice,
bidirectional, multi-client, grey and uncompressed, NetGear_Async plain and bidirectional, imagezmq raw twice and JPEG.
Then NetGear pair, publish from two multi-server ports, NetGear_Async push and imagezmq publish.
Ages are from the time on the picture to when it is taken for painting.
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from benchmarks.harness import keep, seconds_asked, table
from tests.interop.stock_wall import StockWall, stock_wall
from tests.interop.twelve import GRAY, TWELVE
from tests.support.stock import free_ports
from viewer.core.sessions.state import Phase

FPS = 15
START_SECONDS = 60.0
LIMIT_MS = 150.0

Kinds: TypeAlias = "dict[int, tuple[tuple[Any, ...], str, float]]"
OTHERS: Kinds = {
    1: (("netgear", "--pattern", 0), "netgear", 3),
    2: (("netgear", "--pattern", 2, "--multiserver"), "netgear", 3),
    3: (("netgear", "--pattern", 2, "--multiserver"), "netgear", 3),
    4: (("netgear_async", "--pattern", 3), "netgear_async", 0),
    5: (("imagezmq", "--mode", "pub"), "imagezmq", 0),
}


def one_port(wall: StockWall) -> Kinds:
    """Start the twelve."""
    wall.listen()
    for seed, (words, _, _) in TWELVE.items():
        wall.sender(seed, *words, "--stamped", "--fps", FPS)
    return TWELVE


def other_ports(wall: StockWall) -> Kinds:
    """Start those that need a port of their own."""
    *listened, published = free_ports(5)
    for port, pattern in zip(listened, ("pair+", "sub+", "sub+", "pull+"), strict=True):
        wall.listen(pattern, port)
    wall.now(lambda: wall.fleet.add(f"sub+tcp://127.0.0.1:{published}"))
    for (seed, (words, _, _)), port in zip(OTHERS.items(), (*listened, published), strict=True):
        wall.sender(seed, *words, "--stamped", "--fps", FPS, port=port)
    return OTHERS


def watched(begin: Callable[[StockWall], Kinds], seconds: float) -> tuple[list[dict[str, Any]], float]:
    """One row of figures per sender, and how busy this process was."""
    loop = asyncio.new_event_loop()

    def run(work: Awaitable[Any], timeout: float = 10.0) -> Any:
        return loop.run_until_complete(asyncio.wait_for(work, timeout))

    with stock_wall(run) as wall:
        kinds = begin(wall)
        wall.until(lambda: all(wall.tile(seed, _is_gray(kinds, seed)) for seed in kinds), START_SECONDS)
        assert len(wall.tiles) == len(kinds)
        for tile in wall.tiles:
            tile.restart()
        began, cpu = time.monotonic(), time.process_time()
        wall.watch(seconds)
        busy = (time.process_time() - cpu) / (time.monotonic() - began)
        rows = [_row(wall, kinds, seed, seconds) for seed in kinds]
    loop.close()
    return rows, busy


def _row(wall: StockWall, kinds: Kinds, seed: int, seconds: float) -> dict[str, Any]:
    words, dialect, most = kinds[seed]
    tile = wall.tile(seed, _is_gray(kinds, seed))
    assert tile is not None
    error = tile.error(seed, _is_gray(kinds, seed))
    return {
        "sender": " ".join(str(word).removeprefix("--") for word in words),
        "live": set(tile.phases) == {Phase.LIVE},
        "fps": round(tile.count / seconds, 1),
        "age_p50_ms": round(1000 * sorted(tile.ages)[len(tile.ages) // 2], 1),
        "age_p95_ms": round(1000 * tile.age_p95, 1),
        "longest_gap_ms": round(1000 * max(tile.gaps)),
        "error": round(error, 2),
        "right": tile.session.dialect == dialect and error <= most and not tile.crossings,
    }


def _is_gray(kinds: Kinds, seed: int) -> bool:
    return kinds is TWELVE and seed == GRAY


def _is_well(row: dict[str, Any]) -> bool:
    is_fresh = row["age_p95_ms"] < LIMIT_MS and row["fps"] > 0.9 * FPS
    return bool(row["live"] and row["right"] and is_fresh)


def main() -> int:
    """Print the tables; 1 if a tile was not live, not right or not fresh."""
    seconds = seconds_asked(60.0)
    everything: list[dict[str, Any]] = []
    for title, begin in (("on one port", one_port), ("on ports of their own", other_ports)):
        rows, busy = watched(begin, seconds)
        print(f"{len(rows)} stock senders at {FPS} fps {title} for {seconds:.0f} s, viewer at {busy:.0%} of a core")
        print(table([list(rows[0]), *(list(row.values()) for row in rows)]))
        everything += rows
    keep("stock_wall", everything)
    return 0 if all(map(_is_well, everything)) else 1


if __name__ == "__main__":
    sys.exit(main())
