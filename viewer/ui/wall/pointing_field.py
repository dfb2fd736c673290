"""Lies over a picture while its camera is being set, where that can zoom or be told where to focus.

As on a telephone, a click focuses there. A frame that is dragged is what one wants to see; with Shift, what one wants
to see sharply.
"""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.core.controls.camera_controls import CameraControls
from viewer.core.controls.focusing import can_focus, focus_at, focus_on, focused_on, state_of
from viewer.core.controls.hint import hint
from viewer.core.controls.pointing import Area, flip_of
from viewer.core.controls.zooming import ZOOM, show, view_of
from viewer.ui.look import style
from viewer.ui.wall import focus_mark
from viewer.ui.wall.picture_view import PictureView

PER_NOTCH = 1.25
NOTCH = 120
SHADE = QColor(0, 0, 0, 110)
SHIFT = Qt.KeyboardModifier.ShiftModifier


class PointingField(QWidget):
    """The wheel zooms to where the mouse is. It leaves the keyboard to the panel."""

    left = Signal()

    def __init__(self, controls: CameraControls, picture: PictureView) -> None:
        super().__init__(picture)
        self._controls = controls
        self._picture = picture
        self._begun: QPoint | None = None
        self._is_focusing = False
        self._frame = QRect()
        self._marked: tuple[QRectF, str] | None = None
        # Otherwise a click gives the keyboard to the wall.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.hide()

    def refresh(self, is_wanted: bool) -> None:
        """Cover the picture if it `is_wanted` and there is something to point at; the buttons stay above."""
        told = hint(self._controls) if is_wanted else ""
        if told:
            self.setAccessibleName(told)
            self.setGeometry(self._picture.rect())
            self._mark()
        if bool(told) == self.isHidden():
            self._begun, self._frame = None, QRect()
            self.setVisible(bool(told))
            self.lower()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begun = event.position().toPoint()
            is_meant = bool(event.modifiers() & SHIFT) or view_of(self._controls) is None
            self._is_focusing = is_meant and can_focus(self._controls)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._begun is None:
            super().mouseMoveEvent(event)
        else:
            # Who comes back to where it began does not mean it any more.
            frame = QRect(self._begun, here).normalized() & self._picture.picture_place
            self._frame = frame if self._is_drag(here) else QRect()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        frame, begun = self._frame, self._begun
        self._begun, self._frame = None, QRect()
        self.update()
        if begun is None or self._picture.picture_place.isEmpty():
            return
        if frame.isEmpty():
            if self._picture.picture_place.contains(begun) and not self._is_drag(event.position().toPoint(), begun):
                self._point_at(begun)
            return
        area = self._area(QRectF(frame))
        view = view_of(self._controls)
        if self._is_focusing:
            focus_on(self._controls, area)
        elif view is not None:
            show(self._controls, view.into(area))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first click has done it.
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        view, row = view_of(self._controls), self._controls.row(ZOOM)
        if view is None or row is None or self._picture.picture_place.isEmpty():
            event.ignore()
            return
        zoom = max(1.0, view.zoom * PER_NOTCH ** (event.angleDelta().y() / NOTCH))
        zoom = zoom if row.most is None else min(zoom, row.most)
        at = self._area(QRectF(event.position(), event.position()))
        show(self._controls, view.around(*at.middle, zoom))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._frame.isEmpty() and self._marked is None:
            return
        with QPainter(self) as painter:
            if self._frame.isEmpty() and self._marked is not None:
                painter.setClipRect(self._picture.picture_place)
                focus_mark.paint(painter, *self._marked)
            elif self._is_focusing:
                focus_mark.paint(painter, QRectF(self._frame), "")
            else:
                self._shade(painter)

    def _shade(self, painter: QPainter) -> None:
        """All that will not be seen any more."""
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

    def _is_drag(self, here: QPoint, begun: QPoint | None = None) -> bool:
        begun = begun or self._begun
        return begun is not None and (here - begun).manhattanLength() >= QApplication.startDragDistance()

    def _point_at(self, point: QPoint) -> None:
        if can_focus(self._controls):
            focus_at(self._controls, *self._area(QRectF(point, point)).middle)

    def _area(self, frame: QRectF) -> Area:
        """A part of this field as the camera sees it."""
        part = self._picture.part_at(frame)
        here = Area(part.left(), part.top(), part.right(), part.bottom())
        return here.flipped(flip_of(self._controls))

    def _mark(self) -> None:
        """Find where the camera focuses, and show it."""
        area = focused_on(self._controls)
        marked = None
        if area is not None and not self._picture.picture_place.isEmpty():
            here = area.flipped(flip_of(self._controls))
            part = QRectF(QPointF(here.left, here.top), QPointF(here.right, here.bottom))
            marked = self._picture.place_of(part), state_of(self._controls)
        if marked != self._marked:
            self._marked = marked
            self.update()
