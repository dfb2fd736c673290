"""A camera, for who hears it: its name, how it is, and how old its picture is."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.support.accessibility import Role, node_of
from tests.viewer.ui.conftest import Stage
from viewer.core.sessions.state import Phase
from viewer.ui.look import accessible


def test_that_a_tile_tells_its_name_its_state_and_the_age_of_its_picture(stage: Stage) -> None:
    stage.add("Porch")
    tile = stage.wall.tiles[0]
    stage.until(lambda: tile.picture.overlay.recent_age() is not None)
    node = node_of(tile)
    assert node.role is Role.Grouping
    assert node.name == "Porch, live"
    assert "ms old" in node.description


def test_that_a_tile_tells_why_its_camera_is_away(stage: Stage) -> None:
    camera = stage.add("Porch")
    camera.leave()
    stage.until(lambda: camera.session.state.phase is Phase.OFFLINE)
    node = node_of(stage.wall.tiles[0])
    assert node.name == "Porch, offline"
    assert camera.session.state.reason in node.description


def test_that_a_tile_tells_what_was_not_read_and_that_it_is_marked(stage: Stage) -> None:
    stage.add("Porch").say("Somebody is at the gate.")
    tile = stage.wall.tiles[0]
    tile.show_marked(True)
    assert "1 unread message" in node_of(tile).description
    assert "Marked." in node_of(tile).description


def test_that_a_change_of_state_and_a_line_are_said_unasked(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[QWidget, str]] = []
    monkeypatch.setattr(accessible, "announce", lambda widget, sentence: said.append((widget, sentence)))
    camera = stage.add("Porch")
    tile = stage.wall.tiles[0]
    camera.say("Somebody is at the gate.")
    camera.leave()
    stage.until(lambda: camera.session.state.phase is Phase.OFFLINE)
    sentences = [sentence for widget, sentence in said if widget is tile]
    assert "Porch, live" in sentences
    assert "Porch says: Somebody is at the gate." in sentences
    assert sentences[-1] == "Porch, offline"


def test_that_an_announcement_is_taken_by_qt(stage: Stage) -> None:
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    accessible.announce(stage.window, "Porch, live")
    QAccessible.setActive(before)
    assert node_of(stage.window).widget is stage.window
