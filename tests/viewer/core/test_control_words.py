"""Controls in words, and numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire.controls import ControlRow, Value
from viewer.core.controls.control_words import called_by_title, number, span, spoken, typed

EXPOSURE = ControlRow("exposure", "integer", least=29, most=66_666, unit="µs")
GAIN = ControlRow("gain", "number", least=-1, most=16.5)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (EXPOSURE, "29 – 66,666 µs"),
        (GAIN, "−1 – 16.5"),
        (ControlRow("a", "number", least=3), "from 3"),
        (ControlRow("a", "number", most=3, unit="K"), "up to 3 K"),
        (ControlRow("a", "number", unit="K"), ""),
    ],
)
def test_that_a_range_is_told_with_its_unit(row: ControlRow, text: str) -> None:
    assert span(row) == text


@pytest.mark.parametrize(
    ("row", "text", "value"),
    [
        (EXPOSURE, "1000", 1000),
        (EXPOSURE, " 66,666 µs ", 66_666),
        (EXPOSURE, "1e3", 1000),
        (EXPOSURE, "2.5", 2.5),
        (GAIN, "1,5", 1.5),
        (GAIN, "−0.5", -0.5),
        (GAIN, "much", None),
        (GAIN, "", None),
        (GAIN, "nan", None),
        (GAIN, "inf", None),
        (GAIN, "1,000,000", None),
    ],
)
def test_that_a_number_is_read_as_people_write_it(row: ControlRow, text: str, value: float | None) -> None:
    assert typed(row, text) == value


@given(st.integers(-(10**9), 10**9))
def test_that_a_whole_number_in_a_box_is_read_back_as_it_was(value: int) -> None:
    assert typed(EXPOSURE, number(value)) == value


@given(st.floats(-1000, 1000))
def test_that_a_number_in_a_box_is_read_back_to_the_fourth_place(value: float) -> None:
    assert typed(GAIN, number(value)) == pytest.approx(value, abs=5.1e-5)


@pytest.mark.parametrize(
    ("value", "text"),
    [(True, "on"), (False, "off"), (0.30000001192, "0.3"), ("60 hz", "60 hz"), ("source", "as the source")],
)
def test_that_a_value_is_said_in_words(value: Value, text: str) -> None:
    assert spoken(value) == text


def test_that_a_person_reads_the_title_of_a_control_where_a_script_reads_its_name() -> None:
    row = ControlRow("exposure", "integer", title="Exposure time", least=29, most=66_666, unit="µs")
    said = "The webcam refuses that. exposure goes from 29 to 66,666 µs."
    assert called_by_title(row, said) == "The webcam refuses that. Exposure time goes from 29 to 66,666 µs."
    assert called_by_title(GAIN, "It is stuck.") == "It is stuck."
