"""A ceiling for bytes that holds picture by picture."""

import random

import pytest

from sender.rate.budget import BURST_SECONDS, HEADROOM, Budget

RATE = 100_000


def spent(budget: Budget, sizes: list[int], fps: float = 30.0) -> list[tuple[float, int]]:
    """When pictures of these sizes went that a camera at `fps` took."""
    gone, waiting, number = [], list(sizes), 0
    while waiting:
        number += 1
        if number / fps >= budget.due:
            budget.spend(waiting[0], number / fps)
            gone.append((number / fps, waiting.pop(0)))
    return gone


@pytest.mark.parametrize("usual", [500, 3_000, 8_000])
def test_that_what_goes_in_any_two_seconds_keeps_below_the_ceiling(usual: int) -> None:
    budget, sizes = Budget(), random.Random(usual)
    budget.change(RATE)
    gone = spent(budget, [round(usual * sizes.uniform(0.5, 1.5)) * (12 if n % 40 == 0 else 1) for n in range(600)])
    for at, _ in gone:
        within = [size for when, size in gone if at - 2 < when <= at]
        assert sum(within[:-1]) < 2 * RATE


def test_that_nearly_all_of_it_is_used() -> None:
    budget = Budget()
    budget.change(RATE)
    gone = spent(budget, [9_000] * 200)
    assert sum(size for _, size in gone) / gone[-1][0] == pytest.approx(HEADROOM * RATE, rel=0.05)


def test_that_pictures_that_fit_wait_for_nothing() -> None:
    budget = Budget()
    budget.change(RATE)
    assert spent(budget, [2_500] * 90)[-1][0] == pytest.approx(3.0)


def test_that_what_is_too_large_is_paid_for_before_the_next_goes() -> None:
    budget = Budget()
    budget.change(RATE)
    budget.spend(RATE, 10.0)
    assert budget.due == pytest.approx(10 + 1 / HEADROOM - BURST_SECONDS)


def test_that_without_a_ceiling_everything_goes_at_once() -> None:
    budget = Budget()
    budget.spend(10 * RATE, 10.0)
    assert budget.due < 10
    budget.change(RATE)
    budget.change(0)
    assert budget.due < 10
