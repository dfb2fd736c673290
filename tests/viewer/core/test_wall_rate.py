"""How a ceiling for the whole wall is shared."""

from math import floor, log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.pictures.wall_rate import LEAST, SLOWLY, STEP, UNTAKEN, Use, shares

MEGABYTE = 1_000_000


def hungry(share: int = 0) -> Use:
    """A camera that fills whatever it gets."""
    return Use(float(share), share)


def about(amount: float) -> object:
    """Equal but for the rounding, which is downwards."""
    return pytest.approx(amount / STEP**0.5, rel=STEP**0.5 - 1 + 1e-3)


def settled(ceiling: int, needs: dict[str, float], first: str | None = None, rounds: int = 12) -> dict[str, int]:
    """The shares of cameras that need so much, when nothing changes any more."""
    told = dict.fromkeys(needs, 0)
    for _ in range(rounds):
        uses = {key: Use(min(needs[key], told[key] or needs[key]), told[key]) for key in needs}
        told = shares(ceiling, uses, first)
    return told


def test_that_without_a_ceiling_nobody_is_limited() -> None:
    assert shares(0, {"a": Use(5 * MEGABYTE), "b": Use(0, 1000)}, "a") == {"a": 0, "b": 0}


def test_that_a_ceiling_is_shared_evenly_by_those_who_could_use_all_of_it() -> None:
    told = shares(MEGABYTE, {key: hungry() for key in "abcd"})
    assert set(told.values()) == {told["a"]}
    assert told["a"] == about(MEGABYTE / 4)


def test_that_what_one_does_not_use_goes_to_the_others() -> None:
    told = settled(MEGABYTE, {"still": 20_000, "a": MEGABYTE, "b": MEGABYTE})
    assert told["still"] < 60_000
    assert told["a"] == told["b"]
    assert told["a"] > 0.4 * MEGABYTE


def test_that_a_camera_that_needs_more_again_gets_it_back() -> None:
    needs = {"a": MEGABYTE / 50, "b": float(MEGABYTE)}
    told = settled(MEGABYTE, needs)
    for _ in range(12):
        told = shares(MEGABYTE, {key: hungry(share) for key, share in told.items()})
    assert told["a"] == told["b"] == about(MEGABYTE / 2)


def test_that_the_first_is_served_up_to_three_quarters_and_the_rest_is_shared() -> None:
    told = shares(MEGABYTE, {key: hungry() for key in "abcde"}, first="c")
    assert told["c"] == about(0.75 * MEGABYTE)
    assert told["a"] == told["b"] == told["d"] == told["e"] == about(MEGABYTE / 16)


def test_that_the_first_of_two_is_served_before_the_other() -> None:
    told = shares(MEGABYTE, {key: hungry() for key in "ab"}, first="b")
    assert told["b"] > 2.5 * told["a"]


def test_that_the_first_gets_all_that_the_others_leave() -> None:
    told = settled(MEGABYTE, {"first": 2.0 * MEGABYTE, "a": 20_000, "b": 20_000}, first="first")
    assert told["first"] > 0.8 * MEGABYTE


def test_that_the_first_takes_no_more_than_it_needs() -> None:
    told = settled(MEGABYTE, {"first": 30_000.0, "a": float(MEGABYTE), "b": float(MEGABYTE)}, first="first")
    assert told["a"] == told["b"] > 0.4 * MEGABYTE


def test_that_one_alone_gets_the_whole() -> None:
    assert shares(MEGABYTE, {"a": hungry()}, first="a") == {"a": about(MEGABYTE)}


def test_that_where_the_ceiling_is_far_away_everyone_has_room_to_grow() -> None:
    told = settled(100 * MEGABYTE, {"a": float(MEGABYTE), "b": float(MEGABYTE)})
    assert min(told.values()) > 10 * MEGABYTE


def test_that_cameras_that_cannot_be_told_count_and_are_not_told() -> None:
    told = shares(MEGABYTE, {"foreign": Use(0.6 * MEGABYTE, 0, is_limitable=False), "a": hungry()})
    assert told == {"a": about(0.4 * MEGABYTE)}


def test_that_something_is_shared_even_if_they_take_more_than_all() -> None:
    told = shares(MEGABYTE, {"foreign": Use(3.0 * MEGABYTE, 0, is_limitable=False), "a": hungry()})
    assert told == {"a": about(UNTAKEN * MEGABYTE)}


def test_that_nobody_is_left_without_a_picture() -> None:
    told = shares(20 * LEAST, {"first": hungry(), "paused before": Use(0.0, 300), "a": hungry()}, first="first")
    assert min(told.values()) >= LEAST / STEP


@pytest.mark.parametrize("first", [None, "a"])
def test_that_shares_come_to_rest(first: str | None) -> None:
    needs = {"a": 300_000.0, "b": 120_000.0, "c": 60_000.0, "d": 5_000_000.0}
    assert settled(MEGABYTE, needs, first, 20) == settled(MEGABYTE, needs, first, 21)


uses = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.builds(Use, st.floats(0, 1e9), st.integers(0, 10**9), st.booleans()),
    min_size=1,
)


@given(st.integers(1, 10**9), uses, st.sampled_from([None, *"abcdefgh"]))
def test_that_together_they_never_get_more_than_there_is(ceiling: int, uses: dict[str, Use], first: str | None) -> None:
    told = shares(ceiling, uses, first)
    assert set(told) == {key for key, use in uses.items() if use.is_limitable}
    untold = sum(use.took for use in uses.values() if not use.is_limitable)
    # To a byte for each.
    assert sum(told.values()) <= max(ceiling - untold, UNTAKEN * ceiling) * (1 + 1e-6) + len(told)
    assert all(share >= 1 for share in told.values())


def test_that_cameras_that_keep_below_their_share_in_steps_use_most_of_the_ceiling_and_the_first_most_of_all() -> None:
    told = dict.fromkeys("abcd", 0)
    taken = {}
    for _ in range(20):
        # Each step is twice as large as the one before, and none fits the share.
        taken = {key: (share and 3 * 2 ** floor(log2(share / 3))) or MEGABYTE for key, share in told.items()}
        told = shares(MEGABYTE, {key: Use(float(taken[key]), told[key]) for key in told}, first="a")
    assert sum(taken.values()) > 0.5 * MEGABYTE
    assert taken["a"] >= 2 * max(taken[key] for key in "bcd")


def test_that_a_camera_that_paused_for_breath_keeps_most_of_its_share() -> None:
    told = shares(MEGABYTE, {key: hungry() for key in "abcd"})
    held = shares(
        MEGABYTE, {key: hungry(share) for key, share in told.items() if key != "a"} | {"a": Use(0, told["a"])}
    )
    assert held["a"] > told["a"] * SLOWLY / STEP**2
