"""Thumbnails and plots."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize
from PySide6.QtGui import QColor

from camwire.values import Jpeg
from tests.viewer.ui.cards.conftest import ORIGIN, Build, painted
from tests.viewer.ui.cards.samples import jpeg, pixels, wave
from viewer.ui.cards import Thumbnails
from viewer.ui.cards.actions import ShowPicture, ShowPinned
from viewer.ui.cards.content import Pinned, Text, Value
from viewer.ui.cards.picture import PictureCard
from viewer.ui.cards.plot import TOP
from viewer.ui.cards.series import series


def until_made(thumbnails: Thumbnails, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not thumbnails.is_busy)


def plain(channels: int, colour: tuple[int, ...]) -> np.ndarray:
    return np.full((90, 160, channels), colour, np.uint8)


@pytest.mark.parametrize(
    ("picture", "seen"),
    [
        (plain(3, (255, 0, 0)), "#0000ff"),
        (plain(4, (0, 0, 255, 255)), "#ff0000"),
        (plain(1, (128,)), "#808080"),
        (np.full((90, 160), 128, np.uint8), "#808080"),
    ],
)
def test_that_an_array_is_shown_in_its_colours(build: Build, picture: np.ndarray, seen: str) -> None:
    card = build(Value(picture))
    middle = ORIGIN.toPoint() + QPoint(80, 45)
    assert (card.size.width(), card.size.height()) == (160, 90)
    assert painted(card).pixelColor(middle).name() == seen


def test_that_a_jpeg_is_decoded_beside_the_window(build: Build, thumbnails: Thumbnails, qtbot: Any) -> None:
    card = build(Value(jpeg(1280, 720)))
    assert (card.size.width(), card.size.height()) == (300, 169)
    # To paint it is to ask for it, and it may be made before the next line.
    with qtbot.waitSignal(thumbnails.made):
        waiting = painted(card)
    shown = painted(card)
    assert shown != waiting
    middle = shown.pixelColor(ORIGIN.toPoint() + QPoint(150, 84))
    assert middle.green() > 180
    # The corners are round.
    assert shown.pixelColor(ORIGIN.toPoint()) == card.tone.fill


@pytest.mark.parametrize("picture", [Jpeg(b"\xff\xd8 nothing", 320, 240), Jpeg(jpeg(64, 48).data, 6400, 4800)])
def test_that_a_damaged_jpeg_is_said_to_be(build: Build, thumbnails: Thumbnails, qtbot: Any, picture: Jpeg) -> None:
    card = build(Value(picture))
    waiting = painted(card)
    until_made(thumbnails, qtbot)
    assert painted(card) != waiting
    assert painted(card) == painted(card)


def test_that_a_click_shows_the_picture_in_full(build: Build) -> None:
    picture = jpeg(64, 48)
    action = build(Value(picture)).hit(QPointF(20, 20))
    assert isinstance(action, ShowPicture)
    assert action.picture is picture


def test_that_a_pinned_picture_shows_the_moment(build: Build) -> None:
    card = build(Pinned(Text("What is that?"), jpeg(64, 48)))
    assert card.hit(QPointF(10, 10)) == ShowPinned()
    assert card.hit(QPointF(10, card.size.height() - 5)) is None
    assert isinstance(build(Pinned(Text("What?"), None)).size.height(), float)


def test_that_kept_thumbnails_are_bounded(qapp: Any) -> None:
    thumbnails = Thumbnails(kept_bytes=100_000)
    for number in range(20):
        thumbnails.of(number, pixels(100, 100), QSize(100, 100))
    assert thumbnails.bytes <= 100_000
    thumbnails.of(99, pixels(400, 400), QSize(400, 400))
    assert thumbnails.bytes == 640_000


def test_that_closing_leaves_no_thread(qapp: Any, qtbot: Any) -> None:
    thumbnails = Thumbnails()
    for number in range(20):
        thumbnails.of(number, jpeg(640, 480), QSize(100, 75))
    thumbnails.close()
    assert not thumbnails.is_busy


def test_that_a_peak_of_one_in_a_million_is_seen() -> None:
    values = np.zeros(1_000_000)
    values[123_456], values[654_321] = 9.0, -9.0
    drawn = series(values, 300)
    assert (drawn.least, drawn.most, drawn.last) == (-9.0, 9.0, 0.0)
    assert drawn.low.size <= 300


@pytest.mark.parametrize("dtype", ["?", "i1", "u8", ">i4", "f2", ">f8", "f4"])
def test_that_every_kind_of_number_is_drawn(build: Build, dtype: str) -> None:
    values = (np.arange(1000) % 2).astype(dtype)
    drawn = series(values, 300)
    assert (drawn.least, drawn.most, drawn.last) == (0.0, 1.0, 1.0)
    assert painted(build(Value(values))) != painted(build(Value(np.zeros(1000))))


@pytest.mark.parametrize("count", [120, 100_000])
def test_that_what_is_no_number_is_a_gap(build: Build, count: int) -> None:
    values = wave(count)
    values[count // 2 : 3 * count // 4] = np.nan
    card = build(Value(values))
    image, accent = painted(card), card.tone.accent
    line = [any(_like(image.pixelColor(x, y), accent) for y in range(30, 85)) for x in range(10, 310)]
    assert all(line[3:140])
    assert not any(line[160:215])
    assert all(line[235:295])


def test_that_few_columns_have_one_number_among_gaps() -> None:
    values = np.full(10_000, np.nan)
    values[5_000] = 3.0
    drawn = series(values, 100)
    assert (drawn.least, drawn.most) == (3.0, 3.0)
    assert int((~np.isnan(drawn.low)).sum()) == 1
    assert np.isnan(series(np.full(10, np.inf), 100).least)


def test_that_the_greatest_floats_do_not_break_the_plot(build: Build) -> None:
    card = build(Value([1e308, -1e308] * 4))
    image, accent = painted(card), card.tone.accent
    rows = [y for y in range(600) if any(_like(image.pixelColor(x, y), accent) for x in range(10, 310))]
    assert min(rows) >= ORIGIN.y() + TOP
    assert max(rows) <= ORIGIN.y() + card.size.height()


def test_that_pictures_are_never_enlarged(build: Build) -> None:
    card = build(Value(pixels(40, 30)))
    assert isinstance(card, PictureCard)
    assert (card.size.width(), card.size.height()) == (40, 30)


def _like(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))
