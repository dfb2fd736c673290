"""From a part of a picture to what the camera sees there, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.controls.pointing import Area
from viewer.core.controls.zooming import View

SHARES = st.floats(0, 1)
AREAS = st.builds(
    lambda x, y: Area(min(x), min(y), max(x), max(y)), st.tuples(SHARES, SHARES), st.tuples(SHARES, SHARES)
)
FLIPS = st.sampled_from(["", "none", "horizontal", "vertical", "both", "sideways"])
VIEWS = st.builds(View, st.floats(1, 16), st.floats(0, 100), st.floats(0, 100)).map(View.inside)


def test_that_a_flip_puts_a_part_on_the_other_side() -> None:
    assert Area(0.0, 0.25, 0.25, 0.5).flipped("horizontal") == Area(0.75, 0.25, 1.0, 0.5)
    assert Area(0.0, 0.25, 0.25, 0.5).flipped("vertical") == Area(0.0, 0.5, 0.25, 0.75)
    assert Area(0.0, 0.25, 0.25, 0.5).flipped("both") == Area(0.75, 0.5, 1.0, 0.75)
    assert Area(0.0, 0.25, 0.25, 0.5).flipped("") == Area(0.0, 0.25, 0.25, 0.5)


@given(AREAS, FLIPS)
def test_that_what_is_flipped_twice_is_as_it_was(area: Area, how: str) -> None:
    assert area.flipped(how).flipped(how) == pytest.approx(area)
    assert area.flipped(how).left <= area.flipped(how).right


@given(VIEWS, SHARES, SHARES)
def test_that_what_is_seen_at_a_point_is_shown_there(view: View, x: float, y: float) -> None:
    assert view.shown(*view.seen(x, y)) == pytest.approx((x, y), abs=1e-9)
