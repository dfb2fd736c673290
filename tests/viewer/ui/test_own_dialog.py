"""Adding a camera of this computer: the real list, the real program, a real tile."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.support.emulated_webcam import ID, IS_POSSIBLE, EmulatedWebcam
from tests.support.waiting import until
from tests.viewer.ui.conftest import Stage
from viewer.core.own.cameras import OwnCameras
from viewer.core.sessions.state import Phase
from viewer.core.settings import SettingsFile
from viewer.ui.dialogs.add import AddDialog
from viewer.ui.dialogs.own import OwnDialog
from viewer.ui.dialogs.own_choice import LOOKING, NONE
from viewer.ui.dialogs.questions import RemoveDialog

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not IS_POSSIBLE, reason="needs Linux and a C compiler")]
START_SECONDS = 20.0
TITLE = "Test Webcam"


@pytest.fixture
def owning(stage: Stage, tmp_path: Path) -> Iterator[Stage]:
    stage.window.program.cameras.own = OwnCameras(
        stage.file.settings.own,
        tmp_path / "own",
        stage.window.notice.say,
        lambda: stage.fleet.keyring.identity.public.decode(),
    )
    yield stage
    stage.do(stage.window.program.cameras.own.close)


def patiently(stage: Stage, fact: Callable[[], object]) -> None:
    stage.run(until(fact, timeout=START_SECONDS), START_SECONDS + 1)


def opened(stage: Stage) -> OwnDialog:
    stage.do(stage.window.asking.for_camera)
    (asked,) = stage.window.findChildren(AddDialog)
    stage.do(asked.own.click)
    (dialog,) = [each for each in stage.window.findChildren(OwnDialog) if each.isVisible()]
    patiently(stage, lambda: dialog.source.itemText(0) != LOOKING)
    return dialog


def add_button(dialog: OwnDialog) -> QPushButton:
    button = dialog.box.buttons()[0]
    assert isinstance(button, QPushButton)
    return button


def test_that_a_webcam_of_this_computer_comes_on_the_wall_and_is_remembered(
    owning: Stage, webcam: EmulatedWebcam
) -> None:
    dialog = opened(owning)
    dialog.source.setCurrentText(TITLE)
    dialog.name.setText("Desk")
    owning.do(add_button(dialog).click)
    (session,) = owning.fleet
    patiently(owning, lambda: session.state.phase is Phase.LIVE)
    assert session.name == "Desk"
    (kept,) = SettingsFile(owning.file.path).settings.own
    assert (kept.endpoint, kept.source, kept.name) == (session.identity.key, ID, "Desk")
    assert [each.endpoint for each in SettingsFile(owning.file.path).settings.camera] == [kept.endpoint]
    again = opened(owning)
    owning.do(add_button(again).click)
    assert again.trouble.text() == "Desk is on the wall already."
    owning.do(again.reject)
    owning.do(lambda: owning.window.asking.whether_to_remove(session))
    (asked,) = owning.window.findChildren(RemoveDialog)
    assert any("Its program on this computer ends, too." in label.text() for label in asked.findChildren(QLabel))
    owning.do(asked.reject)
    owning.do(lambda: owning.window.program.cameras.remove(session))
    assert SettingsFile(owning.file.path).settings.own == []


def test_that_a_webcam_one_may_not_open_says_why(owning: Stage, webcam: EmulatedWebcam) -> None:
    webcam.forbid()
    dialog = opened(owning)
    dialog.source.setCurrentText(TITLE)
    assert "add your user to the group video" in dialog.trouble.text()
    owning.do(dialog.reject)


def test_that_a_computer_without_cameras_says_so_and_looks_again(owning: Stage, webcam: EmulatedWebcam) -> None:
    webcam.unplug()
    dialog = opened(owning)
    if dialog.source.chosen is not None:
        pytest.skip("this computer has a camera of its own")
    # There may be screens; none is chosen by itself.
    assert dialog.trouble.text().startswith(NONE)
    assert not add_button(dialog).isEnabled()
    webcam.plug()
    owning.do(dialog.source.again.click)
    patiently(owning, lambda: dialog.source.chosen is not None)
    assert dialog.source.currentText() == TITLE
    assert add_button(dialog).isEnabled()
    assert not dialog.source.again.isVisible()
    owning.do(dialog.reject)


def test_that_a_dialog_closed_while_it_looks_leaves_nothing(owning: Stage, webcam: EmulatedWebcam) -> None:
    owning.do(owning.window.asking.for_own_camera)
    (dialog,) = owning.window.findChildren(OwnDialog)
    owning.do(dialog.reject)
    assert len(owning.fleet) == 0
