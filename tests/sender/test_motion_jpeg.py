"""What webcams send as JPEG, made fit for every decoder."""

import numpy as np
import simplejpeg
from hypothesis import given
from hypothesis import strategies as st

from sender.pictures.motion_jpeg import MotionJpeg, WholeJpeg
from tests.support.jpegs import claiming, gigapixel, noisy, plain, without_tables

PICTURE = noisy()


def test_that_a_whole_picture_stays_as_it_is_without_its_padding() -> None:
    assert MotionJpeg().whole(PICTURE) == WholeJpeg(PICTURE, 160, 120)
    assert MotionJpeg().whole(PICTURE + bytes(4000)) == WholeJpeg(PICTURE, 160, 120)


def test_that_missing_huffman_tables_are_put_in() -> None:
    bare = without_tables(PICTURE)
    assert b"\xff\xc4" not in bare[:200]
    whole = MotionJpeg().whole(bare + bytes(100))
    assert whole is not None
    assert whole.data.count(b"\xff\xc4\x01\xa2") == 1
    assert np.array_equal(simplejpeg.decode_jpeg(whole.data), simplejpeg.decode_jpeg(PICTURE))


def test_that_headers_that_change_are_read_anew() -> None:
    motion = MotionJpeg()
    for picture, width, height in (
        (plain(64, 48), 64, 48),
        (plain(80, 60), 80, 60),
        (without_tables(PICTURE), 160, 120),
        (PICTURE, 160, 120),
        (plain(64, 48), 64, 48),
    ):
        whole = motion.whole(picture)
        assert whole is not None
        assert (whole.width, whole.height) == (width, height)
        assert simplejpeg.decode_jpeg(whole.data).shape == (height, width, 3)


def test_that_a_picture_that_was_cut_off_is_left_out() -> None:
    motion = MotionJpeg()
    assert motion.whole(PICTURE) is not None
    assert motion.whole(PICTURE[:-2]) is None
    assert motion.whole(PICTURE[: len(PICTURE) // 2] + bytes(100)) is None
    assert motion.whole(PICTURE[:100] + b"\xff\xd9") is None
    assert motion.whole(b"\0\0" + PICTURE) is None
    assert motion.whole(b"") is None


def test_that_an_end_that_stands_in_the_headers_is_none() -> None:
    noted = PICTURE[:2] + b"\xff\xfe\x00\x04\xff\xd9" + PICTURE[2:]
    assert MotionJpeg().whole(noted) == WholeJpeg(noted, 160, 120)
    assert MotionJpeg().whole(noted[:-2]) is None


def test_that_a_whole_picture_is_not_copied() -> None:
    whole = MotionJpeg().whole(PICTURE)
    assert whole is not None
    assert whole.data is PICTURE


def test_that_a_picture_of_a_size_that_none_has_is_left_out() -> None:
    motion = MotionJpeg()
    for picture in (gigapixel(), claiming(65_535, 65_535), claiming(0, 48), claiming(8, 8)):
        assert motion.whole(picture) is None
    assert motion.whole(plain()) is not None


@given(st.binary(max_size=300), st.integers(0, 700))
def test_that_no_bytes_make_it_fail(rubbish: bytes, where: int) -> None:
    motion = MotionJpeg()
    motion.whole(PICTURE)
    for raw in (rubbish, b"\xff\xd8" + rubbish + b"\xff\xd9", PICTURE[:where] + rubbish + PICTURE[where:]):
        motion.whole(raw)
