"""The block of figures over a picture, and the marks in its line."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from tests.viewer.ui.conftest import Stage
from viewer.ui.wall.figures import Figures, has_room_for_figures
from viewer.ui.wall.line_marks import LineMarks
from viewer.ui.wall.overlay import Overlay

SIZE = QSize(480, 270)


def told(stage: Stage) -> dict[str, str]:
    """The figures of the only camera by their headings."""
    return dict(stage.wall.tiles[0].picture.overlay.figures.rows)


def test_that_the_figures_of_the_pictures_and_of_the_link_are_told(stage: Stage) -> None:
    camera = stage.add()
    camera.show(width=320, height=240)
    camera.session.stats.drops.update({"not-sent": 1234, "hidden": 3})
    stage.do(stage.window.actions["wall.statistics"].trigger)
    stage.until(lambda: told(stage).get("Picture") == "320×240 · JPEG")
    figures = told(stage)
    assert "fps" in figures["Rate"]
    assert "Mbit/s" in figures["Rate"]
    assert " ms, rarely " in figures["Age"]
    assert figures["Not shown"] == "1,237 pictures"
    assert figures["Link"].endswith("on this computer")


def test_that_who_points_at_the_picture_is_told_what_the_figures_mean(stage: Stage) -> None:
    camera = stage.add()
    camera.show(width=320, height=240)
    stage.do(stage.window.actions["wall.statistics"].trigger)
    stage.until(lambda: told(stage).get("Picture") == "320×240 · JPEG")
    overlay = stage.wall.tiles[0].picture.overlay
    camera.session.stats.drops.update({"not-sent": 1234, "hidden": 3})
    lines = overlay.tip().replace("\n", " ")
    assert "Age when shown: " in lines
    assert "Not shown: – 1,234 kept back by the camera" in lines
    assert "– 3 came while nobody could see them" in lines
    assert f"Link: {camera.session.identity.endpoint}" in lines
    assert lines.endswith("Format: Watchword")


@pytest.mark.parametrize("size", [(360, 240), (480, 270), (1280, 720)])
def test_that_the_block_leaves_the_upper_half_of_the_picture_and_its_line_free(
    stage: Stage, size: tuple[int, int]
) -> None:
    figures = Figures(stage.add().session)
    figures.read(0.0)
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        figures.paint(painter, image.size(), 1.0)
    darkened = [y for y in range(size[1]) if image.pixelColor(20, y).lightness() < 250]
    assert darkened[0] >= size[1] / 2
    assert darkened[-1] < size[1]


def test_that_the_line_tells_the_bare_age_beside_the_block_and_figures_where_it_has_no_room(stage: Stage) -> None:
    stage.add()
    stage.do(stage.window.actions["wall.statistics"].trigger)
    picture = stage.wall.tiles[0].picture
    for height, has_block in ((300, True), (200, False)):
        picture.resize(600, height)
        picture.grab()
        assert has_room_for_figures(picture.size()) is has_block
        assert ("fps" in picture.overlay.texts()[1]) is not has_block


@pytest.mark.parametrize("width", [360, 480, 900])
def test_that_the_block_stays_on_the_picture(stage: Stage, width: int) -> None:
    figures = Figures(stage.add().session)
    figures.read(0.0)
    image = QImage(width, 270, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        figures.paint(painter, image.size(), 1.0)
    darkened = [x for x in range(width) if image.pixelColor(x, 240).lightness() < 250]
    assert darkened[0] >= 8
    assert darkened[-1] <= width - 8


def test_that_figures_that_stay_the_same_are_not_written_again(stage: Stage) -> None:
    figures = Figures(stage.add().session)
    assert figures.read(0.0)
    assert not figures.read(0.0)


def test_that_each_mark_takes_its_room_and_leaves_the_texts_theirs(stage: Stage) -> None:
    overlay = Overlay(stage.add().session)
    for marks in (LineMarks(), LineMarks(is_recording=True), LineMarks("bad", True, True, True)):
        image = QImage(SIZE, QImage.Format.Format_RGB32)
        image.fill(0)
        with QPainter(image) as painter:
            marks.paint(painter, 200, 17)
        inked = [x for x in range(image.width()) if any(image.pixelColor(x, y).lightness() > 40 for y in range(34))]
        assert bool(inked) == bool(marks.room)
        assert all(200 - marks.room <= x <= 200 for x in inked)
    assert overlay.marks == LineMarks()


def test_that_marks_are_seen_said_and_told_to_who_cannot_see_them(stage: Stage) -> None:
    camera = stage.add()
    tile = stage.wall.tiles[0]
    overlay = tile.picture.overlay
    camera.session.talk.mute(True)
    overlay.has_motion = True
    tile.picture.grab()
    assert overlay.marks == LineMarks(has_motion=True, is_muted=True)
    assert overlay.tip().splitlines() == ["Something moves.", "Its notifications are muted."]
