"""The window runs on Qt's loop, which is not asyncio's in every detail."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.interop.stock_wall import stock_wall


@pytest.mark.slow
def test_that_stock_senders_are_shown_and_heard_on_qts_own_loop(qrun: Callable[..., Any]) -> None:
    with stock_wall(qrun) as wall:
        wall.listen()
        wall.sender(1, "netgear", "--pattern", 1, "--bidirectional", "--message", "hello")
        wall.sender(2, "imagezmq")
        wall.until(lambda: wall.tile(1) and wall.tile(2))
        talking = wall.tile(1)
        assert talking is not None
        wall.now(lambda: talking.session.say("and to you"))
        wall.until(lambda: wall.peers[1].got == ["and to you"] and talking.heard == ["hello"])
        wall.peers[2].kill()
        wall.until(lambda: len(wall.tiles) == 2 and not wall.tile(2).session.is_connected)
        wall.sender(3, "imagezmq")
        wall.until(lambda: wall.tile(3))
        assert len(wall.tiles) == 2
