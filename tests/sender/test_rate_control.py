"""Rate control on links made of arithmetic: what it does to the age of pictures, and when it keeps still."""

import itertools
import random
from collections.abc import Callable

import pytest

from sender.rate.deliveries import Deliveries
from sender.rate.ladder import LADDER, Step
from sender.rate.rate_control import RateControl
from tests.sender.rate_simulation import MEGABIT, Deltas, Scene, Shown, SimulatedLink, percentile_of_ages, photograph

FULL = Step()
BUCKETS = (0.0, 4_000.0, 16_000.0, 64_000.0)
SETTLED = 5.0


def rate_of(shown: list[Shown], seconds: float) -> float:
    return len(shown) / seconds


def fast_link(jitter: Callable[[], float] = lambda: 0.0) -> SimulatedLink:
    return SimulatedLink(1000 * MEGABIT, round_trip=0.001, jitter=jitter)


def steps_of(scene: Scene) -> list[Step]:
    return [step for _, step in scene.steps]


@pytest.mark.parametrize("burst", BUCKETS)
@pytest.mark.parametrize(("megabits", "age", "fps"), [(5, 0.3, 10), (2, 0.45, 8), (1, 0.6, 5)])
def test_that_pictures_stay_fresh_on_a_narrow_link(megabits: float, age: float, fps: float, burst: float) -> None:
    scene = Scene(SimulatedLink(megabits * MEGABIT, burst=burst)).run(60)
    settled = scene.since(SETTLED)
    assert percentile_of_ages(settled) < age
    assert rate_of(settled, 60 - SETTLED) >= fps


@pytest.mark.parametrize("burst", BUCKETS)
@pytest.mark.parametrize("megabits", [5, 1, 0.5])
def test_that_a_link_that_widens_gets_everything_within_ten_seconds(megabits: float, burst: float) -> None:
    scene = Scene(SimulatedLink(megabits * MEGABIT, burst=burst)).run(60)
    assert scene.control.step != FULL
    scene.link.rate = 100 * MEGABIT
    widened = len(scene.run(10).steps)
    assert scene.control.step == FULL
    assert scene.run(60).steps[widened:] == []


@pytest.mark.parametrize("burst", BUCKETS)
@pytest.mark.parametrize("megabits", [10, 5, 1])
def test_that_it_does_not_swing_on_a_link_that_stays_as_it_is(megabits: float, burst: float) -> None:
    scene = Scene(SimulatedLink(megabits * MEGABIT, burst=burst)).run(120)
    late = [(at, step) for at, step in scene.steps if at > 60]
    assert len(late) <= 60, "it changes less than once a second"
    sizes = [each.size for each in scene.since(60)]
    assert max(sizes) < 4.5 * sorted(sizes)[len(sizes) // 2]


def test_that_a_link_that_narrows_is_left_to_drain_within_two_seconds() -> None:
    scene = Scene(fast_link()).run(20)
    scene.link.rate = 5 * MEGABIT
    scene.run(20)
    assert percentile_of_ages(scene.since(22)) < 0.3


@pytest.mark.parametrize(
    "link",
    [
        fast_link(),
        SimulatedLink(100 * MEGABIT, round_trip=0.002),
        SimulatedLink(50 * MEGABIT, round_trip=0.02),
    ],
    ids=["loopback", "LAN", "50 Mbit/s"],
)
def test_that_a_link_that_carries_everything_never_leaves_full(link: SimulatedLink) -> None:
    assert steps_of(Scene(link).run(600)) == [FULL]


def test_that_a_long_way_is_not_a_narrow_one() -> None:
    far = SimulatedLink(1000 * MEGABIT, round_trip=0.25)
    assert steps_of(Scene(far, window=10).run(120)) == [FULL]


def test_that_a_way_that_becomes_longer_is_full_again_soon() -> None:
    scene = Scene(fast_link(), window=10).run(10)
    scene.link.round_trip = 0.25
    scene.run(30)
    assert scene.control.step == FULL


@pytest.mark.parametrize(("before", "after"), [(0.02, 0.4), (0.01, 0.15), (0.01, 0.25)])
def test_that_a_way_that_has_become_longer_for_good_is_believed_in_after_minutes(before: float, after: float) -> None:
    scene = Scene(SimulatedLink(100 * MEGABIT, round_trip=before), window=16).run(20)
    scene.link.round_trip = after
    changes = len(scene.run(200).steps)
    assert scene.control.step == FULL
    assert len(scene.run(300).steps) == changes


def test_that_a_longer_way_on_a_narrow_link_does_not_keep_it_on_the_lowest_step() -> None:
    scene = Scene(SimulatedLink(1 * MEGABIT, round_trip=0.02), window=8).run(30)
    scene.link.round_trip = 0.4
    scene.run(300)
    sent = sum(each.size for each in scene.since(200)) / (scene.shown[-1].at - 200)
    assert sent > 0.5 * MEGABIT


@pytest.mark.parametrize("megabits", [5, 1, 0.5])
def test_that_a_narrow_link_is_not_taken_for_a_longer_way_as_time_goes_by(megabits: float) -> None:
    scene = Scene(SimulatedLink(megabits * MEGABIT)).run(60)
    early = percentile_of_ages(scene.since(SETTLED))
    scene.run(1200)
    assert percentile_of_ages(scene.since(1000)) < 1.1 * early


@pytest.mark.parametrize("seconds", [0.1, 0.5, 2.0])
def test_that_a_slow_painter_is_not_a_slow_link(seconds: float) -> None:
    random_seconds = random.Random(1).uniform
    scene = Scene(fast_link(), held=lambda: random_seconds(0, seconds)).run(120)
    assert steps_of(scene) == [FULL]


def test_that_a_viewer_that_reads_late_is_not_long_taken_for_a_slow_link() -> None:
    random_seconds = random.Random(1).uniform
    scene = Scene(fast_link(lambda: random_seconds(0, 0.3))).run(120)
    at_full = [each for each in scene.since(10) if (each.step.quality, each.step.scale) == (None, 1.0)]
    assert len(at_full) > 0.7 * len(scene.since(10))


def test_that_a_hiccup_of_half_a_second_changes_nothing() -> None:
    numbers = itertools.count()
    scene = Scene(fast_link(lambda: 0.0 if next(numbers) % 40 else 0.5)).run(300)
    assert steps_of(scene) == [FULL]


def test_that_quality_falls_before_size_and_size_before_rate_is_given_up() -> None:
    costs = [photograph(Step(rung.quality, rung.scale)) * (rung.fps or 30.0) for rung in LADDER]
    assert costs == sorted(costs, reverse=True)
    qualities, scales = [rung.quality or 100 for rung in LADDER], [rung.scale for rung in LADDER]
    assert qualities == sorted(qualities, reverse=True)
    assert qualities[scales.index(0.75) :] == [min(qualities)] * (len(LADDER) - scales.index(0.75))
    assert [rung.fps for rung in LADDER if rung.scale > 0.5] == [None] * scales.index(0.5)


@pytest.mark.parametrize("megabits", [10, 3, 1, 0.2])
def test_that_a_ceiling_is_kept_on_average(megabits: float) -> None:
    scene = Scene(fast_link())
    scene.control.limit(int(megabits * MEGABIT))
    scene.run(60)
    settled = scene.since(SETTLED)
    assert 0.3 * megabits * MEGABIT < sum(each.size for each in settled) / (60 - SETTLED) < 1.1 * megabits * MEGABIT


@pytest.mark.parametrize("megabits", [3, 1, 0.5])
def test_that_deltas_keep_a_ceiling_without_one_keyframe_after_another(megabits: float) -> None:
    scene = Scene(fast_link(), size=Deltas())
    scene.control.limit(int(megabits * MEGABIT))
    scene.run(60)
    looks = [(step.quality, step.scale) for at, step in scene.steps if at > 10]
    changes = sum(one != other for one, other in itertools.pairwise(looks))
    assert changes <= 25
    settled = scene.since(SETTLED)
    assert sum(each.size for each in settled) / (60 - SETTLED) < 1.15 * megabits * MEGABIT


@pytest.mark.parametrize("fps", [10.0, 25.0, 30.0])
@pytest.mark.parametrize("size", [photograph, Deltas()], ids=["whole pictures", "deltas"])
def test_that_a_ceiling_costs_quality_and_not_the_rate(fps: float, size: Callable[[Step], int]) -> None:
    scene = Scene(fast_link(), fps=fps, size=size)
    scene.control.limit(int(1.5 * MEGABIT))
    scene.run(60)
    least = 0.75 * min([fps, *(rung.fps for rung in LADDER[-5:] if rung.fps)])
    assert rate_of(scene.since(SETTLED), 60 - SETTLED) > (0.85 * fps if isinstance(size, Deltas) else least)


def test_that_a_link_that_narrows_again_is_left_to_drain_again() -> None:
    scene = Scene(SimulatedLink(5 * MEGABIT)).run(30)
    before = scene.control.step
    scene.link.rate = 1 * MEGABIT
    scene.run(30)
    assert scene.control.step.scale < before.scale
    assert percentile_of_ages(scene.since(34)) < 0.6


def test_that_a_ceiling_that_is_lifted_is_forgotten_within_five_seconds() -> None:
    scene = Scene(fast_link())
    scene.control.limit(int(0.2 * MEGABIT))
    scene.run(30)
    assert scene.control.step != FULL
    scene.control.limit(0)
    scene.run(5)
    assert scene.control.step == FULL


def test_that_a_slow_camera_keeps_its_quality_on_a_link_that_carries_it() -> None:
    scene = Scene(SimulatedLink(20 * MEGABIT), fps=2).run(60)
    assert steps_of(scene) == [FULL]


@pytest.mark.parametrize("burst", BUCKETS)
@pytest.mark.parametrize("megabits", [5, 1, 0.5])
def test_that_deltas_stay_where_whole_pictures_would_not_fit(megabits: float, burst: float) -> None:
    scene = Scene(SimulatedLink(megabits * MEGABIT, burst=burst), size=Deltas()).run(60)
    settled = scene.since(2 * SETTLED)
    assert {each.step.prefers_h264 for each in settled} == {True}
    assert percentile_of_ages(settled) < 0.15
    assert rate_of(settled, 60 - 2 * SETTLED) > 20


@pytest.mark.parametrize("burst", BUCKETS)
@pytest.mark.parametrize("megabits", [1, 0.5])
def test_that_deltas_have_all_their_quality_soon_after_the_link_widened(megabits: float, burst: float) -> None:
    scene = Scene(SimulatedLink(megabits * MEGABIT, burst=burst), size=Deltas()).run(60)
    scene.link.rate = 100 * MEGABIT
    step = scene.run(10).control.step
    assert (step.quality, step.scale, step.fps) == (None, 1.0, None)


def test_that_keyframes_do_not_hold_up_what_follows_for_long() -> None:
    scene = Scene(SimulatedLink(1 * MEGABIT, burst=16_000), size=Deltas()).run(120)
    late = [each for each in scene.since(20) if each.age > 0.45]
    assert len(late) < 0.02 * len(scene.since(20))


@pytest.mark.parametrize("fps", [15, 60])
def test_that_another_rate_of_the_camera_does_not_keep_it_on_a_low_step(fps: float) -> None:
    scene = Scene(SimulatedLink(1 * MEGABIT), fps=fps).run(30)
    scene.link.rate = 1000 * MEGABIT
    assert scene.run(10).control.step == FULL


def test_that_pictures_that_were_overtaken_count_as_taken() -> None:
    control = RateControl(0.0)
    control.taken(0, 0.0, 0.01)
    for number in range(1, 300):
        control.sent(number, 50_000, number / 30)
        if number % 3 == 0:
            control.taken(number, 0.0, number / 30 + 0.01)
    assert control.step == FULL


def test_that_credit_beyond_what_was_sent_makes_no_link_fast() -> None:
    deliveries = Deliveries()
    deliveries.sent(1, 50_000, 0.0)
    assert deliveries.taken(2, 0.0, 0.001) is None
    assert not deliveries.is_idle
    delivery = deliveries.taken(1, 0.0, 0.5)
    assert delivery is not None
    assert delivery.size == 50_000


def test_that_credit_for_what_was_never_sent_says_nothing() -> None:
    control = RateControl(0.0)
    for number in range(100):
        control.taken(number, 0.0, float(number))
    assert control.step == FULL
