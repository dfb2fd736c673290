"""The words over a picture: one thin line with name, state and age, and what to know when it is not live."""

import statistics
import textwrap
import time
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from viewer.core.pictures.stats import StatsSnapshot
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase
from viewer.ui.look import painting, style, words
from viewer.ui.wall import over_picture
from viewer.ui.wall.layer import Layer
from viewer.ui.wall.over_picture import MIDDLE

AGES_SHOWN = 15
READ_SECONDS = 0.9
OLD_SECONDS = 1.0
ROOM_FOR_HEADLINE = 110
OPEN_TO_ALL = "unprotected"
LEAST_NAME = 130
MARK = 20
TIP_CHARACTERS = 64
DIM = {Phase.FROZEN: 120, Phase.OFFLINE: 180, Phase.REFUSED: 190, Phase.CONNECTING: 140}


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
        self._level = words.GOOD
        self._width = 0

    def is_outdated(self) -> bool:
        """Read the figures anew, once a second; whether the line is another now."""
        if time.monotonic() - self._read_at < READ_SECONDS:
            # Figures that change faster cannot be read, and to write them costs as much as five pictures.
            return False
        before = self._shown_in_line
        self._read()
        is_outdated = self._shown_in_line != before
        if is_outdated:
            self._line.forget()
        return is_outdated

    @property
    def _shown_in_line(self) -> tuple[object, ...]:
        return self._texts, self._is_old, self._is_unprotected, self._level

    def paint(self, painter: QPainter, size: QSize, ratio: float, corners: "Corners") -> None:
        """Paint everything over a picture of `size`; `ratio` device pixels are one of these."""
        phase = self._session.state.phase
        if phase in DIM:
            painter.fillRect(QRect(QPointF(0, 0).toPoint(), size), QColor(0, 0, 0, DIM[phase]))
        if size.height() >= ROOM_FOR_HEADLINE:
            self._paint_words(painter, size, phase)
        self._paint_line(painter, size, ratio, phase, corners)
        if self.has_caption and phase is Phase.LIVE and size.height() >= ROOM_FOR_HEADLINE:
            over_picture.caption(painter, size, self._session.chat.last_heard)

    def texts(self) -> tuple[str, str]:
        """What stands left and right in the line now."""
        session, now = self._session, time.monotonic()
        phase = session.state.phase
        if phase is Phase.FROZEN:
            return session.name, f"frozen {self._for_how_long()}" if self._has_any else "no picture"
        if phase is not Phase.LIVE:
            return session.name, "" if phase is Phase.CONNECTING else phase.value
        if self.has_statistics:
            return session.name, self._statistics(session.stats.snapshot(now))
        return session.name, words.age(self._recent_age(), not session.stats.knows_capture_times)

    def _statistics(self, stats: StatsSnapshot) -> str:
        """As many figures as the line has room for, the name counted in."""
        room = min(self._width - LEAST_NAME, _most_beside_name(self._width)) - self._room_for_mark
        face = QFontMetrics(style.font())
        texts = words.statistics(stats, self._session.own_size, self._session.limited_to)
        return next((text for text in texts if face.horizontalAdvance(text) <= room), texts[-1])

    def tip(self) -> str:
        """What is told of the camera to who asks: why it is not live, what is wrong with it, and where figures are
        shown, all of them, however small the picture is."""
        session = self._session
        parts = [session.state.reason, words.health(session.health, self.has_statistics)]
        if self.has_statistics and session.state.phase is Phase.LIVE:
            stats = session.stats.snapshot(time.monotonic())
            parts.append(words.explained(stats, session.own_size, session.limited_to))
        lines = [line for part in parts for line in part.splitlines()]
        return "\n".join(textwrap.fill(line, TIP_CHARACTERS) for line in lines)

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
        over_picture.shade(painter, QRect(0, 0, width, height + 8), is_upwards=False)
        painting.corners(painter, QRect(0, 0, width, height + 8), corners.colour, right=corners.right, bottom=False)
        name, right = self._texts
        turn = time.monotonic() * 360 % 360 if phase is Phase.CONNECTING else 0.0
        painting.state_mark(painter, QPointF(14.5, height / 2), phase, turn)
        room = width - 38
        plain, strong = style.font(), style.font(is_strong=True)
        right = over_picture.elided(plain, right, _most_beside_name(width) - self._room_for_mark)
        used = QFontMetrics(plain).horizontalAdvance(right)
        if self._level != words.GOOD:
            painting.health_mark(
                painter, QPointF(width - 12 - used - (MARK if right else MARK - 10) / 2, height / 2), self._level
            )
        colour = style.DARK.frozen if self._is_old else style.DARK.text
        over_picture.write(painter, QRectF(width - 12 - used, 0, used + 2, height), MIDDLE, right, plain, colour)
        used += self._room_for_mark
        name = over_picture.elided(strong, name, room - used - 14)
        over_picture.write(
            painter, QRectF(27, 0, max(0, room - used), height), MIDDLE, name, strong, style.DARK.on_picture
        )
        named = 27 + QFontMetrics(strong).horizontalAdvance(name) + 10
        remark = self.remark or (OPEN_TO_ALL if self._is_unprotected else "")
        if remark and named + QFontMetrics(plain).horizontalAdvance(remark) < room - used + 14:
            box = QRectF(named, 0, room - used, height)
            over_picture.write(painter, box, MIDDLE, remark, plain, style.DARK.on_picture_quiet)

    def _paint_words(self, painter: QPainter, size: QSize, phase: Phase) -> None:
        state = self._session.state
        if phase is Phase.FROZEN:
            head = f"No new picture for {self._for_how_long()}." if self._has_any else "No picture yet."
            over_picture.foot(painter, size, head, state.reason)
        elif phase is Phase.OFFLINE:
            since = words.clock_time(state.since, time.monotonic())
            head = f"Offline since {since}" if self._session.has_greeted else "No answer yet"
            over_picture.centre(painter, size, head, f"{state.reason} {self.hint}".strip())
        elif phase is Phase.REFUSED:
            over_picture.centre(painter, size, "Refused", f"{state.reason} {self.hint}".strip())
        elif phase is Phase.CONNECTING:
            head = "Waiting for the first picture…" if self._session.has_greeted else "Connecting…"
            over_picture.centre(painter, size, head, state.reason or self._session.identity.endpoint)

    def _recent_age(self) -> float | None:
        ages = self._session.stats.ages
        return statistics.median(islice(reversed(ages), AGES_SHOWN)) if ages else None

    def _read(self) -> None:
        self._read_at = time.monotonic()
        phase, age = self._session.state.phase, self._recent_age()
        # The mark takes room from the texts.
        self._level = self._session.health.level if self._session.health is not None else words.GOOD
        self._texts = self.texts()
        self._is_unprotected = self._session.is_unprotected
        self._is_old = phase is Phase.FROZEN or (phase is Phase.LIVE and age is not None and age > OLD_SECONDS)

    @property
    def _has_any(self) -> bool:
        return self._session.stats.frames > 0

    @property
    def _room_for_mark(self) -> int:
        return 0 if self._level == words.GOOD else MARK

    def _for_how_long(self) -> str:
        return words.duration(time.monotonic() - self._session.state.since)


def _most_beside_name(width: int) -> int:
    """How wide in a line of `width` pixels what stands right may be: the name needs some of it."""
    return int((width - 38) * 0.72)
