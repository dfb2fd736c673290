"""What nobody has read yet stays unread through a restart, until somebody reads it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.viewer.ui.conftest import Stage
from viewer.core.fleet import Fleet
from viewer.core.talk.history import History
from viewer.ui.look import style

Begin = Callable[[], Stage]


class LastingStage(Stage):
    """A stage whose conversations are kept on disk."""

    def __init__(self, folder: Path, run: Callable[..., Any], qtbot: Any) -> None:
        self._history = folder / "history.db"
        super().__init__(folder, run, qtbot)

    async def _make_fleet(self) -> Fleet:
        return Fleet("tester", "Tester", history=History(self._history))

    def close(self) -> None:
        self.run(self.fleet.history.journal.flush())
        super().close()


@pytest.fixture
def begin(qapp: QApplication, qrun: Callable[..., Any], qtbot: Any, tmp_path: Path) -> Begin:
    style.apply(qapp)
    return lambda: LastingStage(tmp_path, qrun, qtbot)


def test_that_unread_lines_are_counted_after_a_restart_until_the_chat_is_opened(begin: Begin) -> None:
    stage = begin()
    camera = stage.add(is_live=False)
    camera.join()
    camera.say("one")
    camera.say("two")
    stage.close()

    stage = begin()
    camera = stage.add(is_live=False)
    tile = stage.wall.tiles[0]
    assert camera.session.chat.unread == 2
    assert tile._buttons._badge.isVisible()
    stage.until(lambda: stage.window.windowTitle() == "(1) Watchword")
    camera.join()
    assert camera.session.chat.unread == 2
    assert tile._buttons._badge.isVisible()
    stage.window.activateWindow()
    stage.until(lambda: stage.window.isActiveWindow())
    tile.open_chat(True)
    stage.until(lambda: camera.session.chat.unread == 0)
    assert not tile._buttons._badge.isVisible()
    stage.until(lambda: stage.window.windowTitle() == "Watchword")
    tile.open_chat(False)
    stage.close()

    stage = begin()
    camera = stage.add(is_live=False)
    assert camera.session.chat.unread == 0
    assert not stage.wall.tiles[0]._buttons._badge.isVisible()
    stage.close()


def test_that_a_muted_camera_stays_muted_after_a_restart(begin: Begin) -> None:
    stage = begin()
    stage.add(is_live=False).session.talk.mute(True)
    stage.close()
    stage = begin()
    assert stage.add(is_live=False).session.chat.is_muted
    stage.close()
