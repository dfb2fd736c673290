"""What stands between a viewer and the driver: no value of a wrong type or out of range goes through."""

import math
import re
from typing import Any, cast

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire import limits, messages
from camwire.controls import ControlRow, Value, expected, received
from camwire.errors import UsageError
from camwire.messages import ControlState
from sender.control import Control, Kind
from sender.controls.rows import Refused, Setting, beside, put_value, read_table, row_of, with_range
from tests.sender.settable import Settable
from tests.support.any_controls import any_row, any_thing, fitting, words

EXPOSURE = Control("exposure", "integer", default=157, least=29, most=66_666, step=1, unit="µs", reads_back=True)
# What drivers really tell, and more.
odd_numbers = st.floats() | st.integers(-(2**70), 2**70) | st.none()
odd_controls = st.builds(
    Control,
    name=st.text(max_size=100),
    kind=st.sampled_from(["integer", "number", "boolean", "choice"]),
    default=st.none() | st.booleans() | st.text(max_size=3) | st.floats() | st.integers(-(2**70), 2**70),
    least=odd_numbers,
    most=odd_numbers,
    step=odd_numbers,
    choices=st.lists(st.text(max_size=3) | st.just("x" * 200), max_size=4).map(tuple),
    unit=st.text(max_size=30),
    fixed=st.text(max_size=3) | st.just("x" * 3000),
    title=st.text(max_size=3) | st.just("x" * 200),
    ruled_by=st.text(max_size=3) | st.just("x" * 200),
)


def control_of(row: ControlRow, reads_back: bool) -> Control:
    return Control(
        row.name,
        cast(Kind, row.kind),
        least=row.least,
        most=row.most,
        step=row.step,
        choices=row.choices,
        unit=row.unit,
        reads_back=reads_back,
    )


def carried(value: object) -> object:
    """`value` as it comes out of a message."""
    change = messages.decode(messages.encode(messages.ControlChange(number=1, name="x", value=value)))
    assert isinstance(change, messages.ControlChange)
    return change.value


@given(row=any_row(), value=any_thing(), reads_back=st.booleans())
def test_that_no_value_of_a_wrong_type_or_range_reaches_the_source_and_every_refusal_has_the_range(
    row: ControlRow, value: object, reads_back: bool
) -> None:
    source = Settable(control_of(row, reads_back))
    if fitting(row, value):
        put_value(source, row.name, carried(value))
        assert source.taken == [(row.name, value)]
        return
    with pytest.raises(Refused, match=re.escape(expected(row))):
        put_value(source, row.name, carried(value))
    assert source.taken == []


@given(value=any_thing())
def test_that_a_fixed_control_is_never_set(value: object) -> None:
    source = Settable(Control("lid", "boolean", fixed="lid can only be read."))
    with pytest.raises(Refused, match=r"lid can only be read\. lid is on or off\."):
        put_value(source, "lid", value)
    assert source.taken == []


def test_that_what_the_driver_says_is_told_with_the_range() -> None:
    source = Settable(EXPOSURE)
    source.refuses = UsageError("The webcam refuses that: it is busy.")
    with pytest.raises(Refused) as caught:
        put_value(source, "exposure", 30)
    assert str(caught.value) == "The webcam refuses that: it is busy. exposure goes from 29 to 66,666 µs."


def test_that_the_range_is_said_once() -> None:
    told = "exposure goes from 29 to 66,666 µs."
    assert with_range(told, EXPOSURE) == told


def test_that_an_unknown_control_is_refused_with_the_names_of_all() -> None:
    with pytest.raises(
        UsageError, match=r"There is no control “exposre”\. Did you mean exposure\? There are: exposure\."
    ):
        put_value(Settable(EXPOSURE), "exposre", 30)


@given(controls=st.lists(odd_controls, max_size=4, unique_by=lambda each: each.name), value=st.floats() | words)
def test_that_a_viewer_can_read_whatever_a_driver_tells(controls: list[Control], value: Value) -> None:
    source = Settable(*controls)
    source.shown = {each.name: value for each in controls}
    table = read_table(source)
    state = ControlState(values=table.values, controls=table.announced, text=table.text)
    assert messages.decode(messages.encode(state)) == state
    assert received(table.announced) == tuple(
        row if row.title else msgspec.structs.replace(row, title=row.name) for row in table.rows
    )
    assert set(table.values) <= {row.name for row in table.rows}


def test_that_a_row_says_all_that_the_source_says() -> None:
    control = Control(
        "exposure",
        "integer",
        default=157,
        least=29,
        most=66_666,
        step=1,
        unit="µs",
        fixed="Not now.",
        ruled_by="exposure_auto",
        reconfigures=True,
        reads_back=True,
    )
    assert row_of(control) == ControlRow(
        name="exposure",
        kind="integer",
        title="Exposure",
        default=157,
        least=29,
        most=66_666,
        step=1,
        unit="µs",
        fixed="Not now.",
        ruled_by="exposure_auto",
        reconfigures=True,
        reads_back=True,
    )


@pytest.mark.parametrize(
    ("kind", "shown", "told"),
    [
        ("integer", np.int32(5), 5),
        ("integer", 5.9, 5),
        ("number", np.float32(0.5), 0.5),
        ("number", 2, 2.0),
        ("number", math.nan, None),
        ("number", math.inf, None),
        ("integer", 2**70, None),
        ("integer", "many", None),
        ("boolean", np.bool_(True), True),
        ("boolean", 0, False),
        ("choice", "day", "day"),
        ("choice", "d" * 81, None),
    ],
)
def test_that_a_value_is_told_in_plain_types_or_not_at_all(kind: Kind, shown: Any, told: Value | None) -> None:
    source = Settable(Control("it", kind, choices=("day",) if kind == "choice" else ()))
    source.shown["it"] = shown
    value = read_table(source).values.get("it")
    assert (value, type(value)) == (told, type(told))


@pytest.mark.parametrize(
    ("wanted", "before", "shown", "is_shown"),
    [
        (10_000, 5000, 10_000, True),
        (10_000, 5000, 9994, True),
        # The camera was moving it by itself.
        (10_000, 5000, 5003, False),
        (10_000, 5000, 4990, False),
        (5003, 5000, 5000, False),
        (5000, 5000, 5000, True),
        (True, False, False, False),
        (True, False, True, True),
        ("day", "night", "night", False),
        ("day", "night", "dusk", True),
        (10_000, None, 5000, True),
        (10_000, 5000, None, True),
    ],
)
def test_that_a_value_is_shown_when_it_has_come_there(
    wanted: Value, before: Value | None, shown: Value | None, is_shown: bool
) -> None:
    assert Setting(wanted, before, before).is_shown_by(shown) == is_shown


def test_that_a_source_without_controls_says_why() -> None:
    table = read_table(Settable())
    assert (table.rows, table.text) == ((), "This source has no controls.")


def test_that_no_more_controls_than_the_limit_are_told() -> None:
    source = Settable(*[Control(f"light_{number}", "boolean") for number in range(limits.CONTROLS + 50)])
    source.shown = {each.name: True for each in source.table}
    table = read_table(source)
    assert len(table.rows) == len(table.announced) == len(table.values) == limits.CONTROLS


def test_that_what_does_not_fit_behind_a_full_table_is_left_out() -> None:
    source, more = (
        Settable(*[Control(f"{word}_{each}", "boolean") for each in range(190)]) for word in ("lamp", "fan")
    )
    more.shown = {each.name: False for each in more.table}
    table = beside(read_table(source), more)
    assert len(table.rows) == len(table.announced) == limits.CONTROLS
    assert table.rows[190].name == "fan_0"
    assert list(table.values) == [row.name for row in table.rows[190:]]


def test_that_a_name_that_is_taken_is_told_once() -> None:
    source, more = (
        Settable(Control("Light", "boolean")),
        Settable(Control("light", "integer"), Control("fan", "boolean")),
    )
    table = beside(read_table(source), more)
    assert [(row.name, row.kind) for row in table.rows] == [("Light", "boolean"), ("fan", "boolean")]
