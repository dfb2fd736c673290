"""What is offered while /set is typed, from the table that the camera told."""

from camwire.controls import ControlRow
from camwire.messages import CameraHello, ControlState
from viewer.core.controls.camera_controls import CameraControls
from viewer.core.controls.offers import ControlOffers
from viewer.core.talk.talk import Talk

ROWS = (
    ControlRow("exposure", "integer", least=29, most=66_666, default=157, unit="µs"),
    ControlRow("light", "boolean", default=False),
    ControlRow("mode", "choice", choices=("day", "night")),
)


def offers() -> ControlOffers:
    controls = CameraControls(lambda change: False, lambda: 0.0, is_foreign=False)
    controls.greeted(CameraHello(protocol=(1, 1), id="c", name="n"), ROWS)
    controls.told(ControlState(values={"exposure": 1000, "light": False}), None)
    return ControlOffers(Talk(), controls)


def test_that_all_controls_are_offered_at_once_with_value_and_range() -> None:
    assert list(offers()("set", "name", {})) == [
        ("exposure", "now 1000 µs (29 – 66,666)"),
        ("light", "now off (on, off)"),
        ("mode", "day, night"),
    ]


def test_that_values_are_offered_with_that_in_force_first() -> None:
    given = offers()
    assert list(given("set", "value", {"name": "exposure"})) == [("1000", "in force"), ("157", "usual")]
    assert list(given("set", "value", {"name": "light"})) == [("off", "in force"), ("on", "")]
    assert list(given("set", "value", {"name": "mode"})) == [("day", ""), ("night", "")]


def test_that_nothing_is_offered_elsewhere() -> None:
    given = offers()
    assert list(given("size", "size", {})) == []
    assert list(given("set", "value", {"name": "smell"})) == []
    assert list(given("set", "else", {"name": "light"})) == []
