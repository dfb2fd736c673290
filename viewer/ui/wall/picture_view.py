"""Paints a camera's newest picture, letterboxed, with the words of the overlay over it."""

import html
import time
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRect, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.core.pictures.picture import Picture
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase
from viewer.ui.chat.pinning import Shown
from viewer.ui.look import style
from viewer.ui.wall.overlay import Corners, Overlay
from viewer.ui.wall.repaints import Repaints

TURN_MS = 60
# In every theme: bars beside a film are black.
BEHIND = QColor(style.DARK.behind)
HARDLY = range(4)
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
        self._fitted_for: tuple[float, ...] = ()
        self._fitted = Fitted(QRect(), (), False)
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

    @property
    def picture_size(self) -> QSize:
        """Size of the picture in its own pixels; empty before the first."""
        return QSize(self._picture.width, self._picture.height) if self._picture else QSize()

    @property
    def picture_place(self) -> QRect:
        """Where the picture is painted, in pixels of the interface; empty before the first."""
        if self._image is None:
            return QRect()
        ratio = self.devicePixelRatio()
        target = letterboxed(self._image.size(), in_device_pixels(self.size(), ratio))
        corner = QPointF(target.topLeft()) / ratio
        return QRect(corner.toPoint(), (QSizeF(target.size()) / ratio).toSize())

    def paintEvent(self, event: QPaintEvent) -> None:
        began = time.monotonic()
        self._take()
        with QPainter(self) as painter:
            size, ratio = self.size(), self.devicePixelRatio()
            self._paint_picture(painter, size, ratio)
            corners = Corners(style.theme().wall, self.rounds_right, self.rounds_bottom)
            self.overlay.paint(painter, size, ratio, corners)
        self._repaints.painted(time.monotonic() - began)

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
        shape = image.width(), image.height(), size.width(), size.height(), ratio
        if shape != self._fitted_for:
            self._fitted_for, self._fitted = shape, Fitted.of(image.size(), in_device_pixels(size, ratio))
        if ratio != 1:
            painter.scale(1 / ratio, 1 / ratio)
        for margin in self._fitted.margins:
            painter.fillRect(margin, BEHIND)
        if self._fitted.is_scaled:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._fitted.target, image)
        if ratio != 1:
            painter.resetTransform()

    def _on_turn(self) -> None:
        self.update(QRect(0, 0, 32, style.LINE_HEIGHT))


@dataclass(frozen=True, slots=True)
class Fitted:
    """Where a picture is painted in its place, what is left around it, and whether it has to be scaled for that.

    All in device pixels: those of the interface may be one and a half of them, and the picture would never fit.
    """

    target: QRect
    margins: tuple[QRect, ...]
    is_scaled: bool

    @classmethod
    def of(cls, picture: QSize, place: QSize) -> "Fitted":
        target = letterboxed(picture, place)
        below, beside = target.bottom() + 1, target.right() + 1
        margins = (
            QRect(0, 0, place.width(), target.top()),
            QRect(0, below, place.width(), place.height() - below),
            QRect(0, target.top(), target.left(), target.height()),
            QRect(beside, target.top(), place.width() - beside, target.height()),
        )
        return cls(target, tuple(each for each in margins if not each.isEmpty()), target.size() != picture)


def in_device_pixels(size: QSize, ratio: float) -> QSize:
    """As many as are touched, which is what the camera is told of the place."""
    return QSize(ceil(size.width() * ratio), ceil(size.height() * ratio))


def letterboxed(picture: QSize, place: QSize) -> QRect:
    """Where a picture goes in `place`, both in device pixels: as large as it fits, centred, never stretched.

    One that is hardly too small stays as it is: cameras send even sizes, and scaling by so little would cost half of
    the sharpness and twenty times the work.
    """
    fitted = picture.scaled(place, Qt.AspectRatioMode.KeepAspectRatio)
    if fitted.width() - picture.width() in HARDLY and fitted.height() - picture.height() in HARDLY:
        fitted = picture
    return QRect(
        (place.width() - fitted.width()) // 2,
        (place.height() - fitted.height()) // 2,
        fitted.width(),
        fitted.height(),
    )
