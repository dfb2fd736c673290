"""A connection that ended while its last words still waited to be read leaves nobody behind."""

import time

import pytest
import zmq

from tests.interop import raw_peers
from tests.interop.raw_peers import RawPeer
from tests.interop.stock_wall import StockWall
from viewer.core.state import Phase


def hasty(port: int, kind: int, count: int) -> None:
    """Connect, say so much, and hang up, all before the viewer can look: its loop stands while a test does this."""
    with zmq.Context() as context:
        peer = RawPeer(context, port, kind=kind)
        for _ in range(count):
            peer.send(*raw_peers.netgear(1))
        peer.close(linger=5000)
    # Everything has left that context. Only the viewer's own loop could show when it is in, and that must not run.
    time.sleep(0.2)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pattern", "kind", "count"),
    [("", zmq.DEALER, 300), ("", zmq.DEALER, 1), ("pull+", zmq.PUSH, 2)],
    ids=["router with much", "router with one", "pull"],
)
def test_that_a_sender_that_ended_before_it_was_read_is_offline(
    wall: StockWall, pattern: str, kind: int, count: int
) -> None:
    wall.listen(pattern)
    for _ in range(2):
        hasty(wall.port, kind, count)
        wall.until(lambda: any(tile.count for tile in wall.tiles))
        wall.tiles[0].restart()
        session = wall.tiles[0].session
        wall.until(lambda: session.state.phase is Phase.OFFLINE and not session.is_connected)
    assert len(wall.tiles) == 1
    assert not any(listener.serves(session) for listener in wall.fleet._listeners)
