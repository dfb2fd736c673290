"""Where each pixel of a picture is painted: turned, mirrored, zoomed into."""

from itertools import product

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from viewer.core.pictures.orientation import Orientation
from viewer.core.pictures.viewport import WHOLE, Viewport
from viewer.ui.wall.fitting import Fitted, enlarged

WAYS = [Orientation(turns, is_mirrored) for turns, is_mirrored in product(range(4), (False, True))]
CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1))
COLOURS = ("#ff0000", "#00ff00", "#0000ff", "#ffff00")


def coloured(width: int, height: int) -> QImage:
    """A picture with a colour of its own in each quarter."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        for (right, down), colour in zip(CORNERS, COLOURS, strict=True):
            painter.fillRect(right * width // 2, down * height // 2, width // 2, height // 2, QColor(colour))
    return image


def painted(image: QImage, place: QSize, fitted: Fitted) -> QImage:
    shown = QImage(place, QImage.Format.Format_RGB32)
    shown.fill(0)
    with QPainter(shown) as painter:
        painter.setTransform(fitted.transform)
        painter.drawImage(0, 0, image)
    return shown


@pytest.mark.parametrize("how", WAYS)
def test_that_every_corner_is_painted_where_it_is_to_be_seen(how: Orientation) -> None:
    image, place = coloured(80, 60), QSize(200, 200)
    fitted = Fitted.of(image.size(), place, how)
    shown = painted(image, place, fitted)
    for (right, down), colour in zip(CORNERS, COLOURS, strict=True):
        x, y = how.shown(0.25 + right / 2, 0.25 + down / 2)
        seen = fitted.whole.topLeft() + QPoint(round(x * fitted.whole.width()), round(y * fitted.whole.height()))
        assert shown.pixelColor(seen) == QColor(colour)


@pytest.mark.parametrize("how", WAYS)
def test_that_a_turned_picture_of_its_place_s_size_is_painted_pixel_by_pixel(how: Orientation) -> None:
    image = coloured(80, 60)
    fitted = Fitted.of(image.size(), QSize(*how.size(80, 60)), how)
    assert not fitted.is_scaled
    assert not fitted.margins
    assert fitted.is_plain == how.is_upright
    shown = painted(image, fitted.whole.size(), fitted)
    counts = [
        sum(shown.pixelColor(x, y) == QColor(colour) for x in range(shown.width()) for y in range(shown.height()))
        for colour in COLOURS
    ]
    assert counts == [1200] * 4


@pytest.mark.parametrize("how", WAYS)
def test_that_the_transform_leads_where_the_orientation_says(how: Orientation) -> None:
    fitted = Fitted.of(QSize(640, 480), QSize(300, 500), how, Viewport(3.0, 0.4, 0.7))
    for x, y in ((0.0, 0.0), (0.2, 0.9), (1.0, 0.5)):
        across, down = how.shown(x, y)
        whole = fitted.whole
        wanted = QPointF(whole.left() + across * whole.width(), whole.top() + down * whole.height())
        assert (fitted.transform.map(QPointF(640 * x, 480 * y)) - wanted).manhattanLength() < 0.01


def test_that_a_zoomed_picture_fills_the_bars_beside_it_before_it_is_cut() -> None:
    place = QSize(400, 200)
    fitted = Fitted.of(QSize(200, 200), place, viewport=Viewport(1.5, 0.5, 0.5))
    assert fitted.whole == QRect(50, -50, 300, 300)
    assert fitted.target == QRect(50, 0, 300, 200)
    assert sum(margin.width() * margin.height() for margin in fitted.margins) == 100 * 200
    closer = Fitted.of(QSize(200, 200), place, viewport=Viewport(4.0, 0.0, 1.0))
    assert not closer.margins
    assert closer.target == QRect(QPoint(), place)
    assert closer.whole.topLeft() == QPoint(0, -600)


def test_that_a_picture_made_for_its_zoom_is_not_scaled() -> None:
    place = QSize(417, 233)
    for zoom in (1.25, 1.5, 2.44, 3.05):
        size = QSize(1280, 720).scaled(enlarged(place, zoom), Qt.AspectRatioMode.KeepAspectRatio)
        assert not Fitted.of(size, place, viewport=WHOLE._replace(zoom=zoom)).is_scaled
