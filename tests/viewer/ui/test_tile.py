"""What one tile shows: picture, state, chat beside or below, badge."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from tests.viewer.ui.conftest import Stage
from viewer.core.sessions.state import Phase
from viewer.ui.look import style
from viewer.ui.wall.fitting import letterboxed
from viewer.ui.wall.over_picture import centre
from viewer.ui.wall.overlay import _most_beside_name
from viewer.ui.wall.tile import Tile


def colour_at(tile: Tile, x: float, y: float) -> QColor:
    """The colour at a share of the picture's width and height."""
    image = tile.picture.grab().toImage()
    return image.pixelColor(round(x * (image.width() - 1)), round(y * (image.height() - 1)))


def is_like(colour: QColor, red: int, green: int, blue: int, tolerance: int = 12) -> bool:
    pairs = zip((colour.red(), colour.green(), colour.blue()), (red, green, blue), strict=True)
    return all(abs(one - other) <= tolerance for one, other in pairs)


def test_that_a_picture_is_shown_in_its_own_colours(stage: Stage) -> None:
    camera = stage.add()
    camera.show((40, 120, 200))
    tile = stage.wall.tiles[0]
    stage.until(lambda: is_like(colour_at(tile, 0.5, 0.5), 200, 120, 40))


def test_that_a_picture_is_letterboxed_and_never_stretched(stage: Stage) -> None:
    camera = stage.add()
    camera.show((255, 255, 255), 200, 50)
    tile = stage.wall.tiles[0]
    stage.until(lambda: tile.picture.picture_size.width() == 200)
    assert is_like(colour_at(tile, 0.5, 0.5), 255, 255, 255)
    assert colour_at(tile, 0.5, 0.95) == QColor(style.theme().behind)
    place = letterboxed(tile.picture.picture_size, tile.picture.size())
    assert place.width() / place.height() == pytest.approx(4, rel=0.02)


def test_that_credit_goes_back_when_the_picture_is_painted(stage: Stage) -> None:
    camera = stage.add()
    for _ in range(5):
        camera.show()
        stage.until(lambda: camera.peer.credit.under_way == 0)


def test_that_a_frozen_picture_is_dimmed_and_says_so(stage: Stage) -> None:
    camera = stage.add()
    camera.show((255, 255, 255))
    tile = stage.wall.tiles[0]
    stage.until(lambda: is_like(colour_at(tile, 0.5, 0.5), 255, 255, 255))
    stage.until(lambda: camera.session.state.phase is Phase.FROZEN)
    stage.until(lambda: colour_at(tile, 0.5, 0.4).red() < 160)
    assert "frozen" in tile.accessibleName()


def test_that_a_tile_says_what_is_wrong_before_the_first_picture(stage: Stage) -> None:
    camera = stage.add(is_live=False)
    stage.until(lambda: camera.session.state.phase is Phase.OFFLINE)
    assert "Nothing answers at tcp://127.0.0.1:9" in camera.session.state.reason


def test_that_damaged_pictures_are_named_and_the_next_good_one_is_shown(stage: Stage) -> None:
    camera = stage.add()
    camera.show_bytes(b"\xff\xd8 not a picture")
    stage.until(lambda: camera.session.stats.drops["undecodable"] == 1)
    camera.show((0, 255, 0))
    stage.until(lambda: is_like(colour_at(stage.wall.tiles[0], 0.5, 0.5), 0, 255, 0))


def test_that_chat_opens_beside_a_wide_picture_and_below_a_tall_one(stage: Stage) -> None:
    stage.add()
    tile = stage.wall.tiles[0]
    tile.open_chat(True)
    assert tile.chat.geometry().left() == tile.picture.geometry().right() + 1
    stage.window.resize(500, 900)
    stage.until(lambda: tile.width() < 520)
    assert tile.chat.geometry().top() == tile.picture.geometry().bottom() + 1


def test_that_a_closed_chat_takes_no_pixel_from_the_picture(stage: Stage) -> None:
    stage.add()
    tile = stage.wall.tiles[0]
    tile.open_chat(True)
    tile.open_chat(False)
    assert tile.picture.geometry() == tile.rect()


def test_that_an_unread_line_shows_a_badge_until_the_chat_is_opened(stage: Stage) -> None:
    camera = stage.add()
    tile = stage.wall.tiles[0]
    camera.say("Someone is at the gate.")
    assert camera.session.chat.unread == 1
    assert tile._buttons._badge.isVisible()
    tile.open_chat(True)
    assert camera.session.chat.unread == 0
    assert not tile._buttons._badge.isVisible()


def test_that_a_very_long_name_is_cut_with_dots_and_hides_nothing(stage: Stage) -> None:
    stage.add("W" * 80)
    stage.window.resize(stage.window.minimumSize())
    tile = stage.wall.tiles[0]
    shown = tile.picture.grab(QRect(0, 0, tile.picture.width(), 34)).toImage()
    row = [shown.pixelColor(x, 17).lightness() for x in range(shown.width())]
    gap = max(x for x in range(len(row)) if row[x] > 120)
    assert tile.session.name == "W" * 80
    assert gap < shown.width() - 8


@pytest.mark.parametrize("width", range(180, 1200, 60))
def test_that_figures_for_which_there_is_no_room_are_left_out_and_none_is_cut(stage: Stage, width: int) -> None:
    stage.add()
    stage.window._bar.statistics.setChecked(True)
    picture = stage.wall.tiles[0].picture
    picture.resize(width, 200)
    picture.grab()
    _, figures = picture.overlay.texts()
    face = QFontMetrics(style.font())
    assert face.elidedText(figures, Qt.TextElideMode.ElideRight, _most_beside_name(width)) == figures
    assert figures


@pytest.mark.parametrize("width", [90, 110, 130])
def test_that_a_narrow_tile_still_tells_the_age(stage: Stage, width: int) -> None:
    stage.add()
    stage.window._bar.statistics.setChecked(True)
    picture = stage.wall.tiles[0].picture
    picture.resize(width, 100)
    picture.grab()
    assert picture.overlay.texts()[1].endswith("ms")
    assert "·" not in picture.overlay.texts()[1]


@pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
def test_that_a_tip_carries_all_figures_while_they_are_shown(stage: Stage) -> None:
    stage.add()
    picture = stage.wall.tiles[0].picture

    def tip() -> str:
        stage.do(picture.refresh)
        return str(picture.toolTip())

    picture.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert tip() == ""
    stage.window._bar.statistics.setChecked(True)
    assert tip().startswith("Picture: ")
    assert "\nEvery picture was shown.\n" in tip()
    stage.window._bar.statistics.setChecked(False)
    assert tip() == ""


def test_that_a_headline_that_needs_two_lines_gets_them(stage: Stage) -> None:
    def rows(width: int) -> int:
        """In how many rows of pixels the headline has ink."""
        image = QImage(width, 170, QImage.Format.Format_RGB32)
        image.fill(0)
        with QPainter(image) as painter:
            centre(painter, image.size(), "Waiting for the first picture…", "")
        return sum(any(image.pixelColor(x, y).lightness() > 150 for x in range(width)) for y in range(170))

    assert rows(200) > 1.5 * rows(290)


def test_that_a_given_name_wins_over_the_cameras_own(stage: Stage) -> None:
    camera = stage.add("raspberrypi")
    stage.window.program.cameras.rename(camera.session, "Front gate")
    assert camera.session.name == "Front gate"
    stage.window.program.cameras.rename(camera.session, "")
    assert camera.session.name == "raspberrypi"
