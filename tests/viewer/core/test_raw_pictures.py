"""Pixels that come as they are."""

import numpy as np
import pytest

from camwire.frame import EncodedFrame, Layout
from viewer.core.decoders.base import DecodeError
from viewer.core.decoders.raw import RawDecoder


def decoded(array: np.ndarray) -> np.ndarray:
    layout = Layout(array.dtype.str, array.shape)
    frame = EncodedFrame(1, None, "raw", array.shape[1], array.shape[0], array.tobytes(), layout=layout)
    picture = RawDecoder().decode(frame)
    assert picture.flags.c_contiguous
    assert (picture.dtype, picture.shape) == (np.uint8, (*array.shape[:2], 4))
    return picture[:, :, :3]


def test_that_colours_are_kept_exactly() -> None:
    array = np.random.default_rng(1).integers(0, 256, (5, 7, 3), np.uint8)
    assert (decoded(array) == array).all()


def test_that_a_fourth_channel_is_left_out() -> None:
    array = np.random.default_rng(1).integers(0, 256, (5, 7, 4), np.uint8)
    assert (decoded(array) == array[:, :, :3]).all()


@pytest.mark.parametrize("shape", [(5, 7), (5, 7, 1)])
def test_that_one_channel_is_grey(shape: tuple[int, ...]) -> None:
    array = np.arange(35, dtype=np.uint8).reshape(shape)
    assert (decoded(array) == array.reshape(5, 7, 1)).all()


@pytest.mark.parametrize(
    ("dtype", "value", "shown"),
    [
        ("|b1", True, 255),
        ("<u2", 0xABCD, 0xAB),
        (">u2", 0xABCD, 0xAB),
        ("<u4", 0xAB000000, 0xAB),
        ("<i2", 0x7FFF, 255),
        ("<i2", -5, 0),
        ("|i1", 127, 254),
        ("<f4", 0.5, 127),
        ("<f8", 7.0, 255),
        ("<f8", float("nan"), 0),
        ("<f2", -1.0, 0),
    ],
)
def test_that_other_types_are_shown_by_what_is_most_of_them(dtype: str, value: float, shown: int) -> None:
    assert (decoded(np.full((3, 4), value, dtype)) == shown).all()


def test_that_a_frame_without_a_layout_is_refused() -> None:
    with pytest.raises(DecodeError):
        RawDecoder().decode(EncodedFrame(1, None, "raw", 4, 3, bytes(12)))
