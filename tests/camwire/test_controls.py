"""Controls as they travel: rows, and the check that a value fits one."""

import math
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire import controls, limits
from camwire.controls import ControlRow, Value, announced, expected, received, strictly
from camwire.errors import UsageError, WireError
from tests.support.any_controls import any_row, any_thing, fitting

EXPOSURE = ControlRow("exposure", "integer", least=29, most=66_666, default=157, unit="µs")
ZOOM = ControlRow("zoom", "number", least=1, most=2.5)
LIGHT = ControlRow("light", "boolean")
MODE = ControlRow("mode", "choice", choices=("day", "night"))


def raw(**fields: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(fields))


@given(row=any_row(), value=any_thing())
def test_that_a_value_fits_exactly_where_type_and_range_do(row: ControlRow, value: object) -> None:
    if not fitting(row, value):
        with pytest.raises(UsageError, match=re.escape(expected(row))):
            strictly(row, value)
        return
    taken = strictly(row, value)
    assert taken == value
    assert type(taken) is {"boolean": bool, "choice": str, "integer": int, "number": float}[row.kind]


@pytest.mark.parametrize(
    ("row", "value", "sentence"),
    [
        (EXPOSURE, 28, "exposure goes from 29 to 66,666 µs."),
        (EXPOSURE, 30.0, "exposure goes from 29 to 66,666 µs."),
        (EXPOSURE, "30", "exposure goes from 29 to 66,666 µs."),
        (EXPOSURE, True, "exposure goes from 29 to 66,666 µs."),
        (EXPOSURE, None, "exposure goes from 29 to 66,666 µs."),
        (ZOOM, math.nan, "zoom goes from 1 to 2.5."),
        (ZOOM, math.inf, "zoom goes from 1 to 2.5."),
        (ZOOM, [2.0], "zoom goes from 1 to 2.5."),
        (LIGHT, 1, "light is on or off."),
        (LIGHT, "on", "light is on or off."),
        (MODE, "dusk", "mode is one of: day, night."),
        (MODE, b"day", "mode is one of: day, night."),
        (ControlRow("hue", "number"), 2.0**63, "hue takes numbers."),
        (ControlRow("pan", "integer", least=3), 2, "pan begins at 3."),
    ],
)
def test_that_what_does_not_fit_is_refused_with_the_range(row: ControlRow, value: object, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        strictly(row, value)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(("row", "value"), [(EXPOSURE, 29), (ZOOM, 2.5), (LIGHT, False), (MODE, "night")])
def test_that_what_fits_is_taken(row: ControlRow, value: Value) -> None:
    assert strictly(row, value) == value


def test_that_a_whole_number_will_do_for_a_number() -> None:
    taken = strictly(ZOOM, 2)
    assert (taken, type(taken)) == (2.0, float)


@given(rows=st.lists(any_row(), max_size=5, unique_by=lambda row: row.name))
def test_that_a_table_comes_back_as_it_went_with_titles(rows: list[ControlRow]) -> None:
    came = received(announced(rows))
    assert [msgspec.structs.replace(row, title="") for row in came] == [
        msgspec.structs.replace(row, title="") for row in rows
    ]
    assert all(row.title for row in came)


def test_that_a_title_is_made_of_the_name() -> None:
    assert controls.title_of("white_balance_auto") == "White balance auto"
    (row,) = received(announced([EXPOSURE]))
    assert row.title == "Exposure"


def test_that_a_control_of_a_kind_of_the_future_is_left_out() -> None:
    told = received([raw(name="smell", kind="odour"), raw(name="light", kind="boolean")])
    assert [row.name for row in told] == ["light"]


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "boolean"},
        {"name": "", "kind": "boolean"},
        {"name": "x" * 81, "kind": "boolean"},
        {"name": "x", "kind": "choice"},
        {"name": "x", "kind": "choice", "choices": ["a", "a"]},
        {"name": "x", "kind": "choice", "choices": [""]},
        {"name": "x", "kind": "choice", "choices": ["a"], "default": "b"},
        {"name": "x", "kind": "boolean", "choices": ["a"]},
        {"name": "x", "kind": "boolean", "least": 0},
        {"name": "x", "kind": "boolean", "default": 1},
        {"name": "x", "kind": "integer", "least": 2, "most": 1},
        {"name": "x", "kind": "integer", "least": True},
        {"name": "x", "kind": "integer", "default": 1.5},
        {"name": "x", "kind": "integer", "most": 5, "default": 6},
        {"name": "x", "kind": "number", "step": 0},
        {"name": "x", "kind": "number", "least": math.nan},
        {"name": "x", "kind": "number", "most": math.inf},
        {"name": "x", "kind": "number", "most": 2**63},
        {"name": "x", "kind": "number", "unit": "u" * 21},
        {"name": "x", "kind": "number", "fixed": "f" * (limits.REASON_CHARACTERS + 1)},
    ],
)
def test_that_a_row_that_cannot_be_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(WireError, match="not a control"):
        received([raw(**fields)])


def test_that_two_controls_of_one_name_are_refused() -> None:
    with pytest.raises(WireError, match="two controls of the same name"):
        received([raw(name="light", kind="boolean")] * 2)


def test_that_more_controls_than_the_limit_are_refused_and_never_sent() -> None:
    rows = [ControlRow(f"light {number}", "boolean") for number in range(limits.CONTROLS + 1)]
    with pytest.raises(WireError, match="201 controls"):
        received([raw(name=row.name, kind=row.kind) for row in rows])
    assert len(received(announced(rows))) == limits.CONTROLS


def test_that_a_table_larger_than_the_limit_is_refused() -> None:
    choices = [f"{number:080}" for number in range(controls.CHOICES)]
    rows = [raw(name=f"mode {number}", kind="choice", choices=choices) for number in range(limits.CONTROLS)]
    with pytest.raises(WireError, match="bytes; 65,536 are allowed"):
        received(rows)


def test_that_a_table_leaves_room_for_the_rest_of_the_hello() -> None:
    choices = tuple(f"{number:080}" for number in range(controls.CHOICES))
    rows = [ControlRow(f"mode {number}", "choice", choices=choices) for number in range(limits.CONTROLS)]
    told = announced(rows)
    assert 0 < len(told) < limits.CONTROLS
    assert sum(map(len, told)) <= controls.TABLE_BYTES
