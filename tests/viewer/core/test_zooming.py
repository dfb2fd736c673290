"""Pointing at a part of the picture, and what the camera is asked for then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.controls.pointing import Area
from viewer.core.controls.zooming import View

SHARES = st.floats(0, 1)
VIEWS = st.builds(View, st.floats(1, 16), st.floats(0, 100), st.floats(0, 100)).map(View.inside)


def test_that_a_quarter_of_the_picture_is_shown_in_full() -> None:
    assert View(1, 50, 50).into(Area(0.5, 0.5, 1.0, 1.0)) == View(2, 75, 75)
    assert View(2, 75, 75).into(Area(0.0, 0.0, 0.5, 0.5)) == View(4, 62.5, 62.5)


def test_that_all_of_a_long_frame_is_shown() -> None:
    view = View(1, 50, 50).into(Area(0.0, 0.4, 0.8, 0.5))
    assert view.zoom == pytest.approx(1.25)
    assert view.seen(0.0, 0.5)[0] == pytest.approx(0)


@given(VIEWS, SHARES, SHARES, st.floats(1, 16))
def test_that_going_nearer_keeps_the_point_where_it_is(view: View, x: float, y: float, factor: float) -> None:
    assert view.around(x, y, view.zoom * factor).seen(x, y) == pytest.approx(view.seen(x, y), abs=1e-6)


@given(VIEWS, SHARES, SHARES, st.floats(0.01, 100))
def test_that_nothing_beyond_the_sensor_is_shown(view: View, x: float, y: float, zoom: float) -> None:
    there = view.around(x, y, zoom)
    for corner in (0.0, 1.0):
        assert all(-1e-6 <= each <= 100 + 1e-6 for each in there.seen(corner, corner))
    assert there.zoom >= 1


@given(VIEWS)
def test_that_going_out_to_the_whole_shows_the_whole(view: View) -> None:
    assert view.around(0.3, 0.9, 1.0) == View(1, 50, 50)
