"""The words over a picture: one thin line with name, state and age, and what to know when it is not live."""

import statistics
import time
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QLinearGradient, QPainter

from viewer.core.session import Session
from viewer.core.state import Phase
from viewer.core.stats import StatsSnapshot
from viewer.ui import painting, style, words
from viewer.ui.layer import Layer

AGES_SHOWN = 15
READ_SECONDS = 0.9
OLD_SECONDS = 1.0
ROOM_FOR_HEADLINE = 110
ROOM_FOR_WORDS = QSize(300, 170)
ROOM_FOR_BUTTONS = 130
WIDEST = 500
OPEN_TO_ALL = "unprotected"
LEAST_NAME = 130
DIM = {Phase.FROZEN: 120, Phase.OFFLINE: 180, Phase.REFUSED: 190, Phase.CONNECTING: 140}

MIDDLE = Qt.AlignmentFlag.AlignVCenter
WRAP = Qt.TextFlag.TextWordWrap


class Corners(NamedTuple):
    """Which corners are rounded: `colour` is what lies behind them. The left upper one always is."""

    colour: str
    right: bool = True
    bottom: bool = True


class Overlay:
    """Paints the words of one session.

    `hint` is added to what is said of a camera that is away, `remark` to the name of any.
    """

    def __init__(self, session: Session) -> None:
        self.has_statistics = False
        self.has_caption = False
        self.hint = ""
        self.remark = ""
        self._session = session
        self._line = Layer(self._draw_line)
        self._foot = Layer(self._draw_foot)
        self._texts = ("", "")
        self._asked: tuple[object, ...] = ()
        self._read_at = 0.0
        self._corners = Corners("")
        self._is_old = self._is_unprotected = False
        self._width = 0

    def is_outdated(self) -> bool:
        """Read the figures anew, once a second; whether the line is another now."""
        if time.monotonic() - self._read_at < READ_SECONDS:
            # Figures that change faster cannot be read, and to write them costs as much as five pictures.
            return False
        before = self._texts, self._is_old, self._is_unprotected
        self._read()
        is_outdated = (self._texts, self._is_old, self._is_unprotected) != before
        if is_outdated:
            self._line.forget()
        return is_outdated

    def paint(self, painter: QPainter, size: QSize, ratio: float, corners: "Corners") -> None:
        """Paint everything over a picture of `size`; `ratio` device pixels are one of these."""
        phase = self._session.state.phase
        if phase in DIM:
            painter.fillRect(QRect(QPointF(0, 0).toPoint(), size), QColor(0, 0, 0, DIM[phase]))
        if size.height() >= ROOM_FOR_HEADLINE:
            self._paint_words(painter, size, phase)
        self._paint_line(painter, size, ratio, phase, corners)
        if self.has_caption and phase is Phase.LIVE and size.height() >= ROOM_FOR_HEADLINE:
            _paint_caption(painter, size, self._session.chat.last_heard)

    def texts(self) -> tuple[str, str]:
        """What stands left and right in the line now."""
        session, now = self._session, time.monotonic()
        phase = session.state.phase
        if phase is Phase.FROZEN:
            return session.name, f"frozen {self._for_how_long()}"
        if phase is not Phase.LIVE:
            return session.name, "" if phase is Phase.CONNECTING else phase.value
        if self.has_statistics:
            return session.name, self._statistics(session.stats.snapshot(now))
        return session.name, words.age(self._recent_age(), not session.stats.knows_capture_times)

    def _statistics(self, stats: StatsSnapshot) -> str:
        """As many figures as the line has room for, the name counted in."""
        room = min(self._width - LEAST_NAME, _most_beside_name(self._width))
        face = QFontMetrics(style.font())
        texts = words.statistics(stats, self._session.own_size, self._session.limited_to)
        return next((text for text in texts if face.horizontalAdvance(text) <= room), texts[-1])

    def explained(self) -> str:
        """All figures, however small the picture is."""
        session = self._session
        return words.explained(session.stats.snapshot(time.monotonic()), session.own_size, session.limited_to)

    def _paint_line(self, painter: QPainter, size: QSize, ratio: float, phase: Phase, corners: "Corners") -> None:
        width = size.width()
        asked = phase, width, self.has_statistics, self.remark, corners
        if phase is not Phase.LIVE or asked != self._asked:
            self._asked, self._width, self._corners = asked, width, corners
            self._read()
            self._line.forget()
            self._foot.forget()
        self._line.paint(painter, 0, width, style.LINE_HEIGHT + 8, ratio)
        if corners.bottom:
            self._foot.paint(painter, size.height() - style.RADIUS, width, style.RADIUS, ratio)

    def _draw_foot(self, painter: QPainter) -> None:
        corners = self._corners
        whole = QRect(0, 0, self._width, style.RADIUS)
        painting.corners(painter, whole, corners.colour, right=corners.right, top=False)

    def _draw_line(self, painter: QPainter) -> None:
        width, height, phase, corners = self._width, style.LINE_HEIGHT, self._session.state.phase, self._corners
        _shade(painter, QRect(0, 0, width, height + 8), is_upwards=False)
        painting.corners(painter, QRect(0, 0, width, height + 8), corners.colour, right=corners.right, bottom=False)
        name, right = self._texts
        turn = time.monotonic() * 360 % 360 if phase is Phase.CONNECTING else 0.0
        painting.state_mark(painter, QPointF(14.5, height / 2), phase, turn)
        room = width - 38
        plain, strong = style.font(), style.font(is_strong=True)
        right = _elided(plain, right, _most_beside_name(width))
        used = QFontMetrics(plain).horizontalAdvance(right)
        colour = style.DARK.frozen if self._is_old else style.DARK.text
        _text(painter, QRectF(width - 12 - used, 0, used + 2, height), MIDDLE, right, plain, colour)
        name = _elided(strong, name, room - used - 14)
        _text(painter, QRectF(27, 0, max(0, room - used), height), MIDDLE, name, strong, style.DARK.on_picture)
        named = 27 + QFontMetrics(strong).horizontalAdvance(name) + 10
        remark = self.remark or (OPEN_TO_ALL if self._is_unprotected else "")
        if remark and named + QFontMetrics(plain).horizontalAdvance(remark) < room - used + 14:
            box = QRectF(named, 0, room - used, height)
            _text(painter, box, MIDDLE, remark, plain, style.DARK.on_picture_quiet)

    def _paint_words(self, painter: QPainter, size: QSize, phase: Phase) -> None:
        state = self._session.state
        if phase is Phase.FROZEN:
            _paint_foot(painter, size, f"No new picture for {self._for_how_long()}.", state.reason)
        elif phase is Phase.OFFLINE:
            since = words.clock_time(state.since, time.monotonic())
            head = f"Offline since {since}" if self._session.has_greeted else "No answer yet"
            _paint_centre(painter, size, head, f"{state.reason} {self.hint}".strip())
        elif phase is Phase.REFUSED:
            _paint_centre(painter, size, "Refused", f"{state.reason} {self.hint}".strip())
        elif phase is Phase.CONNECTING:
            head = "Waiting for the first picture…" if self._session.has_greeted else "Connecting…"
            _paint_centre(painter, size, head, state.reason or self._session.identity.endpoint)

    def _recent_age(self) -> float | None:
        ages = self._session.stats.ages
        return statistics.median(islice(reversed(ages), AGES_SHOWN)) if ages else None

    def _read(self) -> None:
        self._read_at = time.monotonic()
        phase, age = self._session.state.phase, self._recent_age()
        self._texts = self.texts()
        self._is_unprotected = self._session.is_unprotected
        self._is_old = phase is Phase.FROZEN or (phase is Phase.LIVE and age is not None and age > OLD_SECONDS)

    def _for_how_long(self) -> str:
        return words.duration(time.monotonic() - self._session.state.since)


def _most_beside_name(width: int) -> int:
    """How wide in a line of `width` pixels what stands right may be: the name needs some of it."""
    return int((width - 38) * 0.72)


def has_room_for_words(size: QSize) -> bool:
    """Whether a picture is large enough for a sentence and a button in its middle."""
    return size.width() >= ROOM_FOR_WORDS.width() and size.height() >= ROOM_FOR_WORDS.height()


def _paint_foot(painter: QPainter, size: QSize, head: str, rest: str) -> None:
    width = max(0, size.width() - 28 if size.width() < ROOM_FOR_WORDS.width() else size.width() - 14 - ROOM_FOR_BUTTONS)
    box = QRectF(14, style.LINE_HEIGHT, width, max(0, size.height() - style.LINE_HEIGHT - 12))
    flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft | WRAP
    plain, strong = style.font(), style.font(is_strong=True)
    painter.setFont(plain)
    used = painter.boundingRect(box, flags, rest).height() if rest else 0
    _shade(painter, QRect(0, size.height() - round(used) - 52, size.width(), round(used) + 52), is_upwards=True)
    _text(painter, box, flags, rest, plain, style.DARK.on_picture_quiet)
    _text(painter, box.adjusted(0, 0, 0, -used - 2), flags, head, strong, style.DARK.on_picture)


def _paint_caption(painter: QPainter, size: QSize, said: str) -> None:
    """What the camera said last, in one line at the foot."""
    if said:
        face = style.font()
        line = _elided(face, " ".join(said[:1000].split()), size.width() - 28)
        _shade(painter, QRect(0, size.height() - 40, size.width(), 40), is_upwards=True)
        box = QRectF(14, size.height() - 32, size.width() - 28, 24)
        _text(painter, box, MIDDLE, line, face, style.DARK.on_picture)


def _paint_centre(painter: QPainter, size: QSize, head: str, rest: str) -> None:
    width = max(0.0, min(size.width() - 48.0, WIDEST))
    left, middle = (size.width() - width) / 2, size.height() / 2
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | WRAP
    plain, strong = style.font(), style.font(14, is_strong=True)
    has_room = has_room_for_words(size)
    painter.setFont(plain)
    block = painter.boundingRect(QRectF(left, middle - 18, width, 400), flags, rest if has_room else "")
    # What takes more than two lines grows upwards: below is the button.
    more = max(0.0, block.height() - 44)
    painter.setFont(strong)
    heading = painter.boundingRect(QRectF(left, 0, width, 400), flags, head)
    more += max(0.0, heading.height() - 22)
    wide = min(width, max(block.width(), heading.width())) + 28
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(8, 9, 12, 170))
    height = 116 if has_room else 38
    top = middle - 40 - more
    painter.drawRoundedRect(
        QRectF((size.width() - wide) / 2, middle - 48 - more, wide, height + more), style.RADIUS, style.RADIUS
    )
    _text(painter, QRectF(left, top, width, heading.height()), flags, head, strong, style.DARK.on_picture)
    if has_room:
        top += max(22.0, heading.height())
        _text(painter, QRectF(left, top, width, 44 + more), flags, rest, plain, style.DARK.on_picture_quiet)


def _shade(painter: QPainter, area: QRect, is_upwards: bool) -> None:
    """Darken a picture towards its edge, so that words can be read on snow."""
    shade = QLinearGradient(0, area.top(), 0, area.bottom())
    shade.setColorAt(1.0 if is_upwards else 0.0, QColor(0, 0, 0, 190))
    shade.setColorAt(0.5, QColor(0, 0, 0, 105))
    shade.setColorAt(0.0 if is_upwards else 1.0, QColor(0, 0, 0, 0))
    painter.fillRect(area, shade)


def _text(painter: QPainter, box: QRectF, flags: int, text: str, face: QFont, colour: str) -> None:
    if text:
        painter.setFont(face)
        painter.setPen(QColor(0, 0, 0, 150))
        painter.drawText(box.translated(0, 1), flags, text)
        painter.setPen(QColor(colour))
        painter.drawText(box, flags, text)


def _elided(face: QFont, text: str, room: int) -> str:
    return QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
