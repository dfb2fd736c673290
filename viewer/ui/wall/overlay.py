"""The words over a picture: one thin line with name, state and age, and what to know when it is not live."""

import statistics
import textwrap
import time
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from camwire.translation import phrase, tr
from viewer.core.pictures.stats import StatsSnapshot
from viewer.core.sessions.security import Security
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase
from viewer.ui.look import painting, style, words
from viewer.ui.wall import not_live, over_picture
from viewer.ui.wall.described import PHASES
from viewer.ui.wall.figure_rows import explained
from viewer.ui.wall.figures import Figures, has_room_for_figures
from viewer.ui.wall.layer import Layer
from viewer.ui.wall.line_marks import LineMarks
from viewer.ui.wall.over_picture import MIDDLE

AGES_SHOWN = 15
READ_SECONDS = 0.9
OLD_SECONDS = 1.0
ROOM_FOR_HEADLINE = 110
LEAST_NAME = 130
TIP_CHARACTERS = 64
EXPOSED = {Security.OPEN: phrase("not encrypted"), Security.UNPROTECTED: phrase("unprotected")}
"""What is worth a word on every picture: others may see it, too."""
DIM = {
    Phase.FROZEN: 120,
    Phase.OFFLINE: 180,
    Phase.REFUSED: 190,
    Phase.UNPAIRED: 190,
    Phase.ALARM: 210,
    Phase.CONNECTING: 140,
}


class Corners(NamedTuple):
    """Which corners are rounded: `colour` is what lies behind them. The left upper one always is."""

    colour: str
    right: bool = True
    bottom: bool = True


class Overlay:
    """Paints the words of one session.

    `hint` is added to what is said of a camera that is away, `remark` to the name of any. `is_recording` and
    `has_motion` are marked in the line; `recording_cost` is told to who asks.
    """

    def __init__(self, session: Session) -> None:
        self.has_statistics = False
        self.has_caption = False
        self.has_motion = False
        self.hint = ""
        self.remark = ""
        self.is_recording = False
        self.recording_cost = ""
        self.map_height = 0
        """How many pixels at the foot to the left a map of the whole picture takes."""
        self._session = session
        self.figures = Figures(session)
        self._line = Layer(self._draw_line)
        self._foot = Layer(self._draw_foot)
        self._texts = ("", "")
        self._asked: tuple[object, ...] = ()
        self._read_at = 0.0
        self._corners = Corners("")
        self._is_old = False
        self._security = session.security
        self.marks = LineMarks()
        """What is marked in the line now."""
        self._size = QSize()

    def is_outdated(self) -> bool:
        """Read the figures anew, once a second; whether the line is another now."""
        if time.monotonic() - self._read_at < READ_SECONDS:
            # Figures that change faster cannot be read, and to write them costs as much as five pictures.
            return False
        before = self._shown_in_line
        are_others = self._read()
        is_outdated = self._shown_in_line != before
        if is_outdated:
            self._line.forget()
        return is_outdated or are_others

    @property
    def _shown_in_line(self) -> tuple[object, ...]:
        return self._texts, self._is_old, self._security, self.marks

    def paint(self, painter: QPainter, size: QSize, ratio: float, corners: "Corners") -> None:
        """Paint everything over a picture of `size`; `ratio` device pixels are one of these."""
        phase = self._session.state.phase
        if phase in DIM:
            painter.fillRect(QRect(QPointF(0, 0).toPoint(), size), QColor(0, 0, 0, DIM[phase]))
        if size.height() >= ROOM_FOR_HEADLINE:
            not_live.paint(painter, size, self._session, self.hint)
        self._paint_line(painter, size, ratio, phase, corners)
        if self.has_statistics and phase is Phase.LIVE and has_room_for_figures(size):
            self.figures.paint(painter, size, ratio, max(self.caption_height, self.map_height))
        if self.has_caption and phase is Phase.LIVE and size.height() >= ROOM_FOR_HEADLINE:
            over_picture.caption(painter, size, self._session.chat.last_heard)

    @property
    def caption_height(self) -> int:
        """How many pixels at the foot what the camera said last takes."""
        return over_picture.CAPTION_HEIGHT if self.has_caption and self._session.chat.last_heard else 0

    def texts(self) -> tuple[str, str]:
        """What stands left and right in the line now."""
        session, now = self._session, time.monotonic()
        phase = session.state.phase
        if phase is Phase.FROZEN:
            return session.name, tr(
                "frozen {time}", time=not_live.for_how_long(session)
            ) if session.stats.frames else tr("no picture")
        if phase is not Phase.LIVE:
            return session.name, "" if phase is Phase.CONNECTING else tr(PHASES[phase])
        if self.has_statistics and not has_room_for_figures(self._size):
            return session.name, self._statistics(session.stats.snapshot(now))
        return session.name, words.age(self.recent_age(), not session.stats.knows_capture_times)

    def _statistics(self, stats: StatsSnapshot) -> str:
        """As many figures as the line has room for, the name counted in."""
        width = self._size.width()
        room = min(width - LEAST_NAME, _most_beside_name(width)) - self.marks.room
        face = QFontMetrics(style.font())
        texts = words.statistics(stats, self._session.own_size, self._session.limited_to)
        return next((text for text in texts if face.horizontalAdvance(text) <= room), texts[-1])

    def tip(self) -> str:
        """What is told of the camera to who asks: why it is not live, what is wrong with it, and where figures are
        shown, all of them, however small the picture is."""
        session = self._session
        parts = [session.state.reason, words.health(session.health, self.has_statistics), *self.marks.sentences]
        parts.append(self.recording_cost)
        if self.has_statistics and session.state.phase is Phase.LIVE:
            parts.append(explained(session, time.monotonic()))
        lines = [line for part in parts for line in part.splitlines()]
        return "\n".join(textwrap.fill(line, TIP_CHARACTERS) for line in lines)

    def _paint_line(self, painter: QPainter, size: QSize, ratio: float, phase: Phase, corners: "Corners") -> None:
        width = size.width()
        asked = phase, size, self.has_statistics, self.remark, corners, self.is_recording, self.has_motion
        if phase is not Phase.LIVE or asked != self._asked:
            self._asked, self._size, self._corners = asked, size, corners
            self._read()
            self._line.forget()
            self._foot.forget()
        self._line.paint(painter, 0, width, style.LINE_HEIGHT + 8, ratio)
        if corners.bottom:
            self._foot.paint(painter, size.height() - style.RADIUS, width, style.RADIUS, ratio)

    def _draw_foot(self, painter: QPainter) -> None:
        corners = self._corners
        whole = QRect(0, 0, self._size.width(), style.RADIUS)
        painting.corners(painter, whole, corners.colour, right=corners.right, top=False)

    def _draw_line(self, painter: QPainter) -> None:
        width, height, phase, corners = self._size.width(), style.LINE_HEIGHT, self._session.state.phase, self._corners
        over_picture.shade(painter, QRect(0, 0, width, height + 8), is_upwards=False)
        painting.corners(painter, QRect(0, 0, width, height + 8), corners.colour, right=corners.right, bottom=False)
        name, right = self._texts
        turn = time.monotonic() * 360 % 360 if phase is Phase.CONNECTING else 0.0
        painting.state_mark(painter, QPointF(14.5, height / 2), phase, turn)
        room = width - 38
        plain, strong = style.font(), style.font(is_strong=True)
        right = over_picture.elided(plain, right, _most_beside_name(width) - self.marks.room)
        used = QFontMetrics(plain).horizontalAdvance(right)
        self.marks.paint(painter, width - 12 - used + (0 if right else 5), height / 2)
        colour = style.DARK.frozen if self._is_old else style.DARK.text
        over_picture.write(painter, QRectF(width - 12 - used, 0, used + 2, height), MIDDLE, right, plain, colour)
        used += self.marks.room
        name = over_picture.elided(strong, name, room - used - 14)
        over_picture.write(
            painter, QRectF(27, 0, max(0, room - used), height), MIDDLE, name, strong, style.DARK.on_picture
        )
        named = 27 + QFontMetrics(strong).horizontalAdvance(name) + 10
        remark = self.remark or (tr(EXPOSED[self._security]) if self._security in EXPOSED else "")
        if remark and named + QFontMetrics(plain).horizontalAdvance(remark) < room - used + 14:
            box = QRectF(named, 0, room - used, height)
            over_picture.write(painter, box, MIDDLE, remark, plain, style.DARK.on_picture_quiet)

    def recent_age(self) -> float | None:
        """How old the pictures of late were when they were shown, in seconds."""
        ages = self._session.stats.ages
        return statistics.median(islice(reversed(ages), AGES_SHOWN)) if ages else None

    def _read(self) -> bool:
        """Look how it all is now; whether the figures beside the line are others."""
        session, now = self._session, time.monotonic()
        self._read_at = now
        phase, age = session.state.phase, self.recent_age()
        # The marks take room from the texts.
        level = session.health.level if session.health is not None else words.GOOD
        self.marks = LineMarks(level, self.is_recording, self.has_motion, session.chat.is_muted)
        self._texts = self.texts()
        self._security = self._session.security
        self._is_old = phase is Phase.FROZEN or (phase is Phase.LIVE and age is not None and age > OLD_SECONDS)
        return self.has_statistics and self.figures.read(now)


def _most_beside_name(width: int) -> int:
    """How wide in a line of `width` pixels what stands right may be: the name needs some of it."""
    return int((width - 38) * 0.72)
