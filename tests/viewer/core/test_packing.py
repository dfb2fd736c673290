"""Tiles of several cells, packed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from viewer.core.wall.layout import SINGLE, SPANS, Span
from viewer.core.wall.packing import Cell, best_packing, pack

WIDE, TALL = (1920, 1080), (1080, 1920)
many_spans = st.lists(st.sampled_from(SPANS), max_size=40)


@given(many_spans, st.integers(1, 12))
def test_that_no_cell_is_taken_twice_and_none_is_outside(spans: list[Span], columns: int) -> None:
    packing = pack(spans, columns)
    parts = [part for cell in packing.cells for part in cell.parts()]
    assert len(parts) == len(set(parts))
    assert len(packing.cells) == len(spans)
    assert all(0 <= column < columns and 0 <= row < packing.rows for column, row in parts)


@given(many_spans, st.integers(1, 12))
def test_that_no_tile_is_smaller_than_its_span(spans: list[Span], columns: int) -> None:
    cells = pack(spans, columns).cells
    assert all(
        cell.columns >= min(wide, columns) and cell.rows >= high
        for cell, (wide, high) in zip(cells, spans, strict=True)
    )


@given(many_spans, st.integers(1, 12))
def test_that_tiles_of_one_span_stand_in_reading_order(spans: list[Span], columns: int) -> None:
    cells = pack(spans, columns).cells
    for kind in SPANS:
        begins = [(cell.row, cell.column) for cell, span in zip(cells, spans, strict=True) if span == kind]
        # What grows to the left stays behind the one before it.
        assert begins == sorted(begins)


@given(st.integers(0, 40), st.integers(1, 12))
def test_that_single_tiles_fill_rows(count: int, columns: int) -> None:
    packing = pack([SINGLE] * count, columns)
    assert [(cell.column, cell.row) for cell in packing.cells] == [
        (number % columns, number // columns) for number in range(count)
    ]
    assert packing.loose == (count % columns if count > columns else 0)


@given(many_spans, st.integers(1, 4000), st.integers(1, 4000), st.floats(0.3, 3))
@example([(2, 1)], 1152, 48, 4 / 3)
def test_that_the_best_packing_has_a_cell_for_every_tile(
    spans: list[Span], width: int, height: int, aspect: float
) -> None:
    packing = best_packing(tuple(spans), width, height, aspect, 6)
    assert len(packing.cells) == len(spans)


@pytest.mark.parametrize(
    ("count", "large", "columns", "rows"),
    [(6, (2, 2), 3, 3), (8, (3, 3), 4, 4), (13, (2, 2), 4, 4)],
)
def test_that_a_large_tile_and_the_small_ones_round_it_make_a_square(
    count: int, large: Span, columns: int, rows: int
) -> None:
    packing = best_packing((large, *[SINGLE] * (count - 1)), *WIDE, 16 / 9, 6)
    assert (packing.columns, packing.rows, packing.loose) == (columns, rows, 0)
    assert packing.cells[0] == Cell(0, 0, *large)


def test_that_a_later_tile_fills_the_room_that_an_earlier_one_left() -> None:
    packing = pack([(2, 2), (2, 2), SINGLE], 3)
    assert [(cell.column, cell.row) for cell in packing.cells] == [(0, 0), (0, 2), (2, 0)]


def test_that_tiles_grow_into_what_stays_empty() -> None:
    packing = pack([(2, 2), SINGLE], 3)
    assert packing.cells == (Cell(0, 0, 2, 2), Cell(2, 0, 1, 2))
    assert packing.rows == 2


def test_that_a_span_wider_than_the_wall_takes_all_of_it() -> None:
    assert pack([(3, 3)], 1).cells == (Cell(0, 0, 1, 3),)


@pytest.mark.parametrize("size", [WIDE, TALL])
def test_that_one_large_tile_fills_the_wall(size: tuple[int, int]) -> None:
    packing = best_packing(((2, 2),), *size, 16 / 9, 6)
    assert (packing.columns, packing.rows) == (2, 2)
