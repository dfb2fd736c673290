"""The part of a picture in which motion counts, drawn on the picture itself."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from camwire.translation import tr
from viewer.core.motion.detector import WHOLE, Region
from viewer.core.pictures.picture import Picture
from viewer.ui.look import accessible, style

SHADE = QColor(0, 0, 0, 130)
LEAST = 0.03
STEP = 0.02
HEIGHT = 282
"""For a picture of 16 : 9, as wide as a dialog is."""
LEAST_HEIGHT, BESIDE = 140, 350
"""What the rest of the dialog takes of a small screen."""
STEPS = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}


class RegionField(QWidget):
    """A frame is dragged; a double click takes all of it. Arrow keys move the frame, with Shift its lower right."""

    accessible_role = accessible.PICTURE
    changed = Signal()

    def __init__(self, region: Region, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.region = region
        self.words = tr("No picture yet.")
        self._picture: Picture | None = None
        self._image: QImage | None = None
        self._begun: QPointF | None = None
        self.setFixedHeight(min(HEIGHT, max(LEAST_HEIGHT, self.screen().availableSize().height() - BESIDE)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Where motion counts"))
        self._describe()

    def show_picture(self, picture: Picture | None) -> None:
        """Show what the camera sees now."""
        if picture is None or picture is self._picture:
            return
        self._picture = picture
        stride, shape = picture.pixels.strides[0], (picture.width, picture.height)
        self._image = QImage(picture.pixels.data, *shape, stride, QImage.Format.Format_RGB32)
        self.update()

    def choose(self, region: Region) -> None:
        """Let motion count there."""
        if region != self.region:
            self.region = region
            self._describe()
            self.update()
            self.changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._image is not None:
            self._begun = self._share(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._begun is not None:
            here, begun = self._share(event.position()), self._begun
            left, right = sorted((begun.x(), here.x()))
            top, bottom = sorted((begun.y(), here.y()))
            if right - left >= LEAST and bottom - top >= LEAST:
                self.choose(Region(left, top, right, bottom))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._begun = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._begun = None
        self.choose(WHOLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._step(*step, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(self.rect(), QColor(style.theme().behind))
            if self._image is None:
                painter.setPen(QColor(style.theme().on_picture_quiet))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
                return
            place, frame = self._place(), self._frame()
            painter.drawImage(place, self._image)
            for shade in (
                QRectF(place.left(), place.top(), place.width(), frame.top() - place.top()),
                QRectF(place.left(), frame.bottom(), place.width(), place.bottom() - frame.bottom()),
                QRectF(place.left(), frame.top(), frame.left() - place.left(), frame.height()),
                QRectF(frame.right(), frame.top(), place.right() - frame.right(), frame.height()),
            ):
                painter.fillRect(shade, SHADE)
            painter.setPen(QPen(QColor(style.theme().focus if self.hasFocus() else style.DARK.frozen), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(1, 1, -1, -1))

    def _step(self, across: float, down: float, is_size: bool) -> None:
        area = self.region
        if is_size:
            right, bottom = min(1.0, area.right + across), min(1.0, area.bottom + down)
            self.choose(
                Region(area.left, area.top, max(area.left + LEAST, right), max(area.top + LEAST, bottom)),
            )
            return
        across = max(-area.left, min(1 - area.right, across))
        down = max(-area.top, min(1 - area.bottom, down))
        self.choose(Region(area.left + across, area.top + down, area.right + across, area.bottom + down))

    def _place(self) -> QRectF:
        assert self._image is not None
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        return QRectF(corner.x(), corner.y(), size.width(), size.height())

    def _frame(self) -> QRectF:
        place, area = self._place(), self.region
        return QRectF(
            place.left() + area.left * place.width(),
            place.top() + area.top * place.height(),
            (area.right - area.left) * place.width(),
            (area.bottom - area.top) * place.height(),
        )

    def _share(self, point: QPointF) -> QPointF:
        place = self._place()
        across, down = (point.x() - place.left()) / place.width(), (point.y() - place.top()) / place.height()
        return QPointF(max(0.0, min(1.0, across)), max(0.0, min(1.0, down)))

    def _describe(self) -> None:
        left, top, right, bottom = (
            round(100 * each) for each in (self.region.left, self.region.top, self.region.right, self.region.bottom)
        )
        self.setAccessibleDescription(
            tr(
                "From {left} to {right} % of the width, from {top} to {bottom} % of the height",
                left=left,
                right=right,
                top=top,
                bottom=bottom,
            )
        )
