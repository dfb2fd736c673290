"""A long backlog to an absent camera: all of it, in order, without a stall."""

import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from tests.support.programs import RunningCamera, camera
from tests.support.waiting import until
from tests.support.watching import Watcher, fleet
from viewer.core.sessions.state import Phase

pytestmark = [pytest.mark.slow, pytest.mark.alone]
LINES = 3000


def test_that_thousands_of_waiting_lines_arrive_once_in_order_and_stall_nothing(run: Callable[..., Any]) -> None:
    texts = [f"line {number}" for number in range(LINES)]

    async def scene(porch: RunningCamera) -> None:
        async with fleet() as viewer:
            watcher = Watcher(viewer.add(porch.endpoint))
            await until(lambda: watcher.is_(Phase.LIVE))
            porch.kill()
            await until(lambda: not watcher.session.is_connected)
            for text in texts:
                watcher.session.say(text)
            porch.restart()
            await until(lambda: watcher.is_(Phase.LIVE), timeout=5)
            looked: list[float] = []
            await until(lambda: looked.append(time.monotonic()) or len(watcher.heard) >= LINES, timeout=20)
            assert [line.text for line in watcher.heard] == texts
            assert watcher.session.chat.waiting == 0
            assert max(after - before for before, after in pairwise(looked)) < 0.3

    with camera("--source", "pattern", "--name", "porch", "--echo") as porch:
        run(scene(porch), timeout=60)
