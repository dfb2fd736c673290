"""What is painted once and shown with every picture."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap


class Layer:
    """Words and shapes over a picture, kept as pixels until they change: to write costs ten times what to copy does."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._shows: Hashable = None

    def paint(
        self, painter: QPainter, place: QPoint, size: QSize, key: Hashable, draw: Callable[[QPainter], None]
    ) -> None:
        """Paint at `place` what `draw` paints within `size`; it is called only if `key`, size or screen is another."""
        ratio = painter.device().devicePixelRatio()
        shows = key, size.width(), size.height(), ratio
        if shows != self._shows:
            self._shows = shows
            self._pixmap = QPixmap(size * ratio)
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(self._pixmap) as first:
                draw(first)
        painter.drawPixmap(place, self._pixmap)
