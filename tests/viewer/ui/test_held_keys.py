"""A key that is held down: what the keyboard repeats is done once, but for what one holds keys down for."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tests.viewer.ui.conftest import Stage
from viewer.core.actions import REPEATED

NONE = Qt.KeyboardModifier.NoModifier


def hold(stage: Stage, key: Qt.Key, text: str) -> None:
    """Press a key of the wall, which the keyboard then repeats four times."""
    for repeats in (False, True, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, text, repeats)
        stage.do(lambda event=event: QCoreApplication.sendEvent(stage.window.windowHandle(), event))


@pytest.fixture
def stage_in_front(stage: Stage) -> Stage:
    stage.add("porch")
    stage.activate()
    stage.wall.tiles[0].setFocus()
    return stage


def test_that_a_key_held_down_begins_one_recording(stage_in_front: Stage) -> None:
    recorder, session = stage_in_front.program.recorder, stage_in_front.cameras[0].session
    hold(stage_in_front, Qt.Key.Key_R, "r")
    assert recorder.is_recording(session)
    assert not recorder.is_ending
    stage_in_front.do(lambda: recorder.end(session))


def test_that_a_key_held_down_goes_on_zooming(stage_in_front: Stage) -> None:
    zoom = stage_in_front.wall.tiles[0].picture.zoom
    hold(stage_in_front, Qt.Key.Key_Plus, "+")
    held = zoom.viewport.zoom
    stage_in_front.do(zoom.reset)
    stage_in_front.press(Qt.Key.Key_Plus)
    assert held > zoom.viewport.zoom > 1


def test_that_of_the_shortcuts_only_few_repeat(stage: Stage) -> None:
    actions = stage.window.actions
    assert {spec.id for spec in actions.offered if actions[spec.id].autoRepeat()} == REPEATED
