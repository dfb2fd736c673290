"""Values as rows of a table. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from camwire.translation import tr
from viewer.ui.cards.kinds import COLUMNS, AnyArray, array_of, is_flat_dict, is_records, pixels_of, plain_scalar
from viewer.ui.cards.plain import brief, one_line, shape_of

CELL = 200


@dataclass(frozen=True, slots=True)
class Rows:
    """The first rows of a table that has `count`. `title` says what it is; `is_number` is by column."""

    cells: list[list[str]]
    is_number: list[bool]
    count: int
    heads: list[str] | None = None
    has_keys: bool = False
    title: str = ""
    left_out: int = 0
    """Columns that are not in it."""


def rows_of(value: object, most: int) -> Rows | None:
    """`value` as at most `most` rows; None if it makes no table."""
    if is_flat_dict(value):
        assert isinstance(value, Mapping)
        cells = [[key_text(key), _cell(cell)] for key, cell in islice(value.items(), most)]
        return Rows(cells, [False, False], len(value), has_keys=True)
    if is_records(value):
        assert isinstance(value, list | tuple)
        return _of_records(value, most)
    array = array_of(value)
    if array is None or pixels_of(value) is not None or not array.ndim:
        return None
    return _of_fields(array, most) if array.dtype.names and array.ndim == 1 else _of_array(array, most)


def key_text(key: object) -> str:
    """A key as it is read."""
    return one_line(key, 80) if isinstance(key, str) and key else brief(key)


def _of_records(value: Sequence[object], most: int) -> Rows:
    shown = [each for each in value[:most] if isinstance(each, Mapping)]
    if len(shown) < len(value[:most]):
        # Not only dicts further down: those are shown as they are, in the first column.
        cells = [[_cell(each)] for each in value[:most]]
        return Rows(cells, [False], len(value))
    keys: dict[object, None] = {}
    for each in shown:
        keys.update(dict.fromkeys(islice(each, COLUMNS)))
    columns = list(keys)[:COLUMNS]
    cells = [[_cell(each[key]) if key in each else "" for key in columns] for each in shown]
    numeric = [all(_is_number(each[key]) for each in shown if key in each) for key in columns]
    return Rows(cells, numeric, len(value), [key_text(key) for key in columns], left_out=len(keys) - len(columns))


def _of_fields(array: AnyArray, most: int) -> Rows:
    names = list(array.dtype.names or ())[:COLUMNS]
    cells = [[brief(row[name], CELL) for name in names] for row in array[:most]]
    fields = array.dtype.fields
    assert fields is not None
    kinds = [fields[name][0] for name in names]
    numeric = [kind.kind in "iuf" and not kind.shape for kind in kinds]
    left_out = len(array.dtype.names or ()) - len(names)
    title = tr("%n records", len(array))
    return Rows(cells, numeric, len(array), [key_text(name) for name in names], title=title, left_out=left_out)


def _of_array(array: AnyArray, most: int) -> Rows:
    title = shape_of(array.shape, str(array.dtype))
    if 0 in array.shape:
        return Rows([], [False], 0, title=tr("{title}, empty", title=title))
    is_number = array.dtype.kind in "iufb"
    flat, deep = array, array.ndim
    while flat.ndim > 2:
        flat = flat[0]
    if deep > 2:
        title += tr(", the first {sides} of it", sides=" × ".join(map(str, flat.shape)))
    if flat.ndim == 1:
        cells = [[brief(each, CELL)] for each in flat[:most]]
        return Rows(cells, [is_number], len(flat), title=title)
    cells = [[brief(each, CELL) for each in row[:COLUMNS]] for row in flat[:most]]
    columns = min(flat.shape[1], COLUMNS)
    return Rows(cells, [is_number] * columns, len(flat), title=title, left_out=flat.shape[1] - columns)


def _cell(value: object) -> str:
    """A value in a table, where nothing is nothing."""
    return "" if isinstance(value, str) and not value else brief(value, CELL)


def _is_number(value: object) -> bool:
    value = plain_scalar(value)
    return isinstance(value, int | float) and not isinstance(value, bool)
