"""Searching in all conversations, by keyboard alone."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.support.joined_camera import JoinedCamera
from tests.viewer.ui.conftest import Stage
from viewer.core.talk.history import FOUND
from viewer.ui.all_chats.found_list import GONE, Group, excerpt, grouped
from viewer.ui.all_chats.search import SearchDialog

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Desk:
    """Two cameras with something to say, and the dialog."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        stage.window.activateWindow()
        stage.until(lambda: stage.window.isActiveWindow())
        self.gate = self.add("gate")
        self.yard = self.add("yard")
        self.say(self.gate, "Somebody is at the gate.", "The lamp is on.")
        self.say(self.yard, "Die Äpfel sind rot.", "No lamp here.")

    def add(self, name: str) -> JoinedCamera:
        camera = self.stage.add(name, is_live=False)
        camera.join()
        return camera

    def say(self, camera: JoinedCamera, *texts: str) -> None:
        for text in texts:
            camera.say(text)
        self.stage.run(self.stage.fleet.history.journal.flush())

    def open(self) -> SearchDialog:
        QTest.keyClick(self.stage.window, Qt.Key.Key_F, CTRL_SHIFT)
        return self.dialog

    @property
    def dialog(self) -> SearchDialog:
        (dialog,) = [each for each in self.stage.window.findChildren(SearchDialog) if each.isVisible()]
        return dialog

    def type(self, words: str) -> None:
        self.dialog.words.clear()
        if words.isascii():
            QTest.keyClicks(self.dialog.words, words)
        else:
            # QTest has no keys for these.
            self.dialog.words.insert(words)
        self.stage.until(lambda: not self.dialog._later.isActive())

    def rows(self) -> list[str]:
        model = self.dialog.results.found
        rows: list[Any] = [model.index(row).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
        return [row.name.upper() if isinstance(row, Group) else row.line.text for row in rows]

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.dialog.words, key)


@pytest.fixture
def desk(stage: Stage) -> Desk:
    return Desk(stage)


def test_that_lines_of_all_cameras_are_found_by_camera(desk: Desk) -> None:
    desk.open()
    desk.type("LAMP")
    assert desk.rows() == ["YARD", "No lamp here.", "GATE", "The lamp is on."]
    assert "2 lines" in desk.dialog.remark.text()


def test_that_case_does_not_matter_beyond_ascii(desk: Desk) -> None:
    desk.open()
    desk.type("äpfel")
    assert desk.rows() == ["YARD", "Die Äpfel sind rot."]


def test_that_enter_opens_the_chat_at_that_line(desk: Desk) -> None:
    for number in range(150):
        desk.gate.say(f"line {number}")
    desk.say(desk.gate, "the end")
    desk.open()
    desk.type("somebody gate")
    desk.press(Qt.Key.Key_Return)
    tile = desk.stage.wall.tiles[0]
    assert tile.is_chat_open
    assert not any(each.isVisible() for each in desk.stage.window.findChildren(SearchDialog))
    view = tile.chat.view
    desk.stage.until(lambda: view.currentIndex().data() == "Somebody is at the gate.")
    desk.stage.until(lambda: view.viewport().rect().intersects(view.visualRect(view.currentIndex())))


def test_that_arrows_pass_over_the_names_while_one_types(desk: Desk) -> None:
    desk.open()
    desk.type("lamp")
    desk.press(Qt.Key.Key_Down)
    current = desk.dialog.results.current
    assert current is not None
    assert current.line.text == "The lamp is on."
    desk.press(Qt.Key.Key_Down)
    assert desk.dialog.results.current == current
    desk.press(Qt.Key.Key_Up)
    assert desk.dialog.results.current != current


def test_that_enter_right_after_typing_means_what_was_typed(desk: Desk) -> None:
    desk.open()
    desk.type("somebody")
    desk.dialog.words.setText("äpfel")
    desk.press(Qt.Key.Key_Return)
    assert [tile.is_chat_open for tile in desk.stage.wall.tiles] == [False, True]


def test_that_a_camera_that_was_removed_is_found_and_shown_as_such(desk: Desk) -> None:
    desk.stage.window.program.cameras.remove(desk.yard.session)
    desk.open()
    desk.type("äpfel")
    assert desk.rows() == ["YARD", "Die Äpfel sind rot."]
    assert GONE in desk.dialog.results.found.index(0).data()
    desk.press(Qt.Key.Key_Return)
    assert desk.dialog.isVisible()
    assert "yard is not on this wall any more" in desk.dialog.trouble.text()
    desk.press(Qt.Key.Key_Escape)


def test_that_another_tile_shown_alone_gives_way(desk: Desk) -> None:
    desk.stage.wall.maximise(desk.stage.wall.tiles[0])
    desk.open()
    desk.type("äpfel")
    desk.press(Qt.Key.Key_Return)
    assert desk.stage.wall.maximised is desk.stage.wall.tiles[1]


def test_that_nothing_found_is_said(desk: Desk) -> None:
    desk.open()
    desk.type("giraffe")
    assert desk.rows() == []
    assert "Nothing" in desk.dialog.remark.text()
    desk.press(Qt.Key.Key_Return)
    assert desk.dialog.isVisible()
    desk.dialog.reject()


def test_that_more_than_can_be_read_is_bounded_and_said(desk: Desk) -> None:
    for number in range(FOUND + 20):
        desk.gate.say(f"line {number}")
    desk.say(desk.gate)
    desk.open()
    desk.type("line")
    assert len(desk.rows()) == FOUND + 1
    assert "newest" in desk.dialog.remark.text()
    desk.dialog.reject()


def test_that_it_is_searched_once_for_what_is_typed_quickly(desk: Desk) -> None:
    asked: list[str] = []
    dialog = SearchDialog(lambda words: asked.append(words) or [], lambda place: "", desk.stage.window)  # type: ignore[func-returns-value]
    dialog.open()
    QTest.keyClicks(dialog.words, "lamp")
    desk.stage.until(lambda: asked)
    assert asked == ["lamp"]
    dialog.reject()


def test_that_an_excerpt_begins_shortly_before_the_words(desk: Desk) -> None:
    desk.say(desk.gate, "x " * 500 + "needle 🎥 " + "y " * 500)
    (found,) = desk.stage.fleet.history.search("NEEDLE")
    shown = excerpt(found, ["NEEDLE"])
    assert shown.startswith("…x x")
    assert 0 < shown.index("needle") < 40
    assert len(shown) < 330


def test_that_results_are_painted_whatever_they_hold(desk: Desk) -> None:
    desk.say(desk.gate, "lamp 🎥🎥 lamp \u202e\u0000 مصباح lamp", "lamp\nlamp\tlamp" * 100)
    dialog = desk.open()
    desk.type("lamp")
    assert len(grouped(desk.stage.fleet.history.search("lamp"), lambda place: "x")) == 2
    assert not dialog.results.grab().isNull()
    dialog.resize(dialog.minimumSize())
    assert not dialog.results.grab().isNull()
    dialog.reject()
