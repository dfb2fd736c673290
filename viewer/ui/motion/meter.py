"""How much moves now, and from where on that is motion."""

from math import log2

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from camwire.translation import tr
from viewer.ui.look import style

HEIGHT, BAR = 18, 8
SPAN = 4.0
"""How many times twice as much, and half as much, there is room for beside the mark."""
FALL = 0.85


class Meter(QWidget):
    """What moved falls slowly, so that one sees it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("What moves now"))
        self._share = 0.0
        self._is_motion = False

    def show_level(self, level: float) -> None:
        """`level` is 1 where motion begins."""
        share = share_of(level)
        self._share = max(share, self._share * FALL)
        self._is_motion = level >= 1
        self.setAccessibleDescription(tr("motion") if self._is_motion else tr("still"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = style.theme()
        box = QRectF(0, (HEIGHT - BAR) / 2, self.width(), BAR)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.line))
            painter.drawRoundedRect(box, BAR / 2, BAR / 2)
            painter.setBrush(QColor(colours.frozen if self._share >= 0.5 else colours.live))
            if self._share > 0.01:
                painter.drawRoundedRect(QRectF(0, box.top(), box.width() * self._share, BAR), BAR / 2, BAR / 2)
            painter.setBrush(QColor(colours.text))
            painter.drawRoundedRect(QRectF(self.width() / 2 - 1, 1, 2, HEIGHT - 2), 1, 1)


def share_of(level: float) -> float:
    """How much of the meter is filled: half of it at 1, and a step for each time twice as much."""
    return 0.0 if level <= 0 else max(0.0, min(1.0, 0.5 + log2(level) / (2 * SPAN)))
