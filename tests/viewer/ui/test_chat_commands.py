"""Commands: completed while one types, checked before they are sent, and followed until they are answered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from tests.support.talking import porch
from tests.viewer.ui.conftest import Stage
from viewer.core.talk.chat import ChatLine, Delivery
from viewer.ui.cards import actions
from viewer.ui.chat.panel import ChatPanel
from viewer.ui.chat.suggestions import Suggestions
from viewer.ui.dialogs.questions import RunDialog

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(stage: Stage) -> ChatPanel:
    panel = stage.real(porch())
    stage.until(lambda: panel._session.commands)
    return panel


def text(panel: ChatPanel) -> str:
    return panel.typing.composer.toPlainText()


def popup(panel: ChatPanel) -> Suggestions:
    return panel.typing.suggestions


def offered(panel: ChatPanel) -> list[str]:
    return [each.label for each in popup(panel)._suggestions] if popup(panel).isVisible() else []


def said(panel: ChatPanel) -> list[ChatLine]:
    return [line for line in panel._session.chat.lines if line.is_mine]


def answered(stage: Stage, panel: ChatPanel) -> ChatLine:
    """The newest line, once it is the camera's answer."""
    stage.until(lambda: panel._session.chat.lines and panel._session.chat.lines[-1].role in ("answer", "failure"))
    return panel._session.chat.lines[-1]


def test_that_a_slash_offers_every_command(stage: Stage, panel: ChatPanel) -> None:
    stage.type("/")
    assert {"/blink", "/reboot", "/slow", "/help", "/status"} <= set(offered(panel))
    assert popup(panel).geometry().bottom() <= panel.composer.mapTo(stage.window, panel.composer.rect().topLeft()).y()
    stage.type("bli")
    assert offered(panel) == ["/blink"]


def test_that_what_commands_do_is_read_whole_where_the_window_has_room(stage: Stage, panel: ChatPanel) -> None:
    stage.window.resize(1280, 720)
    panel.setMaximumWidth(260)
    stage.type("/")
    shown = popup(panel)._list
    assert shown.sizeHintForColumn(0) > 300
    assert shown.viewport().width() >= shown.sizeHintForColumn(0)
    assert stage.window.rect().contains(popup(panel).geometry())


@pytest.mark.parametrize("width", [700, 300, 240, 200])
def test_that_the_hint_in_the_box_is_never_cut(stage: Stage, panel: ChatPanel, width: int) -> None:
    panel.resize(width, 400)
    stage.until(lambda: panel.composer.width() < width)
    hint = panel.typing.composer.placeholderText()
    assert hint.startswith("Message")
    assert "…" not in hint
    assert "/" in hint or "/" in panel.typing.composer.toolTip()


def test_that_arrows_choose_tab_takes_and_enter_sends(stage: Stage, panel: ChatPanel) -> None:
    stage.type("/s")
    first, second = offered(panel)[:2]
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Up)
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Tab)
    assert text(panel).strip() == second != first
    panel.typing.composer.put("/bli")
    stage.press(Qt.Key.Key_Tab)
    assert text(panel) == "/blink "
    stage.type("3")
    stage.press(Qt.Key.Key_Return)
    assert text(panel) == ""
    assert answered(stage, panel).text == "blinked 3 times in red"
    assert not popup(panel).isVisible()
    assert panel.composer.hasFocus()


def test_that_enter_completes_the_name_of_a_command_and_does_not_send_half_of_it(
    stage: Stage, panel: ChatPanel
) -> None:
    stage.type("/bli")
    stage.press(Qt.Key.Key_Return)
    assert text(panel) == "/blink "
    assert said(panel) == []


def test_that_escape_closes_the_offers_first_and_leaves_then(stage: Stage, panel: ChatPanel) -> None:
    stage.type("/b")
    assert offered(panel)
    stage.press(Qt.Key.Key_Escape)
    assert not popup(panel).isVisible()
    assert panel.composer.hasFocus()
    assert text(panel) == "/b"
    stage.press(Qt.Key.Key_Escape)
    assert not panel.composer.hasFocus()


def test_that_the_offers_go_when_the_keyboard_goes(stage: Stage, panel: ChatPanel) -> None:
    stage.type("/")
    assert popup(panel).isVisible()
    panel.view.setFocus()
    assert not popup(panel).isVisible()
    panel.focus_composer()
    assert popup(panel).isVisible()
    panel.hide()
    assert not popup(panel).isVisible()


def test_that_arguments_are_shown_while_one_types(stage: Stage, panel: ChatPanel) -> None:
    stage.type("/blink ")
    assert "<b>" in popup(panel)._hint.text()
    assert "how often" in popup(panel)._expected.text()
    stage.type("3 ")
    assert "colour" in popup(panel)._expected.text()


@pytest.mark.parametrize(
    ("line", "words"),
    [("/blink many", "times"), ("/blink 99", "9"), ("/blink", "times"), ("/nothing", "nothing")],
)
def test_that_what_is_wrong_is_said_underlined_and_not_sent(
    stage: Stage, panel: ChatPanel, line: str, words: str
) -> None:
    panel.typing.composer.put(line)
    popup(panel).hide()
    stage.press(Qt.Key.Key_Return)
    assert said(panel) == []
    assert text(panel) == line
    assert words in panel.typing._trouble.text() != ""
    assert panel.typing._trouble.isVisible()
    if line != "/blink":
        (marked,) = panel.typing.composer.extraSelections()
        assert marked.cursor.selectedText() in line
    stage.type("x")
    assert not panel.typing._trouble.isVisible()


def test_that_a_dangerous_command_asks_back(stage: Stage, panel: ChatPanel) -> None:
    for accepts in (False, True):
        panel.typing.composer.put("/reboot")
        stage.press(Qt.Key.Key_Return)
        (asked,) = [each for each in stage.window.findChildren(RunDialog) if each.isVisible()]
        assert said(panel) == []
        box = asked.findChildren(QDialogButtonBox)[0]
        button = [each for each in box.buttons() if isinstance(each, QPushButton)]
        run, cancel = (next(each for each in button if (each.text() == "Run it") is wanted) for wanted in (True, False))
        assert not run.isDefault()
        (run if accepts else cancel).click()
        if not accepts:
            assert text(panel) == "/reboot"
    assert answered(stage, panel).text == "rebooted"
    assert [line.text for line in said(panel)] == ["/reboot"]


def test_that_two_slashes_say_one(stage: Stage, panel: ChatPanel) -> None:
    stage.type("//etc is a folder")
    stage.press(Qt.Key.Key_Return)
    stage.until(lambda: len(panel._session.chat.lines) == 2)
    assert [line.text for line in panel._session.chat.lines] == ["/etc is a folder", "heard: /etc is a folder"]
    assert said(panel)[0].role == ""


def test_that_a_failure_is_shown_in_red_with_the_question_and_can_be_tried_again(
    stage: Stage, panel: ChatPanel
) -> None:
    panel.typing.composer.put("/fail")
    stage.press(Qt.Key.Key_Return)
    failure = answered(stage, panel)
    assert failure.is_failure
    assert "servo is stuck" in failure.text
    offers = [type(offer.action) for offer in panel._delegate.offers(failure)]
    assert offers[-2:] == [actions.Retry, actions.Edit]
    panel._deeds.act(failure, actions.Edit())
    assert text(panel) == "/fail"
    panel.typing.composer.clear()
    panel._deeds.act(failure, actions.Retry())
    stage.until(lambda: len([line for line in panel._session.chat.lines if line.role == "failure"]) == 2)
    assert [line.text for line in said(panel)] == ["/fail", "/fail"]


def test_that_progress_is_shown_and_the_command_cancelled(stage: Stage, panel: ChatPanel) -> None:
    panel.typing.composer.put("/slow")
    stage.press(Qt.Key.Key_Return)
    (line,) = said(panel)
    stage.until(lambda: line.progress is not None and line.progress[0] > 0.2)
    before = panel._delegate._bubble(line).height
    cards = panel._delegate._bubble(line).cards
    assert len(cards) == 2
    assert actions.Cancel() in [offer.action for offer in panel._delegate.offers(line)]
    panel._deeds.act(line, actions.Cancel())
    assert answered(stage, panel).role == "failure"
    assert line.delivery is Delivery.ANSWERED
    assert panel._delegate._bubble(line).height < before


def test_that_controls_are_offered_with_the_values_in_force(stage: Stage, panel: ChatPanel) -> None:
    for line in ("/get", "/set speed 2"):
        panel.typing.composer.put(line)
        popup(panel).hide()
        before = len(panel._session.chat.lines)
        stage.press(Qt.Key.Key_Return)
        stage.until(lambda before=before: len(panel._session.chat.lines) == before + 2)
        assert not panel._session.chat.lines[-1].is_failure, panel._session.chat.lines[-1].text
    stage.until(lambda: panel._session.controls.value("speed") == 2)
    stage.type("/set sp")
    (suggestion,) = popup(panel)._suggestions
    assert suggestion.label == "speed"
    assert "now 2" in suggestion.help
    stage.press(Qt.Key.Key_Tab)
    assert text(panel) == "/set speed "
    first = popup(panel)._suggestions[0]
    assert (first.label, first.help) == ("2", "in force")


def test_that_the_offers_fit_beside_a_box_in_a_small_tile(stage: Stage, panel: ChatPanel) -> None:
    for number in range(8):
        stage.add(f"camera {number}")
    panel.focus_composer()
    stage.type("/")
    assert panel.width() < 420
    place = popup(panel).geometry()
    assert stage.window.rect().contains(place)
    assert place.height() > 120
    assert not place.intersects(
        panel.composer.rect().translated(panel.composer.mapTo(stage.window, panel.rect().topLeft()))
    )
