"""Small pieces that several widgets paint: state marks, receipts, badges, corners."""

from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from viewer.core.sessions.state import Phase
from viewer.core.talk.chat import Delivery
from viewer.ui.look import style
from viewer.ui.look.words import WARNING


def state_mark(painter: QPainter, centre: QPointF, phase: Phase, turn: float = 0.0) -> None:
    """A state by shape and colour: disc, square, ring, cross in a ring, padlock, exclamation mark, turning arc
    (`turn` in degrees)."""
    colours = style.theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = centre.x(), centre.y()
    if phase is Phase.LIVE:
        painter.setBrush(QColor(style.DARK.live))
        painter.drawEllipse(centre, 4.5, 4.5)
    elif phase is Phase.FROZEN:
        painter.setBrush(QColor(style.DARK.frozen))
        painter.drawRoundedRect(QRectF(x - 4.5, y - 4.5, 9, 9), 1.5, 1.5)
    elif phase is Phase.CONNECTING:
        painter.setPen(QPen(QColor(colours.on_picture_quiet), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(QRectF(x - 4.5, y - 4.5, 9, 9), round(-16 * turn), 16 * 250)
    elif phase is Phase.UNPAIRED:
        _padlock(painter, x, y)
    elif phase is Phase.ALARM:
        painter.setBrush(QColor(style.DARK.offline))
        painter.drawEllipse(centre, 5.5, 5.5)
        painter.setPen(QPen(QColor(0, 0, 0, 220), 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(x, y - 2.6), QPointF(x, y + 0.6))
        painter.drawPoint(QPointF(x, y + 3))
    else:
        painter.setPen(QPen(QColor(style.DARK.offline), 2))
        painter.drawEllipse(centre, 4, 4)
        if phase is Phase.REFUSED:
            painter.drawLine(QPointF(x - 2.8, y + 2.8), QPointF(x + 2.8, y - 2.8))


def _padlock(painter: QPainter, x: float, y: float) -> None:
    colour = QColor(style.DARK.frozen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(x - 4.5, y - 1, 9, 6), 1.5, 1.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.5))
    painter.drawArc(QRectF(x - 2.8, y - 4.8, 5.6, 7), 0, 16 * 180)


def health_mark(painter: QPainter, centre: QPointF, level: str) -> None:
    """Something is wrong with the camera's computer or source: a triangle with an exclamation mark."""
    x, y = centre.x(), centre.y()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(style.DARK.frozen if level == WARNING else style.DARK.offline)
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour)
    painter.drawPolygon([QPointF(x, y - 5), QPointF(x + 5.5, y + 4.5), QPointF(x - 5.5, y + 4.5)])
    painter.setPen(QPen(QColor(0, 0, 0, 220), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(x, y - 2), QPointF(x, y + 1))
    painter.drawPoint(QPointF(x, y + 3.4))


def receipt(painter: QPainter, right: float, middle: float, delivery: Delivery, colour: QColor) -> None:
    """A line's delivery: clock (queued), one tick (sent), two (received, answered), an exclamation mark (failed)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if delivery is Delivery.QUEUED:
        painter.drawEllipse(QPointF(right - 5, middle), 4.2, 4.2)
        painter.drawPolyline(
            [QPointF(right - 5, middle - 2.4), QPointF(right - 5, middle), QPointF(right - 3, middle + 1)]
        )
    elif delivery is Delivery.FAILED:
        painter.drawLine(QPointF(right - 5, middle - 4), QPointF(right - 5, middle + 1))
        painter.drawPoint(QPointF(right - 5, middle + 4))
    else:
        for shift in (0, 4) if delivery in (Delivery.RECEIVED, Delivery.ANSWERED) else (0,):
            x = right - shift
            painter.drawPolyline([QPointF(x - 8, middle), QPointF(x - 5.5, middle + 3), QPointF(x, middle - 3.5)])


def corners(
    painter: QPainter,
    rect: QRect,
    colour: str,
    left: bool = True,
    right: bool = True,
    top: bool = True,
    bottom: bool = True,
) -> None:
    """Round the corners of an opaque widget by painting what lies behind it over them."""
    ratio = painter.device().devicePixelRatio()
    beyond, below = rect.x() + rect.width() - style.RADIUS, rect.y() + rect.height() - style.RADIUS
    for is_wanted, is_right, is_bottom in (
        (left and top, False, False),
        (right and top, True, False),
        (left and bottom, False, True),
        (right and bottom, True, True),
    ):
        if is_wanted:
            place = QPoint(beyond if is_right else rect.x(), below if is_bottom else rect.y())
            painter.drawImage(place, _corner(colour, ratio, is_right, is_bottom))


def side(painter: QPainter, rect: QRect, rounds_left: bool, rounds_top: bool) -> None:
    """The ground of what stands beside or below a picture, with a line below its header."""
    colours = style.theme()
    painter.fillRect(rect, QColor(colours.panel))
    painter.fillRect(0, style.LINE_HEIGHT, rect.width(), 1, QColor(colours.line))
    if not rounds_left:
        painter.fillRect(0, 0, 1, rect.height(), QColor(colours.line))
    corners(painter, rect, colours.wall, left=rounds_left, top=rounds_top)


@lru_cache(maxsize=64)
def _corner(colour: str, ratio: float, is_right: bool, is_bottom: bool) -> QImage:
    """What is outside a rounded corner. It is painted over every picture, and so kept as pixels."""
    radius = style.RADIUS
    side = round(radius * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    tip = QPointF(radius if is_right else 0, radius if is_bottom else 0)
    path = QPainterPath(tip)
    path.lineTo(radius - tip.x(), tip.y())
    path.quadTo(tip, QPointF(tip.x(), radius - tip.y()))
    path.closeSubpath()
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawPath(path)
    return image
