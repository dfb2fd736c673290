"""Pointing into the picture while its camera is being set: it focuses there, and is seen where it does."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from sender.control import Control, Value
from tests.support.settable_source import SettableSource
from tests.viewer.ui.conftest import Stage
from tests.viewer.ui.test_camera_panel import Bench, told
from tests.viewer.ui.test_zoom import turn_wheel
from viewer.core.controls.focusing import focused_on

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
BY_HAND = "The focus is set by hand now."
FOCUS = [
    Control("af_mode", "choice", default="manual", choices=("manual", "auto", "continuous")),
    Control("af_metering", "choice", default="auto", choices=("auto", "windows")),
    Control("af_state", "choice", choices=("idle", "scanning", "focused", "failed"), fixed="It is only told."),
    *(
        Control(f"focus_{part}", "number", default=50.0, least=0.0, most=100.0, unit="%", ruled_by="af_metering")
        for part in ("x", "y", "size")
    ),
]


class FocusableSource(SettableSource):
    """Focuses where it is told, as a Pi camera does. `flip` is how its pictures are said to be flipped."""

    __test__ = False

    def __init__(self) -> None:
        super().__init__()
        self._values |= {each.name: each.default for each in FOCUS if each.default is not None}
        self._values["af_state"] = "idle"

    def controls(self) -> list[Control]:
        is_manual = self._values["af_mode"] == "manual"
        points = [replace(each, fixed=BY_HAND) if is_manual and "focus" in each.name else each for each in FOCUS]
        return [*super().controls(), *points]

    def set(self, name: str, value: Value) -> Value:
        if name.startswith("focus_"):
            self._values |= {"af_metering": "windows", "af_state": "focused"}
        return super().set(name, value)


@pytest.fixture
def bench(stage: Stage) -> Bench:
    return Bench(stage, FocusableSource())


def at(bench: Bench, x: float, y: float) -> QPoint:
    """A point of the picture, in the field over it."""
    place = bench.tile.picture.picture_place
    return place.topLeft() + QPoint(round(place.width() * x), round(place.height() * y))


def click(bench: Bench, x: float, y: float) -> None:
    field = bench.pointing_field
    bench.stage.do(lambda: QTest.mouseClick(field, LEFT, pos=at(bench, x, y)))


def drag(bench: Bench, begin: tuple[float, float], end: tuple[float, float], held: Qt.KeyboardModifier) -> None:
    field = bench.pointing_field
    bench.stage.do(lambda: QTest.mousePress(field, LEFT, held, at(bench, *begin)))
    bench.stage.do(lambda: QTest.mouseMove(field, at(bench, *end)))
    bench.stage.do(lambda: QTest.mouseRelease(field, LEFT, held, at(bench, *end)))


def focus(bench: Bench) -> Callable[[], list[Value | None]]:
    return lambda: [bench.controls.value(f"focus_{each}") for each in ("x", "y", "size")]


def near(*wanted: float) -> object:
    """To the pixel, of a picture that is not large here."""
    return pytest.approx(list(wanted), abs=0.6)


def test_that_a_click_focuses_there_also_where_the_focus_was_set_by_hand(bench: Bench) -> None:
    assert "click to focus there" in told(bench.panel)
    assert not bench.number("focus_x").box.isEnabled()
    click(bench, 0.25, 0.75)
    # Whether the camera has answered or not.
    assert focused_on(bench.controls) is not None
    bench.stage.until(lambda: focus(bench)() == near(25, 75, 20))
    bench.stage.until(lambda: bench.controls.value("af_metering") == "windows")
    assert bench.controls.value("af_mode") == "auto"
    bench.until_settled()
    assert bench.controls.value("zoom") == 1.0
    assert not any(bench.controls.trouble(row.name) for row in bench.controls.rows)
    assert bench.tile.side.has_keyboard


def test_that_shift_and_a_frame_focus_on_what_is_in_it_and_do_not_zoom(bench: Bench) -> None:
    drag(bench, (0.6, 0.2), (0.9, 0.4), SHIFT)
    bench.stage.until(lambda: focus(bench)() == near(75, 30, 30))
    bench.until_settled()
    assert bench.controls.value("zoom") == 1.0
    drag(bench, (0.5, 0.5), (1.0, 1.0), Qt.KeyboardModifier.NoModifier)
    bench.stage.until(lambda: bench.controls.value("zoom") == pytest.approx(2, abs=0.1))
    bench.until_settled()
    assert focus(bench)() == near(75, 30, 30)


def test_that_the_point_is_where_the_hand_was_in_a_picture_that_is_zoomed_and_flipped(bench: Bench) -> None:
    bench.stage.do(lambda: bench.controls.set("picture_flip", "horizontal"))
    bench.until_set("picture_flip", "horizontal")
    drag(bench, (0.0, 0.0), (0.5, 0.5), Qt.KeyboardModifier.NoModifier)
    bench.stage.until(lambda: [bench.controls.value(f"zoom{each}") for each in ("", "_x", "_y")] == near(2, 75, 25))
    bench.until_settled()
    click(bench, 0.25, 0.5)
    # In the whole: the right half, of which it is the right half again.
    bench.stage.until(lambda: focus(bench)() == near(87.5, 25, 10))
    field = bench.pointing_field
    bench.stage.until(lambda: field._marked is not None and field._marked[1] == "focused")
    bench.until_settled()
    assert field._marked is not None
    frame, _ = field._marked
    assert (frame.center() - QPointF(at(bench, 0.25, 0.5))).manhattanLength() < 4


def test_that_where_the_camera_focuses_is_marked_as_long_as_it_does_there(bench: Bench) -> None:
    field = bench.pointing_field
    assert field._marked is None
    click(bench, 0.5, 0.5)
    bench.stage.until(lambda: field._marked is not None)
    bench.until_settled()
    bench.stage.do(lambda: bench.controls.set("af_metering", "auto"))
    bench.stage.until(lambda: field._marked is None)
    click(bench, 0.5, 0.5)
    bench.stage.until(lambda: field._marked is not None)
    bench.until_settled()
    bench.stage.do(lambda: bench.controls.set("af_mode", "manual"))
    bench.stage.until(lambda: field._marked is None)


def test_that_a_frame_is_taken_back_by_returning_to_where_it_began(bench: Bench) -> None:
    field = bench.pointing_field
    bench.stage.do(lambda: QTest.mousePress(field, LEFT, SHIFT, at(bench, 0.5, 0.5)))
    bench.stage.do(lambda: QTest.mouseMove(field, at(bench, 0.9, 0.9)))
    assert not field._frame.isEmpty()
    bench.stage.do(lambda: QTest.mouseMove(field, at(bench, 0.5, 0.5)))
    assert field._frame.isEmpty()


def test_that_a_double_click_focuses_once_and_maximises_nothing(bench: Bench) -> None:
    field = bench.pointing_field
    click(bench, 0.3, 0.3)
    bench.until_settled()
    taken = len(bench.source.taken)
    bench.stage.do(lambda: QTest.mouseDClick(field, LEFT, pos=at(bench, 0.3, 0.3)))
    bench.until_settled()
    assert bench.stage.wall.maximised is None
    # Its size and its middle.
    assert len(bench.source.taken) - taken <= 3


def test_that_the_point_is_where_the_hand_was_in_a_picture_that_is_looked_at_closer(bench: Bench) -> None:
    picture = bench.tile.picture
    bench.stage.until(lambda: not picture.picture_size.isEmpty())
    bench.stage.do(lambda: picture.zoom.step(2))
    here = picture.rect().center() + QPoint(40, -30)
    part = picture.part_at(QRectF(QPointF(here), QPointF(here)))
    field = bench.pointing_field
    bench.stage.do(lambda: QTest.mouseClick(field, LEFT, pos=here))
    bench.stage.until(lambda: focus(bench)() == near(100 * part.x(), 100 * part.y(), 20))
    bench.until_settled()
    assert field._marked is not None
    frame, _ = field._marked
    assert (frame.center() - QPointF(here)).manhattanLength() < 6
    assert 0.4 < part.x() < 0.6


def test_that_the_point_is_where_the_hand_was_in_a_picture_that_is_turned_and_mirrored(bench: Bench) -> None:
    for action in ("camera.turn", "camera.mirror"):
        bench.stage.do(bench.stage.window.actions[action].trigger)
    click(bench, 0.25, 0.8)
    # Mirrored, it was at 0.75 across; before it was turned, that was its height from the foot.
    bench.stage.until(lambda: focus(bench)() == near(80, 25, 20))
    bench.until_settled()


def test_that_the_wheel_looks_closer_where_the_camera_itself_cannot_zoom(stage: Stage) -> None:
    source = FocusableSource()
    source.has_zoom = False
    bench = Bench(stage, source)
    assert bench.pointing_field.isVisible()
    turn_wheel(stage, bench.tile, bench.tile.picture.rect().center(), 2)
    assert bench.tile.picture.zoom.viewport.zoom == pytest.approx(1.25**2)
