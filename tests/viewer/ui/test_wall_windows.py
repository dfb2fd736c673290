"""Several windows with walls of their own."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from tests.viewer.ui.conftest import Stage
from viewer.ui.all_chats.round import RoundDialog
from viewer.ui.wall.camera_drop import carrying
from viewer.ui.wall.wall import Wall
from viewer.ui.wall_window import WallWindow


@pytest.fixture
def four(stage: Stage) -> Stage:
    for name in ("one", "two", "three", "four"):
        stage.add(name)
    stage.until(lambda: len(stage.wall.tiles) == 4)
    return stage


def names(wall: Wall) -> list[str]:
    return [tile.session.name for tile in wall.tiles]


def open_with(stage: Stage, *places: int) -> WallWindow:
    sessions = [stage.cameras[place].session for place in places]
    stage.do(lambda: stage.window.walls.open_window(sessions))
    window: WallWindow = stage.window.walls.windows[-1]
    return window


def drop(wall: Wall, key: str, at: QPoint) -> None:
    in_hand = carrying(key)
    event = QDropEvent(
        QPointF(at),
        Qt.DropAction.CopyAction,
        in_hand,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    wall.dropEvent(event)
    assert event.isAccepted()


def settings_of(stage: Stage) -> Any:
    return type(stage.file)(stage.file.path).settings


def test_that_a_camera_is_shown_in_one_window_at_a_time(four: Stage) -> None:
    window = open_with(four, 1, 3)
    assert (names(four.wall), names(window.wall)) == (["one", "three"], ["two", "four"])
    assert window.isVisible()
    assert settings_of(four).other_window[0].cameras == [four.cameras[n].session.identity.key for n in (1, 3)]
    four.until(lambda: [camera.peer.want.paused for camera in four.cameras] == [False] * 4)
    four.cameras[1].show((0, 255, 0))
    tile = window.wall.tiles[0]
    four.until(lambda: tile.picture.picture_size.width() > 0)


def test_that_a_closed_window_gives_its_cameras_back_to_their_places(four: Stage) -> None:
    window = open_with(four, 1, 3)
    four.do(window.close)
    assert names(four.wall) == ["one", "two", "three", "four"]
    assert four.window.walls.windows == []
    assert settings_of(four).other_window == []


def test_that_the_key_shows_a_camera_in_another_window_and_brings_it_back(four: Stage) -> None:
    four.activate()
    four.wall.tiles[2].setFocus()
    four.press(Qt.Key.Key_W)
    (window,) = four.window.walls.windows
    assert names(window.wall) == ["three"]
    four.until(lambda: window.wall.selected is window.wall.tiles[0])
    four.do(lambda: QTest.keyClick(window.wall.tiles[0], Qt.Key.Key_W))
    assert names(four.wall) == ["one", "two", "three", "four"]
    assert names(window.wall) == []
    assert window.wall.places.hint.isVisible()
    assert "Drag cameras" in window.wall.places.hint.text()


def test_that_keys_in_a_window_mean_its_own_tiles(four: Stage) -> None:
    window = open_with(four, 0, 1)
    tile = window.wall.tiles[1]
    tile.setFocus()
    four.do(lambda: QTest.keyClick(tile, Qt.Key.Key_Return))
    assert window.wall.maximised is tile
    assert four.wall.maximised is None
    four.do(lambda: QTest.keyClick(tile, Qt.Key.Key_Escape))
    four.do(lambda: QTest.keyClick(tile, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier))
    assert names(window.wall) == ["two", "one"]
    four.do(lambda: QTest.keyClick(tile, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    assert names(window.wall) == ["one", "two"]


def test_that_other_keys_count_in_all_windows(four: Stage) -> None:
    window, bound = open_with(four, 0, 1), list[bool]()
    window.actions.bound.connect(lambda: bound.append(True))
    four.file.settings.keys["camera.maximise"] = "V"
    four.do(lambda: four.window.actions.bind(four.file.settings.keys))
    four.do(lambda: QTest.keyClick(window.wall.tiles[1], Qt.Key.Key_V))
    assert window.wall.maximised is not None
    assert bound == [True]


def test_that_figures_and_captions_are_on_the_tiles_of_all_windows(four: Stage) -> None:
    window = open_with(four, 0, 1)
    tiles = [four.wall.tiles[0], window.wall.tiles[0]]
    four.do(window.actions["wall.statistics"].trigger)
    four.do(window.actions["wall.captions"].trigger)
    assert [(tile.picture.overlay.has_statistics, tile.picture.overlay.has_caption) for tile in tiles] == [
        (True, True)
    ] * 2
    (tile,) = open_with(four, 3).wall.tiles
    assert (tile.picture.overlay.has_statistics, tile.picture.overlay.has_caption) == (True, True)
    four.do(four.window.actions["wall.captions"].trigger)
    assert not any(each.picture.overlay.has_caption for each in (*tiles, tile))


def test_that_a_window_is_as_large_as_before_when_it_comes_back_from_full_screen(four: Stage) -> None:
    window = open_with(four, 0, 1)
    action = window.actions["wall.full_screen"]
    four.do(window.showMaximized)
    four.do(action.trigger)
    assert (window.isFullScreen(), action.isChecked()) == (True, True)
    four.do(lambda: QTest.keyClick(window.wall, Qt.Key.Key_Escape))
    window.actions.show_state()
    assert (window.isFullScreen(), action.isChecked(), window.isMaximized()) == (False, False, True)


def test_that_unread_lines_are_gone_to_from_any_window(four: Stage) -> None:
    window = open_with(four, 0, 1)
    four.do(lambda: four.cameras[3].say("Somebody is here."))
    four.until(lambda: four.cameras[3].session.chat.unread)
    four.do(window.actions["talk.next_unread"].trigger)
    assert four.wall.selected.session is four.cameras[3].session
    assert four.wall.selected.is_chat_open


def test_that_going_to_another_window_can_be_undone(four: Stage) -> None:
    window = open_with(four)
    four.do(lambda: four.window.walls.move(four.cameras[0].session, window.wall))
    assert names(window.wall) == ["one"]
    four.do(four.window.actions["wall.undo"].trigger)
    assert (names(four.wall)[0], names(window.wall)) == ("one", [])
    four.do(four.window.actions["wall.redo"].trigger)
    assert names(window.wall) == ["one"]


def test_that_what_was_arranged_in_a_window_is_no_step_any_more_once_it_is_closed(four: Stage) -> None:
    four.do(lambda: four.wall.arranging.resize(four.cameras[0].session.identity.key, (2, 2)))
    window = open_with(four, 1, 3)
    four.do(lambda: window.wall.arranging.resize(four.cameras[1].session.identity.key, (2, 2)))
    four.do(lambda: four.window.walls.move(four.cameras[2].session, window.wall))
    four.do(window.close)
    four.do(four.window.actions["wall.undo"].trigger)
    assert four.wall.arranging.layout.spans == {}
    assert not four.program.undo.can_undo


def test_that_a_camera_removed_in_a_window_comes_back_when_that_is_closed(four: Stage) -> None:
    window = open_with(four, 1, 3)
    session = four.cameras[1].session
    four.do(lambda: four.program.cameras.rename(session, "Gate"))
    four.do(lambda: four.program.cameras.groups.put(session.identity.key, ["doors"]))
    four.do(lambda: four.window.walls.remove_camera(session))
    four.do(window.close)
    four.do(four.window.notice.deed.click)
    assert names(four.wall) == ["one", "three", "four", "Gate"]
    assert four.program.cameras.groups.of(session.identity.key) == ["doors"]
    four.do(four.window.actions["wall.redo"].trigger)
    assert len(four.fleet) == 3


def test_that_windows_are_there_again_after_a_restart(four: Stage) -> None:
    window = open_with(four, 1)
    window.resize(700, 500)
    keys = [camera.session.identity.key for camera in four.cameras]
    four.do(four.window.walls.let_go)
    four.do(four.program.cameras.save)
    four.restart()
    (window,) = four.window.walls.windows
    assert window.isVisible()
    assert (window.width(), window.height()) == (700, 500)

    async def add() -> None:
        for key in keys:
            four.fleet.add(key)

    four.run(add())
    assert len(four.wall.tiles) == 3
    assert [tile.session.identity.key for tile in window.wall.tiles] == [keys[1]]


def test_that_a_removed_camera_comes_back_to_its_window(four: Stage) -> None:
    window = open_with(four, 1, 3)
    key = four.cameras[3].session.identity.key
    four.do(lambda: four.window.walls.remove_camera(four.fleet[key]))
    assert names(window.wall) == ["two"]
    four.do(four.window.notice.deed.click)
    assert [tile.session.identity.key for tile in window.wall.tiles][1] == key


def test_that_a_chat_is_shown_in_the_window_where_the_camera_is(four: Stage) -> None:
    window = open_with(four, 1)
    four.do(lambda: four.wall.show_chat(four.cameras[1].session))
    assert window.wall.tiles[0].is_chat_open
    four.do(lambda: four.wall.go_to(four.cameras[1].session))
    assert window.wall.selected is window.wall.tiles[0]


def test_that_a_camera_dropped_on_a_tile_takes_its_place(four: Stage) -> None:
    wall, keys = four.wall, [camera.session.identity.key for camera in four.cameras]
    four.do(lambda: drop(wall, keys[3], wall.tiles[0].geometry().center()))
    assert names(wall) == ["four", "two", "three", "one"]
    window = open_with(four, 1)
    four.do(lambda: drop(window.wall, keys[2], window.wall.tiles[0].geometry().center()))
    assert (names(wall), names(window.wall)) == (["four", "one"], ["three", "two"])
    four.do(lambda: drop(window.wall, "nobody", QPoint(9, 9)))
    assert names(window.wall) == ["three", "two"]


def test_that_a_camera_dropped_on_a_layout_of_some_is_one_of_them(four: Stage) -> None:
    wall, keys = four.wall, [camera.session.identity.key for camera in four.cameras]
    four.do(lambda: wall.arranging.change(only=(keys[0],)))
    four.do(lambda: drop(wall, keys[2], wall.tiles[0].geometry().center()))
    assert names(wall) == ["three", "one"]
    four.do(lambda: wall.arranging.change(only=(), group="doors"))
    four.do(lambda: drop(wall, keys[1], QPoint(50, 50)))
    assert four.program.cameras.groups.of(keys[1]) == ["doors"]
    assert names(wall) == ["two"]


def test_that_another_window_has_layouts_of_its_own_and_the_same_names(four: Stage) -> None:
    window = open_with(four, 2, 3)
    key = four.cameras[3].session.identity.key
    four.do(lambda: window.wall.arranging.resize(key, (2, 2)))
    four.do(lambda: window.layouts._save(window.wall.arranging.layout.renamed("Two")))
    four.do(four.window.actions["layout.1"].trigger)
    assert (four.wall.arranging.layout.name, window.wall.arranging.layout.name) == ("Two", "Two")
    four.do(window.actions["layout.automatic"].trigger)
    assert (four.wall.arranging.layout.name, window.wall.arranging.layout.name) == ("Two", "")
    four.do(lambda: four.window.layouts.layouts.remove(four.window.layouts.layouts[0]))
    four.do(four.window.layouts._changed)
    assert four.wall.arranging.layout.name == ""
    assert not window.actions["layout.1"].isVisible()


def test_that_another_window_has_the_bar_and_the_menu(four: Stage) -> None:
    window = open_with(four, 2, 3)
    assert window._bar.say.text() == "Say to all…"
    four.do(window._bar.say.click)
    (asked,) = window.findChildren(RoundDialog)
    assert [session.name for session in asked.sessions] == ["three", "four"]
    four.do(asked.reject)
    menu = window._bar.menu.menu()
    four.do(menu.aboutToShow.emit)
    assert {"Layouts", "Wall", "Talk", "Selected camera"} <= {action.text() for action in menu.actions()}
    four.do(lambda: window.show_full_screen(True))
    assert not window._bar.isVisible()
    four.do(lambda: window.show_full_screen(False))
    assert window._bar.isVisible()
