"""Paints a camera's newest picture, letterboxed, turned and zoomed into, with the words of the overlay over it."""

import html
import time

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QWidget

from viewer.core.pictures.orientation import Orientation
from viewer.core.pictures.picture import Picture
from viewer.core.pictures.viewport import Pair
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase
from viewer.ui.chat.pinning import Shown
from viewer.ui.look import style
from viewer.ui.wall import mini_map
from viewer.ui.wall.fitting import Fitted, in_device_pixels, letterboxed
from viewer.ui.wall.overlay import Corners, Overlay
from viewer.ui.wall.repaints import Repaints
from viewer.ui.wall.zoom import Zoom

TURN_MS = 60
FILM = 16, 9
# In every theme: bars beside a film are black.
BEHIND = QColor(style.DARK.behind)
_MARKUP = frozenset("<&")


class PictureView(QWidget):
    """One camera's picture. It is opaque: it paints every pixel of itself, and no pixel outside."""

    size_changed = Signal()

    def __init__(self, session: Session, parent: QWidget, repaints: Repaints | None = None) -> None:
        super().__init__(parent)
        self._repaints = repaints or Repaints(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.overlay = Overlay(session)
        self.rounds_right = True
        self.rounds_bottom = True
        self._session = session
        self._picture: Picture | None = None
        self._image: QImage | None = None
        self._pictures_of = session.pictures_of
        self._orientation = session.orientation
        self._fitted_for: tuple[float, ...] = ()
        self._fitted = Fitted.of(QSize(), QSize())
        self.zoom = Zoom(self._room, self)
        self.zoom.changed.connect(self._on_zoomed)
        self._turn = QTimer(self)
        self._turn.setInterval(TURN_MS)
        self._turn.timeout.connect(self._on_turn)

    def picture_ready(self) -> None:
        """There is a newer picture; it is taken when it is painted."""
        self._repaints.ask(self)

    def let_go(self) -> None:
        """The session is being removed."""
        self._repaints.forget(self)

    def refresh(self) -> None:
        """Bring the words up to date; called a few times per second."""
        if self._session.state.phase is not Phase.LIVE or self.overlay.is_outdated():
            # In its turn: with the words, what has come is painted as well.
            self._repaints.ask(self)
        if self.underMouse():
            # Only where somebody may ask: it takes longer than the line.
            self.show_tip()

    def show_tip(self) -> None:
        """Bring what is told to who points at the picture up to date."""
        tip = self.overlay.tip()
        # Some of it is what the camera says, which a tool tip would take for markup.
        self.setToolTip(f"<span style='white-space:pre-wrap'>{html.escape(tip)}</span>" if _MARKUP & set(tip) else tip)

    def state_changed(self) -> None:
        """The phase or its reason changed."""
        if self._session.state.phase is Phase.CONNECTING:
            self._turn.start()
        else:
            self._turn.stop()
        self.update()

    @property
    def shown(self) -> Shown | None:
        """The picture that is painted now, as a copy that lasts."""
        if self._picture is None or self._image is None:
            return None
        return Shown(self._picture.sequence, self._image.copy())

    def orient(self, orientation: Orientation) -> None:
        """Show the pictures turned so."""
        if orientation != self._orientation:
            self._orientation, self._fitted_for = orientation, ()
            self.zoom.reset()
            self.size_changed.emit()
            self.update()

    @property
    def picture_size(self) -> QSize:
        """Size of the picture in its own pixels, as it is turned; empty before the first."""
        picture = self._picture
        return QSize(*self._orientation.size(picture.width, picture.height)) if picture else QSize()

    @property
    def aspect(self) -> float:
        """Width by height, as it is turned: of the camera's own pictures, since those that it sends are rounded to the
        place. Before anything is known of it, that of a film."""
        own = self._session.own_size
        if not all(own) and self._picture is not None:
            own = self._picture.width, self._picture.height
        width, height = self._orientation.size(*own) if all(own) else FILM
        return width / height

    @property
    def picture_place(self) -> QRect:
        """Where the picture is painted, in pixels of the interface; empty before the first."""
        if self._image is None:
            return QRect()
        ratio = self.devicePixelRatio()
        target = self._fit(self._image, self.size(), ratio).target
        corner = QPointF(target.topLeft()) / ratio
        return QRect(corner.toPoint(), (QSizeF(target.size()) / ratio).toSize())

    def part_at(self, frame: QRectF) -> QRectF:
        """The part of the picture as it came, in shares of its width and height, that is seen in a frame of this
        widget; empty before the first picture."""
        inverse, is_there = self._to_place().inverted()
        return inverse.mapRect(frame) if is_there else QRectF()

    def place_of(self, part: QRectF) -> QRectF:
        """Where a part of the picture as it came, in shares, is seen; it may lie outside of this widget."""
        return self._to_place().mapRect(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        began = time.monotonic()
        self._take()
        with QPainter(self) as painter:
            size, ratio = self.size(), self.devicePixelRatio()
            self._paint_picture(painter, size, ratio)
            has_map = not self._fitted.is_plain and self.zoom.is_on
            self.overlay.map_height = self._paint_map(painter, size) if has_map else 0
            corners = Corners(style.theme().wall, self.rounds_right, self.rounds_bottom)
            self.overlay.paint(painter, size, ratio, corners)
        self._repaints.painted(time.monotonic() - began)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # What changes nothing is for who scrolls all of this, if anybody does.
        event.setAccepted(self.zoom.turn_wheel(event.angleDelta().y(), event.position()))

    def _take(self) -> None:
        if self._session.pictures_of != self._pictures_of:
            self._pictures_of = self._session.pictures_of
            self._picture = self._image = None
        picture = self._session.take_picture()
        if picture is None:
            return
        if self._picture is None or self._picture.pixels.shape != picture.pixels.shape:
            QTimer.singleShot(0, self, self.size_changed.emit)
        self._picture = picture
        # The image borrows the array's memory; both are kept together.
        self._image = QImage(
            picture.pixels.data, picture.width, picture.height, picture.pixels.strides[0], QImage.Format.Format_RGB32
        )

    def _paint_picture(self, painter: QPainter, size: QSize, ratio: float) -> None:
        image = self._image
        if image is None:
            painter.fillRect(self.rect(), BEHIND)
            return
        fitted = self._fit(image, size, ratio)
        if ratio != 1:
            painter.scale(1 / ratio, 1 / ratio)
        for margin in fitted.margins:
            painter.fillRect(margin, BEHIND)
        if fitted.is_scaled:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if fitted.is_plain:
            painter.drawImage(fitted.target, image)
        else:
            painter.setTransform(fitted.transform, combine=True)
            painter.drawImage(0, 0, image)
            painter.resetTransform()
        if ratio != 1:
            painter.resetTransform()

    def _paint_map(self, painter: QPainter, size: QSize) -> int:
        if self._image is None or self._session.state.phase is not Phase.LIVE:
            return 0
        return mini_map.paint(painter, self._image, self._fitted, size, self.overlay.caption_height)

    def _fit(self, image: QImage, size: QSize, ratio: float) -> Fitted:
        shape = image.width(), image.height(), size.width(), size.height(), ratio
        if shape != self._fitted_for:
            place, how = in_device_pixels(size, ratio), self._orientation
            self._fitted_for, self._fitted = shape, Fitted.of(image.size(), place, how, self.zoom.viewport)
        return self._fitted

    def _to_place(self) -> QTransform:
        """From shares of the picture as it came to pixels of this widget."""
        image = self._image
        if image is None:
            return QTransform.fromScale(0, 0)
        ratio = self.devicePixelRatio()
        own = QTransform.fromScale(image.width(), image.height())
        return own * self._fit(image, self.size(), ratio).transform * QTransform.fromScale(1 / ratio, 1 / ratio)

    def _room(self) -> tuple[Pair, Pair] | None:
        if self._image is None:
            return None
        fitted = letterboxed(self.picture_size, self.size())
        return (fitted.width(), fitted.height()), (self.width(), self.height())

    def _on_zoomed(self) -> None:
        self._fitted_for = ()
        if self.zoom.is_on:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()
        self.update()

    def _on_turn(self) -> None:
        self.update(QRect(0, 0, 32, style.LINE_HEIGHT))
