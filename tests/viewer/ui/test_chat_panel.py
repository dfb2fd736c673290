"""Typing to a camera, and seeing how far the line came."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from camwire.limits import TEXT_CHARACTERS
from tests.viewer.ui.conftest import Stage
from viewer.core.talk.chat import KEPT_LINES, Delivery
from viewer.ui.chat.bubbles import BubbleDelegate
from viewer.ui.chat.model import ChatModel
from viewer.ui.chat.panel import ChatPanel


def opened(stage: Stage) -> ChatPanel:
    tile = stage.wall.tiles[-1]
    tile.open_chat(True)
    return tile.chat


def test_that_enter_sends_and_the_line_is_received(stage: Stage) -> None:
    camera = stage.add()
    panel = opened(stage)
    QTest.keyClicks(panel.composer, "Lamp on, please")
    QTest.keyClick(panel.composer, Qt.Key.Key_Return)
    stage.until(lambda: [line.delivery for line in camera.session.chat.lines] == [Delivery.RECEIVED])
    assert camera.heard == ["Lamp on, please"]
    assert panel.composer.toPlainText() == ""


def test_that_shift_enter_breaks_the_line(stage: Stage) -> None:
    camera = stage.add()
    panel = opened(stage)
    QTest.keyClicks(panel.composer, "one")
    QTest.keyClick(panel.composer, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(panel.composer, "two")
    QTest.keyClick(panel.composer, Qt.Key.Key_Return)
    stage.until(lambda: camera.heard == ["one\ntwo"])


def test_that_an_empty_line_is_not_sent(stage: Stage) -> None:
    camera = stage.add()
    panel = opened(stage)
    QTest.keyClicks(panel.composer, "   ")
    QTest.keyClick(panel.composer, Qt.Key.Key_Return)
    assert list(camera.session.chat.lines) == []
    assert camera.heard == []


def test_that_a_line_typed_while_the_camera_is_away_waits_and_is_sent_once(stage: Stage) -> None:
    camera = stage.add()
    panel = opened(stage)
    camera.leave()
    QTest.keyClicks(panel.composer, "are you there?")
    QTest.keyClick(panel.composer, Qt.Key.Key_Return)
    assert camera.session.chat.lines[0].delivery is Delivery.QUEUED
    camera.join()
    stage.until(lambda: camera.session.chat.lines[0].delivery is Delivery.RECEIVED)
    assert camera.heard == ["are you there?"]


def test_that_a_text_too_long_to_send_stays_in_the_box_with_the_reason(stage: Stage) -> None:
    camera = stage.add()
    panel = opened(stage)
    panel.composer.setPlainText("x" * (TEXT_CHARACTERS + 1))
    QTest.keyClick(panel.composer, Qt.Key.Key_Return)
    assert list(camera.session.chat.lines) == []
    assert "at most 65,536" in panel.typing._trouble.text()
    assert len(panel.composer.toPlainText()) == TEXT_CHARACTERS + 1


def test_that_the_camera_s_lines_come_in_order(stage: Stage) -> None:
    camera = stage.add()
    panel = opened(stage)
    for number in range(30):
        camera.say(f"line {number}")
    model = panel.view.model()
    assert isinstance(model, ChatModel)
    stage.until(lambda: model.rowCount() == 30)
    assert [model.index(row).data() for row in range(model.rowCount())] == [f"line {n}" for n in range(30)]


def test_that_a_screen_reader_hears_who_spoke_and_what_became_of_it(stage: Stage) -> None:
    camera = stage.add()
    panel = opened(stage)
    line = camera.session.say("hello")
    stage.until(lambda: line.delivery is Delivery.RECEIVED)
    camera.say("good day")
    stage.until(lambda: panel.view.model().rowCount() == 2)
    spoken = [panel.view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken[0].startswith("You, ")
    assert "received: hello" in spoken[0]
    assert spoken[1].endswith(": good day")


def test_that_a_long_word_wraps_inside_its_bubble(stage: Stage) -> None:
    camera = stage.add()
    panel = opened(stage)
    camera.say("x" * 500)
    stage.until(lambda: panel.view.model().rowCount() == 1)
    delegate = panel.view.itemDelegate()
    assert isinstance(delegate, BubbleDelegate)
    bubble = delegate._bubble(camera.session.chat.lines[0])
    assert 100 < bubble.width < delegate.width
    assert bubble.height > 60
    assert panel.view.visualRect(panel.view.model().index(0, 0)).height() > bubble.height


def test_that_escape_gives_the_keyboard_back_to_the_wall(stage: Stage) -> None:
    stage.add()
    panel = opened(stage)
    QTest.keyClick(panel.composer, Qt.Key.Key_Escape)
    assert stage.window.focusWidget() is stage.wall.tiles[0]


def test_that_a_closed_chat_shows_what_was_said_meanwhile_when_it_is_opened(stage: Stage) -> None:
    camera = stage.add()
    for number in range(KEPT_LINES + 50):
        camera.say(f"line {number}")
    model = stage.wall.tiles[0].chat.view.model()
    assert model.rowCount() == 0
    opened(stage)
    # Lines are still coming while the first of them are shown.
    stage.until(lambda: model.index(KEPT_LINES - 1, 0).data() == f"line {KEPT_LINES + 49}")
    assert model.rowCount() == KEPT_LINES
    camera.say("one more")
    stage.until(lambda: model.index(KEPT_LINES - 1, 0).data() == "one more")
    assert model.rowCount() == KEPT_LINES


def test_that_a_line_of_many_pages_is_shown_shortened_and_copied_whole(stage: Stage) -> None:
    camera = stage.add()
    panel = opened(stage)
    camera.say("x" * 60_000)
    stage.until(lambda: panel.view.model().rowCount() == 1)
    delegate = panel.view.itemDelegate()
    assert isinstance(delegate, BubbleDelegate)
    line = camera.session.chat.lines[0]
    assert delegate._bubble(line).height < 400
    assert "Show more" in [offer.text for offer in delegate.offers(line)]
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Up)
    QTest.keyClick(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "x" * 60_000


@pytest.mark.parametrize("settles", [True, False])
def test_that_who_sees_the_newest_line_still_does_after_maximising_and_back(stage: Stage, settles: bool) -> None:
    camera = stage.add()
    for name in ("gate", "yard", "roof"):
        stage.add(name)
    for number in range(60):
        camera.say(f"line {number} " + "with words " * (number % 9))
    tile = stage.wall.tiles[0]
    tile.open_chat(True)
    panel: ChatPanel = tile.chat
    stage.until(lambda: not panel.following.is_behind)
    assert panel.view.is_at_end
    for maximised in (tile, None) * 3:
        stage.do(lambda maximised=maximised: stage.wall.maximise(maximised))
        if settles:
            stage.until(lambda: not panel.following.is_behind)
        assert panel.view.is_at_end
    stage.do(lambda: panel.view.verticalScrollBar().setValue(panel.view.verticalScrollBar().maximum() // 2))
    stage.do(lambda: stage.wall.maximise(tile))
    # Who has gone back to older lines is left there.
    assert not panel.view.is_at_end


def test_that_who_was_led_to_a_line_still_sees_it_after_maximising_and_back(stage: Stage) -> None:
    camera = stage.add()
    stage.add("gate")
    for number in range(9):
        camera.say(f"line {number}")
    tile = stage.wall.tiles[0]
    tile.open_chat(True)
    panel: ChatPanel = tile.chat
    stage.until(lambda: not panel.following.is_behind)
    stage.do(lambda: stage.wall.maximise(tile))
    assert panel.view.verticalScrollBar().maximum() == 0
    stage.do(lambda: panel.show_line(camera.session.chat.lines[0].id))
    stage.do(lambda: stage.wall.maximise(None))
    stage.window.resize(700, 330)
    stage.until(lambda: panel.view.verticalScrollBar().maximum() > 0)
    assert panel.view.visualRect(panel.view.model().index(0, 0)).top() >= 0
