"""Saying something to several cameras, by keyboard alone, and reading what they make of it."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from camwire.commands import Command
from tests.support.obedient_cameras import LAMP, RESTART, STATUS, ObedientJoinedCamera
from tests.viewer.ui.conftest import Stage
from viewer.core.talk.chat import Delivery
from viewer.ui.all_chats.receipt_table import ANSWER, CAMERA, STATE, TIME
from viewer.ui.all_chats.round import RoundDialog
from viewer.ui.dialogs.questions import RunDialog

CTRL = Qt.KeyboardModifier.ControlModifier


class Hall:
    """Cameras that take commands, and the dialog."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.cameras: list[ObedientJoinedCamera] = []
        self.add("gate", (LAMP, STATUS))
        self.add("yard", (STATUS,))
        self.add("shed", (LAMP, STATUS))

    def add(self, name: str, commands: Sequence[Command]) -> ObedientJoinedCamera:
        session = self.stage.run(self.stage._begin(len(self.cameras)))
        camera = ObedientJoinedCamera(session, name, commands)
        camera.join()
        self.cameras.append(camera)
        return camera

    def open(self) -> RoundDialog:
        QTest.keyClick(self.stage.window, Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
        assert self.stage.window.asking.round is not None
        return self.stage.window.asking.round

    @property
    def dialog(self) -> RoundDialog:
        assert self.stage.window.asking.round is not None
        return self.stage.window.asking.round

    def type(self, text: str) -> None:
        """Type a line and send it."""

        async def keys() -> None:
            QTest.keyClicks(self.dialog.composer, text)
            QTest.keyClick(self.dialog.composer, Qt.Key.Key_Return)

        self.stage.run(keys())

    def heard(self, *heard: list[str]) -> None:
        """Wait until the cameras have heard this."""
        self.stage.until(lambda: [camera.heard for camera in self.cameras] == list(heard))

    def states(self, *states: str) -> None:
        """Wait until the table says this."""
        self.stage.until(lambda: self.column(STATE) == list(states))

    def column(self, column: int) -> list[str]:
        model = self.dialog.table.receipts
        return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.fixture
def hall(stage: Stage) -> Hall:
    stage.window.activateWindow()
    stage.until(lambda: stage.window.isActiveWindow())
    return Hall(stage)


def test_that_it_is_said_to_all_where_none_is_marked(hall: Hall) -> None:
    dialog = hall.open()
    assert dialog.windowTitle() == "Say to 3 cameras"
    assert hall.column(CAMERA) == ["gate", "yard", "shed"]
    hall.type("Good morning")
    hall.heard(["Good morning"], ["Good morning"], ["Good morning"])
    hall.states("received", "received", "received")
    assert dialog.composer.toPlainText() == ""


def test_that_it_is_said_to_the_marked_ones_only(hall: Hall) -> None:
    tiles = hall.stage.wall.tiles
    hall.stage.wall.selection.set([tiles[2], tiles[0]])
    hall.open()
    hall.type("Good morning")
    hall.heard(["Good morning"], [], ["Good morning"])


def test_that_the_table_says_who_answered_what_and_who_could_not(hall: Hall) -> None:
    hall.cameras[0].obeys.value = "The lamp is on."
    hall.cameras[2].obeys.value = {"lamp": "on", "watts": 12}
    dialog = hall.open()
    hall.type("/lamp on")
    hall.states("answered", "failed", "answered")
    assert hall.column(ANSWER) == ["The lamp is on.", "It has no command /lamp.", '{lamp: "on", watts: 12}']
    assert [bool(time) for time in hall.column(TIME)] == [True, False, True]
    assert "2 answered, 1 failed" in dialog.summary.text()


def test_that_answers_appear_when_they_come(hall: Hall) -> None:
    hall.cameras[1].leave()
    hall.open()
    hall.type("/status")
    hall.states("answered", "waiting", "answered")
    hall.cameras[1].join()
    hall.states("answered", "answered", "answered")


def test_that_only_the_failed_are_asked_again(hall: Hall) -> None:
    dialog = hall.open()
    hall.cameras[0].obeys.fails_with = "No current."
    assert not dialog.retry.isEnabled()
    hall.type("/status")
    hall.states("failed", "answered", "answered")
    assert hall.column(ANSWER)[0] == "No current."
    hall.cameras[0].obeys.fails_with = ""
    QTest.keyClick(dialog.retry, Qt.Key.Key_Space)
    hall.states("answered", "answered", "answered")
    assert [len(camera.heard) for camera in hall.cameras] == [2, 1, 1]
    assert not dialog.retry.isEnabled()


def test_that_a_second_line_goes_to_the_same_cameras(hall: Hall) -> None:
    hall.open()
    hall.type("one")
    hall.type("two")
    hall.heard(["one", "two"], ["one", "two"], ["one", "two"])


def test_that_what_went_nowhere_stays_typed_with_the_reason(hall: Hall) -> None:
    dialog = hall.open()
    hall.type("/lampe on ")
    assert dialog.composer.toPlainText() == "/lampe on "
    assert "/lampe" in dialog.trouble.text()
    hall.heard([], [], [])


def test_that_commands_of_any_of_them_are_offered_and_taken_with_tab(hall: Hall) -> None:
    dialog = hall.open()
    hall.stage.until(dialog.composer.hasFocus)
    QTest.keyClicks(dialog.composer, "/la")
    suggestions = dialog.completing.suggestions
    assert suggestions.isVisible()
    assert suggestions.geometry().top() > dialog.composer.geometry().bottom()
    QTest.keyClick(dialog.composer, Qt.Key.Key_Tab)
    assert dialog.composer.toPlainText() == "/lamp "


def test_that_a_dangerous_command_is_asked_about_once_for_all(hall: Hall) -> None:
    hall.add("attic", (RESTART,))
    dialog = hall.open()
    hall.type("/restart")
    (asked,) = [each for each in dialog.findChildren(RunDialog) if each.isVisible()]
    assert hall.cameras[3].heard == []
    (box,) = asked.findChildren(QDialogButtonBox)
    box.buttons()[0].click()
    hall.heard([], [], [], ["/restart"])


def test_that_enter_on_a_row_opens_that_camera_s_chat(hall: Hall) -> None:
    dialog = hall.open()
    hall.type("hello")
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert [tile.is_chat_open for tile in hall.stage.wall.tiles] == [False, True, False]
    hall.heard(["hello"], ["hello"], ["hello"])


def test_that_the_table_is_copied_with_tabs(hall: Hall) -> None:
    hall.cameras[0].obeys.value = "one\ttwo\nthree"
    dialog = hall.open()
    hall.type("/lamp on")
    hall.states("answered", "failed", "answered")
    dialog.copy.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Camera\tState\tAnswer\tTime"
    assert lines[1].startswith("gate\tanswered\tone two three\t")
    assert lines[2] == "yard\tfailed\tIt has no command /lamp.\t"


def test_that_a_camera_removed_meanwhile_is_told_and_asked_no_more(hall: Hall) -> None:
    hall.cameras[0].leave()
    dialog = hall.open()
    hall.type("one")
    hall.stage.window.program.cameras.remove(hall.cameras[0].session)
    assert hall.column(ANSWER)[0] == "It was removed from the wall."
    assert not dialog.retry.isEnabled()
    hall.type("two")
    assert hall.column(CAMERA) == ["yard", "shed"]


def test_that_a_camera_removed_before_anything_was_said_leaves_the_table(hall: Hall) -> None:
    dialog = hall.open()
    for camera in hall.cameras:
        hall.stage.window.program.cameras.remove(camera.session)
    assert hall.column(CAMERA) == []
    assert not dialog.send.isEnabled()


def test_that_escape_closes_it_and_answers_go_on_into_the_chats(hall: Hall) -> None:
    dialog = hall.open()
    hall.cameras[0].leave()
    hall.type("/status")
    QTest.keyClick(dialog.composer, Qt.Key.Key_Escape)
    assert hall.stage.window.asking.round is None
    hall.cameras[0].join()
    hall.stage.until(lambda: hall.cameras[0].session.chat.lines[0].delivery is Delivery.ANSWERED)


def test_that_what_a_camera_says_is_never_taken_for_markup(hall: Hall) -> None:
    hall.cameras[0].obeys.value = "<b>bold</b><img src=x>"
    dialog = hall.open()
    hall.type("/lamp on")
    hall.states("answered", "failed", "answered")
    tip = dialog.table.receipts.index(0, ANSWER).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;bold" in tip


def test_that_in_a_narrow_dialog_the_answer_keeps_room(hall: Hall) -> None:
    dialog = hall.open()
    hall.type("/status")
    dialog.resize(dialog.minimumSize())
    table = dialog.table
    hall.stage.until(lambda: table.isColumnHidden(TIME))
    assert table.columnWidth(ANSWER) > 80
    assert table.columnWidth(STATE) >= 40
