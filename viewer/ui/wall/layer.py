"""What is painted once and shown with every picture."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap


class Layer:
    """Words and shapes over a picture, kept as pixels until they change: to write costs ten times what to copy does.

    `draw(painter)` paints them, within the size that `paint` is given.
    """

    def __init__(self, draw: Callable[[QPainter], None]) -> None:
        self._draw = draw
        self._pixmap = QPixmap()
        self._place = QPoint()
        self._shape: tuple[int, int, int, float, int] | None = None

    def forget(self) -> None:
        """They have changed."""
        self._shape = None

    def paint(self, painter: QPainter, top: int, width: int, height: int, ratio: float, left: int = 0) -> None:
        """Paint them from `top` down; `ratio` device pixels are one of these."""
        shape = top, width, height, ratio, left
        if shape != self._shape:
            self._shape, self._place = shape, QPoint(left, top)
            self._pixmap = QPixmap(QSize(width, height) * ratio)
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(self._pixmap) as first:
                self._draw(first)
        painter.drawPixmap(self._place, self._pixmap)
