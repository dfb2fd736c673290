"""On or off, as a switch: to the keyboard and to screen readers a check box."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from viewer.ui.look import style

TRACK = QSize(34, 18)
MARGIN = 3


class Switch(QCheckBox):
    """The whole of it can be clicked."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedSize(TRACK.width() + 2 * MARGIN, TRACK.height() + 2 * MARGIN)

    def hitButton(self, pos: QPoint) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, is_on = style.theme(), self.isChecked()
        track = QRectF(MARGIN, MARGIN, TRACK.width(), TRACK.height())
        radius = track.height() / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(1.0 if self.isEnabled() else 0.4)
            if self.hasFocus():
                painter.setPen(QPen(QColor(colours.focus), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), radius + 2, radius + 2)
            painter.setPen(QPen(QColor(colours.accent if is_on else colours.quiet), 1))
            painter.setBrush(QColor(colours.accent if is_on else colours.raised))
            painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.on_accent if is_on else colours.quiet))
            middle = track.right() - radius if is_on else track.left() + radius
            painter.drawEllipse(QPointF(middle, track.center().y()), radius - 4, radius - 4)
