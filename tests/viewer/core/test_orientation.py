"""Pictures turned by quarters, and mirrored: which point is seen where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.pictures.orientation import UPRIGHT, Orientation

ALL = st.builds(Orientation, st.integers(0, 3), st.booleans())
SHARES = st.floats(0, 1)


@given(ALL, SHARES, SHARES)
def test_that_what_is_seen_at_a_point_is_the_point_that_is_shown_there(how: Orientation, x: float, y: float) -> None:
    assert how.own(*how.shown(x, y)) == pytest.approx((x, y))


def test_that_a_quarter_of_a_turn_brings_the_left_upper_corner_to_the_right() -> None:
    assert UPRIGHT.turned().shown(0, 0) == (1, 0)
    assert UPRIGHT.turned().shown(1, 0) == (1, 1)


@given(ALL, SHARES, SHARES)
def test_that_turning_and_mirroring_act_upon_what_is_seen(how: Orientation, x: float, y: float) -> None:
    across, down = how.shown(x, y)
    assert how.turned().shown(x, y) == pytest.approx((1 - down, across))
    assert how.mirrored().shown(x, y) == pytest.approx((1 - across, down))


@given(ALL)
def test_that_four_quarters_and_two_mirrors_change_nothing(how: Orientation) -> None:
    assert how.turned().turned().turned().turned() == how
    assert how.mirrored().mirrored() == how


@given(ALL)
def test_that_width_and_height_change_places_where_a_side_becomes_the_top(how: Orientation) -> None:
    assert how.size(400, 300) == ((300, 400) if how.is_across else (400, 300))
    assert how.size(*how.size(400, 300)) == (400, 300)
    assert how.is_upright == (how == UPRIGHT)
