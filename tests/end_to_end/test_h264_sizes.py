"""Every pixel is right after H.264, to the last row and the last column, whatever the size of the picture."""

from collections.abc import Sequence

import cv2
import numpy as np
import pytest

from sender import Capture, Yuv420
from sender.encoders.h264 import SMALLEST_SIDE, H264Encoder
from sender.pictures.look import Look
from tests.support.h264 import Pixels, frame
from viewer.core.decoders.h264 import H264Decoder

# BGR, far apart in each channel.
ONE, OTHER = (40, 160, 200), (200, 60, 40)
# The most that a flat colour may be off, and how near to the edge between two it is not flat: colours have half the
# resolution, and come smoothed.
TOLERANCE, BLURRED = 16, 2

SMALL = range(SMALLEST_SIDE, 82, 2)
TILES = [
    *((164, 92), (180, 100), (100, 56), (644, 364), (168, 94), (160, 90), (218, 122), (330, 186), (640, 362)),
    *((172, 96), (300, 300), (320, 180), (492, 368), (640, 360), (640, 480), (1366, 768), (1920, 1080)),
]


def quarters(width: int, height: int) -> Pixels:
    """Two colours, each in two corners that face each other."""
    picture = np.full((height, width, 3), ONE, np.uint8)
    picture[: height // 2, width // 2 :] = picture[height // 2 :, : width // 2] = OTHER
    return picture


def wrong(shown: Pixels, expected: Pixels) -> str:
    """Which rows and columns of `shown` are not as `expected`; empty if all are."""
    if shown.shape[:2] != expected.shape[:2]:
        return f"{shown.shape[:2]} instead of {expected.shape[:2]}"
    off = np.abs(shown[..., :3].astype(int) - expected).max(axis=2) > TOLERANCE
    for axis, side in enumerate(off.shape):
        edge = np.moveaxis(off, axis, 0)[side // 2 - BLURRED : side // 2 + BLURRED]
        edge[:] = False
    rows, columns = np.nonzero(off)
    return f"rows {np.unique(rows)}, columns {np.unique(columns)}" if off.any() else ""


def after_h264(captures: Sequence[Capture]) -> Pixels:
    """The last of them, as it is shown."""
    encoder, decoder = H264Encoder(), H264Decoder()
    for sequence, capture in enumerate(captures, 1):
        shown = decoder.decode(frame(encoder.encode(capture, Look(quality=95)), sequence))
    return shown


@pytest.mark.parametrize("height", SMALL)
def test_that_every_pixel_of_every_small_size_is_right(height: int) -> None:
    pictures = {width: quarters(width, height) for width in SMALL}
    found = {width: wrong(after_h264([Capture.of(each)]), each) for width, each in pictures.items()}
    assert not {f"{width}×{height}": what for width, what in found.items() if what}


@pytest.mark.parametrize(("width", "height"), TILES)
def test_that_every_pixel_of_a_tile_is_right_in_keyframes_and_deltas(width: int, height: int) -> None:
    picture = quarters(width, height)
    assert wrong(after_h264([Capture.of(picture)]), picture) == ""
    assert wrong(after_h264([Capture.of(picture)] * 3), picture) == ""


@pytest.mark.parametrize("height", [30, 33, 48, 51, 90])
def test_that_every_pixel_of_planes_is_right(height: int) -> None:
    for width in (30, 35, 36, 48, 53, 164):
        even = quarters(width // 2 * 2, height // 2 * 2)
        picture = cv2.copyMakeBorder(even, 0, height % 2, 0, width % 2, cv2.BORDER_REPLICATE)
        y, v, u = cv2.split(cv2.cvtColor(picture, cv2.COLOR_BGR2YCrCb))
        planes = Yuv420(*(each.astype(np.uint8) for each in (y, u[::2, ::2], v[::2, ::2])))
        assert wrong(after_h264([Capture.of(planes)]), even) == "", f"{width}×{height}"
