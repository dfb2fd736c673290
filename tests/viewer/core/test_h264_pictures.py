"""From H.264 to what is painted, and what becomes of streams that are damaged or made to harm."""

import random
import sys
import time

import numpy as np
import psutil
import pytest

from camwire import limits
from camwire.frame import EncodedFrame
from tests.support.h264 import HEIGHT, WIDTH, frames, in_slices, picture_of_size, pictures
from viewer.core import decoders
from viewer.core.decoders.base import DecodeError
from viewer.core.decoders.h264 import H264Decoder

MEGABYTE = 1_000_000


def keyframe(payload: bytes) -> EncodedFrame:
    return EncodedFrame(1, 0, "h264", WIDTH, HEIGHT, payload)


def test_that_pictures_look_like_those_that_were_encoded() -> None:
    decoder = H264Decoder()
    for picture, frame in zip(pictures(), frames(pictures()), strict=True):
        shown = decoder.decode(frame)
        assert shown.shape == (HEIGHT, WIDTH, 4)
        assert shown.flags.c_contiguous
        assert np.abs(shown[..., :3].astype(int) - picture).mean() < 6


def test_that_rows_are_whole_where_ffmpeg_pads_them() -> None:
    narrow = [np.ascontiguousarray(each[:98, :90]) for each in pictures()[:2]]
    decoder = H264Decoder()
    for picture, frame in zip(narrow, frames(narrow), strict=True):
        shown = decoder.decode(frame)
        assert shown.shape == (98, 90, 4)
        assert shown.flags.c_contiguous
        # Rows that were taken for shorter or longer ones would be sheared.
        assert np.abs(shown[..., 1].astype(int) - picture[..., 1]).mean() < 10


def test_that_pictures_stay_as_they_are_while_later_ones_are_decoded() -> None:
    decoder = H264Decoder()
    shown = [decoder.decode(frame) for frame in frames(pictures())]
    again = H264Decoder()
    assert all((before == again.decode(frame)).all() for before, frame in zip(shown, frames(pictures()), strict=True))


def test_that_the_size_may_change_at_a_keyframe() -> None:
    small = [np.ascontiguousarray(each[:120, :160]) for each in pictures()[:2]]
    decoder = H264Decoder()
    shown = [decoder.decode(frame) for frame in frames([*pictures()[:2], *small])]
    assert [each.shape[:2] for each in shown] == [(HEIGHT, WIDTH)] * 2 + [(120, 160)] * 2


def test_that_a_delta_without_the_keyframe_is_refused() -> None:
    with pytest.raises(DecodeError, match="build on one that is not here"):
        H264Decoder().decode(frames(pictures())[3])


def test_that_a_delta_that_calls_itself_a_keyframe_is_refused() -> None:
    delta = frames(pictures())[3]
    with pytest.raises(DecodeError, match=r"damaged H\.264"):
        H264Decoder().decode(keyframe(bytes(delta.payload)))


@pytest.mark.parametrize("payload", [b"", b"\0", b"\0\0\1\x65", b"no picture at all" * 50])
def test_that_what_is_no_picture_is_refused(payload: bytes) -> None:
    with pytest.raises(DecodeError, match=r"damaged H\.264"):
        H264Decoder().decode(keyframe(payload))


def test_that_a_picture_that_was_cut_short_is_refused_and_the_next_keyframe_is_shown() -> None:
    made = frames(pictures(), keyframes=(5,))
    decoder = H264Decoder()
    decoder.decode(made[0])
    with pytest.raises(DecodeError, match=r"damaged H\.264"):
        decoder.decode(keyframe(bytes(made[4].payload)[:-500]))
    with pytest.raises(DecodeError, match="not here"):
        decoder.decode(made[5])
    assert decoder.decode(made[4]).shape == (HEIGHT, WIDTH, 4)
    assert decoder.decode(made[5]).shape == (HEIGHT, WIDTH, 4)


@pytest.mark.parametrize("kept", [1, 2, 3])
def test_that_a_picture_without_all_its_slices_is_refused_rather_than_filled_from_memory(kept: int) -> None:
    *parameters, first, second, third, last = in_slices(pictures()[0], 4)
    assert H264Decoder().decode(keyframe(b"".join([*parameters, first, second, third, last]))).shape[0] == HEIGHT
    with pytest.raises(DecodeError, match=r"damaged H\.264"):
        H264Decoder().decode(keyframe(b"".join([*parameters, *[first, second, third][:kept]])))


def test_that_damage_is_an_error_or_a_picture_and_nothing_else() -> None:
    made, chance = frames(pictures()), random.Random(1)
    refused = 0
    for number in range(150):
        damaged, decoder = bytearray(made[number % 2].payload), H264Decoder()
        for _ in range(chance.randrange(1, 6)):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        try:
            for payload in [bytes(damaged)] if number % 2 == 0 else [bytes(made[0].payload), bytes(damaged)]:
                decoder.decode(keyframe(payload))
        except DecodeError:
            refused += 1
    assert 20 < refused < 150


@pytest.mark.alone
def test_that_a_size_beyond_the_limit_is_refused_before_there_is_memory_for_it() -> None:
    # Those of the limit itself are read, and stop at what is missing.
    with pytest.raises(DecodeError):
        H264Decoder().decode(keyframe(picture_of_size(640, 480)))
    process = psutil.Process()
    before, began = process.memory_info().rss, time.process_time()
    with pytest.raises(DecodeError, match=r"damaged H\.264"):
        H264Decoder().decode(keyframe(picture_of_size(1920, 64_000)))
    assert process.memory_info().rss - before < 64 * MEGABYTE
    assert time.process_time() - began < 0.3


def test_that_more_parts_than_one_picture_has_are_refused_unread() -> None:
    payload = bytes(frames(pictures())[0].payload)
    with pytest.raises(DecodeError, match="too much work"):
        H264Decoder().decode(keyframe(limits.H264_UNITS * payload))


def test_that_memory_stays_flat() -> None:
    made, process = frames(pictures()), psutil.Process()

    def decode_all(times: int) -> int:
        for _ in range(times):
            decoder = H264Decoder()
            for frame in made:
                decoder.decode(frame)
        return process.memory_info().rss

    before = decode_all(10)
    assert decode_all(40) - before < 8 * MEGABYTE


def test_that_it_is_offered_where_pyav_is_and_missed_by_name_where_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    (made,) = frames(pictures()[:1])
    assert "h264" in decoders.offered()
    monkeypatch.setitem(sys.modules, "av", None)
    assert "h264" not in decoders.offered()
    with pytest.raises(DecodeError, match=r"pip install '\.\[viewer,h264\]' in the checkout"):
        H264Decoder().decode(made)
