"""Where a chat stands in its tile: the picture stays as large as it can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QRect, QSize, Qt

from tests.viewer.ui.conftest import Stage
from viewer.core.settings import LEAST_SHARE, MOST_SHARE
from viewer.ui.wall.side_place import USUAL_SHARE, side_place

FILM, PORTRAIT = 16 / 9, 9 / 16
LEAST, PANEL = QSize(206, 170), QSize(240, 320)


@pytest.mark.parametrize(
    ("tile", "aspect", "where"),
    [
        # What a wall of five has beside the list of cameras, then one of them made larger.
        ((505, 243), FILM, "beside"),
        ((505, 370), FILM, "below"),
        # A third of a window of 1280 pixels.
        ((412, 228), FILM, "beside"),
        ((608, 360), FILM, "beside"),
        ((1280, 800), FILM, "beside"),
        ((420, 800), FILM, "below"),
        ((420, 800), PORTRAIT, "beside"),
        ((600, 600), PORTRAIT, "beside"),
        ((320, 240), FILM, "over"),
    ],
)
def test_that_it_stands_where_the_picture_is_larger(tile: tuple[int, int], aspect: float, where: str) -> None:
    place = side_place(QSize(*tile), aspect, USUAL_SHARE, LEAST)
    assert ("beside" if place.is_beside else "over" if place.is_over else "below") == where


@given(some.integers(60, 4000), some.integers(60, 3000), some.floats(0.3, 4), some.sampled_from([LEAST, PANEL]))
def test_that_the_picture_keeps_half_of_the_tile_or_fills_its_width(
    width: int, height: int, aspect: float, least: QSize
) -> None:
    tile = QRect(0, 0, width, height)
    picture, side, is_beside = place = side_place(tile.size(), aspect, USUAL_SHARE, least)
    assert tile.contains(picture)
    assert tile.contains(side)
    assert picture.united(side) == tile
    if is_beside:
        assert picture.width() >= width // 2
    elif place.is_over:
        assert picture == tile
        assert side.height() <= round(2 / 3 * height)
    else:
        assert picture.height() >= min(height // 2, round(width / aspect))
        assert side.height() >= least.height()


@given(some.floats(LEAST_SHARE, MOST_SHARE))
def test_that_what_a_person_gives_it_changes_its_width_and_not_its_place(share: float) -> None:
    place = side_place(QSize(1280, 720), FILM, share, LEAST)
    assert place.is_beside
    assert place.side.width() == max(280, round(share * 1280))


def test_that_a_tile_of_a_full_wall_shows_its_picture_beside_its_chat(stage: Stage) -> None:
    for name in ("Porch", "Gate", "Yard", "Street", "Shed"):
        stage.add(name).show(width=320, height=180)
    stage.window.resize(1240, 780)
    tile = stage.wall.tiles[0]
    stage.until(lambda: tile.picture.picture_place.width() > 0)
    alone = tile.picture.picture_place.size()
    stage.do(lambda: tile.open_chat(True))
    with_chat = tile.picture.picture_place.size()
    assert with_chat.height() * 2 >= alone.height()
    assert tile.chat.view.viewport().height() > 60


def test_that_a_small_tile_keeps_its_picture_below_the_chat_and_hides_the_buttons_there(stage: Stage) -> None:
    stage.add()
    tile = stage.wall.tiles[0]
    stage.activate()
    stage.window.resize(420, 300)
    stage.until(lambda: tile.width() < 412)
    whole = tile.picture.geometry()
    stage.press(Qt.Key.Key_C)
    assert tile.picture.geometry() == whole
    assert tile.chat.geometry().intersects(whole)
    assert tile.chat.geometry().top() > whole.height() // 4
    assert tile.chat.isVisible()
    tile._show_buttons(is_hovered=True)
    assert not tile._buttons._more.isVisible()
    stage.do(lambda: tile.open_chat(False))
    tile._show_buttons(is_hovered=True)
    assert tile._buttons._more.isVisible()
