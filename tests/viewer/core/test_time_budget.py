"""How much of a thread's time one kind of work may take."""

from viewer.core.pictures.time_budget import RESERVE_SECONDS, TimeBudget


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_that_work_within_its_budget_goes_on_for_ever() -> None:
    clock = Clock()
    budget = TimeBudget(0.25, clock)
    for _ in range(1000):
        assert budget.has_time()
        budget.spend(0.002)
        clock.now += 0.010


def test_that_work_beyond_its_budget_is_told_and_may_go_on_later() -> None:
    clock = Clock()
    budget = TimeBudget(0.25, clock)
    budget.spend(RESERVE_SECONDS + 0.1)
    assert not budget.has_time()
    clock.now += 0.3
    assert not budget.has_time()
    clock.now += 0.2
    assert budget.has_time()


def test_that_a_pause_saves_up_no_more_than_a_burst() -> None:
    clock = Clock()
    budget = TimeBudget(0.25, clock)
    clock.now += 3600
    assert budget.has_time()
    budget.spend(RESERVE_SECONDS + 0.001)
    assert not budget.has_time()
