"""One picture in other sizes: right to look at, and made from as little as possible."""

import cv2
import numpy as np
import pytest
import simplejpeg

from sender import Capture, UsageError, Yuv420
from sender.asked import Size
from sender.pictures.scaling import Sizes, bgr_of
from tests.sender.support import CLIP


def clip_picture() -> np.ndarray:
    video = cv2.VideoCapture(CLIP)
    video.set(cv2.CAP_PROP_POS_FRAMES, 60)
    _, picture = video.read()
    video.release()
    return picture


PICTURE = clip_picture()
HEIGHT, WIDTH = PICTURE.shape[:2]


def planes_of(pixels: np.ndarray) -> Yuv420:
    """Full-range planes."""
    y, red, blue = cv2.split(cv2.cvtColor(pixels, cv2.COLOR_BGR2YCrCb))
    height, width = y.shape
    half = ((width + 1) // 2, (height + 1) // 2)
    return Yuv420(y, *(cv2.resize(each, half, interpolation=cv2.INTER_AREA) for each in (blue, red)))


def distance(one: np.ndarray, other: np.ndarray) -> float:
    """In dB; the more, the more alike."""
    return float(cv2.PSNR(one, other))


def bgr(capture: Capture) -> np.ndarray:
    if capture.planes is not None:
        return bgr_of(capture.planes)
    assert capture.pixels is not None
    return capture.pixels


CAPTURES = {
    "pixels": Capture.of(PICTURE, 7),
    "planes": Capture.of(planes_of(PICTURE), 7),
    "jpeg": Capture(7, WIDTH, HEIGHT, jpeg=simplejpeg.encode_jpeg(PICTURE, quality=95, colorspace="BGR")),
}
ALL_KINDS = pytest.mark.parametrize("kind", CAPTURES)


@ALL_KINDS
@pytest.mark.parametrize("size", [(640, 360), (500, 282), (426, 240), (318, 178), (212, 120), (80, 46), (1000, 562)])
def test_that_a_smaller_picture_looks_like_the_average_of_what_it_stands_for(kind: str, size: tuple[int, int]) -> None:
    scaled = Sizes(CAPTURES[kind]).of(Size(*size))
    average = cv2.resize(PICTURE, size, interpolation=cv2.INTER_AREA)
    skipping = cv2.resize(PICTURE, size, interpolation=cv2.INTER_NEAREST)
    assert (scaled.width, scaled.height, scaled.capture_time_ns) == (*size, 7)
    assert distance(bgr(scaled), average) > max(33, distance(skipping, average) + 4)


@ALL_KINDS
def test_that_colours_stay_what_they_are(kind: str) -> None:
    scaled = bgr(Sizes(CAPTURES[kind]).of(Size(320, 180)))
    assert abs(scaled.mean(axis=(0, 1)) - PICTURE.mean(axis=(0, 1))).max() < 1.5


@ALL_KINDS
@pytest.mark.parametrize("own", [(1281, 721), (33, 21), (1, 1), (17, 300)])
@pytest.mark.parametrize("size", [(640, 360), (33, 21), (16, 8), (2, 2), (1, 1)])
def test_that_every_size_can_be_had_from_every_other(kind: str, own: tuple[int, int], size: tuple[int, int]) -> None:
    pixels = cv2.resize(PICTURE, own)
    capture = {
        "pixels": Capture.of(pixels),
        "planes": Capture.of(planes_of(pixels)),
        "jpeg": Capture(0, *own, jpeg=simplejpeg.encode_jpeg(pixels, colorspace="BGR")),
    }[kind]
    scaled = Sizes(capture).of(Size(*size))
    assert bgr(scaled).shape == (size[1], size[0], 3)
    assert scaled.size == size


def test_that_what_is_as_it_should_be_is_not_copied() -> None:
    for kind in ("pixels", "planes"):
        assert Sizes(CAPTURES[kind]).of() is CAPTURES[kind]
        assert Sizes(CAPTURES[kind]).of(Size(WIDTH, HEIGHT)) is CAPTURES[kind]


def test_that_each_size_is_made_once() -> None:
    sizes = Sizes(CAPTURES["jpeg"])
    assert sizes.of(Size(320, 180)) is sizes.of(Size(320, 180))


def test_that_a_large_one_after_a_small_one_is_decoded_in_full() -> None:
    sizes = Sizes(CAPTURES["jpeg"])
    sizes.of(Size(160, 90))
    assert distance(bgr(sizes.of()), PICTURE) > 35


@ALL_KINDS
def test_that_pictures_are_turned_after_they_were_made_small(kind: str) -> None:
    upright = bgr(Sizes(CAPTURES[kind]).of(Size(320, 180)))
    turned = bgr(Sizes(CAPTURES[kind], "both").of(Size(320, 180)))
    assert distance(turned[::-1, ::-1], upright) > 40


def test_that_a_damaged_jpeg_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="JPEG"):
        Sizes(Capture(0, 64, 48, jpeg=b"\xff\xd8 nothing \xff\xd9")).of(Size(32, 24))


@pytest.mark.parametrize(
    "planes",
    [
        (np.zeros((4, 6)), np.zeros((2, 3), np.uint8), np.zeros((2, 3), np.uint8)),
        (np.zeros((4, 6), np.uint8), np.zeros((4, 6), np.uint8), np.zeros((2, 3), np.uint8)),
        (np.zeros((4, 6, 3), np.uint8), np.zeros((2, 3), np.uint8), np.zeros((2, 3), np.uint8)),
        (np.zeros((0, 6), np.uint8), np.zeros((0, 3), np.uint8), np.zeros((0, 3), np.uint8)),
        (np.zeros((5, 7), np.uint8), np.zeros((2, 3), np.uint8), np.zeros((2, 3), np.uint8)),
        ("y", "u", "v"),
    ],
)
def test_that_planes_that_do_not_fit_each_other_are_refused(planes: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    with pytest.raises(UsageError, match="of"):
        Yuv420(*planes)


def test_that_the_cameras_own_half_is_where_smaller_sizes_begin() -> None:
    half = planes_of(np.full((HEIGHT // 2, WIDTH // 2, 3), 200, np.uint8))
    sizes = Sizes(Capture(7, WIDTH, HEIGHT, planes=planes_of(PICTURE), halved=half))
    assert distance(bgr(sizes.of()), PICTURE) > 35
    for small in (Size(WIDTH // 2, HEIGHT // 2), Size(WIDTH // 3, HEIGHT // 3), Size(WIDTH // 4, HEIGHT // 4)):
        assert distance(bgr(sizes.of(small)), np.full((small.height, small.width, 3), 200, np.uint8)) > 35


def test_that_a_jpeg_that_comes_with_its_planes_is_not_decoded() -> None:
    sizes = Sizes(Capture(7, WIDTH, HEIGHT, jpeg=b"not looked at", planes=planes_of(PICTURE)))
    own, small = sizes.of(), sizes.of(Size(WIDTH // 2, HEIGHT // 2))
    assert own.jpeg is None
    assert distance(bgr(own), PICTURE) > 35
    assert small.planes is not None
