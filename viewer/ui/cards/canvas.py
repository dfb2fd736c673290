"""A picture to look at closely: fitted, at 100 %, or anything between."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from camwire.translation import tr
from viewer.ui.look import accessible, style

STEP = 1.25
MOST_ZOOM = 16.0
PAN = 60
NOTCH = 120


class Canvas(QWidget):
    """Paints one image. `zoom` is in device pixels per pixel of the image; 0: fitted, and never enlarged."""

    accessible_role = accessible.PICTURE
    zoom_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 120)
        self.setAccessibleName(tr("Picture"))
        self.words = ""
        self._levels: list[QImage] = []
        self._zoom = 0.0
        self._centre = QPointF(0.5, 0.5)
        self._grip: QPointF | None = None

    def show_image(self, image: QImage) -> None:
        """Show it, fitted. Halves are kept, as painting from a much larger picture would flicker with dots."""
        self._levels = [image]
        while min(self._levels[-1].width(), self._levels[-1].height()) > 256:
            last = self._levels[-1]
            self._levels.append(last.scaled(last.size() / 2, mode=Qt.TransformationMode.SmoothTransformation))
        self.fit()

    @property
    def zoom(self) -> float:
        """The zoom in force."""
        if self._zoom or not self._levels:
            return self._zoom or 1.0
        size, room = self._levels[0].size(), QSizeF(self.size()) * self.devicePixelRatioF()
        return min(1.0, room.width() / size.width(), room.height() / size.height())

    def fit(self) -> None:
        """Show all of it."""
        self._set(0.0, QPointF(0.5, 0.5))

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom; the picture's point under `at` (by default the middle) stays where it is."""
        if not self._levels:
            return
        at = QPointF(self.rect().center()) if at is None else at
        least = min(1.0, self._fitting() / 2)
        new = max(least, min(MOST_ZOOM, zoom))
        before = self._area()
        share = QPointF((at.x() - before.left()) / before.width(), (at.y() - before.top()) / before.height())
        wide, high = self._extent(new)
        middle = QPointF(self.width() / 2, self.height() / 2)
        self._set(new, QPointF(share.x() + (middle.x() - at.x()) / wide, share.y() + (middle.y() - at.y()) / high))

    def sizeHint(self) -> QSize:
        return QSize(960, 640)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(style.theme().behind))
            if self.words or not self._levels:
                painter.setPen(QColor(style.theme().on_picture))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words)
                return
            zoom, level = self.zoom, 0
            while zoom < 0.5 and level + 1 < len(self._levels):
                zoom, level = zoom * 2, level + 1
            # Above 200 % one wants to see the pixels.
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.zoom < 2)
            image = self._levels[level]
            painter.drawImage(self._area(), image, QRectF(image.rect()))
            if self.hasFocus():
                painter.setPen(QColor(style.theme().focus))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.zoom_changed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_to(self.zoom * STEP ** (event.angleDelta().y() / NOTCH), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._pan(self._grip - event.position())
            self._grip = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._zoom:
            self.fit()
        else:
            self.zoom_to(1.0, event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pans = {
            Qt.Key.Key_Left: QPointF(-PAN, 0),
            Qt.Key.Key_Right: QPointF(PAN, 0),
            Qt.Key.Key_Up: QPointF(0, -PAN),
            Qt.Key.Key_Down: QPointF(0, PAN),
        }
        if event.key() in pans:
            self._pan(pans[Qt.Key(event.key())])
        elif event.text() in ("+", "="):
            self.zoom_to(self.zoom * STEP)
        elif event.text() == "-":
            self.zoom_to(self.zoom / STEP)
        elif event.text() == "0":
            self.fit()
        elif event.text() == "1":
            self.zoom_to(1.0)
        else:
            super().keyPressEvent(event)

    def _pan(self, by: QPointF) -> None:
        area = self._area()
        self._set(self._zoom, self._centre + QPointF(by.x() / area.width(), by.y() / area.height()))

    def _set(self, zoom: float, centre: QPointF) -> None:
        self._zoom = zoom
        wide, high = self._extent(self.zoom)
        self._centre = QPointF(_kept(centre.x(), self.width() / wide), _kept(centre.y(), self.height() / high))
        self.update()
        self.zoom_changed.emit()

    def _fitting(self) -> float:
        zoom, self._zoom = self._zoom, 0.0
        fitting = self.zoom
        self._zoom = zoom
        return fitting

    def _extent(self, zoom: float) -> tuple[float, float]:
        """How large the picture is on the screen."""
        if not self._levels:
            return 1.0, 1.0
        scale = zoom / self.devicePixelRatioF()
        return self._levels[0].width() * scale, self._levels[0].height() * scale

    def _area(self) -> QRectF:
        wide, high = self._extent(self.zoom)
        left, top = self.width() / 2 - self._centre.x() * wide, self.height() / 2 - self._centre.y() * high
        return QRectF(left, top, wide, high)


def _kept(centre: float, share: float) -> float:
    """A centre so that the picture fills the room, or stands in its middle; `share` of it is seen."""
    return 0.5 if share >= 1 else max(share / 2, min(1 - share / 2, centre))
