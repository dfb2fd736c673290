"""How much is asked for at a time, over links that are numbers."""

import math
from collections import deque

import pytest

from camwire.files.flow import CHUNK, FIRST_CHUNKS, MOST_CHUNKS, Flow


def carry(bytes_per_s: float, trip: float, seconds: float, most: float = math.inf) -> tuple[float, float]:
    """Fetch over a link that carries so much; return bytes per second, and the longest wait in its queue (seconds)."""
    flow = Flow(most)
    now = free_at = longest = 0.0
    under_way: deque[tuple[float, float]] = deque()
    came = 0
    while now < seconds:
        room = flow.room(len(under_way) * CHUNK, now)
        if room:
            flow.asked(room, len(under_way) * CHUNK, now)
        for _ in range(room // CHUNK):
            begin = max(free_at, now + trip / 2)
            longest = max(longest, begin - (now + trip / 2))
            free_at = begin + CHUNK / bytes_per_s
            under_way.append((now, free_at + trip / 2))
        now = min(under_way[0][1] if under_way else math.inf, now + 0.2)
        while under_way and under_way[0][1] <= now:
            asked_at, _ = under_way.popleft()
            flow.came(CHUNK, now)
            flow.tripped(now - asked_at)
            came += CHUNK
    return came / now, longest


@pytest.mark.parametrize("bytes_per_s", [1e6, 3e6, 10e6])
@pytest.mark.parametrize("trip", [0.001, 0.02])
def test_that_the_link_is_used_and_little_waits_in_it(bytes_per_s: float, trip: float) -> None:
    rate, waited = carry(bytes_per_s, trip, seconds=20)
    assert rate > 0.75 * bytes_per_s
    assert waited < 0.2


def test_that_a_long_way_is_used_too() -> None:
    rate, waited = carry(4e6, trip=0.15, seconds=20)
    assert rate > 2.5e6
    assert waited < 0.2


def test_that_a_slow_link_has_a_chunk_or_two_under_way() -> None:
    _, waited = carry(50_000, trip=0.02, seconds=60)
    assert waited <= FIRST_CHUNKS * CHUNK / 50_000


def test_that_the_window_has_an_upper_end() -> None:
    flow = Flow()
    flow.tripped(0.001)
    flow.asked(CHUNK, 0, 0.0)
    flow.came(2**40, 1.0)
    assert flow.window == MOST_CHUNKS * CHUNK


@pytest.mark.parametrize("most", [200_000, 1_000_000, 5_000_000])
def test_that_the_rate_is_held_down(most: float) -> None:
    rate, _ = carry(50e6, trip=0.001, seconds=20, most=most)
    assert 0.75 * most < rate < 1.1 * most


def test_that_a_longer_way_is_used_as_well_as_if_it_had_been_the_first() -> None:
    flow = Flow()
    flow.came(CHUNK, 1.0)
    flow.came(10 * CHUNK, 2.0)
    flow.tripped(0.001)
    near = flow.window
    flow.linked()
    flow.tripped(0.5)
    assert flow.window > near
