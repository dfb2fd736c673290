"""The list of keys, and keys that a person gives."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.viewer.ui.conftest import Stage
from viewer.core.settings import SettingsFile
from viewer.ui.dialogs.shortcuts import ShortcutsDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

NONE = Qt.KeyboardModifier.NoModifier


def opened(stage: Stage) -> ShortcutsDialog:
    stage.do(stage.window.actions["program.shortcuts"].trigger)
    (dialog,) = stage.window.findChildren(ShortcutsDialog)
    return cast(ShortcutsDialog, dialog)


def pressed(stage: Stage, dialog: ShortcutsDialog, id: str, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    dialog.list.setCurrentItem(dialog._items[id])
    stage.do(lambda: QTest.keyClick(dialog.keys, key, held))


def test_that_everything_that_can_be_done_is_in_the_list(stage: Stage) -> None:
    dialog = opened(stage)
    assert set(dialog._items) == {spec.id for spec in stage.window.actions.offered}
    assert dialog._items["cameras.add"].text(1) == "Ctrl+N"
    dialog.reject()


def test_that_words_and_keys_are_found(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.search.setText("ctrl+n")
    assert [id for id, item in dialog._items.items() if not item.isHidden()] == ["cameras.add"]
    dialog.search.setText("mute")
    assert [id for id, item in dialog._items.items() if not item.isHidden()] == ["camera.mute"]
    dialog.reject()


def test_that_a_line_that_is_not_found_loses_no_keys(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.list.setCurrentItem(dialog._items["wall.statistics"])
    dialog.search.setText("statistics")
    assert dialog.current is not None
    dialog.search.setText("zoom")
    assert dialog.current is None
    assert not dialog.none.isEnabled()
    assert not dialog.keys.isEnabled()
    dialog.reject()


def test_that_new_keys_count_at_once_and_the_next_time(stage: Stage) -> None:
    camera = stage.add("porch")
    dialog = opened(stage)
    pressed(stage, dialog, "camera.mute", Qt.Key.Key_J)
    dialog.reject()
    stage.activate()
    stage.wall.go_to(camera.session)
    stage.press(Qt.Key.Key_M)
    assert not camera.session.chat.is_muted
    stage.press(Qt.Key.Key_J)
    assert camera.session.chat.is_muted
    assert SettingsFile(stage.file.path).settings.keys == {"camera.mute": "J"}


def test_that_keys_of_the_window_count_at_once(stage: Stage) -> None:
    dialog = opened(stage)
    pressed(stage, dialog, "wall.statistics", Qt.Key.Key_J, CTRL)
    dialog.reject()
    stage.activate()
    stage.press(Qt.Key.Key_I, CTRL)
    assert not stage.window._bar.statistics.isChecked()
    stage.press(Qt.Key.Key_J, CTRL)
    assert stage.window._bar.statistics.isChecked()
    assert "Ctrl+J" in stage.window._bar.statistics.toolTip()


def test_that_a_conflict_is_named_and_can_be_settled(stage: Stage) -> None:
    dialog = opened(stage)
    pressed(stage, dialog, "camera.rename", Qt.Key.Key_M)
    assert "Mute notifications" in dialog.trouble.text()
    assert dialog._items["camera.rename"].text(1) == "F2"
    dialog.anyway.click()
    assert dialog._items["camera.rename"].text(1) == "M"
    assert dialog._items["camera.mute"].text(1) == ""
    dialog.usual.click()
    assert stage.file.settings.keys == {"camera.mute": ""}
    dialog.reject()


def test_that_a_letter_that_would_keep_one_from_typing_is_refused(stage: Stage) -> None:
    dialog = opened(stage)
    pressed(stage, dialog, "cameras.add", Qt.Key.Key_Q)
    assert "Ctrl or Alt" in dialog.trouble.text()
    assert not dialog.anyway.isVisible()
    assert stage.file.settings.keys == {}
    dialog.reject()


@pytest.mark.parametrize("held", [CTRL, CTRL | SHIFT])
def test_that_the_list_is_opened_with_a_question_mark(stage: Stage, held: Qt.KeyboardModifier) -> None:
    stage.activate()
    stage.press(Qt.Key.Key_Question, held)
    assert stage.window.findChildren(ShortcutsDialog)
