"""Keyframes that tell that their colours have the whole range, as a real decoder takes them."""

from fractions import Fraction
from typing import Any

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sender.picamera.h264_colours import told_full_range
from tests.support.h264 import HEIGHT, WIDTH, picture_of_size, pictures

FULL, BT601 = 2, 6


def encoded(**more: Any) -> bytes:
    """A keyframe of x264."""
    context: Any = av.CodecContext.create("libx264", "w")
    context.width, context.height, context.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    context.time_base, context.thread_count = Fraction(1, 30), 1
    context.options = {"tune": "zerolatency", **{name.replace("_", "-"): value for name, value in more.items()}}
    (packet,) = context.encode(av.VideoFrame.from_ndarray(pictures()[0], format="bgr24").reformat(format="yuv420p"))
    return bytes(packet)


def decoded(payload: bytes) -> Any:
    context: Any = av.CodecContext.create("h264", "r")
    return [*context.decode(av.Packet(payload)), *context.decode(None)][0]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"profile": "baseline"},
        {"x264_params": "fullrange=off:colorprim=bt709:colormatrix=bt709:sar=2/1:overscan=show"},
        {"x264_params": "videoformat=pal:nal-hrd=vbr:vbv-maxrate=500:vbv-bufsize=500"},
        {"x264_params": "interlaced=1:sar=255/254"},
    ],
)
def test_that_whatever_was_told_before_the_whole_range_is_told_and_pixels_stay(more: dict[str, str]) -> None:
    before = encoded(**more)
    after = told_full_range(before)
    told, untold = decoded(after), decoded(before)
    assert (told.color_range, told.colorspace) == (FULL, BT601)
    assert untold.color_range != FULL
    assert (told.width, told.height) == (WIDTH, HEIGHT)
    assert (told.to_ndarray() == untold.to_ndarray()).all()
    assert told_full_range(after) == after


def test_that_it_is_told_where_nothing_was_told_of_how_to_show_it() -> None:
    picture = decoded(told_full_range(picture_of_size(64, 48)))
    assert (picture.color_range, picture.colorspace, picture.width, picture.height) == (FULL, BT601, 64, 48)


@given(st.binary(max_size=60))
def test_that_what_is_not_understood_stays_as_it_is_or_at_least_whole(rest: bytes) -> None:
    told_full_range(b"\0\0\0\1\x67" + rest)
    assert told_full_range(rest.replace(b"\0\0\1", b"")) == rest.replace(b"\0\0\1", b"")
