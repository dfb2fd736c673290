"""A key that is held down: what the keyboard repeats is done once, but for what one holds keys down for."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from tests.viewer.ui.conftest import Stage
from viewer.core.actions import REPEATED
from viewer.ui.actions.held_key import X11, HeldKey

NONE = Qt.KeyboardModifier.NoModifier


def hold(stage: Stage, key: Qt.Key, text: str) -> None:
    """Press a key of the wall, which the keyboard then repeats four times."""
    for repeats in (False, True, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, text, repeats)
        stage.do(lambda event=event: QCoreApplication.sendEvent(stage.window.windowHandle(), event))


@pytest.fixture
def stage_in_front(stage: Stage) -> Stage:
    camera = stage.add("porch")
    stage.activate()
    tile = stage.wall.tiles[0]
    tile.setFocus()

    def is_shown() -> bool:
        # What comes before the window is seen is given up.
        camera.show(width=640, height=360)
        return bool(tile.picture.picture_size.width() == 640)

    stage.until(is_shown)
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


def test_that_a_key_let_go_and_pressed_at_the_same_moment_is_held_on_x11(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: X11)
    window = QWidget()
    held, seen = HeldKey(window), []
    for kind, key, time in (
        (QEvent.Type.ShortcutOverride, Qt.Key.Key_R, 100),
        (QEvent.Type.KeyRelease, Qt.Key.Key_R, 140),
        (QEvent.Type.ShortcutOverride, Qt.Key.Key_R, 140),
        (QEvent.Type.KeyRelease, Qt.Key.Key_R, 180),
        (QEvent.Type.ShortcutOverride, Qt.Key.Key_R, 260),
        (QEvent.Type.KeyRelease, Qt.Key.Key_R, 300),
        (QEvent.Type.ShortcutOverride, Qt.Key.Key_S, 300),
    ):
        event = QKeyEvent(kind, key, NONE)
        event.setTimestamp(time)
        QCoreApplication.sendEvent(window, event)
        seen.append(held.is_repeated)
    window.deleteLater()
    assert seen == [False, False, True, False, False, False, False]


def test_that_of_the_shortcuts_only_few_repeat(stage: Stage) -> None:
    actions = stage.window.actions
    assert {spec.id for spec in actions.offered if actions[spec.id].autoRepeat()} == REPEATED
