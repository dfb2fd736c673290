"""Marking several tiles, by mouse and by keyboard, and to whom something is then said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.viewer.ui.conftest import Stage

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def four(stage: Stage) -> Stage:
    for name in ("one", "two", "three", "four"):
        stage.add(name)
    stage.until(lambda: len(stage.wall.tiles) == 4)
    return stage


def press(stage: Stage, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(stage.wall.selected or stage.wall, key, held)


def click(stage: Stage, place: int, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(stage.wall.tiles[place].picture, Qt.MouseButton.LeftButton, held)


def marked(stage: Stage) -> list[str]:
    return [tile.session.name for tile in stage.wall.selection.tiles]


def meant(stage: Stage) -> list[str]:
    return [tile.session.name for tile in stage.wall.meant]


def test_that_ctrl_click_marks_a_tile_together_with_the_selected_one(four: Stage) -> None:
    click(four, 0)
    click(four, 2, CTRL)
    assert marked(four) == ["one", "three"]
    click(four, 3, CTRL)
    click(four, 0, CTRL)
    assert marked(four) == ["three", "four"]
    assert all(tile._frame.isVisible() for tile in four.wall.meant)


def test_that_a_plain_click_marks_none(four: Stage) -> None:
    click(four, 0)
    click(four, 2, CTRL)
    click(four, 1)
    assert marked(four) == []
    assert meant(four) == ["one", "two", "three", "four"]
    assert four.wall.selected is four.wall.tiles[1]


def test_that_shift_arrow_marks_where_one_was_and_where_one_goes(four: Stage) -> None:
    four.wall.tiles[0].setFocus()
    press(four, Qt.Key.Key_Right, SHIFT)
    press(four, Qt.Key.Key_Down, SHIFT)
    assert marked(four) == ["one", "two", "four"]
    assert four.wall.selected is four.wall.tiles[3]


def test_that_marks_stay_while_one_walks_so_that_ctrl_space_marks_any_others(four: Stage) -> None:
    four.wall.tiles[0].setFocus()
    press(four, Qt.Key.Key_Space, CTRL)
    press(four, Qt.Key.Key_Right)
    press(four, Qt.Key.Key_Down)
    press(four, Qt.Key.Key_Space, CTRL)
    assert marked(four) == ["one", "four"]
    press(four, Qt.Key.Key_Space, CTRL)
    assert marked(four) == ["one"]


def test_that_ctrl_a_marks_all_and_escape_none_before_it_does_anything_else(four: Stage) -> None:
    four.wall.tiles[1].setFocus()
    press(four, Qt.Key.Key_Return)
    press(four, Qt.Key.Key_A, CTRL)
    assert marked(four) == ["one", "two", "three", "four"]
    press(four, Qt.Key.Key_Escape)
    assert marked(four) == []
    assert four.wall.maximised is four.wall.tiles[1]
    press(four, Qt.Key.Key_Escape)
    assert four.wall.maximised is None


def test_that_ctrl_with_arrows_still_changes_places(four: Stage) -> None:
    four.wall.tiles[0].setFocus()
    press(four, Qt.Key.Key_Right, CTRL)
    assert [tile.session.name for tile in four.wall.tiles] == ["two", "one", "three", "four"]
    assert marked(four) == []


def test_that_the_bar_says_to_how_many_it_is_said(four: Stage) -> None:
    button = four.window._bar.say
    assert button.text() == "Say to all…"
    click(four, 0)
    click(four, 2, CTRL)
    click(four, 3, CTRL)
    assert button.text() == "Say to 3…"
    press(four, Qt.Key.Key_Escape)
    assert button.text() == "Say to all…"


def test_that_the_menu_says_to_how_many_it_is_said(four: Stage) -> None:
    action = four.window.actions["talk.several"]
    four.window.actions.show_state()
    assert action.text() == "Say to all…"
    click(four, 0)
    click(four, 2, CTRL)
    four.window.actions.show_state()
    assert action.text() == "Say to 2…"
    assert action.isEnabled()


def test_that_what_there_is_nothing_to_do_for_is_disabled_in_the_menu(stage: Stage) -> None:
    several, close = (stage.window.actions[id] for id in ("talk.several", "talk.close"))
    stage.window.actions.show_state()
    assert not several.isEnabled()
    assert not close.isEnabled()
    stage.add()
    stage.activate()
    stage.do(lambda: stage.wall.tiles[0].open_chat(True))
    stage.window.actions.show_state()
    assert several.isEnabled()
    assert close.isEnabled()


def test_that_a_removed_camera_is_not_marked_any_more(four: Stage) -> None:
    four.wall.tiles[0].setFocus()
    press(four, Qt.Key.Key_A, CTRL)
    four.window.program.cameras.remove(four.cameras[1].session)
    assert marked(four) == ["one", "three", "four"]
    assert four.window._bar.say.text() == "Say to 3…"


def test_that_the_wall_s_marks_are_left_alone_while_one_types(four: Stage) -> None:
    tile = four.wall.tiles[0]
    tile.open_chat(True)
    QTest.keyClicks(tile.chat.composer, "all of it")
    QTest.keyClick(tile.chat.composer, Qt.Key.Key_A, CTRL)
    QTest.keyClick(tile.chat.composer, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(tile.chat.composer, Qt.Key.Key_Space, CTRL)
    assert marked(four) == []


def test_that_nothing_can_be_said_to_an_empty_wall(stage: Stage) -> None:
    assert not stage.window._bar.say.isEnabled()
    camera = stage.add()
    assert stage.window._bar.say.isEnabled()
    stage.window.program.cameras.remove(camera.session)
    assert not stage.window._bar.say.isEnabled()


def test_that_the_bar_stays_whole_in_the_smallest_window(four: Stage) -> None:
    four.wall.tiles[0].setFocus()
    press(four, Qt.Key.Key_A, CTRL)
    four.window.resize(four.window.minimumSize())
    bar = four.window._bar
    four.until(lambda: bar.width() == four.window.minimumWidth())
    buttons = (bar.say, bar.statistics, bar.add, bar.menu)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert all(bar.rect().contains(button.geometry()) for button in buttons)
