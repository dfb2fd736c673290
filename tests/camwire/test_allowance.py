"""So much a second, and a store of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camwire.allowance import Allowance


def test_that_a_full_store_is_had_at_once() -> None:
    allowance = Allowance(per_second=10, at_once=5, now=100.0)
    assert [allowance.take(1, 100.0) for _ in range(5)] == [0.0] * 5
    assert allowance.take(1, 100.0) == pytest.approx(0.1)


def test_that_what_is_owed_is_paid_off_by_waiting() -> None:
    allowance = Allowance(per_second=10, at_once=5, now=0.0)
    assert allowance.take(25, 0.0) == pytest.approx(2.0)
    assert allowance.take(0, 2.0) == pytest.approx(0.0)
    assert allowance.take(1, 2.0) == pytest.approx(0.1)


def test_that_a_quiet_time_fills_no_more_than_the_store() -> None:
    allowance = Allowance(per_second=10, at_once=5, now=0.0)
    allowance.take(5, 0.0)
    assert not allowance.is_full(0.4)
    assert allowance.is_full(1000.0)
    assert allowance.take(6, 1000.0) == pytest.approx(0.1)


def test_that_a_clock_that_stands_still_or_goes_back_gives_nothing() -> None:
    allowance = Allowance(per_second=10, at_once=1, now=50.0)
    allowance.take(1, 50.0)
    assert allowance.take(1, 20.0) == pytest.approx(0.1)


@given(st.lists(st.tuples(st.floats(0, 3), st.floats(0, 20)), min_size=1, max_size=50))
def test_that_who_waits_as_told_never_has_more_than_is_allowed(takes: list[tuple[float, float]]) -> None:
    allowance, now, taken = Allowance(per_second=7, at_once=20, now=0.0), 0.0, 0.0
    for pause, amount in takes:
        now += pause
        assert taken <= 20 + 7 * now + 1e-6
        now += allowance.take(amount, now)
        taken += amount
