"""The grid of tiles, driven as a person drives it."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.viewer.ui.conftest import Stage
from viewer.ui.wall.tile import Tile


@pytest.fixture
def four(stage: Stage) -> Stage:
    for name in ("one", "two", "three", "four"):
        stage.add(name)
    stage.until(lambda: len(stage.wall.tiles) == 4)
    return stage


def names(stage: Stage) -> list[str]:
    return [tile.session.name for tile in stage.wall.tiles]


def drag(widget: Any, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(widget, (start + end) / 2)
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)


def key(stage: Stage, which: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    target = stage.wall.selected or stage.wall
    QTest.keyClick(target, which, modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier)


def test_that_tiles_fill_the_wall_without_overlap(four: Stage) -> None:
    places = [tile.geometry() for tile in four.wall.tiles]
    assert all(not one.intersects(other) for one in places for other in places if one is not other)
    assert sum(place.width() * place.height() for place in places) > 0.96 * four.wall.width() * four.wall.height()


def test_that_dragging_a_boundary_resizes_both_neighbours_and_is_remembered(four: Stage) -> None:
    first, second = four.wall.tiles[:2]
    before = first.width(), second.width()
    gap = QPoint(first.geometry().right() + 3, first.geometry().center().y())
    drag(four.wall, gap, gap + QPoint(150, 0))
    assert first.width() == pytest.approx(before[0] + 150, abs=3)
    assert second.width() == pytest.approx(before[1] - 150, abs=3)
    assert four.file.settings.wall.layout.column_weights["2"][0] > 0.6


def test_that_a_tile_does_not_keep_the_pointer_of_the_gap(four: Stage) -> None:
    first = four.wall.tiles[0]
    gap = QPoint(first.geometry().right() + 3, first.geometry().center().y())
    QTest.mouseMove(four.wall, gap)
    assert four.wall.cursor().shape() is Qt.CursorShape.SplitHCursor
    assert first.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert first.picture.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_that_dragging_the_boundary_between_rows_moves_the_rows(four: Stage) -> None:
    first, third = four.wall.tiles[0], four.wall.tiles[2]
    gap = QPoint(first.geometry().center().x(), first.geometry().bottom() + 3)
    drag(four.wall, gap, gap + QPoint(0, -100))
    assert first.height() < third.height()


def test_that_a_double_click_on_a_boundary_makes_tiles_even_again(four: Stage) -> None:
    first, second = four.wall.tiles[:2]
    gap = QPoint(first.geometry().right() + 3, first.geometry().center().y())
    drag(four.wall, gap, gap + QPoint(150, 0))
    gap = QPoint(first.geometry().right() + 3, first.geometry().center().y())
    QTest.mouseDClick(four.wall, Qt.MouseButton.LeftButton, pos=gap)
    assert first.width() == pytest.approx(second.width(), abs=2)


def test_that_dragging_a_tile_onto_another_swaps_them(four: Stage) -> None:
    first, last = four.wall.tiles[0], four.wall.tiles[3]
    middle = first.picture.rect().center()
    drag(first.picture, middle, first.picture.mapFromGlobal(last.mapToGlobal(last.rect().center())))
    assert names(four) == ["four", "two", "three", "one"]
    assert four.file.settings.wall.layout.order[0] == last.session.identity.key


def test_that_a_small_tremble_of_the_mouse_swaps_nothing(four: Stage) -> None:
    first = four.wall.tiles[0]
    drag(first.picture, QPoint(60, 60), QPoint(62, 61))
    assert names(four) == ["one", "two", "three", "four"]


def test_that_a_double_click_maximises_and_brings_back(four: Stage) -> None:
    tile: Tile = four.wall.tiles[1]
    QTest.mouseDClick(tile.picture, Qt.MouseButton.LeftButton)
    assert [each.isVisible() for each in four.wall.tiles] == [False, True, False, False]
    assert tile.width() > 0.97 * four.wall.width()
    QTest.mouseDClick(tile.picture, Qt.MouseButton.LeftButton)
    assert all(each.isVisible() for each in four.wall.tiles)


def test_that_enter_maximises_and_escape_brings_back(four: Stage) -> None:
    four.wall.tiles[2].setFocus()
    key(four, Qt.Key.Key_Return)
    assert four.wall.maximised is four.wall.tiles[2]
    key(four, Qt.Key.Key_Escape)
    assert four.wall.maximised is None


def test_that_hidden_tiles_ask_their_cameras_for_nothing(four: Stage) -> None:
    four.wall.maximise(four.wall.tiles[0])
    assert [camera.peer.want.paused for camera in four.cameras] == [False, True, True, True]
    four.wall.maximise(None)
    assert not any(camera.peer.want.paused for camera in four.cameras)


def test_that_arrows_walk_and_ctrl_arrows_swap(four: Stage) -> None:
    four.wall.tiles[0].setFocus()
    key(four, Qt.Key.Key_Right)
    assert four.wall.selected is four.wall.tiles[1]
    key(four, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert names(four) == ["one", "four", "three", "two"]


def test_that_the_arrangement_survives_a_restart_of_the_program(four: Stage) -> None:
    four.wall.tiles[0].setFocus()
    key(four, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    again = type(four.file)(four.file.path)
    assert again.settings.wall.layout.order == four.file.settings.wall.layout.order
    assert again.settings.wall.layout.order[0] == four.cameras[1].session.identity.key


def test_that_a_removed_camera_leaves_no_tile(four: Stage) -> None:
    four.window.program.cameras.remove(four.cameras[1].session)
    assert names(four) == ["one", "three", "four"]
    assert len(four.fleet) == 3


def test_that_the_last_camera_removed_leaves_the_empty_state(stage: Stage) -> None:
    camera = stage.add()
    assert stage.wall.isVisible()
    stage.window.program.cameras.remove(camera.session)
    assert stage.window.empty.isVisible()
    assert not stage.wall.isVisible()


def test_that_letters_typed_into_a_chat_do_nothing_to_the_wall(four: Stage) -> None:
    tile = four.wall.tiles[0]
    tile.setFocus()
    key(four, Qt.Key.Key_C)
    composer = tile.chat.composer
    QTest.keyClicks(composer, "c and more")
    QTest.keyClick(composer, Qt.Key.Key_Delete)
    assert composer.toPlainText() == "c and more"
    assert four.wall.maximised is None
    assert len(four.fleet) == 4
