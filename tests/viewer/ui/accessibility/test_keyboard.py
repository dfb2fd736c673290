"""Everything can be reached and used without a mouse, and one sees where the keyboard is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QListWidget, QWidget
from shiboken6 import isValid

from tests.support.keyboard import for_the_mouse_only, looks, stops, usable
from tests.viewer.ui.conftest import Stage
from tests.viewer.ui.looks.scenes import DIALOGS, SCENES, drawn
from viewer.core.actions import BY_ID
from viewer.ui.chat.view import ChatView
from viewer.ui.wall.tile import Tile

OTHERWISE = {
    # In these, Tab takes what is suggested, or arrow keys go from entry to entry.
    "completion",
    "main_menu",
    "camera_menu",
}
BY_KEYS = {
    "Open the chat": "camera.chat",
    "Set the camera": "camera.panel",
    "Maximise": "camera.maximise",
    "Back to the wall": "camera.maximise",
    "More": "camera.menu",
}
"""Buttons over pictures, which come and go with the mouse, and the actions that do the same."""
WALKED = [name for name in SCENES if name not in OTHERWISE]


def begin(stage: Stage, widget: QWidget) -> None:
    """Let the keyboard be in the window or dialog."""
    window = widget.window()
    stage.do(window.activateWindow)
    stage.until(window.isActiveWindow)
    if window.focusWidget() is None:
        usable(window)[0].setFocus()


@pytest.mark.parametrize("name", WALKED)
def test_that_everything_is_reached_and_seen_by_keyboard(name: str, stage: Stage) -> None:
    with drawn(name, stage) as widget:
        window = widget.window()
        begin(stage, widget)
        assert usable(window)
        assert not passed_by(stage, window), "Tab does not lead there"
        assert not unseen(stage, window), "one does not see that the keyboard is there"
        assert not without_keys(stage, window), "only the mouse reaches it"


def passed_by(stage: Stage, window: QWidget) -> list[str]:
    """What Tab does not lead to."""
    wanted = usable(window)
    reached = stops(window, stage.do)
    return [_called(each) for each in wanted if each not in reached]


def unseen(stage: Stage, window: QWidget) -> list[str]:
    """What looks the same with the keyboard and without it."""
    found = []
    for each in [each for each in usable(window) if not _is_marked_anyway(each)]:
        stage.do(each.setFocus)
        with_keyboard = looks(window, each)
        stage.do(each.clearFocus)
        if looks(window, each) == with_keyboard:
            found.append(_called(each))
    return found


def without_keys(stage: Stage, window: QWidget) -> list[str]:
    """What Tab passes by, and no action's keys do either."""
    for tile in stage.wall.tiles:
        tile._show_buttons(is_hovered=True)
    return [
        _called(each)
        for each in for_the_mouse_only(window)
        if each.accessibleName() not in ("Clear", *(name for name, id in BY_KEYS.items() if BY_ID[id].keys))
    ]


@pytest.mark.parametrize("name", DIALOGS)
def test_that_escape_closes_every_dialog(name: str, stage: Stage) -> None:
    with drawn(name, stage) as widget:
        begin(stage, widget)
        stage.do(lambda: QTest.keyClick(widget.windowHandle(), Qt.Key.Key_Escape))
        assert not isValid(widget) or not widget.isVisible()


def _is_marked_anyway(widget: QWidget) -> bool:
    """A tile is framed as long as keys act upon it, and a found line as long as one searches. What is empty has nothing
    to go to."""
    is_empty = isinstance(widget, QListWidget) and not widget.count()
    is_empty = is_empty or (isinstance(widget, QAbstractSlider) and widget.maximum() == widget.minimum())
    return is_empty or isinstance(widget, Tile) or (isinstance(widget, ChatView) and widget.marks_current)


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}"
