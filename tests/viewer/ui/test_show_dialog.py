"""Sending pictures to a camera, by hand: the dialog, on a real camera."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

from sender import Camera, ShownPicture
from tests.support.emulated_webcam import ID, IS_POSSIBLE, EmulatedWebcam
from tests.support.waiting import until
from viewer.core.fleet import Fleet
from viewer.core.own.cameras import OwnCameras
from viewer.core.own.sources import OwnSource
from viewer.core.sessions.session import Session
from viewer.core.settings import OwnCameraSettings
from viewer.core.showing.showings import Showings
from viewer.core.showing.source import FromCamera
from viewer.ui.dialogs.own_choice import titles
from viewer.ui.dialogs.show import CAMERA, FILE, PERCENT, RATES, ShowDialog
from viewer.ui.look import style

CLIP = Path(__file__).parents[3] / "resources" / "bigbuckbunny.mp4"


class Scene:
    """A fleet with two real cameras, the first of which takes pictures, and the dialog for it."""

    def __init__(self, run: Callable[..., Any]) -> None:
        self.run = run
        self.shown: list[ShownPicture] = []
        self._opened: list[ShowDialog] = []
        self.taker, self.other = (
            Camera(name, size="320x240", fps=25, listen="tcp://127.0.0.1:0", state="none") for name in ("taker", "yard")
        )

        @self.taker.on_picture
        async def show(picture: ShownPicture) -> None:
            self.shown.append(picture)

        self.parent = QWidget()
        self.parent.show()
        run(self._begin())
        self.dialog = self.opened(self.session)

    async def _begin(self) -> None:
        await self.taker.__aenter__()
        await self.other.__aenter__()
        self.fleet = Fleet("tester", "Tester")
        self.showings = Showings(self.fleet)
        self.session: Session = self.fleet.add(str(self.taker.endpoint))
        self.second: Session = self.fleet.add(str(self.other.endpoint))
        await until(lambda: self.session.is_connected and self.second.is_connected)

    def opened(self, session: Session, own: OwnCameras | None = None) -> ShowDialog:
        async def open_it() -> ShowDialog:
            dialog = ShowDialog(session, self.showings, self.parent, own)
            dialog.show()
            return dialog

        dialog: ShowDialog = self.run(open_it())
        self._opened.append(dialog)
        return dialog

    def press(self, button: QPushButton) -> None:
        async def click() -> None:
            button.click()

        self.run(click())

    def until(self, fact: Callable[[], object], timeout: float = 20) -> None:
        self.run(until(fact, timeout), timeout + 1)

    async def _end(self) -> None:
        showings = list(self.showings)
        self.showings.close()
        for each in showings:
            await each.ended()
        self.fleet.close()
        await self.taker.__aexit__(None, None, None)
        await self.other.__aexit__(None, None, None)

    def close(self) -> None:
        for dialog in self._opened:
            if isValid(dialog):
                dialog.reject()
        self.run(self._end())
        self.parent.close()
        self.parent.deleteLater()


@pytest.fixture
def scene(qapp: QApplication, qrun: Callable[..., Any], qtbot: Any) -> Iterator[Scene]:
    style.apply(qapp)
    scene = Scene(qrun)
    yield scene
    scene.close()


def test_that_a_camera_of_the_wall_is_sent_and_stopped(scene: Scene) -> None:
    dialog = scene.dialog
    assert (dialog.windowTitle(), dialog.figures.text()) == ("Send pictures to taker", "Nothing is sent.")
    assert not dialog.stop.isEnabled()
    dialog.source.setCurrentIndex(CAMERA)
    dialog.percent.setCurrentIndex(PERCENT.index(50))
    dialog.rate.setCurrentIndex(RATES.index(10))
    scene.press(dialog.start)
    scene.until(lambda: len(scene.shown) > 5)
    assert {each.pixels.shape for each in scene.shown} == {(120, 160, 3)}
    scene.until(lambda: "160 × 120" in dialog.figures.text())
    assert dialog.state.text() == "taker gets your pictures."
    scene.press(dialog.stop)
    assert scene.showings.to(scene.session) is None
    assert (dialog.figures.text(), dialog.start.text()) == ("Nothing is sent.", "Start")


@pytest.mark.slow
def test_that_a_file_is_sent_also_when_the_dialog_is_closed(scene: Scene) -> None:
    scene.dialog.source.setCurrentIndex(FILE)
    scene.dialog.file.setText(str(CLIP))
    scene.press(scene.dialog.start)
    scene.until(lambda: scene.shown)
    scene.press(next(each for each in scene.dialog.findChildren(QPushButton) if each.text() == "Close"))
    count = len(scene.shown)
    scene.until(lambda: len(scene.shown) > count + 5)
    again = scene.opened(scene.session)
    assert again.start.text() == "Start anew"
    assert again.stop.isEnabled()
    again.reject()


@pytest.mark.slow
@pytest.mark.skipif(not IS_POSSIBLE, reason="needs Linux and a C compiler")
def test_that_a_webcam_is_chosen_by_its_name_and_one_that_is_gone_is_told(webcam: EmulatedWebcam, scene: Scene) -> None:
    dialog = scene.dialog
    scene.until(lambda: dialog.own_camera.chosen is not None)
    dialog.own_camera.setCurrentText("Test Webcam")
    scene.press(dialog.start)
    scene.until(lambda: len(scene.shown) > 3)
    assert {each.pixels.shape for each in scene.shown} == {(240, 320, 3)}
    scene.press(dialog.stop)
    webcam.unplug()
    scene.press(dialog.start)
    scene.until(lambda: dialog.state.text().startswith(f"No webcam is called {ID} here."))


@pytest.mark.slow
@pytest.mark.skipif(not IS_POSSIBLE, reason="needs Linux and a C compiler")
def test_that_a_webcam_of_the_wall_is_sent_from_the_wall(webcam: EmulatedWebcam, scene: Scene, tmp_path: Path) -> None:
    address = scene.second.identity.key
    own = OwnCameras([OwnCameraSettings(endpoint=address, source=ID, name="yard")], tmp_path, print, str)
    dialog = scene.opened(scene.session, own)
    scene.until(lambda: dialog.own_camera.chosen is not None)
    dialog.own_camera.setCurrentText("Test Webcam")
    scene.press(dialog.start)
    showing = scene.showings.to(scene.session)
    assert showing is not None
    assert isinstance(showing.source, FromCamera)
    assert showing.source.session is scene.second


def test_that_nothing_is_sent_before_the_cameras_of_this_computer_are_known(scene: Scene) -> None:
    scene.dialog.own_camera.stop()
    scene.press(scene.dialog.start)
    assert scene.dialog.trouble.text().startswith("The cameras of this computer are being looked for.")


def test_that_alike_cameras_of_this_computer_can_be_told_apart() -> None:
    alike = [OwnSource(each, "USB Camera", "webcam") for each in ("usb-1", "pci-2")]
    assert titles([*alike, OwnSource("usb-3", "C920", "webcam")]) == [
        "USB Camera (usb-1)",
        "USB Camera (pci-2)",
        "C920",
    ]


def test_that_a_camera_that_takes_none_says_so_at_once(scene: Scene) -> None:
    dialog = scene.opened(scene.second)
    assert dialog.state.text().startswith("yard takes no pictures. In its program, write @camera.on_picture")
    dialog.reject()


def test_that_what_is_missing_is_asked_for(scene: Scene) -> None:
    scene.dialog.source.setCurrentIndex(FILE)
    scene.press(scene.dialog.start)
    assert scene.dialog.trouble.text() == "Which file? Choose one, or write its path."
    assert scene.showings.to(scene.session) is None


def test_that_everything_goes_by_keyboard(scene: Scene) -> None:
    dialog = scene.dialog
    dialog.activateWindow()
    scene.until(dialog.isActiveWindow)

    async def walk() -> None:
        dialog.source.setFocus()
        QTest.keyClick(dialog.source, Qt.Key.Key_End)
        assert dialog.source.currentIndex() == CAMERA
        reached = []
        for _ in range(8):
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
            reached.append(dialog.focusWidget())
        assert {dialog.camera, dialog.percent, dialog.rate, dialog.start} <= set(reached)
        dialog.rate.setFocus()
        QTest.keyClick(dialog.rate, Qt.Key.Key_Return)

    scene.run(walk())
    scene.until(lambda: len(scene.shown) > 3)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
