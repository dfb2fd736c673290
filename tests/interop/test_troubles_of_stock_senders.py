"""A stock sender in trouble is shown as what it is, comes back to its own tile, and troubles nobody else."""

import pytest

from tests.interop.conftest import HEALTHY
from tests.interop.stock_wall import StockTile, StockWall
from viewer.core.sessions.state import Phase

STOPPED = {Phase.FROZEN, Phase.OFFLINE}


def started(wall: StockWall, seed: int = 1, *words: object) -> StockTile:
    """A fourth sender, live."""
    wall.sender(seed, *(words or ("netgear", "--pattern", 1)))
    wall.until(lambda: wall.shows(seed))
    tile = wall.tile(seed)
    assert tile is not None
    return tile


@pytest.mark.alone
@pytest.mark.slow
def test_that_a_frozen_sender_is_never_shown_as_live_and_comes_back_to_its_tile(healthy: StockWall) -> None:
    tile = started(healthy)
    healthy.peers[1].freeze()
    stopped = healthy.until(lambda: tile.session.state.phase in STOPPED)
    healthy.until(lambda: tile.session.state.reason == "The camera does not answer.")
    healthy.peers[1].thaw()
    back = healthy.until(lambda: tile.session.state.phase is Phase.LIVE)
    print(f"stopped {stopped:.2f} s, back {back:.2f} s")
    assert stopped < 2
    assert len(healthy.tiles) == len(HEALTHY) + 1


@pytest.mark.alone
@pytest.mark.slow
def test_that_a_killed_sender_is_offline_soon(healthy: StockWall) -> None:
    tile = started(healthy)
    healthy.peers[1].kill()
    stopped = healthy.until(lambda: tile.session.state.phase in STOPPED)
    offline = healthy.until(lambda: tile.session.state.phase is Phase.OFFLINE)
    print(f"stopped {stopped:.2f} s, offline {stopped + offline:.2f} s")
    assert stopped < 2
    assert stopped + offline < 5
    assert tile.session.state.reason == "The camera's connection ended."


@pytest.mark.alone
@pytest.mark.slow
def test_that_senders_that_say_goodbye_are_offline_at_once(healthy: StockWall) -> None:
    tiles = [
        started(healthy, 1, "netgear", "--pattern", 1),
        started(healthy, 2, "netgear", "--pattern", 1, "--multiserver"),
        started(healthy, 3, "netgear_async", "--pattern", 1, "--bidirectional"),
    ]
    for seed in (1, 2, 3):
        healthy.peers[seed].ask_to_end()
    took = healthy.until(lambda: all(tile.session.state.phase is Phase.OFFLINE for tile in tiles))
    print(f"offline {took:.2f} s")
    assert took < 1
    assert {tile.session.state.reason for tile in tiles} == {"The camera was switched off."}
    healthy.until(lambda: all(healthy.peers[seed].has_ended for seed in (1, 2, 3)))
    assert all("frames" in healthy.peers[seed].lines[-1] for seed in (1, 2, 3))
