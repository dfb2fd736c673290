"""What is opened when the program is started, and started once more."""

import asyncio
from collections.abc import Iterator

import pytest

from tests.viewer.ui.conftest import Stage
from viewer.core.sessions.session import Session
from viewer.core.wishes import Wishes
from viewer.demo import Demo
from viewer.opening import Opening
from viewer.ui.look import resources


class DemoOnStage:
    """Real demo cameras on a wall, as a start of the program wishes for them."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.demo = Demo(resources.folder(), stage.fleet.keyring.identity.public.decode())
        self.opening = Opening(stage.program, self.demo)

    def wish(self, *counts: int) -> None:
        """Ask for so many, and for others right behind, as several starts do."""
        self.stage.do(lambda: [self.opening.open_wished(Wishes(demo=count)) for count in counts])

    def until_there_are(self, count: int) -> None:
        self.stage.until(lambda: self.opening._demo_start.done())  # type: ignore[union-attr]
        assert [session.identity.key for session in self.stage.fleet] == [f"demo:{n}" for n in range(1, count + 1)]

    def end(self) -> None:
        self.stage.run(asyncio.wait_for(self.opening.close(), 5))
        self.demo.stop()


@pytest.fixture
def demo(stage: Stage) -> Iterator[DemoOnStage]:
    demo = DemoOnStage(stage)
    yield demo
    demo.end()


def test_that_a_demo_that_is_there_is_not_started_again(demo: DemoOnStage) -> None:
    demo.wish(1)
    demo.until_there_are(1)
    demo.wish(1)
    demo.until_there_are(1)
    assert len(demo.demo.cameras) == 1
    demo.wish(2)
    demo.until_there_are(2)


def test_that_more_can_be_wished_for_while_the_first_is_still_starting(demo: DemoOnStage) -> None:
    demo.wish(1, 2, 1)
    demo.until_there_are(2)


def test_that_a_demo_camera_that_was_removed_comes_back(demo: DemoOnStage, stage: Stage) -> None:
    demo.wish(1)
    demo.until_there_are(1)
    stage.do(lambda: stage.fleet.remove("demo:1"))
    demo.wish(1)
    demo.until_there_are(1)
    assert len(demo.demo.cameras) == 1


def test_that_removing_a_demo_camera_can_be_undone(demo: DemoOnStage, stage: Stage) -> None:
    def camera() -> Session:
        return stage.fleet["demo:1"]

    demo.wish(1)
    demo.until_there_are(1)
    stage.until(lambda: camera().is_connected)
    stage.do(lambda: stage.window.walls.remove_camera(camera()))
    stage.do(stage.program.undo.undo)
    stage.until(lambda: camera().is_connected)
    assert camera().identity.endpoint == demo.demo.cameras[0].endpoint


def test_that_a_layout_with_demo_cameras_is_of_use_at_the_next_start(stage: Stage) -> None:
    def demo_with_two() -> DemoOnStage:
        demo = DemoOnStage(stage)
        demo.wish(2)
        demo.until_there_are(2)
        return demo

    first = demo_with_two()
    stage.do(lambda: stage.wall.arranging.resize("demo:2", (2, 2)))
    layouts = stage.window.layouts
    stage.do(lambda: layouts._save(stage.wall.arranging.layout.renamed("Big two")))
    first.end()
    stage.restart()
    second = demo_with_two()
    stage.do(lambda: stage.window.layouts.show("Big two"))
    assert stage.wall.arranging.layout.span("demo:2") == (2, 2)
    areas = {tile.session.identity.key: tile.width() * tile.height() for tile in stage.wall.tiles}
    assert areas["demo:2"] > 1.5 * areas["demo:1"]
    second.end()
