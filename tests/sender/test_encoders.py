"""From capture to JPEG."""

import numpy as np
import pytest
import simplejpeg

from camwire.frame import Layout
from sender import Capture, UsageError
from sender.asked import Size
from sender.encoders import encoder_for, registered
from sender.encoders.jpeg import JpegEncoder
from sender.encoders.raw import RawEncoder
from sender.pictures.look import Flip, Look

PICTURE = np.random.default_rng(1).integers(0, 255, (48, 64, 3), np.uint8)
CAMERAS_OWN = simplejpeg.encode_jpeg(PICTURE, quality=50, colorspace="BGR")


def own_jpeg(jpeg: bytes = CAMERAS_OWN) -> Capture:
    return Capture(0, 64, 48, jpeg=jpeg)


def test_that_pixels_become_a_jpeg_of_the_same_size_and_colour() -> None:
    blue = np.zeros((48, 64, 3), np.uint8)
    blue[..., 0] = 200
    encoded = JpegEncoder().encode(Capture.of(blue), Look())
    decoded = simplejpeg.decode_jpeg(encoded.payload, colorspace="BGR")
    assert (encoded.width, encoded.height) == (64, 48)
    assert abs(decoded.mean(axis=(0, 1)) - (200, 0, 0)).max() < 3


def test_that_the_cameras_own_jpeg_passes_untouched() -> None:
    assert JpegEncoder().encode(own_jpeg(), Look()).payload is CAMERAS_OWN


def test_that_the_cameras_own_jpeg_passes_if_it_has_the_size_already() -> None:
    assert JpegEncoder().encode(own_jpeg(), Look(Size(64, 48))).payload is CAMERAS_OWN


@pytest.mark.parametrize(
    ("flip", "turned"), [("horizontal", PICTURE[:, ::-1]), ("vertical", PICTURE[::-1]), ("both", PICTURE[::-1, ::-1])]
)
def test_that_pictures_are_flipped_from_one_to_the_next(flip: Flip, turned: np.ndarray) -> None:
    encoder = RawEncoder()
    assert bytes(encoder.encode(Capture.of(PICTURE), Look(flip=flip)).payload) == turned.tobytes()
    assert bytes(encoder.encode(Capture.of(PICTURE), Look()).payload) == PICTURE.tobytes()


def test_that_the_cameras_own_jpeg_is_encoded_anew_for_another_quality() -> None:
    encoded = JpegEncoder().encode(own_jpeg(), Look(quality=10))
    assert len(encoded.payload) < len(CAMERAS_OWN)


def test_that_pictures_get_exactly_the_size_that_was_asked_for() -> None:
    encoded = JpegEncoder().encode(own_jpeg(), Look(Size(33, 21)))
    assert (encoded.width, encoded.height) == (33, 21)
    assert simplejpeg.decode_jpeg_header(encoded.payload)[:2] == (21, 33)


def test_that_quality_changes_the_bytes() -> None:
    low, high = (len(JpegEncoder().encode(Capture.of(PICTURE), Look(quality=quality)).payload) for quality in (10, 95))
    assert low < high


def test_that_a_damaged_jpeg_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="JPEG"):
        JpegEncoder().encode(own_jpeg(b"\xff\xd8 nothing \xff\xd9"), Look(Size(32, 32)))


def test_that_raw_pictures_are_the_pixels_themselves() -> None:
    encoded = RawEncoder().encode(Capture.of(PICTURE), Look())
    assert (encoded.width, encoded.height, encoded.layout) == (64, 48, Layout("uint8", (48, 64, 3)))
    assert bytes(encoded.payload) == PICTURE.tobytes()


def test_that_raw_pictures_get_the_size_that_was_asked_for_and_are_decoded_if_need_be() -> None:
    encoded = RawEncoder().encode(own_jpeg(), Look(Size(32, 24)))
    assert (encoded.layout, len(encoded.payload)) == (Layout("uint8", (24, 32, 3)), 32 * 24 * 3)


def test_that_every_codec_is_found_and_raw_has_no_quality() -> None:
    assert [type(encoder_for(codec)) for codec in ("jpeg", "raw")] == [JpegEncoder, RawEncoder]
    with pytest.raises(UsageError, match="Leave out --quality"):
        registered()["raw"].check(Look(quality=80))
