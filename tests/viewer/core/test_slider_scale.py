"""Where a number lies on a slider."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.controls.slider_scale import MOST_POSITIONS, SliderScale

ENDS = st.floats(-1e6, 1e6, allow_nan=False).map(lambda end: float(f"{end:.6g}"))


@st.composite
def scales(draw: st.DrawFn) -> SliderScale:
    least, most = sorted((draw(ENDS), draw(ENDS)))
    if draw(st.booleans()):
        return SliderScale(round(least), round(most), draw(st.integers(0, 50)), is_whole=True)
    return SliderScale(least, most, draw(st.sampled_from([0.0, 0.1, 0.5, 7.0])), usual=draw(st.floats(least, most)))


@given(scales(), st.floats(0, 1))
def test_that_every_position_is_a_number_in_the_range(scale: SliderScale, share: float) -> None:
    number = scale.number(round(share * scale.last))
    assert scale.least <= number <= scale.most
    assert isinstance(number, int) or not scale.is_whole


@given(
    st.floats(-(2**62), 2**62), st.floats(-(2**62), 2**62), st.floats(0, 2**62), st.booleans(), st.floats(), st.data()
)
def test_that_no_range_is_too_much(
    one: float, other: float, step: float, is_whole: bool, usual: float, data: st.DataObject
) -> None:
    least, most = sorted((one, other))
    scale = SliderScale(least, most, step, is_whole, usual if math.isfinite(usual) else None)
    for position in (0, data.draw(st.integers(0, scale.last)), scale.last):
        number = scale.number(position)
        assert math.floor(least) <= number <= math.ceil(most)
        assert 0 <= scale.position(number) <= scale.last
    assert math.isfinite(scale.nearest(number + scale.stride))


@given(scales())
def test_that_the_ends_are_the_ends(scale: SliderScale) -> None:
    assert scale.number(0) == pytest.approx(scale.least)
    assert scale.number(scale.last) == pytest.approx(scale.most if scale.last else scale.least)
    assert scale.last <= MOST_POSITIONS


@given(scales(), st.floats(0, 1))
def test_that_a_position_shows_where_its_own_number_is(scale: SliderScale, share: float) -> None:
    position = round(share * scale.last)
    number = scale.number(position)
    assert scale.number(scale.position(number)) == pytest.approx(number, rel=1e-2, abs=(scale.most - scale.least) / 500)


def test_that_steps_are_kept() -> None:
    scale = SliderScale(1.0, 16.0, 0.5)
    assert [scale.number(position) for position in range(4)] == [1.0, 1.5, 2.0, 2.5]
    assert scale.nearest(3.3) == 3.5
    assert scale.stride == 0.5


def test_that_a_range_over_many_factors_goes_by_factors() -> None:
    scale = SliderScale(29, 66_666, is_whole=True)
    assert scale.number(scale.last // 2) == pytest.approx(math.sqrt(29 * 66_666), rel=0.01)
    assert scale.position(29) == 0
    assert scale.position(66_666) == scale.last


def test_that_what_is_usual_is_not_at_the_very_low_end() -> None:
    contrast = SliderScale(0.0, 32.0, usual=1.0)
    assert contrast.position(1.0) == pytest.approx(contrast.last / 3, abs=1)
    assert contrast.number(contrast.position(1.0)) == pytest.approx(1.0, rel=0.01)
    assert SliderScale(0.0, 2.0, usual=1.0).position(1.0) == MOST_POSITIONS // 2


def test_that_a_number_outside_is_shown_at_the_end() -> None:
    scale = SliderScale(0, 255, is_whole=True)
    assert (scale.position(-5), scale.position(1000)) == (0, 255)
    assert scale.nearest(300) == 255


def test_that_one_key_press_goes_a_hundredth_where_there_are_no_steps() -> None:
    assert SliderScale(-1.0, 1.0).stride == 0.02
    assert SliderScale(0, 10, is_whole=True).stride == 1


def test_that_a_range_of_one_number_has_no_positions() -> None:
    scale = SliderScale(5.0, 5.0)
    assert scale.last == 0
    assert scale.number(0) == 5.0
    assert scale.position(5.0) == 0
