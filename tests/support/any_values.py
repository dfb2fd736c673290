"""Values of every type that the codec carries, for property tests, and what it means that two of them are the same."""

import datetime as dt
import math
import struct
from decimal import Decimal
from typing import Any

import numpy as np
import simplejpeg
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from camwire.values import ArrayValue, Jpeg, ScalarValue

PICTURE = simplejpeg.encode_jpeg(np.zeros((48, 64, 3), np.uint8))


def to_numpy(value: ArrayValue | ScalarValue) -> Any:
    return np.asarray(value) if isinstance(value, ArrayValue) else np.asarray(value)[()]


def bits(number: float) -> object:
    return "nan" if math.isnan(number) else struct.pack("d", number)


def exact(value: Any) -> object:
    """Something that is equal for values that are the same in every respect, and for no others."""
    kind = type(value)
    if isinstance(value, np.ndarray | np.generic):
        return (kind, value.dtype.descr if value.dtype.names else value.dtype, value.shape, value.tobytes())
    if kind is float:
        return (kind, bits(value))
    if kind is complex:
        return (kind, bits(value.real), bits(value.imag))
    if kind is Decimal:
        return (kind, value.as_tuple())
    if kind in (list, tuple):
        return (kind, [exact(each) for each in value])
    if kind in (set, frozenset):
        return (kind, sorted(map(repr, map(exact, value))))
    if kind is dict:
        return (kind, [(exact(key), exact(each)) for key, each in value.items()])
    if kind in (dt.datetime, dt.time):
        return (kind, value.replace(tzinfo=None), value.fold, value.utcoffset())
    return (kind, value)


zones = st.none() | st.builds(
    lambda seconds: dt.timezone(dt.timedelta(microseconds=seconds)), st.integers(1 - 864 * 10**8, 864 * 10**8 - 1)
)
folds = st.integers(0, 1)
moments = st.builds(lambda value, fold: value.replace(fold=fold), st.datetimes(timezones=zones), folds)
times = st.builds(lambda value, fold: value.replace(fold=fold), st.times(timezones=zones), folds)
decimals = st.decimals().filter(lambda value: value.is_nan() or value.is_infinite() or abs(value.adjusted()) < 9_000)
simple_keys = (
    st.none() | st.booleans() | st.integers() | st.integers(-(10**4000), 10**4000) | st.floats() | st.text()
    | st.binary() | moments | times | st.dates() | st.timedeltas() | st.uuids()
    | decimals.filter(lambda value: not value.is_snan()) | st.complex_numbers()
)  # fmt: skip
keys = st.recursive(
    simple_keys, lambda inner: st.lists(inner, max_size=3).map(tuple) | st.frozensets(inner, max_size=3), max_leaves=5
)
scalars = st.sampled_from([
    np.float32(0.1), np.float16(-0.0), np.float64("nan"), np.int8(-1), np.uint64(2**64 - 1), np.bool_(True),
    np.complex64(1 + 2j), np.str_("Tür"), np.str_(""), np.bytes_(b"x"), np.bytes_(b""), np.datetime64("NaT"),
    np.datetime64("2026-01-02", "D"), np.timedelta64(5, "ms"), np.void(b"abc"),
])  # fmt: skip
DTYPES: list[Any] = [
    "?", "i1", "u1", "<i2", ">i2", "<u4", ">u8", "i8", "f2", ">f4", "f8", ">c8", "c16", "M8", "M8[s]", ">M8[25us]",
    "m8[D]", "U3", ">U2", "S5", "V7", [("a", "u1"), ("b", ">f4")], [("a", "?", (2, 3)), ("t", "U2")],
    [("deep", [("x", "<i2"), ("t", ">U1")], (2,)), ("when", "M8[ms]")], [("V", "V3"), ("S", "S2", (4,))],
]  # fmt: skip


def arrays(kind: Any) -> st.SearchStrategy[Any]:
    return hnp.arrays(np.dtype(kind), hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3))


# Those that Hypothesis can fill.
FILLED = [kind for kind in DTYPES if kind != "M8" and "V" not in str(kind)]
numpy_values = scalars | st.sampled_from(FILLED).flatmap(arrays)
values = st.recursive(
    keys | decimals | numpy_values | st.just(Jpeg(PICTURE, 64, 48)),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(keys, inner, max_size=4)
        | st.sets(keys, max_size=4)
    ),
    max_leaves=12,
)
