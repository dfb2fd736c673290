"""The list of cameras beside the wall, and groups."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.viewer.ui.conftest import Stage
from viewer.ui.all_chats.round import RoundDialog
from viewer.ui.camera_list.model import CameraRow
from viewer.ui.camera_list.panel import CameraList
from viewer.ui.layouts.group_dialog import GroupDialog
from viewer.ui.wall.camera_drop import CAMERA_MIME


@pytest.fixture
def panel(stage: Stage) -> CameraList:
    for name in ("gate", "porch", "shed"):
        stage.add(name)
    stage.until(lambda: len(stage.wall.tiles) == 3)
    stage.activate()
    stage.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    panel: CameraList = stage.window.camera_list.panel
    stage.until(lambda: len(panel.model.rows) == 3)
    return panel


def listed(panel: CameraList) -> list[str]:
    return [row.name for row in panel.model.rows]


def put(stage: Stage, name: str, *groups: str) -> None:
    (session,) = (each for each in stage.fleet if each.name == name)
    stage.do(lambda: stage.program.cameras.groups.put(session.identity.key, groups))


def test_that_the_list_opens_and_closes_by_key_and_is_remembered(stage: Stage, panel: CameraList) -> None:
    assert panel.isVisible()
    assert panel.search.hasFocus()
    assert listed(panel) == ["gate", "porch", "shed"]
    assert panel.geometry().right() < stage.wall.mapTo(stage.window, stage.wall.rect().topLeft()).x()
    assert type(stage.file)(stage.file.path).settings.window.camera_list
    stage.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not panel.isVisible()
    assert not panel._timer.isActive()
    assert not type(stage.file)(stage.file.path).settings.window.camera_list


def test_that_a_narrow_window_has_no_list_and_says_so(stage: Stage, panel: CameraList) -> None:
    stage.window.resize(600, 500)
    stage.until(lambda: not panel.isVisible())
    stage.do(stage.window.actions["cameras.list"].trigger)
    assert "Make it wider" in stage.window.notice.label.text()
    stage.window.resize(1000, 600)
    stage.until(panel.isVisible)


def test_that_rows_say_how_a_camera_is_and_what_is_new(stage: Stage, panel: CameraList) -> None:
    put(stage, "porch", "doors")
    stage.cameras[1].say("Hello")
    stage.cameras[2].leave()

    def told() -> list[str]:
        return [panel.model.index(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(3)]

    stage.until(lambda: "unread" in told()[1])
    assert told()[0].startswith("gate, ")
    assert told()[1].endswith(", 1 unread, doors")
    stage.until(lambda: told()[2] == "shed, offline")


def test_that_words_and_groups_narrow_the_list(stage: Stage, panel: CameraList) -> None:
    put(stage, "gate", "doors")
    put(stage, "shed", "doors", "garden")
    stage.until(lambda: panel.group.count() == 3)
    panel.search.setText("DOORS sh")
    assert listed(panel) == ["shed"]
    panel.search.setText("")
    panel.group.setCurrentIndex(1)
    assert listed(panel) == ["gate", "shed"]
    panel.search.setText("nothing")
    assert (listed(panel), panel.say.isEnabled()) == ([], False)


def test_that_a_double_click_goes_there_and_enter_to_the_first(stage: Stage, panel: CameraList) -> None:
    place = panel.list.visualRect(panel.model.index(1)).center()
    stage.do(lambda: QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place))
    stage.do(lambda: QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place))
    assert stage.wall.selected.session.name == "porch"
    assert stage.wall.selected.hasFocus()
    panel.search.setText("shed")
    panel.search.setFocus()
    stage.do(lambda: QTest.keyClick(panel.search, Qt.Key.Key_Return))
    assert stage.wall.selected.session.name == "shed"


def test_that_a_dragged_row_carries_its_camera(stage: Stage, panel: CameraList) -> None:
    carried = panel.model.mimeData([panel.model.index(2)])
    assert bytes(carried.data(CAMERA_MIME).data()).decode() == stage.cameras[2].session.identity.key
    assert panel.model.index(0).flags() & Qt.ItemFlag.ItemIsDragEnabled


def test_that_something_is_said_to_a_group(stage: Stage, panel: CameraList) -> None:
    put(stage, "gate", "doors")
    put(stage, "shed", "doors")
    stage.until(lambda: panel.group.count() == 2)
    panel.group.setCurrentIndex(1)
    assert panel.say.text() == "Say to 2…"
    stage.do(panel.say.click)
    (asked,) = (each for each in stage.window.findChildren(RoundDialog) if each.isVisible())
    assert sorted(session.name for session in asked.sessions) == ["gate", "shed"]
    asked.reject()


def test_that_a_camera_is_put_into_groups_by_a_dialog(stage: Stage, panel: CameraList) -> None:
    put(stage, "gate", "doors")
    stage.wall.tiles[1].setFocus()
    stage.press(Qt.Key.Key_G)
    (asked,) = (each for each in stage.window.findChildren(GroupDialog) if each.isVisible())
    asked.list.item(0).setCheckState(Qt.CheckState.Checked)
    asked.new.setText(" garden ")
    stage.do(lambda: QTest.keyClick(asked.new, Qt.Key.Key_Return))
    key = stage.cameras[1].session.identity.key
    assert stage.program.cameras.groups.of(key) == ["doors", "garden"]
    assert [group.name for group in type(stage.file)(stage.file.path).settings.group] == ["doors", "garden"]


def test_that_only_rows_that_changed_are_painted_anew(stage: Stage, panel: CameraList) -> None:
    changed: list[int] = []
    panel.model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    panel.model.modelReset.connect(lambda: changed.append(-1))
    panel.look()
    changed.clear()
    panel.look()
    assert changed == []
    stage.cameras[1].say("Hello")
    stage.until(lambda: stage.cameras[1].session.chat.unread)
    panel.look()
    assert 1 in changed
    assert -1 not in changed


def test_that_a_row_is_found_by_any_of_its_words(stage: Stage, panel: CameraList) -> None:
    row: CameraRow = panel.model.rows[0]
    assert row.is_like(f"127.0.0.1 GATE {row.state}", "")
    assert not row.is_like("gate dead", "")
