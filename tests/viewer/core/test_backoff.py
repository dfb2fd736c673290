"""When to try again."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from viewer.core.calls.backoff import Backoff


def test_that_waits_double_up_to_the_cap() -> None:
    backoff = Backoff(2.0, 30.0, lambda: 0.0)
    assert [backoff.wait() for _ in range(7)] == [2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0]


def test_that_chance_shortens_a_wait_by_up_to_a_third() -> None:
    backoff = Backoff(3.0, 30.0, lambda: 1.0)
    assert backoff.wait() == 2.0


def test_that_success_begins_anew() -> None:
    backoff = Backoff(2.0, 30.0, lambda: 0.0)
    backoff.wait()
    backoff.wait()
    backoff.reset()
    assert backoff.wait() == 2.0


@given(st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=2000))
def test_that_it_never_gives_up_and_never_waits_longer_than_the_cap(chances: list[float]) -> None:
    chance = iter(chances)
    backoff = Backoff(0.5, 30.0, lambda: next(chance))
    waits = [backoff.wait() for _ in chances]
    assert all(1 / 3 <= wait <= 30.0 for wait in waits)
    assert all(after > before * 2 / 3 - 1e-9 for before, after in pairwise(waits))
