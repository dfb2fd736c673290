"""Looking closer at a picture, and turning it: by wheel, hand and keys, and what the camera is asked for."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from camwire.messages import Want
from tests.viewer.ui.conftest import Stage
from viewer.core.pictures.orientation import Orientation
from viewer.ui.wall.tile import Tile

LEFT = Qt.MouseButton.LeftButton
NOTCH = 120


@pytest.fixture
def tile(stage: Stage) -> Tile:
    """One camera, selected, whose pictures are wide."""
    camera = stage.add()
    tile: Tile = stage.wall.tiles[0]

    def is_shown() -> bool:
        # What comes before the window is seen is given up.
        camera.show(width=640, height=360)
        return tile.picture.picture_size.width() == 640

    stage.until(is_shown)
    stage.wall.select(tile)
    return tile


def turn_wheel(stage: Stage, tile: Tile, at: QPoint, notches: int) -> None:
    """Over a point of the picture, as the window system tells it to the window."""
    window = stage.window.windowHandle()
    where = QPointF(tile.picture.mapTo(stage.window, at))
    stage.do(lambda: QTest.wheelEvent(window, where, QPoint(0, NOTCH * notches)))


def drag(stage: Stage, tile: Tile, by: QPoint) -> None:
    begin = tile.picture.rect().center()
    stage.do(lambda: QTest.mousePress(tile.picture, LEFT, pos=begin))
    stage.do(lambda: QTest.mouseMove(tile.picture, begin + by))
    stage.do(lambda: QTest.mouseRelease(tile.picture, LEFT, pos=begin + by))


def do(stage: Stage, id: str) -> None:
    stage.do(stage.window.actions[id].trigger)


def wants(width: float, height: float) -> Callable[[Want], bool]:
    return lambda want: abs(want.width - width) <= 1 and abs(want.height - height) <= 1


def test_that_the_wheel_zooms_to_where_the_pointer_is(stage: Stage, tile: Tile) -> None:
    picture, at = tile.picture, QPoint(300, 250)
    seen = picture.part_at(QRectF(QPointF(at), QPointF(at))).topLeft()
    turn_wheel(stage, tile, at, 4)
    assert picture.zoom.viewport.zoom == pytest.approx(1.25**4)
    assert (picture.place_of(QRectF(seen, seen)).topLeft() - QPointF(at)).manhattanLength() < 3
    turn_wheel(stage, tile, QPoint(10, 10), -4)
    assert not picture.zoom.is_on


def test_that_the_camera_is_asked_for_the_pixels_that_the_zoom_needs(stage: Stage, tile: Tile) -> None:
    camera, size = stage.cameras[0], tile.picture.size()
    do(stage, "camera.zoom_in")
    do(stage, "camera.zoom_in")
    wanted = wants(2.25 * size.width(), 2.25 * size.height())
    stage.until(lambda: wanted(camera.wants[-1]))
    do(stage, "camera.zoom_reset")
    stage.until(lambda: camera.wants[-1] == Want(width=size.width(), height=size.height()))


def test_that_a_hand_moves_the_picture_as_far_as_it_goes_and_not_the_tile(stage: Stage, tile: Tile) -> None:
    moved: list[object] = []
    tile.dragged.connect(lambda *_args: moved.append(1))
    do(stage, "camera.zoom_in")
    before = tile.picture.place_of(QRectF(0, 0, 1, 1))
    drag(stage, tile, QPoint(40, 0))
    after = tile.picture.place_of(QRectF(0, 0, 1, 1))
    assert after.left() - before.left() == pytest.approx(40, abs=1)
    drag(stage, tile, QPoint(4000, 0))
    assert tile.picture.place_of(QRectF(0, 0, 1, 1)).left() == pytest.approx(0, abs=1)
    assert not moved
    do(stage, "camera.zoom_reset")
    drag(stage, tile, QPoint(40, 0))
    assert moved


def test_that_a_double_click_still_maximises_and_the_zoom_stays(stage: Stage, tile: Tile) -> None:
    stage.add("yard")
    do(stage, "camera.zoom_in")
    stage.do(lambda: QTest.mouseDClick(tile.picture, LEFT, pos=tile.picture.rect().center()))
    assert stage.wall.maximised is tile
    assert tile.picture.zoom.is_on


def test_that_keys_zoom_turn_and_mirror_the_selected_camera(stage: Stage, tile: Tile) -> None:
    stage.activate()
    stage.do(tile.setFocus)
    for key, zoom in (("+", 1.5), ("-", 1.0)):
        stage.type(key)
        assert tile.picture.zoom.viewport.zoom == pytest.approx(zoom)
    stage.type("+")
    stage.press(Qt.Key.Key_Home)
    assert not tile.picture.zoom.is_on
    stage.type("tx")
    assert tile.session.orientation == Orientation(1, True)


def test_that_a_turned_camera_is_told_of_the_place_as_it_sees_it(stage: Stage, tile: Tile) -> None:
    camera, size = stage.cameras[0], tile.picture.size()
    do(stage, "camera.turn")
    stage.until(lambda: wants(size.height(), size.width())(camera.wants[-1]))
    assert tile.picture.picture_size.toTuple() == (360, 640)
    place = tile.picture.picture_place
    assert place.width() / place.height() == pytest.approx(360 / 640, abs=0.01)


def test_that_how_a_camera_is_turned_is_there_after_a_restart(stage: Stage, tile: Tile) -> None:
    key = tile.session.identity.key
    do(stage, "camera.turn")
    do(stage, "camera.mirror")
    stage.restart()
    stage.do(lambda: stage.fleet.add(key))
    assert stage.wall.tiles[0].session.orientation == Orientation(1, True)
    do_twice = Orientation(1, True).mirrored().turned().turned().turned()
    assert do_twice.is_upright
    stage.do(lambda: stage.window.program.cameras.orient(stage.wall.tiles[0].session, do_twice))
    assert stage.file.settings.view == []


def test_that_a_turned_picture_is_seen_turned(stage: Stage, tile: Tile) -> None:
    # Red above blue becomes blue beside red.
    picture = two_colours()
    tile.picture._image = picture
    do(stage, "camera.turn")
    shown = tile.picture.grab().toImage()
    middle = tile.picture.rect().center()
    left, right = (shown.pixelColor(middle + QPoint(away, 60)) for away in (-40, 40))
    assert (left.blue(), right.red()) == (255, 255)


def test_that_a_small_map_tells_where_one_is(stage: Stage, tile: Tile) -> None:
    corner = tile.picture.rect().bottomLeft() + QPoint(14, -14)
    do(stage, "camera.zoom_in")
    shown = tile.picture.grab().toImage()
    # Darkened there, as what is not seen.
    assert shown.pixelColor(corner).lightness() < 0.8 * shown.pixelColor(shown.rect().center()).lightness()


def two_colours() -> QImage:
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    for y in range(180, 360):
        for x in range(640):
            image.setPixelColor(x, y, QColor("#0000ff"))
    return image
