"""Cameras of the network, as the person sees and adds them."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from camwire.errors import UsageError
from sender import Camera
from tests.viewer.ui.conftest import Stage
from viewer.core.settings import SettingsFile
from viewer.ui.dialogs import find
from viewer.ui.dialogs.add import AddDialog
from viewer.ui.dialogs.find import ADDRESS, NAME, STATE, FindDialog


def opened(stage: Stage) -> FindDialog:
    stage.do(stage.window.actions["cameras.find"].trigger)
    (dialog,) = [each for each in stage.window.findChildren(FindDialog) if each.isVisible()]
    return dialog


def announced(stage: Stage, name: str) -> Camera:
    """A camera that runs until the test ends."""
    camera = Camera(
        f"{name} {uuid4().hex[:8]}", size="320x240", listen="tcp://127.0.0.1:0", announce=True, state="none"
    )
    stage.run(camera.__aenter__())
    stage._real.append(camera)
    return camera


def row_of(dialog: FindDialog, camera: Camera) -> int:
    """Where a camera stands; -1 while it does not."""
    names = [dialog.table.item(row, NAME).text() for row in range(dialog.table.rowCount())]
    return names.index(camera.name) if camera.name in names else -1


def click(stage: Stage, dialog: FindDialog, row: int, column: int) -> None:
    area = dialog.table.visualItemRect(dialog.table.item(row, column))
    stage.do(lambda: QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=area.center()))


def test_that_several_cameras_are_found_and_added_at_once(stage: Stage) -> None:
    dialog = opened(stage)
    assert not dialog.box.buttons()[0].isEnabled()
    cameras = [announced(stage, name) for name in ("porch", "garden")]
    for camera in cameras:
        stage.until(lambda camera=camera: row_of(dialog, camera) >= 0)
        row = row_of(dialog, camera)
        assert dialog.table.item(row, ADDRESS).text() == str(camera.endpoint)
        click(stage, dialog, row, ADDRESS)
    assert {each.name for each in dialog.chosen} == {camera.name for camera in cameras}
    assert dialog.box.buttons()[0].text() == "Add 2 cameras"
    stage.do(dialog.box.buttons()[0].click)
    stage.until(lambda: all(session.is_connected for session in stage.fleet))
    assert {session.name for session in stage.fleet} == {camera.name for camera in cameras}
    kept = {each.endpoint for each in SettingsFile(stage.file.path).settings.camera}
    assert kept == {str(camera.endpoint) for camera in cameras}
    assert stage.program.finding.cameras == []


def test_that_a_camera_that_is_on_the_wall_cannot_be_added_again(stage: Stage) -> None:
    camera = announced(stage, "porch")
    stage.do(lambda: stage.program.cameras.add(str(camera.endpoint), ""))
    dialog = opened(stage)
    stage.until(lambda: row_of(dialog, camera) >= 0)
    row = row_of(dialog, camera)
    assert dialog.table.item(row, STATE).text() == "On the wall"
    click(stage, dialog, row, ADDRESS)
    assert dialog.chosen == []
    with pytest.raises(UsageError, match="Which camera"):
        dialog._accept()


def test_that_a_tick_is_set_and_taken_away_by_the_keyboard_and_the_mouse(stage: Stage) -> None:
    camera = announced(stage, "porch")
    dialog = opened(stage)
    stage.until(lambda: row_of(dialog, camera) >= 0)
    row = row_of(dialog, camera)
    stage.do(lambda: dialog.table.setCurrentCell(row, NAME))
    for count in (1, 0):
        stage.do(lambda: QTest.keyClick(dialog.table, Qt.Key.Key_Space))
        assert len(dialog.chosen) == count
    for count in (1, 0):
        click(stage, dialog, row, NAME)
        assert len(dialog.chosen) == count


def test_that_a_camera_that_goes_is_shown_no_more(stage: Stage) -> None:
    camera = announced(stage, "porch")
    dialog = opened(stage)
    stage.until(lambda: row_of(dialog, camera) >= 0)
    stage._real.remove(camera)
    stage.run(camera.__aexit__(None, None, None))
    stage.until(lambda: row_of(dialog, camera) < 0)


def test_that_who_finds_nothing_is_told_what_to_start_and_can_write_an_address(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "PATIENCE_MS", 50)
    monkeypatch.setattr(find.Finding, "cameras", [])
    dialog = opened(stage)
    assert dialog.sentence.text() == "Looking …"
    assert not dialog.command.isVisible()
    stage.until(dialog.command.isVisible)
    assert '--listen "tcp://*:5600" --open' in dialog.command.text()
    stage.do(dialog.by_address.click)
    (asked,) = stage.window.findChildren(AddDialog)
    assert asked.isVisible()
