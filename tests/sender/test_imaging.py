"""Both libraries that can be under a camera: each alone, and what the one makes of a picture against the other."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import cv2
import numpy as np
import pytest

from sender import Yuv420
from sender.asked import Size
from sender.imaging.base import Imaging
from sender.imaging.by_opencv import OpencvImaging
from sender.imaging.by_pyav import AvImaging
from sender.imaging.film import Film
from tests.sender.support import CLIP
from tests.support.rtsp_camera import RtspCamera

ALL = [OpencvImaging(), AvImaging()]
EACH = pytest.mark.parametrize("imaging", ALL, ids=["opencv", "pyav"])
COLOURS = {"red": (0, 0, 255), "green": (0, 255, 0), "blue": (255, 0, 0), "grey": (90, 90, 90), "white": (255,) * 3}


def near(one: np.ndarray, other: np.ndarray | tuple[int, ...], most: int = 3) -> bool:
    return int(np.abs(one.astype(int) - np.array(other, int)).max()) <= most


def scaled(imaging: Imaging, pixels: np.ndarray, size: Size) -> np.ndarray:
    layers = imaging.layers(pixels)
    half = Size((size.width + 1) // 2, (size.height + 1) // 2)
    resized = [imaging.resized(each, to) for each, to in zip(layers, (size, half, half), strict=False)]
    return resized[0] if len(resized) == 1 else imaging.bgr(Yuv420(*resized))


@EACH
@pytest.mark.parametrize("colour", COLOURS.values(), ids=COLOURS)
@pytest.mark.parametrize("size", [(640, 480), (321, 179), (17, 9), (2, 2), (1, 1)])
def test_that_colours_stay_when_a_picture_is_scaled(
    imaging: Imaging, colour: tuple[int, int, int], size: tuple[int, int]
) -> None:
    pixels = np.full((size[1], size[0], 3), colour, np.uint8)
    assert near(scaled(imaging, pixels, Size(*size)), colour)
    assert near(scaled(imaging, pixels, Size(round(size[0] * 0.7) or 1, round(size[1] * 0.6) or 1)), colour)


@EACH
@pytest.mark.parametrize("size", [(6, 4), (7, 5), (1, 8), (8, 1), (1, 1)])
def test_that_a_half_is_the_average_of_four(imaging: Imaging, size: tuple[int, int]) -> None:
    layer = np.arange(size[0] * size[1], dtype=np.uint8).reshape(size[1], size[0]) * 3
    height, width = (max(1, each // 2) for each in layer.shape)
    even = layer[: 2 * height, : 2 * width].astype(float)
    average = even.reshape(height, -1, width, max(1, even.shape[1] // width)).mean(axis=(1, 3))
    assert near(imaging.halved(layer), average, most=1)


@EACH
@pytest.mark.parametrize(("flip", "corner"), [("horizontal", (0, -1)), ("vertical", (-1, 0)), ("both", (-1, -1))])
def test_that_a_flip_moves_the_corner(imaging: Imaging, flip: str, corner: tuple[int, int]) -> None:
    layer = np.zeros((5, 7), np.uint8)
    layer[0, 0] = 200
    turned = imaging.flipped(layer, flip)
    assert turned.shape == layer.shape
    assert turned[corner] == 200
    assert turned.sum() == 200


@EACH
@pytest.mark.parametrize("order", ["rgb", "bgra", "rgba", "yuyv"])
def test_that_packed_pixels_become_bgr(imaging: Imaging, order: str) -> None:
    blue, green, red = COLOURS["blue"][0], 0, 30
    # As BT.601 in television's range has this blue.
    packed = {"rgb": (red, green, blue), "bgra": (blue, green, red, 255), "rgba": (red, green, blue, 255)}
    pixels = np.full((4, 6, len(packed.get(order, "yu"))), packed.get(order, 0), np.uint8)
    if order == "yuyv":
        pixels[:, :, 0], pixels[:, 0::2, 1], pixels[:, 1::2, 1] = 49, 236, 123
    assert near(imaging.bgr_of(pixels, order), (blue, green, red), most=4)


@EACH
def test_that_what_h264_is_made_of_has_the_colours(imaging: Imaging) -> None:
    (y, u, v), is_full = imaging.planes(np.full((4, 6, 3), COLOURS["red"], np.uint8))
    assert (y.shape, u.shape, v.shape) == ((4, 6), (2, 3), (2, 3))
    assert near(y, 76 if is_full else 82, most=1)
    assert near(u, 85 if is_full else 90, most=1)
    assert near(v, 255 if is_full else 240, most=1)


@EACH
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".bmp", ".webp", ".tif"])
def test_that_every_kind_of_picture_file_is_read(imaging: Imaging, suffix: str) -> None:
    picture = np.zeros((20, 30, 3), np.uint8)
    picture[:, :15] = COLOURS["red"]
    read = imaging.read(cv2.imencode(suffix, picture)[1].tobytes())
    assert read is not None
    assert read.shape == picture.shape
    assert near(read[10, 4], COLOURS["red"], most=4)
    assert near(read[10, 26], (0, 0, 0), most=4)


@EACH
def test_that_transparency_is_left_out(imaging: Imaging) -> None:
    read = imaging.read(cv2.imencode(".png", np.full((8, 8, 4), (9, 20, 30, 128), np.uint8))[1].tobytes())
    assert read is not None
    assert near(read, (9, 20, 30))


@EACH
@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_that_a_photograph_is_turned_as_the_camera_was_held(imaging: Imaging, orientation: int) -> None:
    picture = np.zeros((24, 48, 3), np.uint8)
    picture[:12, :12] = 255
    jpeg = cv2.imencode(".jpg", picture)[1].tobytes()
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" + bytes([orientation]) + bytes(6)
    held = jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + jpeg[2:]
    read = imaging.read(held)
    assert read is not None
    turns = {1: 0, 3: 2, 6: 3, 8: 1}[orientation]
    assert near(read, np.rot90(picture, turns), most=30)


@EACH
@pytest.mark.parametrize("file", [b"", b"no picture", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_that_what_is_no_picture_gives_none(imaging: Imaging, file: bytes) -> None:
    with suppress(imaging.failures):
        assert imaging.read(file) is None


def test_that_a_picture_which_would_take_gigabytes_is_not_read() -> None:
    imaging = AvImaging()
    bomb = cv2.imencode(".png", np.zeros((12_000, 12_000), np.uint8))[1].tobytes()
    assert len(bomb) < 300_000
    assert imaging.read(bomb) is None


@pytest.fixture(params=ALL, ids=["opencv", "pyav"])
def film(request: pytest.FixtureRequest) -> Iterator[Film]:
    opened = request.param.film(CLIP)
    yield opened
    opened.close()


def test_that_a_film_knows_its_rate_and_length(film: Film) -> None:
    assert film.fps == 25
    assert film.seconds == pytest.approx(131 / 25, abs=0.05)


def test_that_all_pictures_of_a_film_come_at_their_times(film: Film) -> None:
    times = []
    while film.read() is not None:
        times.append(film.position_ms)
    assert len(times) == 132
    assert times == pytest.approx([40 * number for number in range(132)], abs=1)


def test_that_a_film_is_wound_to_the_picture(film: Film) -> None:
    for wanted in (2000, 400, 5240, 0):
        film.wind(wanted)
        assert film.read() is not None
        assert film.position_ms == pytest.approx(wanted, abs=1)


def test_that_a_film_behind_its_end_has_no_more() -> None:
    for imaging in ALL:
        film = imaging.film(CLIP)
        assert film is not None
        film.wind(5240)
        assert film.read() is not None
        assert film.read() is None
        film.close()


def test_that_both_read_the_same_pictures() -> None:
    films = [imaging.film(CLIP) for imaging in ALL]
    for _ in range(30):
        by_opencv, planes = (film.read() for film in films if film is not None)
    assert isinstance(planes, Yuv420)
    assert cv2.PSNR(by_opencv, AvImaging().bgr(planes)) > 32
    for film in films:
        assert film is not None
        film.close()


@EACH
def test_that_a_file_that_is_no_film_is_none(imaging: Imaging, tmp_path: Path) -> None:
    (tmp_path / "text.mp4").write_text("no film")
    assert imaging.film(str(tmp_path / "text.mp4")) is None
    assert imaging.film(str(tmp_path)) is None
    assert imaging.stream("rtsp://127.0.0.1:9/none", 0.5) is None


@EACH
@pytest.mark.parametrize("text", ["Porch 12:34", "Größe ñ", "Камера", "玄関", ""])
@pytest.mark.parametrize("height", [8, 30, 140])
def test_that_letters_stand_where_they_are_put(imaging: Imaging, text: str, height: int) -> None:
    font = imaging.font(height)
    width = font.width(text)
    picture = np.zeros((3 * height, width + 2 * height, 3), np.uint8)
    font.draw(picture, text, height, 2 * height, (10, 200, 255))
    drawn = np.argwhere(picture[..., 1] > 60)
    assert len(drawn) or not text
    if len(drawn):
        top, left = drawn.min(axis=0)
        bottom, right = drawn.max(axis=0)
        assert height * 0.9 <= top <= bottom <= 2.4 * height
        assert height * 0.8 <= left <= right <= 1.25 * height + width


@EACH
def test_that_letters_beyond_the_picture_are_left_out(imaging: Imaging) -> None:
    picture = np.zeros((30, 40, 3), np.uint8)
    for left, base in ((-15, 20), (35, 20), (5, 4), (5, 48), (-500, -500), (900, 900)):
        imaging.font(24).draw(picture, "Wall", left, base, (255, 255, 255))
    assert picture.any()


@pytest.mark.slow
@EACH
def test_that_a_stream_that_sends_nothing_more_ends_after_its_time(imaging: Imaging) -> None:
    with RtspCamera() as it:
        film = imaging.stream(it.url(), 1.0)
        assert film is not None
        assert film.read() is not None
        it.stall()
        while film.read() is not None:
            pass
        film.close()


@EACH
def test_that_a_film_that_is_cut_off_gives_what_there_is(imaging: Imaging, tmp_path: Path) -> None:
    writer = cv2.VideoWriter(str(tmp_path / "whole.avi"), cv2.VideoWriter.fourcc(*"MJPG"), 25, (64, 48))
    for shade in range(40):
        writer.write(np.full((48, 64, 3), 5 * shade, np.uint8))
    writer.release()
    whole = (tmp_path / "whole.avi").read_bytes()
    (tmp_path / "cut.avi").write_bytes(whole[: len(whole) // 2])
    film = imaging.film(str(tmp_path / "cut.avi"))
    assert film is not None
    count = 0
    while film.read() is not None:
        count += 1
    assert 3 < count < 30
    film.close()
