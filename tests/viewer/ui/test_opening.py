"""What is opened when the program is started, and started once more."""

import asyncio

from tests.viewer.ui.conftest import Stage
from viewer.core.wishes import Wishes
from viewer.demo import Demo
from viewer.opening import Opening
from viewer.ui.look import resources


def test_that_a_demo_that_is_there_is_not_started_again(stage: Stage) -> None:
    demo = Demo(resources.folder())

    async def start(count: int) -> Opening:
        opening = Opening(stage.program, demo)
        opening.open_wished(Wishes(demo=count))
        return opening

    try:
        opening = stage.run(start(1))
        stage.until(lambda: len(stage.fleet) == 1)
        stage.do(lambda: opening.open_wished(Wishes(demo=1)))
        assert opening._demo_start.done()
        assert len(demo.endpoints) == 1
        stage.do(lambda: opening.open_wished(Wishes(demo=2)))
        stage.until(lambda: len(stage.fleet) == 2)
        stage.run(asyncio.wait_for(opening.close(), 5))
    finally:
        demo.stop()
