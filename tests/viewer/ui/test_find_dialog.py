"""Cameras of the network, as the person sees and adds them."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from camwire.discovery import Announced
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from sender import Camera
from tests.viewer.ui.conftest import Stage
from viewer.core.finding.found import FoundCamera
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


def is_ticked(dialog: FindDialog, camera: Camera) -> bool:
    """Others may be on this network, too."""
    return camera.name in chosen(dialog)


def chosen(dialog: FindDialog) -> list[str]:
    return [each.name for each in dialog.chosen]


def found(name: str) -> FoundCamera:
    return FoundCamera(Announced(f"id of {name}", name, (1, 0)), Endpoint("127.0.0.1", 9))


def shown(stage: Stage, monkeypatch: pytest.MonkeyPatch, *names: str) -> FindDialog:
    """The dialog when exactly these are on the network."""
    monkeypatch.setattr(find.Finding, "cameras", [found(name) for name in names])
    open_ones = [each for each in stage.window.findChildren(FindDialog) if each.isVisible()]
    dialog = open_ones[0] if open_ones else opened(stage)
    stage.do(dialog._show)
    return dialog


def test_that_several_cameras_are_found_and_added_at_once(stage: Stage) -> None:
    dialog = opened(stage)
    assert not dialog.box.buttons()[0].isEnabled()
    cameras = [announced(stage, name) for name in ("porch", "garden")]
    for camera in cameras:
        stage.until(lambda camera=camera: row_of(dialog, camera) >= 0)
        row = row_of(dialog, camera)
        assert dialog.table.item(row, ADDRESS).text() == str(camera.endpoint)
    for camera in cameras:
        if not is_ticked(dialog, camera):
            click(stage, dialog, row_of(dialog, camera), ADDRESS)
    assert all(is_ticked(dialog, camera) for camera in cameras)
    assert dialog.box.buttons()[0].text() == "Add 2 cameras"
    stage.do(dialog.box.buttons()[0].click)
    stage.until(lambda: all(session.is_connected for session in stage.fleet))
    assert {session.name for session in stage.fleet} == {camera.name for camera in cameras}
    kept = {each.endpoint for each in SettingsFile(stage.file.path).settings.camera}
    assert kept == {str(camera.endpoint) for camera in cameras}
    assert stage.program.finding.cameras == []


def test_that_a_camera_that_is_on_the_wall_cannot_be_added_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    camera = announced(stage, "porch")
    stage.do(lambda: stage.program.cameras.add(str(camera.endpoint), ""))
    dialog = opened(stage)
    stage.until(lambda: row_of(dialog, camera) >= 0)
    row = row_of(dialog, camera)
    assert dialog.table.item(row, STATE).text() == "On the wall"
    click(stage, dialog, row, ADDRESS)
    assert not is_ticked(dialog, camera)
    monkeypatch.setattr(find.Finding, "cameras", [])
    stage.do(dialog._show)
    with pytest.raises(UsageError, match="Which camera"):
        dialog._accept()


def test_that_a_tick_is_set_and_taken_away_by_the_keyboard_and_the_mouse(stage: Stage) -> None:
    camera = announced(stage, "porch")
    dialog = opened(stage)
    stage.until(lambda: row_of(dialog, camera) >= 0)
    row = row_of(dialog, camera)
    stage.do(lambda: dialog.table.setCurrentCell(row, NAME))
    if is_ticked(dialog, camera):
        stage.do(lambda: QTest.keyClick(dialog.table, Qt.Key.Key_Space))
    for wanted in (True, False):
        stage.do(lambda: QTest.keyClick(dialog.table, Qt.Key.Key_Space))
        assert is_ticked(dialog, camera) is wanted
    for wanted in (True, False):
        click(stage, dialog, row, NAME)
        assert is_ticked(dialog, camera) is wanted


def test_that_the_only_one_is_ticked_until_there_are_others(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(shown(stage, monkeypatch, "porch")) == ["porch"]
    assert chosen(shown(stage, monkeypatch, "porch", "garden")) == []


def test_that_a_tick_of_the_person_s_own_stays(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = shown(stage, monkeypatch, "porch")
    for _ in range(2):
        click(stage, dialog, 0, NAME)
    assert chosen(shown(stage, monkeypatch, "porch", "garden")) == ["porch"]
    click(stage, dialog, 0, NAME)
    assert chosen(shown(stage, monkeypatch, "porch")) == []


def test_that_enter_adds_the_row_where_none_is_ticked(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = shown(stage, monkeypatch, "porch", "garden")
    added: list[list[FoundCamera]] = []
    dialog._add = added.append
    stage.do(lambda: dialog.table.setCurrentCell(1, NAME))
    stage.do(dialog.table.setFocus)
    stage.do(lambda: QTest.keyClick(dialog.table, Qt.Key.Key_Return))
    assert added == [[found("garden")]]


def test_that_a_double_click_adds_the_row(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = shown(stage, monkeypatch, "porch", "garden")
    added: list[list[FoundCamera]] = []
    dialog._add = added.append
    place = dialog.table.visualItemRect(dialog.table.item(1, ADDRESS)).center()
    click(stage, dialog, 1, ADDRESS)
    stage.do(lambda: QTest.mouseDClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place))
    assert added == [[found("garden")]]


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
    monkeypatch.setattr(find, "PATIENCE_MS", 500)
    monkeypatch.setattr(find.Finding, "cameras", [])
    dialog = opened(stage)
    assert dialog.sentence.text() == "Looking …"
    assert not dialog.command.isVisible()
    stage.until(dialog.command.isVisible)
    assert '--listen "tcp://*:5600"' in dialog.command.text()
    stage.do(dialog.by_address.click)
    (asked,) = stage.window.findChildren(AddDialog)
    assert asked.isVisible()
