"""What counts for the program counts in all of its windows."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from tests.viewer.ui.conftest import Stage
from tests.viewer.ui.test_awake import Told
from viewer.ui.desktop.awake import AwakeInFullScreen
from viewer.ui.desktop.away import Away
from viewer.ui.shell import Shell
from viewer.ui.wall_window import WallWindow


@pytest.fixture
def two(stage: Stage) -> Stage:
    stage.add("one")
    stage.add("two")
    stage.until(lambda: len(stage.wall.tiles) == 2)
    return stage


@pytest.fixture
def second(two: Stage) -> WallWindow:
    two.do(lambda: two.window.walls.open_window([two.cameras[1].session]))
    window: WallWindow = two.window.walls.windows[0]
    return window


@pytest.fixture
def told(two: Stage) -> Iterator[Told]:
    told = Told()
    keeper = AwakeInFullScreen(two.window, told)
    # What it sees by itself is not what is asked here.
    keeper._timer.stop()
    two.window.walls.windows_changed.connect(keeper.look)
    yield told
    keeper.close()


def test_that_the_screen_is_held_at_once_when_another_window_fills_it(
    two: Stage, told: Told, second: WallWindow
) -> None:
    two.do(second.actions["wall.full_screen"].trigger)
    two.until(lambda: told.steps == ["held"])
    two.do(second.actions["wall.full_screen"].trigger)
    two.until(lambda: told.steps == ["held", "released"])


def test_that_a_window_that_is_closed_in_full_screen_lets_the_screen_go(
    two: Stage, told: Told, second: WallWindow
) -> None:
    two.do(lambda: second.show_full_screen(True))
    two.until(lambda: told.is_held)
    two.do(second.close)
    assert not told.is_held


def test_that_a_minimised_window_does_not_hold_the_screen(two: Stage, told: Told, second: WallWindow) -> None:
    two.do(lambda: second.show_full_screen(True))
    two.until(lambda: told.is_held)
    two.do(lambda: second.setWindowState(second.windowState() | Qt.WindowState.WindowMinimized))
    two.until(lambda: not told.is_held)


def test_that_all_windows_go_and_come_back_together(two: Stage, told: Told, second: WallWindow, qtbot: Any) -> None:
    away, asked = Away(), QDialog(two.window)
    asked.show()
    two.do(lambda: second.show_full_screen(True))
    two.do(away.go)
    assert [each.isVisible() for each in (two.window, second, asked)] == [False] * 3
    two.until(lambda: [camera.peer.want.paused for camera in two.cameras] == [True] * 2)
    assert two.window.walls.windows == [second]
    two.do(away.come_back)
    assert [each.isVisible() for each in (two.window, second, asked)] == [True] * 3
    assert second.isFullScreen()
    two.until(lambda: [camera.peer.want.paused for camera in two.cameras] == [False] * 2)
    asked.close()
    asked.deleteLater()


def test_that_a_window_that_is_gone_meanwhile_does_not_come_back(two: Stage, second: WallWindow) -> None:
    away, hidden = Away(), QDialog(two.window)
    two.do(away.go)
    two.do(second.close)
    two.until(lambda: two.window.walls.windows == [])
    two.do(away.come_back)
    assert two.window.isVisible()
    # It was not shown before either.
    assert not hidden.isVisible()
    assert len(two.wall.tiles) == 2
    hidden.deleteLater()


def test_that_the_others_come_back_with_the_first_window(two: Stage, second: WallWindow) -> None:
    shell, away = Shell(400, 300), Away()
    shell.shown.connect(away.come_back)
    shell.show()
    two.do(away.go)
    assert not shell.isVisible()
    assert not second.isVisible()
    two.do(shell.show)
    assert shell.isVisible()
    assert second.isVisible()
    shell.hide()
    shell.deleteLater()


def test_that_unread_cameras_are_counted_in_all_windows(two: Stage, second: WallWindow) -> None:
    counts: list[int] = []
    two.window.walls.unread_changed.connect(counts.append)
    two.cameras[1].say("Somebody is at the gate.")
    two.until(lambda: counts == [1])
    two.cameras[0].say("Nobody is here.")
    two.until(lambda: counts == [1, 2])
    assert (second.windowTitle(), two.window.windowTitle()) == ("(1) Watchword", "(1) Watchword")
