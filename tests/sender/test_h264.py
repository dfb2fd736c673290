"""From capture to H.264."""

import sys
from math import log10

import cv2
import numpy as np
import pytest
import simplejpeg

from sender import Capture, UsageError
from sender.asked import Size
from sender.encoders import encoder_for, for_viewers, usable
from sender.encoders.h264 import H264Encoder, crf_for, fits
from sender.pictures.look import Look
from sender.pictures.yuv import Yuv420
from sender.pipeline.rendition import Demand
from sender.pipeline.renditions import Renditions
from tests.support.h264 import HEIGHT, WIDTH, Pixels, frame, frames, pictures
from viewer.core.decoders.h264 import H264Decoder


def luma_psnr(one: Pixels, other: Pixels) -> float:
    """Peak signal to noise ratio of the brightness, in dB."""
    grey = [cv2.cvtColor(np.ascontiguousarray(each[..., :3]), cv2.COLOR_BGR2GRAY) for each in (one, other)]
    return 10 * log10(255**2 / np.square(grey[0].astype(float) - grey[1]).mean())


def test_that_every_picture_gives_a_frame_at_once_and_only_the_first_is_a_keyframe() -> None:
    made = frames(pictures())
    assert [each.keyframe for each in made] == [True] + (len(made) - 1) * [False]


def test_that_a_keyframe_comes_when_it_is_wanted() -> None:
    made = frames(pictures(), keyframes=(6,))
    assert [each.sequence for each in made if each.keyframe] == [1, 6]
    # With everything that a decoder must know: it may be the first that a viewer gets.
    assert H264Decoder().decode(made[5]).shape == (HEIGHT, WIDTH, 4)


def test_that_deltas_are_small() -> None:
    made = frames(pictures())
    jpegs = [simplejpeg.encode_jpeg(each, quality=75, colorspace="BGR", colorsubsampling="420") for each in pictures()]
    assert sum(len(each.payload) for each in made[1:]) < sum(map(len, jpegs[1:])) / 4


@pytest.mark.parametrize("quality", [20, 50, 75, 90])
def test_that_a_quality_looks_as_in_jpeg(quality: int) -> None:
    decoder = H264Decoder()
    jpeg, h264 = [], []
    for picture, made in zip(pictures(), frames(pictures(), quality=quality), strict=True):
        h264.append(luma_psnr(picture, decoder.decode(made)))
        as_jpeg = simplejpeg.encode_jpeg(picture, quality=quality, colorspace="BGR", colorsubsampling="420")
        jpeg.append(luma_psnr(picture, simplejpeg.decode_jpeg(as_jpeg, colorspace="BGR")))
    assert abs(np.mean(h264) - np.mean(jpeg)) < 4


def test_that_worse_quality_is_a_higher_rate_factor() -> None:
    factors = [crf_for(quality) for quality in range(1, 101)]
    assert factors == sorted(factors, reverse=True)
    assert crf_for(75) == 24
    assert 1 <= factors[-1] < factors[0] <= 51


def test_that_another_size_begins_with_a_keyframe() -> None:
    small = [cv2.resize(each, (160, 120)).astype(np.uint8) for each in pictures()[:3]]
    made = frames([*pictures()[:3], *small])
    assert [each.sequence for each in made if each.keyframe] == [1, 4]
    assert (made[-1].width, made[-1].height) == (160, 120)


def test_that_an_odd_row_or_column_is_left_out() -> None:
    encoded = H264Encoder().encode(Capture.of(np.zeros((33, 47, 3), np.uint8)), Look())
    assert (encoded.width, encoded.height) == (46, 32)


def test_that_planes_keep_their_full_range() -> None:
    white = Yuv420(np.full((49, 65), 255, np.uint8), *(np.full((25, 33), 128, np.uint8) for _ in range(2)))
    shown = H264Decoder().decode(frame(H264Encoder().encode(Capture.of(white), Look())))
    assert shown.shape == (48, 64, 4)
    assert shown.min() > 250


@pytest.mark.parametrize("size", [Size(2, 2), Size(640, 14), Size(20_000, 16)])
def test_that_a_size_that_h264_has_not_is_a_damaged_picture(size: Size) -> None:
    assert not fits(size)
    with pytest.raises(ValueError, match=f"H.264 of {size} pixels"):
        H264Encoder().encode(Capture.of(np.zeros((size.height, size.width, 3), np.uint8)), Look())


def test_that_it_is_offered_where_pyav_is_and_costs_nothing_where_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert for_viewers() == ["jpeg", "h264"]
    assert isinstance(encoder_for("h264"), H264Encoder)
    monkeypatch.setitem(sys.modules, "av", None)
    assert for_viewers() == ["jpeg"]
    with pytest.raises(UsageError, match=r"pip install '\.\[camera,h264\]' in the checkout. Or leave out --codec h264"):
        H264Encoder.check(Look())


def test_that_pyav_without_x264_means_jpeg(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr("sender.encoders.h264._X264", "libx264-left-out")
    monkeypatch.setattr("sender.encoders._missing", set())
    assert for_viewers() == ["jpeg", "h264"]
    frames = Renditions(encoder_for).encode(Capture.of(pictures()[0], 1), Look(), [Demand("h264", keyframe=True)])
    assert [frame.codec for frame in frames.by_rendition.values()] == ["jpeg"]
    assert "PyAV with x264" in caplog.text
    assert (for_viewers(), usable(["h264", "jpeg"])) == (["jpeg"], ["jpeg"])
    with pytest.raises(UsageError, match="PyAV with x264"):
        H264Encoder.check(Look())


@pytest.mark.parametrize(
    ("size", "does"), [((4096, 2304), True), ((4098, 2304), False), ((16384, 16), True), ((14, 100), False)]
)
def test_that_only_sizes_that_every_viewer_decodes_are_encoded(size: tuple[int, int], does: bool) -> None:
    assert fits(Size(*size)) is does
