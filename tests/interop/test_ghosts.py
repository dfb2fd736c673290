"""A connection that ended while its last words still waited to be read leaves nobody behind."""

import time

import pytest
import zmq

from tests.interop import raw_peers
from tests.interop.raw_peers import RawPeer
from tests.interop.stock_wall import StockWall
from viewer.core.sessions.state import Phase

HANGING_SECONDS = 0.2
KINDS = {"": ("netgear", "--pattern", 1), "pull+": ("netgear_async", "--pattern", 3)}


def hasty(port: int, kind: int, count: int) -> None:
    """Connect, say so much, hang up, and let the viewer's loop stand until its socket has all that."""
    with zmq.Context() as context:
        peer = RawPeer(context, port, kind=kind)
        for _ in range(count):
            peer.send(*raw_peers.netgear(1))
        peer.close(linger=5000)
    time.sleep(HANGING_SECONDS)


@pytest.mark.slow
@pytest.mark.parametrize(("pattern", "kind", "count"), [("", zmq.DEALER, 50), ("pull+", zmq.PUSH, 2)])
def test_that_a_sender_that_ended_before_it_was_read_is_offline(
    wall: StockWall, pattern: str, kind: int, count: int
) -> None:
    wall.listen(pattern)
    wall.now(lambda: hasty(wall.port, kind, count))
    # One that came later is heard, so all that the first one said was read by then.
    wall.sender(2, *KINDS[pattern])
    wall.until(lambda: wall.tile(2))
    wall.until(lambda: sum(tile.session.state.phase is Phase.LIVE for tile in wall.tiles) == 1)
    wall.until(
        lambda: all(tile.session.state.phase is Phase.OFFLINE for tile in wall.tiles if tile is not wall.tile(2))
    )
    assert len(wall.tiles) <= 2
