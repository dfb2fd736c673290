"""The viewer goes and comes back; stock senders as people start them go on without being touched."""

import pytest

from tests.interop.stock_wall import StockWall
from viewer.core.sessions.state import Phase
from viewer.core.talk.chat import Delivery

# Of the twelve seconds that a stock sender with three retries has in its whole life.
AWAY_SECONDS = 8.0
DEFAULT = ("--retries", 3)
KINDS = {
    1: ("netgear", "--pattern", 1, *DEFAULT),
    2: ("netgear", "--pattern", 1, "--bidirectional", *DEFAULT),
    3: ("netgear", "--pattern", 1, "--multiserver", *DEFAULT),
}


@pytest.mark.slow
def test_that_stock_senders_go_on_when_the_viewer_was_restarted(wall: StockWall) -> None:
    wall.listen()
    for seed, words in KINDS.items():
        wall.sender(seed, *words)
    wall.until(lambda: wall.shows(*KINDS))
    wall.now(wall.fleet.close)
    wall.watch(AWAY_SECONDS)
    wall.open()
    wall.listen()
    print(f"back {wall.until(lambda: wall.shows(*KINDS)):.2f} s")
    for tile in wall.tiles:
        tile.restart()
    wall.until(lambda: sum(tile.count > 25 for tile in wall.tiles) == len(KINDS))
    # A sender that gives up its connection in the very moment in which the viewer is back may leave a tile behind:
    # such a one shows nothing, and is never called live.
    ghosts = [tile for tile in wall.tiles if tile.count <= 25]
    assert not any(tile.session.state.phase is Phase.LIVE for tile in ghosts)
    assert len(ghosts) <= 1
    assert not any(peer.has_ended for peer in wall.peers.values())
    line = wall.now(lambda: wall.session(2).say("welcome back"))
    wall.until(lambda: line.delivery is Delivery.RECEIVED and wall.peers[2].got)
    assert wall.peers[2].got == ["welcome back"]
