"""A wall for stock senders to call, and peers that say anything to it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import zmq

from tests.interop.raw_peers import RawPeer
from tests.interop.stock_wall import StockWall, stock_wall
from viewer.core.sessions.state import Phase

LARGEST_AGE = 0.15
LARGEST_GAP = 0.5
AFTERWARDS = 30
HEALTHY = {
    101: ("netgear", "--pattern", 1),
    102: ("netgear_async", "--pattern", 1),
    103: ("imagezmq", "--name", "healthy"),
}

Caller = Callable[..., RawPeer]


@pytest.fixture
def wall(run: Callable[..., Any]) -> Iterator[StockWall]:
    with stock_wall(run) as made:
        yield made


@pytest.fixture
def healthy(wall: StockWall) -> Iterator[StockWall]:
    """A wall that listens and shows three good senders; whatever the test does, they must not notice."""
    wall.listen()
    for seed, words in HEALTHY.items():
        wall.sender(seed, *words, "--stamped")
    wall.until(lambda: wall.shows(*HEALTHY))
    tiles = {seed: wall.tile(seed) for seed in HEALTHY}
    # What was sent while the last of them still started is old, and not what is measured.
    wall.until(lambda: all(tile.ages and tile.ages[-1] < LARGEST_AGE / 3 for tile in tiles.values()))
    for tile in tiles.values():
        tile.restart()
    yield wall
    before = {seed: tile.count for seed, tile in tiles.items()}
    wall.until(lambda: all(tile.count > before[seed] + AFTERWARDS for seed, tile in tiles.items()))
    for seed, tile in tiles.items():
        figures = (seed, round(tile.age_p95, 3), round(max(tile.gaps), 3), tile.phases)
        print(*figures)
        assert tile.age_p95 < LARGEST_AGE, figures
        assert max(tile.gaps) < LARGEST_GAP, figures
        assert set(tile.phases) == {Phase.LIVE}, figures


@pytest.fixture
def caller(context: "zmq.Context[zmq.Socket[bytes]]") -> Iterator[Caller]:
    """`caller(port)` is a peer that says anything."""
    made: list[RawPeer] = []

    def call(*words: Any, **more: Any) -> RawPeer:
        made.append(RawPeer(context, *words, **more))
        return made[-1]

    yield call
    for each in made:
        each.close()
