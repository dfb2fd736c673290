"""Stock senders of every kind on our wall, without one changed line."""

import pytest

from tests.interop.stock_wall import StockWall
from tests.interop.twelve import GRAY, TWELVE
from tests.support.stock import free_port, free_ports
from viewer.core.sessions.state import Phase

SECONDS = 10.0


def all_shown(wall: StockWall, seeds: object = TWELVE) -> bool:
    return all(wall.tile(seed, seed == GRAY) for seed in seeds)  # type: ignore[attr-defined]


@pytest.mark.alone
@pytest.mark.slow
@pytest.mark.timeout(120)
def test_that_twelve_stock_senders_share_one_port(wall: StockWall) -> None:
    wall.listen()
    for seed, (words, _, _) in TWELVE.items():
        wall.sender(seed, *words, "--stamped", "--fps", 15)
    wall.until(lambda: all_shown(wall), timeout=60)
    assert len(wall.tiles) == len(TWELVE)
    for tile in wall.tiles:
        tile.restart()
    wall.watch(SECONDS)
    for seed, (_, dialect, most) in TWELVE.items():
        tile = wall.tile(seed, seed == GRAY)
        assert tile is not None
        assert tile.session.dialect == dialect
        assert tile.error(seed, seed == GRAY) <= most, (seed, tile.error(seed, seed == GRAY))
        assert set(tile.phases) == {Phase.LIVE}, (seed, tile.phases)
        assert not tile.crossings
        assert tile.count > 0.8 * 15 * SECONDS
        print(seed, tile.session.name, tile.count, round(1000 * tile.age_p95, 1), tile.error(seed, seed == GRAY))


@pytest.mark.slow
def test_that_pair_publish_and_push_senders_are_shown_at_ports_of_their_own(wall: StockWall) -> None:
    pair, first, second, pull = free_ports(4)
    published = free_port()
    wall.listen("pair+", pair)
    wall.listen("sub+", first)
    wall.listen("sub+", second)
    wall.listen("pull+", pull)
    wall.now(lambda: wall.fleet.add(f"sub+tcp://127.0.0.1:{published}"))
    wall.sender(1, "netgear", "--pattern", 0, port=pair)
    wall.sender(2, "netgear", "--pattern", 2, "--multiserver", port=first)
    wall.sender(3, "netgear", "--pattern", 2, "--multiserver", port=second)
    wall.sender(4, "netgear_async", "--pattern", 3, port=pull)
    wall.sender(5, "imagezmq", "--mode", "pub", port=published)
    wall.until(lambda: all_shown(wall, range(1, 6)))
    expected = {1: 3.0, 2: 3.0, 3: 3.0, 4: 0.0, 5: 0.0}
    assert all(wall.tile(seed).error(seed) <= most for seed, most in expected.items())
    assert [wall.tile(seed).session.name for seed in (2, 3)] == [f"Port {first}", f"Port {second}"]
    wall.until(lambda: all(tile.session.state.phase is Phase.LIVE for tile in wall.tiles))
