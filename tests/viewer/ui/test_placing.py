"""Cameras are told how large their pictures are shown, and whether anybody sees them."""

from time import monotonic

import pytest
from PySide6.QtCore import QPoint

from camwire.messages import Want
from tests.support.joined_camera import JoinedCamera
from tests.viewer.ui.conftest import Stage
from viewer.ui.look import style
from viewer.ui.wall.tile import Tile

PAUSED = Want(paused=True)


def wanted_by(tile: Tile) -> Want:
    """What a camera is to know of a tile."""
    ratio = tile.picture.devicePixelRatioF()
    return Want(width=round(tile.picture.width() * ratio), height=round(tile.picture.height() * ratio))


def settled(stage: Stage, *cameras: JoinedCamera) -> None:
    """Wait until every camera knows the size of its tile."""
    tiles = {tile.session: tile for tile in stage.wall.tiles}
    stage.until(lambda: all(each.wants[-1] == wanted_by(tiles[each.session]) for each in cameras))


def show_on_all(stage: Stage, cameras: list[JoinedCamera], width: int, height: int) -> None:
    for camera in cameras:
        camera.show(width=width, height=height)
    stage.until(lambda: all(tile.picture.picture_size.width() == width for tile in stage.wall.tiles))


def at_rest(stage: Stage) -> None:
    """Wait until no tile has anything more to say."""
    stage.until(lambda: not any(tile._placing._rest.isActive() for tile in stage.wall.tiles))


def test_that_a_camera_is_told_how_large_its_tile_is_in_pixels_of_the_screen(stage: Stage) -> None:
    camera = stage.add()
    settled(stage, camera)
    assert camera.wants[-1].width > 1000


def test_that_the_place_is_that_of_the_picture_without_the_chat(stage: Stage) -> None:
    camera = stage.add()
    settled(stage, camera)
    whole = camera.wants[-1].width
    stage.do(lambda: stage.wall.tiles[0].open_chat(True))
    settled(stage, camera)
    assert camera.wants[-1].width < 0.7 * whole


@pytest.mark.alone
def test_that_a_window_that_is_dragged_for_a_second_asks_for_a_few_sizes_and_for_the_last_one_soon(
    stage: Stage,
) -> None:
    cameras = [stage.add(f"camera {number}") for number in range(4)]
    settled(stage, *cameras)
    before = [len(camera.wants) for camera in cameras]
    rests = stage.drag((1200, 800), (600, 400))
    rested = monotonic()
    settled(stage, *cameras)
    assert monotonic() - rested < 0.3
    assert all(len(camera.wants) - count <= 3 + rests for camera, count in zip(cameras, before, strict=True))


def test_that_a_tile_that_grows_far_is_told_before_the_hand_rests(stage: Stage) -> None:
    camera = stage.add()
    stage.do(lambda: stage.window.resize(500, 400))
    settled(stage, camera)
    before = len(camera.wants)
    stage.do(lambda: stage.window.resize(1600, 1200))
    assert camera.wants[-1] == wanted_by(stage.wall.tiles[0])
    assert len(camera.wants) == before + 1


def test_that_a_maximised_camera_sends_its_full_size_and_the_others_nothing(stage: Stage) -> None:
    first, second = stage.add("first"), stage.add("second")
    settled(stage, first, second)
    before = len(first.wants), len(second.wants)
    stage.do(lambda: stage.wall.maximise(stage.wall.tiles[0]))
    assert (first.wants[before[0] :], second.wants[before[1] :]) == ([Want()], [PAUSED])
    stage.do(lambda: stage.wall.maximise(None))
    settled(stage, first, second)
    assert len(second.wants) == before[1] + 2
    assert len(first.wants) == before[0] + 2


def test_that_a_maximised_camera_is_told_nothing_while_the_window_is_resized(stage: Stage) -> None:
    camera = stage.add()
    stage.do(lambda: stage.wall.maximise(stage.wall.tiles[0]))
    before = len(camera.wants)
    for width in range(1200, 500, -50):
        stage.do(lambda width=width: stage.window.resize(width, 600))
    at_rest(stage)
    assert len(camera.wants) == before
    assert camera.wants[-1] == Want()


def test_that_nothing_is_sent_to_a_window_that_is_minimised_or_hidden(stage: Stage) -> None:
    camera = stage.add()
    settled(stage, camera)
    stage.do(stage.window.showMinimized)
    stage.until(lambda: camera.wants[-1] == PAUSED)
    stage.do(stage.window.showNormal)
    settled(stage, camera)
    stage.do(stage.window.hide)
    stage.until(lambda: camera.wants[-1] == PAUSED)
    stage.do(stage.window.show)
    settled(stage, camera)


def test_that_a_tile_beyond_the_edge_of_the_screen_costs_nothing(stage: Stage) -> None:
    cameras = [stage.add(f"camera {number}") for number in range(2)]
    settled(stage, *cameras)
    screen = stage.window.screen().geometry()
    left, right = (tile.session for tile in stage.wall.tiles)
    inside, outside = (next(each for each in cameras if each.session is one) for one in (left, right))
    edge = screen.right() - stage.wall.tiles[0].width() // 2
    stage.do(lambda: stage.window.move(QPoint(edge, screen.top())))
    stage.until(lambda: outside.wants[-1] == PAUSED)
    assert inside.wants[-1] == wanted_by(stage.wall.tiles[0])
    stage.do(lambda: stage.window.move(screen.topLeft()))
    settled(stage, *cameras)


def test_that_pictures_in_whole_pixels_do_not_rearrange_the_wall(stage: Stage) -> None:
    cameras = [stage.add(f"camera {number}") for number in range(3)]
    stage.do(lambda: stage.window.resize(1200, 640 + style.BAR_HEIGHT))
    # The screen is narrower: so, some of each tile is on it.
    stage.do(lambda: stage.window.move(-380, 0))
    layouts = []
    # At this height, one of these shapes fills the wall best in one row, the other in two.
    for width, height in ((324, 244), (332, 246)):
        show_on_all(stage, cameras, width, height)
        stage.do(stage.wall.arrange)
        layouts.append([tile.geometry() for tile in stage.wall.tiles])
    assert layouts[0] == layouts[1]
