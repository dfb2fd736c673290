"""The camera's panel: what can be set, set by mouse and keyboard, beside the picture and with real cameras."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from camwire.controls import ControlRow
from camwire.messages import PROTOCOL, CameraHello, ControlState
from sender import Camera
from sender.control import Value
from tests.support.settable_source import AUTO, STUCK, SettableSource
from tests.viewer.ui.conftest import Stage
from viewer.core.controls.camera_controls import AWAY, FOREIGN, OLD
from viewer.core.controls.groups import grouped
from viewer.core.settings import PresetSettings, SettingsFile
from viewer.ui.controls.choice_row import ChoiceRow
from viewer.ui.controls.number_row import NumberRow
from viewer.ui.controls.panel import CameraPanel
from viewer.ui.controls.preset_menu import PresetDialog
from viewer.ui.controls.row import ControlWidget
from viewer.ui.controls.switch_row import SwitchRow
from viewer.ui.dialogs.questions import RemoveDialog
from viewer.ui.wall.pointing_field import PointingField
from viewer.ui.wall.tile import Tile

LEFT = Qt.MouseButton.LeftButton


class Bench:
    """A real camera with controls on the wall, and its panel, open."""

    def __init__(self, stage: Stage, source: SettableSource | None = None) -> None:
        self.stage = stage
        self.source = source or SettableSource()
        self.camera = Camera("porch", self.source, listen="tcp://127.0.0.1:0", state="none")
        stage.real(self.camera)
        self.tile.open_chat(False)
        stage.until(lambda: self.controls.rows and self.controls.value("gain") is not None)
        stage.press(Qt.Key.Key_A)
        stage.until(lambda: self.tile.side.is_camera_open and self.panel.rows.is_complete)

    @property
    def tile(self) -> Tile:
        tile: Tile = self.stage.wall.tiles[0]
        return tile

    @property
    def controls(self) -> Any:
        return self.tile.session.controls

    @property
    def panel(self) -> CameraPanel:
        panel = self.tile.side.camera
        assert panel is not None
        return panel

    @property
    def pointing_field(self) -> PointingField:
        field = self.tile.side._pointing
        assert field is not None
        self.stage.until(lambda: field.isVisible() and not self.tile.picture.picture_place.isEmpty())
        return field

    def row(self, name: str) -> ControlWidget:
        return self.panel.rows[name]

    def number(self, name: str) -> NumberRow:
        row = self.row(name)
        assert isinstance(row, NumberRow)
        return row

    def switch(self, name: str) -> SwitchRow:
        row = self.row(name)
        assert isinstance(row, SwitchRow)
        return row

    def enter(self, name: str, text: str) -> None:
        """Type a number into its box."""
        box = self.number(name).box
        box.setFocus()
        box.selectAll()
        self.keys(box, text)
        self.key(box, Qt.Key.Key_Return)

    def click(self, widget: QWidget, pos: QPoint | None = None) -> None:
        """Click on a widget; in its middle, unless told where."""
        self.stage.do(lambda: QTest.mouseClick(widget, LEFT, pos=pos or widget.rect().center()))

    def key(self, widget: QWidget, key: Qt.Key) -> None:
        self.stage.do(lambda: QTest.keyClick(widget, key))

    def keys(self, widget: QWidget, text: str) -> None:
        self.stage.do(lambda: QTest.keyClicks(widget, text))

    def until_settled(self) -> None:
        """Wait until everything is answered and shown."""
        rows = self.panel.rows
        self.stage.until(lambda: not any(self.controls.pending(row.name) is not None for row in self.controls.rows))
        self.stage.until(lambda: not self.panel._soon.isActive() and rows.is_complete)
        assert all(row.name in rows for row in self.controls.rows)

    def until_set(self, name: str, value: Value) -> None:
        """Wait until the camera says so, and the row shows it."""
        self.stage.until(lambda: self.controls.value(name) == value)
        self.until_settled()

    def trouble(self, name: str) -> str:
        label = self.row(name)._trouble
        return label.text() if label.isVisible() else ""


@pytest.fixture
def bench(stage: Stage) -> Bench:
    return Bench(stage)


def told(panel: CameraPanel) -> str:
    return panel._told.text() if panel._told.isVisible() else ""


def headings(panel: CameraPanel) -> list[str]:
    return [label.text() for label in panel.rows.findChildren(QLabel) if label.property("kind") == "heading"]


def is_in_order(panel: CameraPanel) -> bool:
    """Whether all rows stand below each other under their headings."""
    names = [row.name for group in grouped(panel._controls.rows) for row in group.rows]
    tops = [panel.rows[name].y() for name in names]
    return tops == sorted(set(tops))


def test_that_every_control_has_a_row_of_its_kind_with_the_value_in_force(bench: Bench) -> None:
    groups = ["Exposure", "White balance", "Focus and zoom", "Picture", "Sent pictures", "More"]
    assert headings(bench.panel) == groups
    assert bench.number("brightness").box.text() == "100"
    assert bench.number("exposure").note() == "29 – 66,666 µs"
    assert bench.switch("exposure_auto").switch.isChecked()
    choice = bench.row("power_line")
    assert isinstance(choice, ChoiceRow)
    assert (choice.title, choice.choice.currentText(), choice.choice.count()) == ("Flicker of lamps", "50 hz", 3)


def test_that_the_keyboard_is_in_the_first_control_and_escape_gives_it_back(bench: Bench) -> None:
    bench.stage.until(lambda: bench.switch("exposure_auto").switch.hasFocus())
    bench.stage.press(Qt.Key.Key_Escape)
    assert bench.tile.hasFocus()
    assert bench.tile.side.is_camera_open


def test_that_a_slider_sets_the_camera_while_it_is_dragged(bench: Bench) -> None:
    slider = bench.number("brightness").slider
    assert slider is not None
    slider.setSliderDown(True)
    for position in (110, 130, 160):
        slider.setSliderPosition(position)
    assert bench.number("brightness").box.text() == "160"
    bench.stage.until(lambda: ("brightness", 160) in bench.source.taken)
    slider.setSliderPosition(170)
    slider.setSliderDown(False)
    bench.until_set("brightness", 170)
    assert (slider.value(), bench.number("brightness").box.text()) == (170, "170")


def test_that_what_stops_the_picture_is_set_when_the_hand_lets_go(bench: Bench) -> None:
    slider = bench.number("frame_rate").slider
    assert slider is not None
    slider.setSliderDown(True)
    slider.setSliderPosition(slider.maximum())
    assert bench.controls.pending("frame_rate") is None
    assert bench.number("frame_rate").box.text() == "60"
    slider.setSliderDown(False)
    bench.until_set("frame_rate", 60.0)
    assert [taken for taken in bench.source.taken if taken[0] == "frame_rate"] == [("frame_rate", 60.0)]


def test_that_a_typed_number_is_set_and_what_the_camera_made_of_it_is_shown(bench: Bench) -> None:
    bench.enter("gain", "3,3")
    bench.until_set("gain", 3.5)
    assert bench.number("gain").box.text() == "3.5"
    assert bench.trouble("gain") == ""


def test_that_a_number_out_of_range_never_reaches_the_camera_and_is_answered_with_the_range(bench: Bench) -> None:
    bench.enter("brightness", "900")
    bench.stage.until(lambda: "Brightness goes from 0 to 200 %" in bench.trouble("brightness"))
    assert bench.number("brightness").box.text() == "100"
    bench.enter("brightness", "bright")
    assert "Brightness goes from 0 to 200 %" in bench.trouble("brightness")
    bench.enter("brightness", "120")
    bench.until_set("brightness", 120)
    assert bench.source.taken == [("brightness", 120)]
    assert bench.trouble("brightness") == ""


def test_that_arrows_step_in_a_box_and_escape_takes_back_what_was_typed(bench: Bench) -> None:
    box = bench.number("gain").box
    box.setFocus()
    bench.key(box, Qt.Key.Key_Up)
    bench.until_set("gain", 1.5)
    bench.key(box, Qt.Key.Key_Down)
    bench.key(box, Qt.Key.Key_Down)
    bench.until_set("gain", 1.0)
    bench.keys(box, "7")
    bench.key(box, Qt.Key.Key_Escape)
    assert box.text() == "1"
    assert box.hasFocus()


def test_that_the_value_in_force_does_not_overwrite_what_is_being_typed(bench: Bench) -> None:
    box = bench.number("gain").box
    box.setFocus()
    box.selectAll()
    bench.keys(box, "1")
    bench.stage.do(lambda: bench.controls.set("gain", 4.0))
    bench.until_set("gain", 4.0)
    assert box.text() == "1"
    bench.keys(box, "2")
    bench.key(box, Qt.Key.Key_Return)
    bench.until_set("gain", 12.0)


def test_that_a_choice_is_made_by_key(bench: Bench) -> None:
    choice = bench.row("power_line")
    assert isinstance(choice, ChoiceRow)
    choice.choice.setFocus()
    bench.key(choice.choice, Qt.Key.Key_Down)
    bench.until_set("power_line", "60 hz")


def test_that_what_the_camera_sets_by_itself_is_greyed_with_the_reason_until_it_is_let(bench: Bench) -> None:
    exposure = bench.number("exposure")
    assert not exposure.box.isEnabled()
    assert exposure._note.text() == AUTO
    bench.click(bench.switch("exposure_auto").switch)
    bench.until_set("exposure_auto", False)
    bench.stage.until(exposure.box.isEnabled)
    assert exposure._note.text() == "29 – 66,666 µs"
    bench.enter("exposure", "500")
    bench.until_set("exposure", 500)


def test_that_what_the_driver_refuses_is_said_beside_the_row(bench: Bench) -> None:
    bench.source.is_stuck = True
    bench.enter("focus", "5")
    bench.stage.until(lambda: STUCK in bench.trouble("focus"))
    assert bench.number("focus").box.text() == "0"
    bench.click(bench.row("focus")._trouble)
    bench.stage.until(lambda: not bench.trouble("focus"))
    assert bench.controls.trouble("focus") == ""
    bench.enter("focus", "far")
    assert bench.trouble("focus")
    bench.click(bench.row("focus")._trouble)
    bench.until_settled()
    assert bench.trouble("focus") == ""


def test_that_each_control_and_all_of_them_go_back_to_their_defaults(bench: Bench) -> None:
    reset = bench.row("gain")._reset
    assert not reset.isVisible()
    bench.enter("gain", "8")
    bench.enter("focus", "2.5")
    bench.until_set("focus", 2.5)
    bench.stage.until(reset.isVisible)
    bench.click(reset)
    bench.until_set("gain", 1.0)
    bench.stage.until(lambda: not reset.isVisible())
    bench.enter("gain", "9")
    bench.click(bench.switch("exposure_auto").switch)
    bench.until_set("exposure_auto", False)
    bench.stage.until(bench.number("exposure").box.isEnabled)
    bench.enter("exposure", "500")
    bench.until_set("exposure", 500)
    bench.click(bench.panel.reset)
    bench.until_set("exposure_auto", True)
    bench.stage.until(lambda: not bench.panel.reset.isEnabled())
    assert [bench.controls.value(name) for name in ("gain", "focus")] == [1.0, 0.0]
    assert not any(bench.controls.trouble(row.name) for row in bench.controls.rows)


def test_that_a_preset_is_kept_applied_and_there_again_in_the_next_run(bench: Bench) -> None:
    stage, menu = bench.stage, bench.panel.menu
    bench.click(bench.switch("exposure_auto").switch)
    bench.until_set("exposure_auto", False)
    stage.until(bench.number("exposure").box.isEnabled)
    bench.enter("exposure", "60000")
    bench.until_set("exposure", 60_000)
    menu.save_wanted.emit()
    (dialog,) = stage.window.findChildren(PresetDialog)
    bench.key(dialog.name, Qt.Key.Key_Return)
    assert "name" in dialog.trouble.text()
    dialog.name.setText("Night & fog")
    bench.key(dialog.name, Qt.Key.Key_Return)
    (kept,) = SettingsFile(stage.file.path).settings.preset
    assert (kept.camera, kept.name) == (bench.tile.session.identity.key, "Night & fog")
    assert kept.values["exposure"] == 60_000
    assert "serial" not in kept.values
    bench.click(bench.panel.reset)
    bench.until_set("exposure_auto", True)
    menu.fill()
    (night,) = (action for action in menu.actions() if action.isCheckable())
    assert not night.isChecked()
    night.trigger()
    bench.until_set("exposure", 60_000)
    assert not bench.controls.trouble("exposure")
    menu.fill()
    assert [action.isChecked() for action in menu.actions() if action.isCheckable()] == [True]
    stage.restart()
    assert stage.file.settings.preset == [kept]


def test_that_a_preset_is_deleted_from_the_menu_and_with_its_camera(bench: Bench) -> None:
    key, settings = bench.tile.session.identity.key, bench.stage.file.settings
    bench.panel.keep("Day")
    bench.panel.keep("Night")
    settings.preset.append(PresetSettings(camera="another", name="Day", values={"gain": 1.0}))
    bench.panel.menu.fill()
    (delete,) = (action.menu() for action in bench.panel.menu.actions() if action.menu() is not None)
    next(action for action in delete.actions() if action.text() == "Day").trigger()
    assert [(each.camera, each.name) for each in settings.preset] == [(key, "Night"), ("another", "Day")]
    bench.stage.do(lambda: bench.stage.window.program.cameras.remove(bench.tile.session))
    assert [each.camera for each in settings.preset] == ["another"]


def test_that_a_preset_of_what_is_no_more_sets_the_rest_and_says_so(bench: Bench) -> None:
    bench.enter("zoom", "2")
    bench.until_set("zoom", 2.0)
    bench.panel.keep("Near")
    bench.enter("gain", "3")
    bench.until_set("gain", 3.0)
    bench.source.has_zoom = False
    bench.enter("focus", "1")
    bench.stage.until(lambda: "zoom" not in bench.panel.rows)
    bench.panel.apply("Near")
    bench.until_set("gain", 1.0)
    bench.stage.until(lambda: told(bench.panel) == "The camera has no zoom any more; the rest of “Near” is set.")


def test_that_the_keyboard_stays_where_it_was_when_the_camera_has_other_controls(bench: Bench) -> None:
    bench.source.has_zoom = False
    box = bench.number("focus").box
    bench.enter("focus", "1")
    bench.stage.until(lambda: "zoom" not in bench.panel.rows)
    assert box.hasFocus()
    bench.until_settled()


def test_that_rows_that_are_the_same_in_another_table_stay(bench: Bench) -> None:
    before = {row.name: bench.row(row.name) for row in bench.controls.rows}
    bench.source.has_zoom = False
    bench.enter("focus", "1")
    bench.stage.until(lambda: "zoom" not in bench.panel.rows)
    bench.source.has_zoom = True
    bench.enter("focus", "2")
    bench.stage.until(lambda: "zoom" in bench.panel.rows and bench.panel.rows.is_complete)
    now = {row.name: bench.row(row.name) for row in bench.controls.rows}
    assert [name for name in before if now[name] is not before[name]] == ["zoom"]
    bench.stage.until(lambda: is_in_order(bench.panel))


def test_that_the_keyboard_goes_from_row_to_row_as_they_stand(bench: Bench) -> None:
    bench.source.has_zoom = False
    bench.enter("focus", "1")
    bench.stage.until(lambda: "zoom" not in bench.panel.rows)
    bench.source.has_zoom = True
    bench.enter("focus", "2")
    bench.stage.until(lambda: "zoom" in bench.panel.rows and bench.panel.rows.is_complete)
    bench.until_settled()
    zoom = bench.number("zoom")
    names = [widget.row.name for widget in bench.panel.rows._in_order()]
    after = bench.row(names[names.index("zoom") + 1])
    assert zoom.slider is not None
    zoom.slider.setFocus()
    bench.stage.press(Qt.Key.Key_Tab)
    assert after.isAncestorOf(bench.stage.window.focusWidget())


def test_that_a_camera_that_is_away_can_be_read_and_not_set(bench: Bench) -> None:
    bench.stage.add("gate")
    bench.number("gain").box.setFocus()
    bench.stage.run(bench.camera.__aexit__(None, None, None))
    bench.stage._real.remove(bench.camera)
    bench.stage.until(lambda: told(bench.panel) == AWAY)
    assert bench.number("gain").box.text() == "1"
    assert not any(bench.row(name).editor().isEnabled() for name in ("gain", "exposure_auto", "power_line"))
    assert not bench.panel.reset.isEnabled()
    # The keyboard did not go to the other camera.
    assert bench.tile.side.has_keyboard
    assert bench.stage.wall.selected is bench.tile


def test_that_the_panel_takes_the_place_of_the_chat_and_gives_it_back(bench: Bench) -> None:
    tile, panel = bench.tile, bench.panel
    tile.open_chat(True)
    assert (tile.side.current, panel.isVisible()) == (tile.chat, False)
    where = tile.chat.geometry()
    tile.open_camera(True)
    assert (tile.side.current, tile.is_chat_open) == (panel, False)
    assert panel.geometry() == where
    assert tile.picture.geometry().right() + 1 == where.left()
    bench.click(next(iter(panel.findChildren(QToolButton))))
    assert (tile.side.current, tile.is_chat_open) == (tile.chat, True)
    bench.stage.press(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert tile.side.current is None


def test_that_ctrl_w_closes_the_panel(bench: Bench) -> None:
    bench.stage.press(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert bench.tile.side.current is None
    assert bench.tile.hasFocus()


@pytest.mark.parametrize(("width", "height"), [(420, 320), (460, 900), (700, 320), (1600, 900)])
def test_that_the_panel_fits_into_every_window(bench: Bench, width: int, height: int) -> None:
    stage, panel, picture = bench.stage, bench.panel, bench.tile.picture
    stage.window.resize(width, height)
    stage.until(lambda: panel.geometry().bottom() <= bench.tile.height())
    stage.until(lambda: not panel._soon.isActive())
    # Where neither has room beside the other, the lower part of the picture is covered.
    assert panel.geometry().intersects(picture.geometry()) == (width == 420)
    assert panel.y() > bench.tile.height() // 4 or panel.x() >= bench.tile.width() // 2
    assert picture.height() >= 60
    inside = panel.rows.widget()
    assert inside.width() <= panel.rows.viewport().width()
    for name in ("exposure", "power_line", "exposure_auto"):
        row = bench.row(name)
        for child in row.findChildren(QWidget):
            if child.isVisible():
                assert child.geometry().right() < row.width()


def test_that_keys_in_the_panel_mean_nothing_to_the_wall(bench: Bench) -> None:
    slider = bench.number("gain").slider
    assert slider is not None
    slider.setFocus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_C, Qt.Key.Key_F2):
        bench.key(slider, key)
    assert not bench.stage.window.findChildren(RemoveDialog)
    assert bench.stage.wall.maximised is None
    assert not bench.tile.is_chat_open


def test_that_a_click_beside_everything_leaves_the_keyboard_where_it_was(bench: Bench) -> None:
    box = bench.number("gain").box
    box.setFocus()
    bench.click(bench.panel, QPoint(bench.panel.width() // 2, 60))
    assert box.hasFocus()
    bench.stage.do(lambda: QTest.mouseDClick(bench.panel, LEFT, pos=QPoint(bench.panel.width() // 2, 60)))
    assert bench.stage.wall.maximised is None


def test_that_a_camera_without_controls_says_why(stage: Stage) -> None:
    camera = stage.add()
    tile = stage.wall.tiles[0]
    tile.open_camera(True)
    camera.session.controls.reason = OLD
    stage.until(lambda: tile.side.camera is not None)
    tile.side.camera._refresh()
    assert told(tile.side.camera) == OLD
    assert not tile.side.camera.presets.isVisible()
    camera.session.controls.reason = FOREIGN
    tile.side.camera._refresh()
    assert told(tile.side.camera) == FOREIGN
    assert tile.side.has_keyboard


def test_that_a_button_over_the_picture_opens_the_panel_where_there_is_something_to_set(bench: Bench) -> None:
    tile = bench.tile
    tile.close_side()
    tile._show_buttons(True)
    button = tile._buttons._camera
    assert button.isVisible()
    bench.click(button)
    assert tile.side.is_camera_open
    tile._show_buttons(True)
    assert not button.isVisible()
    gate = bench.stage.add("gate").session
    other = next(each for each in bench.stage.wall.tiles if each.session is gate)
    other._show_buttons(True)
    assert not other._buttons._camera.isVisible()


def test_that_the_panel_follows_the_theme(bench: Bench) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.palette()
    app.setPalette(Qt.GlobalColor.lightGray)
    bench.stage.until(lambda: not bench.panel._close.icon().isNull())
    app.setPalette(before)


def test_that_one_zooms_by_dragging_a_frame_over_the_picture(bench: Bench) -> None:
    field, place = bench.pointing_field, bench.tile.picture.picture_place
    corners = [place.topLeft() + QPoint(round(place.width() * x), round(place.height() * x)) for x in (0.5, 1.0)]
    bench.number("gain").box.setFocus()
    bench.stage.do(lambda: QTest.mousePress(field, LEFT, pos=corners[0]))
    bench.stage.do(lambda: QTest.mouseMove(field, corners[1]))
    assert not field._frame.isEmpty()
    bench.stage.do(lambda: QTest.mouseRelease(field, LEFT, pos=corners[1]))
    bench.stage.until(lambda: bench.controls.value("zoom") == pytest.approx(2, abs=0.1))
    bench.stage.until(lambda: bench.controls.value("zoom_y") == pytest.approx(75, abs=2))
    assert bench.controls.value("zoom_x") == pytest.approx(75, abs=2)
    bench.until_settled()
    assert bench.tile.side.has_keyboard


def test_that_the_wheel_zooms_to_where_the_mouse_is(bench: Bench) -> None:
    field, place = bench.pointing_field, bench.tile.picture.picture_place
    for turns in (4, -40):
        at = QPointF(place.topLeft()) + QPointF(place.width() / 4, place.height() / 2)
        turn(field, at, turns)
        bench.until_settled()
        if turns > 0:
            assert bench.controls.value("zoom") == pytest.approx(1.25**4, abs=0.06)
            assert bench.controls.value("zoom_x") < 50
            assert bench.controls.value("zoom_y") == pytest.approx(50)
    assert [bench.controls.value(name) for name in ("zoom", "zoom_x")] == [1.0, 50.0]


def test_that_one_can_zoom_only_while_the_panel_is_open_and_the_camera_can(bench: Bench) -> None:
    field = bench.pointing_field
    assert field.isVisible()
    assert told(bench.panel) == "In the picture: drag a frame or turn the wheel to zoom."
    bench.tile.open_camera(False)
    assert not field.isVisible()
    bench.tile.open_camera(True)
    assert field.isVisible()
    bench.source.has_zoom = False
    bench.enter("focus", "1")
    bench.stage.until(lambda: not field.isVisible())


def test_that_the_wheel_over_the_panel_changes_nothing(bench: Bench) -> None:
    slider, choice = bench.number("gain").slider, bench.row("power_line").editor()
    assert slider is not None
    for widget in (slider, choice):
        turn(widget, QPointF(5, 5), 1)
    assert not any(bench.controls.pending(name) is not None for name in ("gain", "power_line"))


def turn(widget: QWidget, at: QPointF, notches: int) -> None:
    """Turn the wheel over a widget."""
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    angle = QPoint(0, 120 * notches)
    QApplication.sendEvent(widget, QWheelEvent(at, widget.mapToGlobal(at), QPoint(), angle, *none, False))


def test_that_a_camera_that_tells_nonsense_breaks_nothing(stage: Stage) -> None:
    stage.add()
    tile = stage.wall.tiles[0]
    controls = tile.session.controls
    rows = [
        ControlRow("x" * 80, "integer", title="<b>" + "W" * 77, least=-(2**62), most=2**62, unit="u" * 20),
        ControlRow("tiny", "number", least=1e-300, most=1.0, step=1e-300, default=0.5),
        ControlRow("one", "integer", least=5, most=5),
        ControlRow("none", "number"),
        ControlRow("words", "choice", choices=tuple(f"{'w' * 70} {number}" for number in range(100))),
        *(ControlRow(f"auto_{number}", "boolean", ruled_by=f"auto_{number + 1}") for number in range(190)),
    ]
    values: dict[str, Value] = {"x" * 80: "text", "tiny": True, "one": 2**62, "words": 5, "auto_1": "on", "gone": 1}
    controls.greeted(CameraHello(protocol=PROTOCOL, id="x", name="x"), rows)
    stage.do(lambda: tile.open_camera(True))
    for _ in range(3):
        controls.told(ControlState(values=values), rows)
        stage.until(lambda: not tile.side.camera._soon.isActive())
    panel = tile.side.camera
    stage.until(lambda: panel.rows.is_complete)
    assert panel.rows.widget().width() <= panel.rows.viewport().width()
    assert "one" in panel.rows
    for name in ("tiny", "none", "one"):
        box = panel.rows[name].box
        stage.do(lambda box=box: (box.setFocus(), QTest.keyClick(box, Qt.Key.Key_Up), QTest.keyClicks(box, "1e400\r")))
    panel.keep("All of it")
    stage.do(lambda: panel.apply("All of it"))
    stage.do(panel.reset_all)
    stage.until(lambda: not panel._soon.isActive())
