"""What foreign cameras say as text, and what can be said to them."""

import datetime
import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camwire import limits
from camwire.errors import UsageError
from camwire.spoken import MOST_LEVELS, check, text_of

RULES: dict[type, str] = dict.fromkeys((str, int, float, bool, list, dict, type(None)), "") | {tuple: "send a list"}


def is_text(key: object) -> bool:
    return isinstance(key, str)


def deep(levels: int, wrap: Callable[[object], object] = lambda inner: [inner]) -> object:
    nested: object = 1
    for _ in range(levels):
        nested = wrap(nested)
    return nested


def test_that_text_stays_as_it_is() -> None:
    assert text_of("Tür öffnen\n") == "Tür öffnen\n"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (21.5, "21.5"),
        (float("nan"), "NaN"),
        ({"door": "öffen", "codes": [1, None]}, '{"door": "öffen", "codes": [1, null]}'),
        ((1, 2), "[1, 2]"),
        (b"\x00x", "\"b'\\\\x00x'\""),
        ({1: {b"x": (1,)}}, '{"1": {"b\'x\'": [1]}}'),
        ({(1, 2): "pair"}, '{"(1, 2)": "pair"}'),
    ],
)
def test_that_a_value_is_text_that_a_person_can_read(value: object, text: str) -> None:
    assert text_of(value) == text


def test_that_a_moment_is_shown() -> None:
    assert "2026" in text_of(datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC))


@pytest.mark.parametrize("text", ["\ud83d", "half \udc00 of it", {"key \ud800": "\ud800"}])
def test_that_half_a_character_becomes_a_question_mark(text: object) -> None:
    shown = text_of(text)
    assert shown.encode()
    assert "?" in shown


@pytest.mark.parametrize("value", ["x" * 100_000, ["é" * 100_000], {"\ud800" * 80_000: 1}])
def test_that_long_text_is_cut_at_the_limit(value: object) -> None:
    assert len(text_of(value)) == limits.TEXT_CHARACTERS
    assert text_of(value).endswith("…")


@pytest.mark.parametrize("levels", [10, 500, 900, 950, 980, 990, 1000, 5000])
def test_that_no_depth_is_too_much(levels: int) -> None:
    assert text_of(deep(levels))
    assert text_of(deep(levels, lambda inner: {b"x": inner}))


def test_that_a_value_that_holds_itself_is_no_trouble() -> None:
    ring: list[object] = []
    ring.append(ring)
    assert text_of(ring) == "a value that cannot be shown (list)"


@settings(deadline=None, max_examples=200)
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text() | st.integers() | st.binary() | st.none() | st.floats(), inner, max_size=3)
        ),
    )
)
def test_that_any_value_is_text(value: object) -> None:
    assert text_of(value).encode() is not None


@pytest.mark.parametrize("value", ["hello", "", 0, -(10**30), 1.5, False, None, [], {}, {"a": [1, {"b": "ü"}]}])
def test_that_what_the_rules_know_passes(value: object) -> None:
    check(value, RULES, is_text)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ((1, 2), "it is tuple, and send a list"),
        (b"x", "it is bytes, and this camera's format cannot carry bytes"),
        ({1}, "it is set"),
        ([1, {"door": (1,)}], r"it\[1\]\['door'\] is tuple, and send a list"),
        ({"a": {2: 1}}, r"it\['a'\] has the key 2, and keys must be text"),
        (json, "it is module"),
        (type("Text", (str,), {})("x"), "it is Text"),
    ],
)
def test_that_what_cannot_be_said_is_named_with_its_place(value: object, sentence: str) -> None:
    with pytest.raises(UsageError, match=f"The message cannot be sent: {sentence}"):
        check(value, RULES, is_text)


@pytest.mark.parametrize("value", ["\ud800", ["fine", "\udfff"], {"key \ud800": 1}])
def test_that_half_a_character_is_not_said(value: object) -> None:
    with pytest.raises(UsageError, match="half of a character"):
        check(value, RULES, is_text)


@pytest.mark.parametrize("value", ["x" * 65_537, ["x" * 65_537], {"x" * 65_537: 1}])
def test_that_text_beyond_the_limit_is_not_said(value: object) -> None:
    with pytest.raises(UsageError, match="at most 65,536 fit in one"):
        check(value, RULES, is_text)


def test_that_values_may_be_nested_as_deep_as_the_limit() -> None:
    check(deep(MOST_LEVELS), RULES, is_text)
    with pytest.raises(UsageError, match="nested too deeply"):
        check(deep(MOST_LEVELS + 1), RULES, is_text)
    with pytest.raises(UsageError, match="nested too deeply"):
        check(deep(100_000), RULES, is_text)


def test_that_brackets_in_a_key_are_no_levels() -> None:
    check({"[" * 200: {"[": 1}}, RULES, is_text)
