"""Marks the part of a picture on which its camera focuses: four corners, in the colour of how far it is."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from viewer.ui.look import style

CORNER_SHARE = 0.3
MOST_CORNER = 14.0
LEAST_SIDE = 12.0
OUTLINE = QColor(0, 0, 0, 150)


def paint(painter: QPainter, frame: QRectF, state: str) -> None:
    """`state` is idle, scanning, focused or failed; others are shown as idle."""
    frame = _at_least(frame)
    long = min(MOST_CORNER, CORNER_SHARE * min(frame.width(), frame.height()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((OUTLINE, 4), (_colour(state), 2)):
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        for corner, across, down in (
            (frame.topLeft(), long, long),
            (frame.topRight(), -long, long),
            (frame.bottomLeft(), long, -long),
            (frame.bottomRight(), -long, -long),
        ):
            painter.drawPolyline(QPolygonF([corner + QPointF(across, 0), corner, corner + QPointF(0, down)]))
    painter.restore()


def _colour(state: str) -> QColor:
    colours = style.theme()
    by_state = {"scanning": colours.frozen, "focused": colours.live, "failed": colours.offline}
    return QColor(by_state.get(state, colours.on_picture))


def _at_least(frame: QRectF) -> QRectF:
    wide, high = max(frame.width(), LEAST_SIDE), max(frame.height(), LEAST_SIDE)
    middle = frame.center()
    return QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
