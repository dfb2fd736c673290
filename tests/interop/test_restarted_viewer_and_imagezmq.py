"""The oldest complaint about imagezmq: a sender whose hub ended before it answered waits for ever. Not here."""

import pytest
import zmq

from tests.interop.stock_wall import StockWall


@pytest.mark.slow
def test_that_imagezmq_senders_that_were_left_without_an_answer_go_on(wall: StockWall) -> None:
    with zmq.Context() as context, context.socket(zmq.ROUTER) as hub:
        hub.linger = 0
        hub.bind(f"tcp://127.0.0.1:{wall.port}")
        senders = [wall.sender(seed, "imagezmq", "--name", name) for seed, name in ((1, "porch"), (2, "gate"))]
        waiting = {hub.recv_multipart()[0] for _ in senders}
        assert len(waiting) == len(senders)
    wall.listen()
    wall.until(lambda: wall.tile(1) and wall.tile(2), timeout=15)
    assert sorted(tile.session.name for tile in wall.tiles) == ["gate", "porch"]
    assert wall.notices == []
