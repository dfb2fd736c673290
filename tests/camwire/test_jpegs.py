"""What a JPEG may cost."""

import numpy as np
import pytest
import simplejpeg

from camwire import limits
from camwire.errors import WireError
from camwire.jpegs import START_OF_SCAN, require_bounded, size_by_library
from tests.support import jpegs


def test_that_a_picture_passes() -> None:
    require_bounded(jpegs.plain(), 64, 48)
    require_bounded(memoryview(jpegs.plain()), 7680, 4320)


def test_that_a_progressive_photograph_passes() -> None:
    require_bounded(START_OF_SCAN * 10, 4000, 3000)


@pytest.mark.parametrize(
    ("scans", "width", "height"),
    [(1, 65_500, 65_500), (1, 8193, 8192), (limits.JPEG_SCANS + 1, 16, 16), (400, 8192, 8192), (5, 8192, 8192)],
)
def test_that_what_would_take_too_long_is_refused(scans: int, width: int, height: int) -> None:
    with pytest.raises(WireError):
        require_bounded(START_OF_SCAN * scans, width, height)


def with_scans(more: int) -> bytes:
    """A picture with its only scan again and again: each would have to be gone over."""
    picture = jpegs.plain(800, 800)
    scan = picture[picture.index(START_OF_SCAN) : -2]
    return picture[:-2] + scan * more + b"\xff\xd9"


def test_that_libjpeg_stops_at_a_second_scan_where_the_first_holds_everything() -> None:
    require_bounded(with_scans(1000), 800, 800)
    with pytest.raises(ValueError, match="Didn't expect more than one scan"):
        simplejpeg.decode_jpeg(with_scans(1000))


@pytest.mark.parametrize(
    "before", [b"\xff\xff", b"\xff\x01", b"\xff\xd0", b"\xff\xd8", b"\x00\x00", b"\xff\xc2\x00\x04\x08\x00"]
)
def test_that_scans_are_counted_where_the_headers_do_not_promise_one(before: bytes) -> None:
    picture = jpegs.plain(800, 800)
    crowded = picture[:2] + before + picture[2:-2] + START_OF_SCAN * 1000
    if before[1] == 0xC2:
        crowded = crowded.replace(b"\xff\xc0", b"\xff\xc2")
    with pytest.raises(WireError, match="too much work"):
        require_bounded(crowded, 8000, 8000)


def test_that_scans_of_single_components_are_counted() -> None:
    picture = jpegs.plain(800, 800)
    scan = picture.index(START_OF_SCAN)
    one = picture[: scan + 4] + b"\x01" + picture[scan + 5 :]
    with pytest.raises(WireError, match="too much work"):
        require_bounded(one + START_OF_SCAN * 1000, 8000, 8000)


def in_four_rows() -> bytes:
    """Colours for four rows at a time (4:4:1), as in a 4:1:1 picture that was turned; of 32 × 128 pixels. Each unit has
    as many blocks as in 4:2:0."""
    pixels = np.random.default_rng(7).integers(0, 256, (64, 64, 3), np.uint8)
    picture = bytearray(simplejpeg.encode_jpeg(pixels, colorsubsampling="420"))
    frame = picture.index(b"\xff\xc0")
    picture[frame + 5 : frame + 9] = (128).to_bytes(2, "big") + (32).to_bytes(2, "big")
    picture[frame + 11] = 0x14
    return bytes(picture)


def test_that_a_way_of_sampling_without_a_name_is_read_like_any_other() -> None:
    with pytest.raises(KeyError):
        simplejpeg.decode_jpeg_header(in_four_rows())
    assert size_by_library(in_four_rows()) == (32, 128)
    assert simplejpeg.decode_jpeg(in_four_rows()).shape == (128, 32, 3)


def test_that_what_only_the_library_could_tell_and_does_not_is_damaged() -> None:
    note = b"\xff\xe1" + (60_000).to_bytes(2, "big") + bytes(59_998)
    with pytest.raises(ValueError, match="unknown way"):
        size_by_library(in_four_rows()[:2] + note + in_four_rows()[2:])
    with pytest.raises(ValueError, match=r"\w"):
        size_by_library(b"no picture")
