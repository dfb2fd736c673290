"""The block of figures over a picture, and the marks in its line."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from tests.viewer.ui.conftest import Stage
from viewer.ui.look import style
from viewer.ui.wall.figures import Figures, has_room_for_figures
from viewer.ui.wall.line_marks import LineMarks
from viewer.ui.wall.overlay import Overlay

SIZE = QSize(480, 270)


def told(stage: Stage) -> dict[str, list[str]]:
    """The figures of the only camera by their headings."""
    found: dict[str, list[str]] = {}
    heading = ""
    for begin, text in stage.wall.tiles[0].picture.overlay.figures.rows:
        heading = begin or heading
        found.setdefault(heading, []).append(text)
    return found


def test_that_all_figures_of_the_pictures_and_of_the_link_are_told(stage: Stage) -> None:
    camera = stage.add()
    camera.show(width=320, height=240)
    camera.session.stats.drops.update({"not-sent": 1234, "hidden": 3, "undecodable": 2, "paint-busy": 1})
    stage.do(stage.window.actions["wall.statistics"].trigger)
    stage.until(lambda: told(stage).get("Picture") == ["320×240 · JPEG"])
    figures = told(stage)
    assert "fps" in figures["Rate"][0]
    assert "Mbit/s" in figures["Rate"][0]
    assert figures["Age"][0].startswith("p50 ")
    assert figures["Not shown"][0] == "1,234 · kept back by the camera"
    assert figures["Not shown"][-1] == "1 for other reasons"
    assert figures["Format"] == ["Watchword"]
    assert figures["Link"][0] == camera.session.identity.endpoint
    assert figures["Link"][1].endswith("on this computer")


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
    darkened = [x for x in range(width) if image.pixelColor(x, style.LINE_HEIGHT + 20).lightness() < 250]
    assert darkened[0] >= 10
    assert darkened[-1] <= width - 10


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
