"""How lengths are divided, and tiles of one size put into rows."""

from itertools import pairwise
from math import inf, isclose, nan

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from viewer.core.wall.grid import MIN_SHARE, best_rows, moved, shares_of, stretches

WIDE, TALL, SQUARE, STRIP = (1920, 1080), (1080, 1920), (1000, 1000), (3000, 300)
counts = st.integers(1, 40)
weights = st.lists(st.floats(0, 1), max_size=40)


@pytest.mark.parametrize(
    ("count", "rows"),
    [
        (1, (1,)),
        (2, (2,)),
        (3, (2, 1)),
        (4, (2, 2)),
        (5, (3, 2)),
        (7, (3, 3, 1)),
        (9, (3, 3, 3)),
        (16, (4, 4, 4, 4)),
        (25, (5, 5, 5, 5, 5)),
    ],
)
def test_that_wide_pictures_in_a_wide_window_make_a_square_of_tiles(count: int, rows: tuple[int, ...]) -> None:
    assert best_rows(count, *WIDE, 16 / 9, 6) == rows


@pytest.mark.parametrize(("count", "rows"), [(1, (1,)), (2, (1, 1)), (3, (1, 1, 1)), (4, (1, 1, 1, 1))])
def test_that_wide_pictures_in_a_tall_window_stand_below_each_other(count: int, rows: tuple[int, ...]) -> None:
    assert best_rows(count, *TALL, 16 / 9, 6) == rows


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7])
def test_that_tiles_of_a_strip_stand_in_one_row(count: int) -> None:
    assert best_rows(count, *STRIP, 4 / 3, 6) == (count,)


@pytest.mark.parametrize(("aspect", "rows"), [(16 / 9, (1, 1)), (4 / 3, (1, 1)), (9 / 16, (2,))])
def test_that_two_tiles_follow_the_shape_of_their_pictures(aspect: float, rows: tuple[int, ...]) -> None:
    assert best_rows(2, *SQUARE, aspect, 6) == rows


@pytest.mark.parametrize("count", [4, 9, 16, 25])
def test_that_a_square_number_of_square_pictures_fills_a_square(count: int) -> None:
    side = round(count**0.5)
    assert best_rows(count, *SQUARE, 1.0, 6) == (side,) * side


def test_that_no_tiles_need_no_rows() -> None:
    assert best_rows(0, *WIDE, 16 / 9, 6) == ()


@given(counts, st.integers(1, 4000), st.integers(1, 4000), st.floats(0.2, 5), st.integers(0, 20))
def test_that_every_tile_has_a_row(count: int, width: int, height: int, aspect: float, gap: int) -> None:
    rows = best_rows(count, width, height, aspect, gap)
    assert sum(rows) == count
    assert all(row == rows[0] for row in rows[:-1])
    assert 0 < rows[-1] <= rows[0]


@given(counts, weights, st.integers(0, 4000), st.integers(0, 10))
def test_that_stretches_add_up_exactly_and_do_not_overlap(
    count: int, weights: list[float], length: int, gap: int
) -> None:
    length += gap * (count - 1)
    parts = stretches(count, weights, length, gap)
    assert parts[0][0] == 0
    assert parts[-1][1] == length
    assert all(after - before == gap for (_, before), (after, _) in pairwise(parts))
    assert all(start <= end for start, end in parts)


@given(counts, weights, st.integers(-5, 300), st.integers(0, 10))
@example(5, [], 10, 4)
def test_that_no_stretch_is_smaller_than_nothing(count: int, weights: list[float], length: int, gap: int) -> None:
    assert all(start <= end for start, end in stretches(count, weights, length, gap))


def test_that_stretches_follow_their_weights() -> None:
    assert stretches(3, [0.5, 0.25, 0.25], 104, 2) == [(0, 50), (52, 77), (79, 104)]


@pytest.mark.parametrize("weights", [[], [1.0], [1.0] * 3, [0.0, 1.0], [-1.0, 2.0], [nan, 1.0], [inf, 1.0]])
def test_that_senseless_weights_count_as_even(weights: list[float]) -> None:
    assert shares_of(2, weights) == [0.5, 0.5]
    assert stretches(2, weights, 100, 0) == [(0, 50), (50, 100)]


def test_that_a_moved_boundary_changes_its_neighbours_only() -> None:
    assert moved(4, (), 1, 0.1) == pytest.approx([0.25, 0.35, 0.15, 0.25])


@given(st.integers(2, 12), weights, st.floats(-2, 2), st.data())
@example(3, [0.01, 0.01, 0.98], 0.5, None)
@example(2, [1.0, 5e-324], 0.0, None)
def test_that_moved_keeps_the_sum_and_makes_no_share_senseless(
    count: int, weights: list[float], by: float, data: st.DataObject | None
) -> None:
    boundary = data.draw(st.integers(0, count - 2)) if data else 0
    shares = moved(count, weights, boundary, by)
    assert isclose(sum(shares), 1)
    assert all(share > 0 for share in shares)


@given(st.integers(2, 25), st.lists(st.tuples(st.integers(0, 23), st.floats(-2, 2)), max_size=30))
def test_that_no_tile_is_pushed_below_the_least_share(count: int, moves: list[tuple[int, float]]) -> None:
    shares: list[float] = []
    for boundary, by in moves:
        shares = moved(count, shares, boundary % (count - 1), by)
    least = min(MIN_SHARE, 0.5 / count)
    assert all(share >= least - 1e-9 for share in shares_of(count, shares))


@given(st.lists(st.floats(min_value=5e-324, max_value=1), min_size=1, max_size=40))
@example([1e-300, 1.0])
@example([1.0, 1e-9, 1e-9])
def test_that_no_share_is_too_small_to_be_seen_whatever_was_read(weights: list[float]) -> None:
    shares = shares_of(len(weights), weights)
    assert sum(shares) == pytest.approx(1)
    assert min(shares) >= min(MIN_SHARE, 0.5 / len(weights)) - 1e-9
    assert shares_of(len(weights), shares) == pytest.approx(shares)
