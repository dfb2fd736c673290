"""Everything can be read: measured on pictures of all windows, in both themes."""

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from tests.support.contrast import Place, ratio, read, readings
from tests.viewer.ui.conftest import Stage
from tests.viewer.ui.looks.scenes import SCENES, drawn, in_theme
from viewer.ui.look import style

THEMES = {"dark": style.DARK, "light": style.LIGHT}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", SCENES)
def test_that_everything_can_be_read(name: str, theme: str, stage: Stage) -> None:
    in_theme(THEMES[theme])
    with drawn(name, stage) as widget:
        found = readings(widget)
    assert found
    assert not [str(each) for each in found if not each.is_readable]


@pytest.mark.parametrize(("ink", "ground"), [("#777777", "#ffffff"), ("#0a7cff", "#101010"), ("#595959", "#ffffff")])
def test_that_what_is_measured_is_the_contrast_of_the_colours(ink: str, ground: str, stage: Stage) -> None:
    image = QImage(480, 80, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    with QPainter(image) as painter:
        face = QFont(style.font())
        face.setPixelSize(52)
        painter.setFont(face)
        painter.setPen(QColor(ink))
        painter.drawText(image.rect(), 0, "Porch, 28 ms")
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(80, 480, 4)[:, :, 2::-1]
    found = read(rows, Place("", QRect(0, 0, 120, 20)))
    assert found is not None
    colours = [tuple(QColor(each).getRgb()[:3]) for each in (ink, ground)]  # type: ignore[index]
    assert found.ratio == pytest.approx(ratio(*colours), abs=0.15)
