"""Arrays that are checked against their bytes before anybody makes pictures of them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camwire import limits
from camwire.arrays import ITEM_BYTES, MOST_DIMENSIONS, checked, checked_picture
from camwire.errors import WireError
from camwire.frame import Layout


@pytest.mark.parametrize("dtype", sorted(ITEM_BYTES))
def test_that_numpy_knows_every_type_and_gives_it_the_same_size(dtype: str) -> None:
    assert np.dtype(dtype).itemsize == ITEM_BYTES[dtype]
    assert not np.dtype(dtype).hasobject


@pytest.mark.parametrize("kind", [*"bBhHiIlLqQefdFD", "?", "int64", "uint8", "bool"])
def test_that_an_array_of_numpy_is_accepted_by_name_and_by_code(kind: str) -> None:
    array = np.zeros((2, 3), kind)
    assert checked(array.dtype.name, [2, 3], array.tobytes()) == Layout(array.dtype.name, (2, 3))
    assert checked(array.dtype.str, [2, 3], array.tobytes()) == Layout(array.dtype.str, (2, 3))


@pytest.mark.parametrize("kind", ["O", "U4", "S4", "V4", "M8[s]", "m8[s]", [("a", "u1")]])
def test_that_what_is_no_number_is_refused(kind: object) -> None:
    dtype = np.dtype(kind)  # type: ignore[call-overload]
    for name in (dtype.name, dtype.str, str(dtype), kind):
        with pytest.raises(WireError, match="an array of type"):
            checked(name, [1], bytes(dtype.itemsize))


@pytest.mark.parametrize("dtype", [None, 1, b"uint8", ["uint8"], {}, "", "UINT8", "uint8 ", "u1,u1", "<u", "\x00"])
def test_that_what_is_no_type_is_refused(dtype: object) -> None:
    with pytest.raises(WireError, match="an array of type"):
        checked(dtype, [1], b"x")


@pytest.mark.parametrize("side", [-1, 0, 1.0, True, None, "1", [1], float("nan"), float("inf"), b"\x01"])
def test_that_a_side_is_a_whole_number(side: object) -> None:
    with pytest.raises(WireError, match="an array of shape"):
        checked("uint8", [1, side], b"x")


@pytest.mark.parametrize("shape", [[2**32, 2**32], [2**64], [2**63, 2], [2**32, 2**32 + 1], [10**4000], [3]])
def test_that_as_many_bytes_are_needed_as_the_shape_says(shape: list[int]) -> None:
    with pytest.raises(WireError, match=r"bytes as an array of shape"):
        checked("uint8", shape, b"xx")


def test_that_no_more_dimensions_are_taken_than_the_limit() -> None:
    assert checked("uint8", [1] * MOST_DIMENSIONS, b"x").shape == (1,) * MOST_DIMENSIONS
    with pytest.raises(WireError, match="17 dimensions"):
        checked("uint8", [1] * (MOST_DIMENSIONS + 1), b"x")


def test_that_an_array_of_no_dimensions_is_one_number() -> None:
    assert checked("float32", [], bytes(4)) == Layout("float32", ())


def test_that_the_refusal_is_short_whatever_came() -> None:
    nested: object = 1
    for _ in range(900):
        nested = [nested]
    for dtype, shape in [("x" * 100_000, [1]), (nested, [1]), ("uint8", [nested]), ("uint8", [10**4000])]:
        with pytest.raises(WireError) as refused:
            checked(dtype, shape, b"x")  # type: ignore[arg-type]
        assert len(str(refused.value)) < 200


@pytest.mark.parametrize("shape", [(480, 640), (480, 640, 1), (480, 640, 3), (480, 640, 4)])
@pytest.mark.parametrize("dtype", ["uint8", "|u1", "bool", "<f4", "float64", "int32"])
def test_that_a_picture_has_two_sides_and_maybe_channels(shape: tuple[int, ...], dtype: str) -> None:
    assert checked_picture(Layout(dtype, shape)) == (640, 480)


@pytest.mark.parametrize("shape", [(), (5,), (0, 5), (5, 0), (5, 5, 0), (5, 5, 2), (5, 5, 5), (1, 5, 5, 3)])
def test_that_what_has_another_shape_is_no_picture(shape: tuple[int, ...]) -> None:
    with pytest.raises(WireError, match="pictures of shape"):
        checked_picture(Layout("uint8", shape))


@pytest.mark.parametrize("dtype", ["complex64", "<c16", "c8"])
def test_that_complex_numbers_are_no_picture(dtype: str) -> None:
    with pytest.raises(WireError, match="pictures of shape"):
        checked_picture(Layout(dtype, (5, 5)))


def test_that_a_picture_beyond_the_limit_is_refused() -> None:
    assert checked_picture(Layout("uint8", (8192, limits.PICTURE_PIXELS // 8192))) == (8192, 8192)
    with pytest.raises(WireError, match=r"8,192 × 8,193 pixels"):
        checked_picture(Layout("uint8", (8193, 8192)))


@settings(deadline=None, max_examples=200)
@given(
    dtype=st.sampled_from(sorted(ITEM_BYTES)) | st.text(max_size=5),
    shape=st.lists(st.integers(-2, 6) | st.integers(), max_size=5),
    length=st.integers(0, 200),
)
def test_that_numpy_makes_an_array_of_whatever_passed(dtype: str, shape: list[int], length: int) -> None:
    try:
        layout = checked(dtype, shape, bytes(length))
    except WireError:
        return
    assert np.frombuffer(bytes(length), layout.dtype).reshape(layout.shape).nbytes == length
