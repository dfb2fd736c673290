"""Paints a camera's newest picture, letterboxed, with the words of the overlay over it."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.core.picture import Picture
from viewer.core.session import Session
from viewer.core.state import Phase
from viewer.ui import painting, style
from viewer.ui.chat_typing import Shown
from viewer.ui.overlay import Overlay

TURN_MS = 60


class PictureView(QWidget):
    """One camera's picture. It is opaque: it paints every pixel of itself, and no pixel outside."""

    size_changed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.overlay = Overlay(session)
        self.rounds_right = True
        self.rounds_bottom = True
        self._session = session
        self._picture: Picture | None = None
        self._image: QImage | None = None
        self._pictures_of = session.pictures_of
        self._turn = QTimer(self)
        self._turn.setInterval(TURN_MS)
        self._turn.timeout.connect(self._on_turn)

    def picture_ready(self) -> None:
        """There is a newer picture; it is taken when it is painted."""
        self.update()

    def refresh(self) -> None:
        """Bring the words up to date; called a few times per second."""
        if self._session.state.phase is not Phase.LIVE:
            self.update()
        elif self.overlay.is_outdated():
            self.update(QRect(0, 0, self.width(), style.LINE_HEIGHT))

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

    def paintEvent(self, event: QPaintEvent) -> None:
        self._take()
        with QPainter(self) as painter:
            self._paint_picture(painter)
            self.overlay.paint(painter, self.size())
            painting.corners(
                painter, self.rect(), style.theme().wall, right=self.rounds_right, bottom=self.rounds_bottom
            )

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

    def _paint_picture(self, painter: QPainter) -> None:
        behind = QColor(style.theme().behind)
        if self._image is None:
            painter.fillRect(self.rect(), behind)
            return
        target, outer = letterboxed(self._image.size(), self.size()), self.rect()
        below, beside = target.bottom() + 1, target.right() + 1
        for margin in (
            QRect(0, 0, outer.width(), target.top()),
            QRect(0, below, outer.width(), outer.height() - below),
            QRect(0, target.top(), target.left(), target.height()),
            QRect(beside, target.top(), outer.width() - beside, target.height()),
        ):
            painter.fillRect(margin, behind)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, target.size() != self._image.size())
        painter.drawImage(target, self._image)

    def _on_turn(self) -> None:
        self.update(QRect(0, 0, 32, style.LINE_HEIGHT))


def letterboxed(picture: QSize, place: QSize) -> QRect:
    """Where a picture goes in `place`: as large as it fits, centred, never stretched."""
    fitted = picture.scaled(place, Qt.AspectRatioMode.KeepAspectRatio)
    return QRect(
        (place.width() - fitted.width()) // 2,
        (place.height() - fitted.height()) // 2,
        fitted.width(),
        fitted.height(),
    )
