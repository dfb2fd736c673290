"""While somebody types or reads in a chat, the keys of the wall do nothing: with key events as a window gets them."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu

from tests.support.talking import porch
from tests.viewer.ui.conftest import Stage
from viewer.ui.chat.panel import ChatPanel

Place: TypeAlias = Callable[[Stage, ChatPanel], None]
SINGLE = (
    *(Qt.Key(key) for key in range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)),
    *(Qt.Key(key) for key in range(Qt.Key.Key_0.value, Qt.Key.Key_9.value + 1)),
    Qt.Key.Key_Space,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_F2,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


def in_the_box(stage: Stage, panel: ChatPanel) -> None:
    panel.focus_composer()


def in_a_command(stage: Stage, panel: ChatPanel) -> None:
    panel.focus_composer()
    stage.type("/s")
    assert panel.typing.suggestions.isVisible()


def in_the_search(stage: Stage, panel: ChatPanel) -> None:
    stage.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert panel.search.words.hasFocus()


def in_the_list(stage: Stage, panel: ChatPanel) -> None:
    panel.view.setFocus()


@pytest.mark.qt_log_ignore("does not support")
@pytest.mark.parametrize("place", [in_the_box, in_a_command, in_the_search, in_the_list])
def test_that_no_key_of_the_wall_means_anything_in_a_chat(stage: Stage, place: Place) -> None:
    stage.add("other")
    panel = stage.real(porch())
    stage.until(lambda: panel._session.commands)
    panel._session.say("hello")
    stage.until(lambda: panel.view.model().rowCount() == 2)
    tiles, selected = stage.wall.tiles, stage.wall.selected
    names = [tile.session.name for tile in tiles]
    for key in SINGLE:
        place(stage, panel)
        stage.press(key)
        for menu in stage.window.findChildren(QMenu):
            menu.close()
        assert not [each.windowTitle() for each in stage.window.findChildren(QDialog) if each.isVisible()], key
        assert stage.wall.maximised is None, key
        assert stage.wall.selected is selected, key
        assert [tile.session.name for tile in stage.wall.tiles] == names, key
        assert [tile.is_chat_open for tile in stage.wall.tiles] == [False, True], key
        assert not stage.window.isFullScreen()
        focus = stage.window.focusWidget()
        assert focus is not None
        assert panel.isAncestorOf(focus), key
        panel.typing.composer.clear()
        panel.search.words.clear()
    assert [line.text for line in panel._session.chat.lines if line.is_mine] == ["hello"]


def test_that_tab_goes_round_everything_in_a_chat(stage: Stage) -> None:
    stage.add()
    stage.wall.tiles[0].open_chat(True)
    stage.activate()
    panel = stage.wall.tiles[0].chat
    panel.focus_composer()
    seen = []
    for _ in range(20):
        stage.press(Qt.Key.Key_Tab)
        focus = stage.window.focusWidget()
        seen.append(focus.accessibleName() if focus is not None else "")
    assert {"Conversation", "Message porch", "Close chat", "Find in this conversation"} <= set(seen)
