"""Recordings are deleted beside the window, and never while they are being recorded."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.viewer.ui.replay.conftest import Replay
from viewer.core.replay import recorded as recordings
from viewer.core.replay.recorded import Recorded
from viewer.ui.replay.delete_dialog import DeleteDialog


def test_that_what_began_to_be_recorded_while_it_was_asked_is_not_deleted(replay: Replay, porch: Path) -> None:
    replay.ready()
    replay.press(Qt.Key.Key_Delete)
    dialog = replay.window.findChild(DeleteDialog)
    assert dialog is not None
    replay.open_files.add(porch)
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "Delete").click()
    assert "being recorded" in dialog.trouble.text()
    assert porch.exists()
    replay.until(lambda: not replay.window._delete.isEnabled())
    dialog.reject()


def test_that_what_is_recorded_no_more_can_be_deleted_without_choosing_another(replay: Replay, porch: Path) -> None:
    replay.ready()
    replay.open_files.add(porch)
    replay.window.look()
    replay.until(lambda: not replay.window._delete.isEnabled())
    replay.open_files.clear()
    replay.window.look()
    replay.until(replay.window._delete.isEnabled)
    assert replay.window._delete.toolTip() == ""
    assert replay.player.screens[0].has_picture


def test_that_the_window_does_not_wait_for_the_disk(
    replay: Replay, porch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replay.ready()
    may_go_on = threading.Event()
    delete = recordings.delete

    def slowly(recorded: Recorded) -> None:
        assert may_go_on.wait(5)
        delete(recorded)

    monkeypatch.setattr(recordings, "delete", slowly)
    replay.window.delete(replay.window.list.chosen)
    assert porch.exists()
    assert not replay.window._delete.isEnabled()
    may_go_on.set()
    replay.until(lambda: not porch.parent.exists())
    replay.until(lambda: not replay.window._found)


def test_that_what_cannot_be_deleted_is_said_and_seen_still(
    replay: Replay, porch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replay.ready()

    def refused(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", refused)
    replay.window.delete(replay.window.list.chosen)
    replay.until(lambda: "cannot be deleted: Permission denied" in replay.window._told.text())
    assert porch.name in replay.window._told.text()
    replay.ready()
    assert replay.window._delete.isEnabled()
