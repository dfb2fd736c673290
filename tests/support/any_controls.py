"""Controls for property tests: any row, any value that may come over the wire, and whether they go together."""

import math

from hypothesis import strategies as st

from camwire.controls import KINDS, MOST, ControlRow

letters = st.characters(exclude_categories=["Cs"])
names = st.text("abcdefghijklmnopqrstuvwxyz_0123456789", min_size=1, max_size=12)
words = st.text(letters, min_size=1, max_size=8)
whole = st.integers(-1000, 1000)
real = st.floats(-1000, 1000)


@st.composite
def any_row(draw: st.DrawFn) -> ControlRow:
    """A control of any kind, with any bounds or none."""
    name, kind = draw(names), draw(st.sampled_from(KINDS))
    if kind == "boolean":
        return ControlRow(name, kind)
    if kind == "choice":
        return ControlRow(name, kind, choices=tuple(draw(st.lists(words, min_size=1, max_size=4, unique=True))))
    bounds = sorted(draw(st.tuples(*[whole if kind == "integer" else whole | real] * 2)))
    least, most = (draw(st.sampled_from([each, None])) for each in bounds)
    return ControlRow(name, kind, least=least, most=most, step=draw(st.none() | st.integers(1, 9)), unit="µs")


def any_thing() -> st.SearchStrategy[object]:
    """What msgpack can carry: near the bounds, far beyond them, and of every other type."""
    scalars = (
        st.booleans() | st.integers(-1100, 1100) | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(letters)
    )
    others = (
        st.none() | st.binary(max_size=4) | st.lists(scalars, max_size=2) | st.dictionaries(words, scalars, max_size=2)
    )
    # Words that a typed line would understand.
    return st.sampled_from(["on", "off", "default", "5", "", "nan"]) | scalars | others


def fitting(row: ControlRow, value: object) -> bool:
    """Whether `row` takes `value`, said in another way than the code under test does."""
    if row.kind == "boolean":
        return value is True or value is False
    if row.kind == "choice":
        return type(value) is str and row.choices.count(value) == 1
    if type(value) is not int and not (type(value) is float and row.kind == "number" and math.isfinite(value)):
        return False
    low = -MOST if row.least is None else row.least
    high = MOST if row.most is None else row.most
    return min(max(value, low), high) == value
