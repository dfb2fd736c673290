"""The distance between two clocks."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camwire.clock import DRIFT, KEEP_SECONDS, ClockOffset

trips = st.tuples(st.floats(0, 2), st.floats(0, 2), st.floats(0, 60))
ROUNDING = 1e-6


def test_that_nothing_is_known_before_the_first_answer() -> None:
    clock = ClockOffset()
    assert clock.to_ours(5.0) is None
    assert math.isinf(clock.uncertainty(1.0))


def test_that_the_middle_of_question_and_answer_is_taken() -> None:
    clock = ClockOffset()
    clock.pong(sent=10.0, theirs=1000.1, now=10.2)
    assert math.isclose(clock.to_ours(1000.1) or 0, 10.1)
    assert clock.round_trip is not None
    assert math.isclose(clock.round_trip, 0.2)


def test_that_the_shortest_round_trip_wins() -> None:
    clock = ClockOffset()
    clock.pong(sent=10.0, theirs=110.001, now=10.002)
    clock.pong(sent=11.0, theirs=111.9, now=12.0)
    assert math.isclose(clock.to_ours(200.0) or 0, 100.0)


def test_that_an_old_sample_gives_way_to_a_worse_one() -> None:
    clock = ClockOffset()
    clock.pong(sent=10.0, theirs=110.0, now=10.0)
    later = 10.0 + KEEP_SECONDS + 1
    clock.pong(sent=later, theirs=later + 101.0, now=later + 1.0)
    assert math.isclose(clock.to_ours(200.0) or 0, 200.0 - 100.5)


def test_that_uncertainty_grows_with_age() -> None:
    clock = ClockOffset()
    clock.pong(sent=10.0, theirs=110.0, now=10.2)
    assert clock.uncertainty(40.2) - clock.uncertainty(10.2) > 29 * DRIFT


def test_that_an_answer_from_the_future_is_ignored() -> None:
    clock = ClockOffset()
    clock.pong(sent=11.0, theirs=0.0, now=10.0)
    assert clock.to_ours(0.0) is None


def test_that_an_answer_after_minutes_is_ignored() -> None:
    clock = ClockOffset()
    clock.pong(sent=10.0, theirs=0.0, now=10.0 + KEEP_SECONDS + 1)
    assert clock.to_ours(0.0) is None


@settings(deadline=None, max_examples=200)
@given(
    offset=st.floats(-1e6, 1e6),
    drift=st.floats(-DRIFT / 1.001, DRIFT / 1.001),
    trips=st.lists(trips, min_size=1, max_size=8),
)
def test_that_the_error_never_exceeds_the_stated_uncertainty(
    offset: float, drift: float, trips: list[tuple[float, float, float]]
) -> None:
    clock, now = ClockOffset(), 1000.0
    for there, back, pause in trips:
        answered = now + there
        clock.pong(now, answered + offset + drift * answered, answered + back)
        now = answered + back + pause
        theirs = now + offset + drift * now
        assert abs((clock.to_ours(theirs) or 0) - now) <= clock.uncertainty(now) + ROUNDING


def test_that_the_least_round_trip_is_that_of_the_best_answer() -> None:
    clock = ClockOffset()
    assert clock.least_round_trip is None
    clock.pong(sent=10.0, theirs=0.0, now=10.02)
    clock.pong(sent=11.0, theirs=1.0, now=11.5)
    assert clock.least_round_trip == pytest.approx(0.02)
