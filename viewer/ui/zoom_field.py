"""Lies over a picture whose camera can zoom, while that is being set: one drags a frame over what one wants to see."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.core.controls import CameraControls
from viewer.core.zooming import ZOOM, show, view_of
from viewer.ui import style
from viewer.ui.picture_view import PictureView

PER_NOTCH = 1.25
NOTCH = 120
SHADE = QColor(0, 0, 0, 110)


class ZoomField(QWidget):
    """The wheel zooms to where the mouse is. It leaves the keyboard to the panel."""

    left = Signal()

    def __init__(self, controls: CameraControls, picture: PictureView) -> None:
        super().__init__(picture)
        self._controls = controls
        self._picture = picture
        self._begun: QPoint | None = None
        self._frame = QRect()
        # Otherwise a click gives the keyboard to the wall.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName("Drag a frame to zoom in")
        self.hide()

    def refresh(self, is_wanted: bool) -> None:
        """Cover the picture if it `is_wanted` and the camera can zoom; the buttons stay above."""
        can_zoom = is_wanted and view_of(self._controls) is not None
        if can_zoom:
            self.setGeometry(self._picture.rect())
        if can_zoom == self.isHidden():
            self._begun, self._frame = None, QRect()
            self.setVisible(can_zoom)
            self.lower()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begun = event.position().toPoint()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._begun is None:
            super().mouseMoveEvent(event)
        elif (here - self._begun).manhattanLength() >= QApplication.startDragDistance():
            self._frame = QRect(self._begun, here).normalized() & self._picture.picture_place
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        frame, self._begun, self._frame = self._frame, None, QRect()
        self.update()
        view, place = view_of(self._controls), self._picture.picture_place
        if view is None or frame.isEmpty() or place.isEmpty():
            return
        edges = QRectF(frame).translated(-QRectF(place).topLeft())
        wide, high = place.width(), place.height()
        show(
            self._controls,
            view.into(edges.left() / wide, edges.top() / high, edges.right() / wide, edges.bottom() / high),
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        view, place = view_of(self._controls), self._picture.picture_place
        row = self._controls.row(ZOOM)
        if view is None or row is None or place.isEmpty():
            event.ignore()
            return
        at = event.position() - QRectF(place).topLeft()
        zoom = max(1.0, view.zoom * PER_NOTCH ** (event.angleDelta().y() / NOTCH))
        zoom = zoom if row.most is None else min(zoom, row.most)
        show(self._controls, view.around(at.x() / place.width(), at.y() / place.height(), zoom))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._frame.isEmpty():
            return
        with QPainter(self) as painter:
            frame, whole = self._frame, self.rect()
            for shade in (
                QRect(0, 0, whole.width(), frame.top()),
                QRect(0, frame.bottom() + 1, whole.width(), whole.height() - frame.bottom() - 1),
                QRect(0, frame.top(), frame.left(), frame.height()),
                QRect(frame.right() + 1, frame.top(), whole.width() - frame.right() - 1, frame.height()),
            ):
                painter.fillRect(shade, SHADE)
            painter.setPen(QPen(QColor(style.theme().focus), 2))
            painter.drawRect(frame)
