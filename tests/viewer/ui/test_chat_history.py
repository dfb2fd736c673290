"""What a chat box shows of a long conversation, before and after a restart, and how one moves in it by keyboard."""

import time
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.support.talking import porch
from tests.viewer.ui.conftest import Stage
from viewer.core.sessions.session import Session
from viewer.core.talk.chat import ChatLine, Delivery
from viewer.ui.cards import actions
from viewer.ui.chat.model import IS_FIRST_NEW, IS_FIRST_OF_DAY, LINE
from viewer.ui.chat.panel import ChatPanel

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def texts(panel: ChatPanel) -> list[str]:
    model = panel.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def rows_with(panel: ChatPanel, role: int) -> list[str]:
    """The texts of the lines with this above them."""
    model = panel.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount()) if model.index(row, 0).data(role)]


def current(panel: ChatPanel) -> ChatLine:
    line: ChatLine = panel.view.currentIndex().data(LINE)
    return line


def is_seen(panel: ChatPanel, line: ChatLine) -> bool:
    view = panel.view
    area = view.visualRect(view.model().index(panel._model.row_of(line.id), 0))
    return view.viewport().rect().contains(area)


def opened(stage: Stage, session: Session) -> ChatPanel:
    """The chat of the same camera, after a restart."""

    async def add() -> Session:
        return stage.fleet.add(session.identity.key)

    stage.run(add())
    tile = stage.wall.tiles[-1]
    tile.open_chat(True)
    panel: ChatPanel = tile.chat
    return panel


def menu(stage: Stage) -> dict[str, QMenu]:
    """What the open menu offers, by name, and the menu."""
    (shown,) = [each for each in stage.window.findChildren(QMenu) if each.isVisible()]
    return {action.text(): shown for action in shown.actions()}


def choose(stage: Stage, name: str) -> None:
    """Choose it from the open menu."""
    shown = menu(stage)[name]
    next(action for action in shown.actions() if action.text() == name).trigger()
    shown.close()


@pytest.fixture
def panel(stage: Stage) -> ChatPanel:
    """A conversation of a hundred lines with a camera in memory."""
    camera = stage.add()
    for number in range(100):
        camera.say(f"line {number}")
    tile = stage.wall.tiles[-1]
    tile.open_chat(True)
    stage.activate()
    panel: ChatPanel = tile.chat
    stage.until(lambda: panel.view.model().rowCount() == 100 and panel.composer.hasFocus())
    return panel


def test_that_a_draft_is_kept_for_each_camera_and_over_a_restart(stage: Stage) -> None:
    for name in ("one", "two"):
        stage.add(name)
        stage.wall.tiles[-1].open_chat(True)
        stage.activate()
        stage.wall.tiles[-1].chat.focus_composer()
        stage.type(f"to {name}")
    sessions = [tile.session for tile in stage.wall.tiles]
    stage.restart()
    assert [opened(stage, each).typing.composer.toPlainText() for each in sessions] == ["to one", "to two"]


def test_that_a_conversation_is_there_again_after_a_restart_with_what_is_unread(stage: Stage) -> None:
    camera = stage.add()
    camera.say("read")
    tile = stage.wall.tiles[-1]
    tile.open_chat(True)
    stage.activate()
    stage.until(lambda: camera.session.chat.unread == 0)
    tile.open_chat(False)
    camera.say("unread one")
    camera.say("unread two")
    stage.restart()

    async def add() -> Session:
        return stage.fleet.add(camera.session.identity.key)

    assert stage.run(add()).chat.unread == 2
    tile = stage.wall.tiles[-1]
    tile.open_chat(True)
    stage.activate()
    panel = tile.chat
    stage.until(lambda: texts(panel) == ["read", "unread one", "unread two"])
    assert rows_with(panel, IS_FIRST_NEW) == ["unread one"]
    stage.until(lambda: tile.session.chat.unread == 0)


def test_that_the_new_messages_line_stands_above_what_came_while_nobody_looked(stage: Stage) -> None:
    camera = stage.add()
    tile = stage.wall.tiles[-1]
    camera.say("one")
    tile.open_chat(True)
    stage.activate()
    stage.until(lambda: camera.session.chat.unread == 0 and texts(tile.chat) == ["one"])
    tile.open_chat(False)
    camera.say("two")
    camera.say("three")
    tile.open_chat(True)
    stage.until(lambda: texts(tile.chat) == ["one", "two", "three"])
    assert rows_with(tile.chat, IS_FIRST_NEW) == ["two"]
    height = tile.chat.view.visualRect(tile.chat.view.model().index(1, 0)).height()
    tile.chat.focus_composer()
    stage.type("four")
    stage.press(Qt.Key.Key_Return)
    assert rows_with(tile.chat, IS_FIRST_NEW) == []
    stage.until(lambda: tile.chat.view.visualRect(tile.chat.view.model().index(1, 0)).height() < height)


def test_that_each_day_has_its_name_above_its_first_line(stage: Stage) -> None:
    camera = stage.add()
    log = camera.session.chat
    for day, text in ((3, "a"), (3, "b"), (1, "c"), (0, "d")):
        at = datetime.now() - timedelta(days=day)
        log.heard(ChatLine(False, 1, text, int(at.timestamp() * 1e9)))
    tile = stage.wall.tiles[-1]
    tile.open_chat(True)
    stage.until(lambda: texts(tile.chat) == ["a", "b", "c", "d"])
    assert rows_with(tile.chat, IS_FIRST_OF_DAY) == ["a", "c", "d"]


def test_that_up_and_down_bring_back_what_was_said(stage: Stage) -> None:
    panel = stage.real(porch())
    for line in ("first", "second"):
        stage.type(line)
        stage.press(Qt.Key.Key_Return)
    for key, expected in (
        (Qt.Key.Key_Up, "second"),
        (Qt.Key.Key_Up, "first"),
        (Qt.Key.Key_Up, "first"),
        (Qt.Key.Key_Down, "second"),
        (Qt.Key.Key_Down, ""),
    ):
        stage.press(key)
        assert panel.typing.composer.toPlainText() == expected


def test_that_words_are_found_from_the_newest_to_the_oldest_and_back(stage: Stage, panel: ChatPanel) -> None:
    stage.press(Qt.Key.Key_F, CTRL)
    assert panel.search.words.hasFocus()
    stage.type("LINE 5")
    stage.press(Qt.Key.Key_Return)
    found = [f"line {number}" for number in (59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 5)]
    assert panel.search._count.text() == "1 of 20" or panel.search._count.text().startswith("1 of ")
    assert current(panel).text.startswith("line ")
    assert is_seen(panel, current(panel))
    first = current(panel)
    stage.press(Qt.Key.Key_Return)
    second = current(panel)
    assert second.id < first.id
    assert is_seen(panel, second)
    stage.press(Qt.Key.Key_Return, SHIFT)
    assert current(panel) is first
    seen = []
    for _ in found:
        stage.press(Qt.Key.Key_Return)
        seen.append(current(panel).text)
    assert set(seen) <= {text for text in texts(panel) if "5" in text}
    stage.press(Qt.Key.Key_Escape)
    assert not panel.search.isVisible()
    assert panel.composer.hasFocus()


def test_that_nothing_found_is_said(stage: Stage, panel: ChatPanel) -> None:
    stage.press(Qt.Key.Key_F, CTRL)
    stage.type("nowhere")
    stage.press(Qt.Key.Key_Return)
    assert panel.search._count.text() == "nothing found"


def test_that_a_line_far_back_is_found_and_shown(stage: Stage) -> None:
    camera = stage.add()
    camera.say("the needle")
    for number in range(1000):
        camera.say(f"hay {number}")
    session = camera.session
    stage.restart()
    panel = opened(stage, session)
    stage.activate()
    stage.until(lambda: len(texts(panel)) == 200)
    (line,) = panel._session.talk.search("needle")
    panel.show_line(line.id)
    assert current(panel).text == "the needle"
    assert is_seen(panel, current(panel))
    # It stays in sight when the panel has settled.
    stage.until(lambda: not panel.following.is_behind)
    assert is_seen(panel, current(panel))


def test_that_keys_go_from_line_to_line_and_letters_go_where_one_types(stage: Stage, panel: ChatPanel) -> None:
    panel.view.setFocus()
    assert current(panel).text == "line 99"
    stage.press(Qt.Key.Key_Up)
    assert current(panel).text == "line 98"
    stage.press(Qt.Key.Key_Home)
    assert current(panel).text == "line 0"
    assert is_seen(panel, current(panel))
    stage.press(Qt.Key.Key_PageDown)
    assert 2 < panel.view.currentIndex().row() < 40
    assert is_seen(panel, current(panel))
    stage.press(Qt.Key.Key_End)
    assert current(panel).text == "line 99"
    assert is_seen(panel, current(panel))
    stage.type("x")
    assert panel.composer.hasFocus()
    assert panel.typing.composer.toPlainText() == "x"
    panel.view.setFocus()
    stage.press(Qt.Key.Key_Escape)
    assert panel.composer.hasFocus()


@pytest.mark.qt_log_ignore("does not support")
def test_that_a_line_is_copied(stage: Stage, panel: ChatPanel) -> None:
    panel.view.setFocus()
    stage.press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "line 99"
    QGuiApplication.clipboard().setText("")
    stage.press(Qt.Key.Key_Return)
    choose(stage, "Copy text")
    assert QGuiApplication.clipboard().text() == "line 99"


@pytest.mark.qt_log_ignore("does not support")
def test_that_a_line_that_waits_can_be_kept_from_being_sent_and_edited(stage: Stage) -> None:
    camera = stage.add()
    camera.leave()
    tile = stage.wall.tiles[-1]
    tile.open_chat(True)
    stage.activate()
    tile.chat.focus_composer()
    stage.type("wrong")
    stage.press(Qt.Key.Key_Return)
    stage.until(lambda: texts(tile.chat) == ["wrong"])
    tile.chat.view.setFocus()
    stage.press(Qt.Key.Key_Up)
    stage.press(Qt.Key.Key_Menu)
    choose(stage, "Do not send")
    (line,) = camera.session.chat.lines
    assert line.delivery is Delivery.FAILED
    stage.press(Qt.Key.Key_Return)
    assert "Do not send" not in menu(stage)
    choose(stage, "Edit")
    assert tile.chat.typing.composer.toPlainText() == "wrong"
    tile.chat._deeds.act(line, actions.Retry())
    camera.join()
    stage.until(lambda: camera.heard[-1:] == ["wrong"])
    assert [text for text in camera.heard if text] == ["wrong"]


def test_that_a_long_text_is_unfolded_and_folded_again(stage: Stage) -> None:
    camera = stage.add()
    for number in range(30):
        camera.say(f"before {number}")
    camera.say("\n".join(f"row {number}" for number in range(60)))
    tile = stage.wall.tiles[-1]
    tile.open_chat(True)
    panel = tile.chat
    view = panel.view
    stage.until(lambda: view.model().rowCount() == 31)
    index = view.model().index(30, 0)
    folded = view.visualRect(index).height()
    line = index.data(LINE)
    (offer,) = [each for each in panel._delegate.offers(line) if isinstance(each.action, actions.Fold)]
    area = QRectF(view.visualRect(index))
    spot = next(
        QPoint(x, y)
        for y in range(view.visualRect(index).bottom(), view.visualRect(index).top(), -3)
        for x in range(0, view.viewport().width(), 5)
        if panel._delegate.hit(index, area, QPointF(x, y)) == offer.action
    )
    assert view.viewport().rect().contains(spot)
    panel._deeds.act(line, offer.action)
    assert view.visualRect(index).height() > 3 * folded
    (less,) = [each for each in panel._delegate.offers(line) if isinstance(each.action, actions.Fold)]
    assert less.text == "Show less"
    panel._deeds.act(line, less.action)
    assert view.visualRect(index).height() == folded


def test_that_what_one_reads_stays_where_it_is_while_lines_come(stage: Stage, panel: ChatPanel) -> None:
    view = panel.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    index = view.indexAt(QPoint(20, 40))
    before, line = view.visualRect(index).top(), index.data(LINE)
    for number in range(20):
        stage.cameras[0].say(f"later {number}")
    stage.until(lambda: view.model().rowCount() == 120)
    assert view.visualRect(view.model().index(panel._model.row_of(line.id), 0)).top() == before
    view.scrollToBottom()
    stage.cameras[0].say("the last")
    stage.until(lambda: view.model().rowCount() == 121 and view.is_at_end)
    assert view.visualRect(view.model().index(120, 0)).bottom() <= view.viewport().height()


def test_that_the_chat_s_width_is_dragged_remembered_and_the_same_in_all_tiles(stage: Stage) -> None:
    stage.add("one")
    tile = stage.wall.tiles[0]
    tile.open_chat(True)
    stage.activate()
    before = tile.chat.width()
    QTest.mousePress(tile._edge, Qt.MouseButton.LeftButton)
    assert tile.chat.composer.hasFocus()
    tile._edge.dragged.emit(tile.mapToGlobal(QPoint(tile.width() // 2, 40)))
    QTest.mouseRelease(tile._edge, Qt.MouseButton.LeftButton)
    assert tile.chat.width() == pytest.approx(tile.width() / 2, abs=2)
    tile._edge.dragged.emit(tile.mapToGlobal(QPoint(5, 40)))
    assert tile.chat.width() == pytest.approx(0.6 * tile.width(), abs=2)
    tile.chat.focus_composer()
    stage.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert tile.chat.width() == pytest.approx(0.55 * tile.width(), abs=2)
    assert before != tile.chat.width()
    stage.window.program.cameras.save()
    stage.restart()
    stage.add("one")
    assert stage.file.settings.wall.chat_share == pytest.approx(0.55)
    assert stage.wall.tiles[0].chat_share == pytest.approx(0.55)


@pytest.mark.alone
def test_that_the_list_paints_what_it_measures(stage: Stage, panel: ChatPanel) -> None:
    view = panel.view
    began = time.perf_counter()
    view.grab()
    assert time.perf_counter() - began < 2
    tops = [view.visualRect(view.model().index(row, 0)) for row in range(100)]
    assert all(one.bottom() + 1 >= other.top() >= one.bottom() - 1 for one, other in pairwise(tops))
    for row in (80, 99):
        middle = view.visualRect(view.model().index(row, 0)).center()
        assert view.indexAt(middle).row() == row
