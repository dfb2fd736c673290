"""Tables, trees and scalars."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from tests.viewer.ui.cards.conftest import Build, words
from tests.viewer.ui.cards.samples import DETECTIONS, NESTED, jpeg
from viewer.ui.cards.actions import Fold, SaveBytes, ShowPicture
from viewer.ui.cards.content import Value
from viewer.ui.cards.grid import Grid
from viewer.ui.cards.plain import brief, moment, number, span
from viewer.ui.cards.rows import rows_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (51.2, "51.2"),
        (2026, "2026"),
        (12345678, "12,345,678"),
        (-58, "−58"),
        (3.0, "3.0"),
        (1e300, "1e+300"),
        (0.1 + 0.2, "0.3"),
        (float("nan"), "not a number"),
        (float("-inf"), "−∞"),
        (True, "True"),
    ],
)
def test_that_numbers_are_plain(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "None"),
        ("5", '"5"'),
        ("5 °C", "5 °C"),
        ("", '""'),
        (b"ab", "2 bytes: 61 62"),
        ([1, "a", None], '[1, "a", None]'),
        ((1,), "(1)"),
        ({"a": {"b": {"c": 1}}}, "{a: {b: {1 item}}}"),
        (np.float32(0.5), "0.5"),
        (np.zeros((4, 4)), "array 4 × 4 float64"),
        (jpeg(64, 48), "picture 64 × 48"),
        (timedelta(seconds=-5.5), "−5.5 s"),
        (timedelta(), "0 s"),
    ],
)
def test_that_any_value_has_one_short_line(value: object, text: str) -> None:
    assert brief(value) == text


def test_that_a_moment_says_its_zone() -> None:
    assert moment(datetime(2026, 3, 12, 14, 3, 22, tzinfo=UTC)) == "12 March 2026, 14:03:22 UTC"
    assert moment(datetime(2026, 3, 12, 14, 3, 22, 500_000)) == "12 March 2026, 14:03:22.5"
    assert span(timedelta(days=1, minutes=61)) == "1 d 1 h 1 min"


def test_that_columns_are_all_keys_in_order() -> None:
    rows = rows_of([{"a": 1, "b": "x"}, {"c": 2.5, "a": 3}], 12)
    assert rows is not None
    assert rows.heads == ["a", "b", "c"]
    assert rows.cells == [["1", "x", ""], ["3", "", "2.5"]]
    assert rows.is_number == [True, False, True]


def test_that_twelve_rows_are_shown_and_then_all(build: Build) -> None:
    value = Value(DETECTIONS)
    card = build(value)
    assert words(card) == ["Show all"]
    action = card.offers[0].action
    assert isinstance(action, Fold)
    whole = build(value, folds={action.path: action.shown})
    assert whole.size.height() > 80 * 20
    assert words(whole) == ["Show less"]


def test_that_a_few_more_rows_are_not_left_out(build: Build) -> None:
    assert words(build(Value({f"key {number}": number for number in range(16)}))) == []
    assert words(build(Value({f"key {number}": number for number in range(17)}))) == ["Show all"]


def test_that_a_cell_without_room_is_whole_in_the_tool_tip(build: Build) -> None:
    card = build(Value([{"why": "it is dark in here, and nothing can be seen at all"}] * 2), width=200)
    assert card.tip(QPointF(100, 30)) == "it is dark in here, and nothing can be seen at all"
    assert card.tip(QPointF(10, 10)) == ""


def test_that_what_belongs_to_a_key_goes_on_below_where_it_is_long(build: Build) -> None:
    value = Value({"why": "it is dark in here, and nothing can be seen at all", "lamp": "off"})
    narrow, wide = build(value, width=200), build(value, width=600)
    assert wide.size.width() > 300
    assert wide.size.height() == 2 * build(Value({"lamp": "off"})).size.height()
    assert narrow.size.width() <= 200
    assert narrow.size.height() > 1.5 * wide.size.height()
    assert not narrow.tip(QPointF(100, 10))


def test_that_columns_without_room_are_counted(build: Build) -> None:
    grid = Grid([["1"] * 30], [True] * 30, 300, ["a long heading"] * 30)
    assert grid.left_out > 20
    assert grid.size.width() <= 300


def test_that_the_outermost_level_is_open_and_others_unfold(build: Build) -> None:
    value = Value(NESTED)
    card = build(value)
    unfold = {offer.text: offer.action for offer in card.offers}
    assert unfold["Unfold camera"] == Fold((0,), 20)
    opened = build(value, folds={(0,): 20})
    assert opened.size.height() > card.size.height()
    assert {offer.text: offer.action for offer in opened.offers}["Fold camera"] == Fold((0,), 0)


def test_that_few_rows_are_all_open(build: Build) -> None:
    assert words(build(Value({"a": {"b": {"c": "d"}}}))) == ["Fold a", "Fold b"]


def test_that_a_picture_in_a_tree_is_shown_by_a_click(build: Build) -> None:
    picture = jpeg(64, 48)
    actions = [offer.action for offer in build(Value({"a": picture, "b": {"c": [1]}})).offers]
    assert any(isinstance(action, ShowPicture) and action.picture is picture for action in actions)


def test_that_a_long_level_goes_on_when_asked(build: Build) -> None:
    value = Value({f"k{n}": [n, {"a": 1}] for n in range(50_000)})
    card = build(value)
    assert words(card)[-1] == "… 49,980 more · Show more"
    action = card.offers[-1].action
    assert isinstance(action, Fold)
    assert build(value, folds={action.path: action.shown}).size.height() > 200 * 20
    assert build(value, folds={(): 10**9}).size.height() < 410 * 22


def test_that_bytes_can_be_saved(build: Build) -> None:
    card = build(Value(b"abc" * 100))
    assert [offer.action for offer in card.offers] == [SaveBytes(b"abc" * 100)] or words(card) == ["Save as"]
    assert build(Value(b"")).offers == []
