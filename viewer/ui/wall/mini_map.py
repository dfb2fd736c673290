"""A small picture in a corner of one that is zoomed into: where in the whole is what one sees?"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from viewer.ui.look import style
from viewer.ui.wall.fitting import Fitted

SIDE = 112
SHARE = 0.3
EDGE = 10
LEAST_SIDE = 36
VEIL = QColor(0, 0, 0, 120)


def paint(painter: QPainter, image: QImage, fitted: Fitted, size: QSize, lifted: int = 0) -> int:
    """Paint it at the foot of a picture of `size`, `lifted` by so many pixels; nothing where there is no room. Returns
    how many pixels at the foot are taken."""
    box = _place(fitted, size, lifted)
    if min(box.width(), box.height()) < LEAST_SIDE:
        return 0
    to_box = QTransform.fromTranslate(box.left(), box.top())
    to_box.scale(box.width() / fitted.whole.width(), box.height() / fitted.whole.height())
    to_box.translate(-fitted.whole.left(), -fitted.whole.top())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(fitted.transform * to_box)
    painter.drawImage(0, 0, image)
    painter.resetTransform()
    _frame(painter, QRectF(box), to_box.mapRect(QRectF(fitted.target)))
    painter.restore()
    return size.height() - box.top()


def _place(fitted: Fitted, size: QSize, lifted: int) -> QRect:
    most = QSize(min(SIDE, round(SHARE * size.width())), min(SIDE, round(SHARE * size.height())))
    own = fitted.whole.size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
    return QRect(EDGE, size.height() - EDGE - lifted - own.height(), own.width(), own.height())


def _frame(painter: QPainter, box: QRectF, seen: QRectF) -> None:
    """Darken what is not seen, and frame what is."""
    painter.setPen(Qt.PenStyle.NoPen)
    for veil in (
        QRectF(box.left(), box.top(), box.width(), seen.top() - box.top()),
        QRectF(box.left(), seen.bottom(), box.width(), box.bottom() - seen.bottom()),
        QRectF(box.left(), seen.top(), seen.left() - box.left(), seen.height()),
        QRectF(seen.right(), seen.top(), box.right() - seen.right(), seen.height()),
    ):
        painter.fillRect(veil, VEIL)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((QColor(0, 0, 0, 170), 3), (QColor(style.DARK.on_picture), 1)):
        painter.setPen(QPen(colour, width))
        painter.drawRect(box)
        painter.drawRect(seen)
