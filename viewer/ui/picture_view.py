"""Paints a camera's newest picture and, in one thin line over it, name, state and age."""

import statistics
import time
from itertools import islice

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QImage, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.core.picture import Picture
from viewer.core.session import Session
from viewer.core.state import Phase
from viewer.ui import painting, style, words

DIM = {Phase.FROZEN: 130, Phase.OFFLINE: 190, Phase.REFUSED: 200, Phase.CONNECTING: 150}
AGES_SHOWN = 15
TURN_MS = 60


class PictureView(QWidget):
    """One camera's picture. It is opaque: it paints every pixel of itself, and no pixel outside."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.has_statistics = False
        self.rounds_right = True
        self.rounds_bottom = True
        self.waiting_hint = ""
        self._session = session
        self._picture: Picture | None = None
        self._image: QImage | None = None
        self._line_shown = ("", "")
        self._turn = QTimer(self)
        self._turn.setInterval(TURN_MS)
        self._turn.timeout.connect(self._on_turn)

    def picture_ready(self) -> None:
        """There is a newer picture; it is taken when it is painted."""
        self.update()

    def refresh(self) -> None:
        """Bring the words up to date; called a few times per second."""
        texts = self._line_texts()
        phase = self._session.state.phase
        if texts != self._line_shown:
            self.update(QRect(0, 0, self.width(), style.LINE_HEIGHT) if phase is Phase.LIVE else self.rect())
        elif phase is not Phase.LIVE:
            self.update()

    def state_changed(self) -> None:
        """The phase or its reason changed."""
        if self._session.state.phase is Phase.CONNECTING:
            self._turn.start()
        else:
            self._turn.stop()
        self.update()

    @property
    def picture_size(self) -> QSize:
        """Size of the picture in its own pixels; empty before the first."""
        return QSize(self._picture.width, self._picture.height) if self._picture else QSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._take()
        phase = self._session.state.phase
        with QPainter(self) as painter:
            self._paint_picture(painter)
            if phase in DIM:
                painter.fillRect(self.rect(), QColor(0, 0, 0, DIM[phase]))
            self._paint_line(painter, phase)
            self._paint_words(painter, phase)
            painting.corners(
                painter, self.rect(), style.theme().wall, right=self.rounds_right, bottom=self.rounds_bottom
            )

    def _take(self) -> None:
        picture = self._session.take_picture()
        if picture is not None:
            self._picture = picture
            # The image borrows the array's memory; both are kept together.
            self._image = QImage(
                picture.pixels.data,
                picture.width,
                picture.height,
                picture.pixels.strides[0],
                QImage.Format.Format_RGB32,
            )

    def _paint_picture(self, painter: QPainter) -> None:
        behind = QColor(style.theme().behind)
        if self._image is None:
            painter.fillRect(self.rect(), behind)
            return
        target = letterboxed(self._image.size(), self.size())
        outer = self.rect()
        for margin in (
            QRect(0, 0, outer.width(), target.top()),
            QRect(0, target.bottom() + 1, outer.width(), outer.height() - target.bottom() - 1),
            QRect(0, target.top(), target.left(), target.height()),
            QRect(target.right() + 1, target.top(), outer.width() - target.right() - 1, target.height()),
        ):
            painter.fillRect(margin, behind)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, target.size() != self._image.size())
        painter.drawImage(target, self._image)

    def _paint_line(self, painter: QPainter, phase: Phase) -> None:
        height, width = style.LINE_HEIGHT, self.width()
        shade = QLinearGradient(0, 0, 0, height)
        shade.setColorAt(0.0, QColor(0, 0, 0, 165))
        shade.setColorAt(1.0, QColor(0, 0, 0, 0))
        painter.fillRect(QRect(0, 0, width, height), shade)
        self._line_shown = self._line_texts()
        name, right = self._line_shown
        middle = height / 2
        painting.state_mark(painter, QPointF(14.5, middle), phase, self._angle())
        painter.setFont(style.font())
        room = width - 38
        right = painter.fontMetrics().elidedText(right, Qt.TextElideMode.ElideRight, max(0, int(room * 0.72)))
        used = painter.fontMetrics().horizontalAdvance(right)
        colour = style.DARK.frozen if self._is_stale() else style.DARK.text
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(width - 12 - used, 0, used + 2, height), Qt.AlignmentFlag.AlignVCenter, right)
        strong = style.font(is_strong=True)
        painter.setFont(strong)
        painter.setPen(QColor(style.theme().on_picture))
        fitting = QFontMetrics(strong).elidedText(name, Qt.TextElideMode.ElideRight, max(0, room - used - 14))
        painter.drawText(QRectF(27, 0, max(0, room - used), height), Qt.AlignmentFlag.AlignVCenter, fitting)

    def _paint_words(self, painter: QPainter, phase: Phase) -> None:
        state = self._session.state
        if phase is Phase.FROZEN:
            self._paint_bottom(painter, f"No new picture for {self._for_how_long()}.", state.reason)
        elif phase is Phase.OFFLINE:
            since = words.clock_time(state.since, time.monotonic())
            head = f"Offline since {since}" if self._session.hello else "No answer yet"
            self._paint_centre(painter, head, self._with_hint(state.reason))
        elif phase is Phase.REFUSED:
            self._paint_centre(painter, "Refused", self._with_hint(state.reason))
        elif phase is Phase.CONNECTING:
            head = "Waiting for the first picture…" if self._session.hello else "Connecting…"
            self._paint_centre(painter, head, state.reason or self._session.identity.endpoint)

    def _with_hint(self, reason: str) -> str:
        return f"{reason} {self.waiting_hint}".strip()

    def _paint_bottom(self, painter: QPainter, head: str, rest: str) -> None:
        box = QRectF(14, style.LINE_HEIGHT, max(0, self.width() - 28), max(0, self.height() - style.LINE_HEIGHT - 12))
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.setFont(style.font())
        painter.setPen(QColor(style.theme().on_picture_quiet))
        painter.drawText(box, flags, rest)
        used = painter.boundingRect(box, flags, rest).height()
        painter.setFont(style.font(is_strong=True))
        painter.setPen(QColor(style.theme().on_picture))
        painter.drawText(box.adjusted(0, 0, 0, -used - 2), flags, head)

    def _paint_centre(self, painter: QPainter, head: str, rest: str) -> None:
        width = max(0.0, min(self.width() - 32.0, 460.0))
        left = (self.width() - width) / 2
        middle = self.height() / 2
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.setFont(style.font(14, is_strong=True))
        painter.setPen(QColor(style.theme().on_picture))
        painter.drawText(QRectF(left, middle - 44, width, 22), flags | Qt.AlignmentFlag.AlignVCenter, head)
        painter.setFont(style.font())
        painter.setPen(QColor(style.theme().on_picture_quiet))
        painter.drawText(QRectF(left, middle - 20, width, 40), flags | Qt.AlignmentFlag.AlignTop, rest)

    def _line_texts(self) -> tuple[str, str]:
        session, now = self._session, time.monotonic()
        phase = session.state.phase
        if phase is Phase.FROZEN:
            return session.name, f"frozen {self._for_how_long()}"
        if phase is not Phase.LIVE:
            return session.name, "" if phase is Phase.CONNECTING else phase.value
        if self.has_statistics:
            return session.name, words.statistics(session.stats.snapshot(now))
        return session.name, words.age(self._recent_age())

    def _recent_age(self) -> float | None:
        ages = self._session.stats.ages
        if not ages:
            return None
        return statistics.median(islice(reversed(ages), AGES_SHOWN))

    def _is_stale(self) -> bool:
        age = self._recent_age()
        return self._session.state.phase is Phase.FROZEN or (age is not None and age > 1.0)

    def _for_how_long(self) -> str:
        return words.duration(time.monotonic() - self._session.state.since)

    def _angle(self) -> float:
        return time.monotonic() * 360 % 360

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
