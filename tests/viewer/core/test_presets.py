"""What was set at a camera is kept, and set again in an order that it can take."""

from collections.abc import Mapping, Sequence

import pytest

from camwire.controls import ControlRow, Value, announced
from camwire.errors import UsageError
from camwire.messages import PROTOCOL, CameraHello, ControlState
from viewer.core.controls.camera_controls import CameraControls
from viewer.core.controls.presets import Presets, in_order, is_left_to_camera, to_reset, unknown, worth_keeping
from viewer.core.settings import PresetSettings

AUTO = "The camera sets it by itself."
VALUES: dict[str, Value] = {"exposure_auto": False, "exposure": 500, "focus": 2.0, "power": "50 hz"}


def controls(values: Mapping[str, Value]) -> CameraControls:
    """Controls of a camera that is here; the exposure is its own while exposure_auto is on."""
    is_auto = values["exposure_auto"] is True
    rows = (
        ControlRow(
            "exposure",
            "integer",
            default=100,
            least=1,
            most=1000,
            ruled_by="exposure_auto",
            fixed=AUTO if is_auto else "",
        ),
        ControlRow("exposure_auto", "boolean", default=True),
        ControlRow("focus", "number", default=0.0, least=0.0, most=10.0),
        ControlRow("power", "choice", choices=("50 hz", "60 hz")),
    )
    return told(rows, values)


def told(rows: Sequence[ControlRow], values: Mapping[str, Value]) -> CameraControls:
    """Controls of a camera that is here and told this."""
    made = CameraControls(lambda change: True, lambda: 0.0, is_foreign=False)
    made.greeted(CameraHello(protocol=PROTOCOL, id="porch", name="porch", controls=announced(rows)), rows)
    made.told(ControlState(values=dict(values)), None)
    return made


def test_that_a_preset_belongs_to_one_camera() -> None:
    kept: list[PresetSettings] = []
    porch, gate = Presets(kept, "porch"), Presets(kept, "gate")
    porch.save("Night", {"gain": 4.0})
    gate.save("Night", {"gain": 8.0})
    porch.save("day", {"gain": 1.0})
    assert porch.names == ["day", "Night"]
    assert porch.values("Night") == {"gain": 4.0}
    porch.delete("Night")
    assert porch.names == ["day"]
    assert porch.values("Night") == {}
    assert gate.values("Night") == {"gain": 8.0}


def test_that_a_preset_of_the_same_name_is_replaced_and_every_change_is_told() -> None:
    told: list[int] = []
    kept: list[PresetSettings] = []
    presets = Presets(kept, "porch", lambda: told.append(len(kept)))
    presets.save(" Night  sky ", {"gain": 4.0})
    presets.save("Night sky", {"gain": 5.0})
    presets.delete("Night sky")
    assert told == [1, 1, 0]


@pytest.mark.parametrize(("name", "values"), [("  ", {"gain": 1.0}), ("Night", {}), ("n" * 61, {"gain": 1.0})])
def test_that_what_cannot_be_kept_is_explained(name: str, values: dict[str, Value]) -> None:
    kept: list[PresetSettings] = []
    with pytest.raises(UsageError):
        Presets(kept, "porch").save(name, values)
    assert kept == []


def test_that_only_what_a_person_can_set_is_worth_keeping() -> None:
    assert worth_keeping(controls(VALUES)) == VALUES
    assert set(worth_keeping(controls(VALUES | {"exposure_auto": True}))) == {"exposure_auto", "focus", "power"}


def test_that_only_changes_are_asked_for() -> None:
    assert in_order(controls(VALUES), VALUES) == []
    assert in_order(controls(VALUES), VALUES | {"focus": 3.0}) == [("focus", 3.0)]
    assert in_order(controls(VALUES), VALUES | {"focus": 2.0000001}) == []


def test_that_the_automatic_is_switched_off_before_what_it_holds_is_set() -> None:
    now = controls(VALUES | {"exposure_auto": True, "exposure": 37})
    assert in_order(now, VALUES) == [("exposure_auto", False), ("exposure", 500)]
    by_chance_the_same = controls(VALUES | {"exposure_auto": True})
    assert in_order(by_chance_the_same, VALUES) == [("exposure_auto", False), ("exposure", 500)]


def test_that_what_the_camera_sets_by_itself_is_left_to_it_when_all_is_reset() -> None:
    assert to_reset(controls(VALUES)) == [("exposure_auto", True), ("focus", 0.0)]
    assert to_reset(controls(VALUES | {"exposure_auto": True, "exposure": 37})) == [("focus", 0.0)]
    assert to_reset(controls(VALUES | {"exposure_auto": True, "focus": 0.0})) == []


def test_that_a_camera_that_sets_by_itself_what_could_be_set_is_left_alone() -> None:
    rows = (
        ControlRow("mode", "choice", choices=("auto", "manual"), default="auto"),
        ControlRow("exposure", "integer", default=100, least=1, most=1000, ruled_by="mode"),
    )
    now = told(rows, {"mode": "auto", "exposure": 37})
    assert is_left_to_camera(now, rows[1])
    assert worth_keeping(now) == {"mode": "auto"}
    assert to_reset(now) == []
    now = told(rows, {"mode": "manual", "exposure": 37})
    assert not is_left_to_camera(now, rows[1])
    assert worth_keeping(now) == {"mode": "manual", "exposure": 37}
    assert to_reset(now) == [("mode", "auto")]


def test_that_a_default_is_set_after_what_lets_it_be_set() -> None:
    rows = (
        ControlRow("focus", "number", default=1.0, least=0.0, most=10.0, ruled_by="focus_auto", fixed=AUTO),
        ControlRow("focus_auto", "boolean", default=False),
    )
    assert to_reset(told(rows, {"focus": 3.0, "focus_auto": True})) == [("focus_auto", False), ("focus", 1.0)]


def test_that_what_the_camera_has_no_more_is_named() -> None:
    now = controls(VALUES)
    assert unknown(now.rows, {"focus": 1.0, "zoom": 2.0}) == ["zoom"]
    assert in_order(now, {"zoom": 2.0}) == []
