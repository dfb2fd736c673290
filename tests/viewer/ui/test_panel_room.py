"""Where there is little room: the camera's panel in a small tile, long values, and lists of choices."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sender.control import Control
from tests.support.settable_source import SettableSource
from tests.viewer.ui.conftest import Stage
from tests.viewer.ui.test_camera_panel import Bench
from viewer.ui.controls.choice_row import ChoiceRow
from viewer.ui.controls.deed_row import UNDER_WAY, DeedRow

# The window system of the tests has neither.
WITHOUT_POPUPS = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "as bright as the lamp allows <at night>"
MORE = [
    Control("af_trigger", "boolean", default=False, title="Focus once now"),
    Control("lamp", "choice", default=LONG, choices=(LONG, "dark")),
]


class FullSource(SettableSource):
    """With something to do, and a value of many words."""

    __test__ = False

    def __init__(self) -> None:
        super().__init__()
        self._values |= {each.name: each.default for each in MORE if each.default is not None}

    def controls(self) -> list[Control]:
        return [*super().controls(), *MORE]


@pytest.fixture
def bench(stage: Stage) -> Bench:
    return Bench(stage, FullSource())


def choice_row(bench: Bench, name: str) -> ChoiceRow:
    row = bench.row(name)
    assert isinstance(row, ChoiceRow)
    return row


@WITHOUT_POPUPS
def test_that_an_opened_list_shows_its_last_choice_whole(bench: Bench) -> None:
    choice = choice_row(bench, "white_balance").choice
    bench.stage.do(choice.showPopup)
    view = choice.view()
    bench.stage.until(view.isVisible)
    last = view.visualRect(choice.model().index(choice.count() - 1, 0))
    assert last.isValid()
    assert view.viewport().rect().contains(last)
    bench.stage.do(choice.hidePopup)


def test_that_a_value_without_room_ends_in_dots_and_is_whole_in_the_tool_tip(bench: Bench) -> None:
    choice = choice_row(bench, "lamp").choice
    bench.stage.window.resize(620, 420)
    bench.stage.until(lambda: choice.width() < 250)
    painted: str = choice.option().currentText
    assert painted.endswith("…")
    assert painted[:5] == LONG[:5]
    assert "as bright as the lamp allows &lt;at night&gt;" in choice.toolTip()


def test_that_what_is_done_once_is_a_button_and_can_be_stopped(bench: Bench) -> None:
    row = bench.row("af_trigger")
    assert isinstance(row, DeedRow)
    assert row.button.text() == "Focus once now"
    bench.click(row.button)
    bench.until_set("af_trigger", True)
    assert row._note.text() == UNDER_WAY
    assert not row._reset.isVisible()
    bench.click(row.button)
    bench.until_set("af_trigger", False)
    assert not row._note.isVisible()


def test_that_a_tile_without_room_for_the_panel_is_shown_alone_until_it_is_closed(bench: Bench) -> None:
    stage, tile = bench.stage, bench.tile
    stage.press(Qt.Key.Key_W, CTRL)
    for name in ("gate", "yard", "shed"):
        stage.add(name)
    stage.window.resize(960, 600)
    stage.until(lambda: tile.width() < 500)
    stage.press(Qt.Key.Key_A)
    assert stage.wall.maximised is tile
    assert tile.side.has_keyboard
    assert min(tile.picture.width(), tile.picture.height()) > 300
    assert bench.panel.rows.height() > 300
    # The next start shows the wall.
    assert stage.file.settings.wall.maximised == ""
    stage.press(Qt.Key.Key_W, CTRL)
    assert stage.wall.maximised is None
    assert tile.hasFocus()


def test_that_who_has_gone_back_to_the_wall_stays_there_when_the_panel_closes(bench: Bench) -> None:
    stage, tile = bench.stage, bench.tile
    stage.press(Qt.Key.Key_W, CTRL)
    stage.add("gate")
    stage.window.resize(700, 320)
    stage.press(Qt.Key.Key_A)
    assert stage.wall.maximised is tile
    stage.do(lambda: stage.wall.maximise(None))
    stage.do(lambda: stage.wall.maximise(tile))
    stage.press(Qt.Key.Key_W, CTRL)
    assert stage.wall.maximised is tile


def test_that_a_tile_with_room_for_the_panel_stays_where_it_is(bench: Bench) -> None:
    stage = bench.stage
    stage.press(Qt.Key.Key_W, CTRL)
    stage.add("gate")
    stage.window.resize(1280, 800)
    stage.press(Qt.Key.Key_A)
    assert stage.wall.maximised is None
    assert bench.tile.side.is_camera_open


@WITHOUT_POPUPS
def test_that_the_menu_of_the_window_opens_inside_it(stage: Stage) -> None:
    menu = stage.window._bar.menu.menu()
    stage.window.resize(960, 600)
    where = stage.window._bar.menu.mapToGlobal(stage.window._bar.menu.rect().bottomLeft())
    stage.do(lambda: menu.popup(where))
    stage.until(menu.isVisible)
    right = stage.window.mapToGlobal(stage.window.rect().bottomRight()).x()
    assert menu.geometry().right() <= right
    stage.do(lambda: QTest.keyClick(menu, Qt.Key.Key_Escape))
