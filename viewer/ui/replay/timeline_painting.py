"""How the time line is painted: its figures, where there are pictures, what happened when, and where one is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from viewer.core.replay.stretch import Stretch
from viewer.ui.look import style
from viewer.ui.replay import times
from viewer.ui.replay.times import SECOND

EDGE = 14.0
TRACK_TOP, TRACK = 30.0, 9.0
LABEL_SPACE = 84
LEAST_SPAN = 2.0


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at a time (UTC, ns); `is_motion`: something moved, else something was said."""

    time_ns: int
    text: str
    is_motion: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Which time is where on a line that is `width` pixels long, of which `seen` is seen."""

    seen: Stretch
    width: int

    @property
    def room(self) -> float:
        """Pixels from the first time to the last one."""
        return self.width - 2 * EDGE

    def x_of(self, time_ns: int) -> float:
        """Where a time is."""
        share = (time_ns - self.seen.begin) / max(1, self.seen.span)
        return EDGE + max(0.0, min(1.0, share)) * self.room

    def time_at(self, x: float) -> int:
        """Which time is there."""
        share = (x - EDGE) / max(1.0, self.room)
        return self.seen.begin + round(max(0.0, min(1.0, share)) * self.seen.span)


class LinePainter:
    """Paints by `painter`, for as long as that is at work."""

    def __init__(self, painter: QPainter, scale: Scale) -> None:
        self._painter = painter
        self._scale = scale
        self._track = QRectF(EDGE, TRACK_TOP, scale.room, TRACK)

    def paint_empty(self) -> None:
        """Nothing is open."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(style.theme().raised))
        self._painter.drawRoundedRect(self._track, TRACK / 2, TRACK / 2)

    def paint_times(self) -> None:
        """The figures above the line, as many as there is room for."""
        colours, face = style.theme(), style.font(style.SMALL_PX)
        self._painter.setFont(face)
        metrics = QFontMetricsF(face)
        seen = self._scale.seen
        span = max(LEAST_SPAN, seen.span / SECOND)
        step = times.step(span, max(1, int(self._scale.room / LABEL_SPACE)))
        offset = times.local(seen.begin).astimezone().utcoffset()
        shift = round(offset.total_seconds()) if offset is not None else 0
        first = -(-(seen.begin // SECOND + shift) // step) * step - shift
        for second in range(first, seen.end // SECOND + 1, step):
            x = self._scale.x_of(second * SECOND)
            if second * SECOND < seen.begin:
                continue
            text = times.clock(second * SECOND, step % 60 != 0)
            half = metrics.horizontalAdvance(text) / 2
            self._painter.setPen(QColor(colours.line))
            self._painter.drawLine(QPointF(x, TRACK_TOP - 6), QPointF(x, TRACK_TOP - 2))
            left = max(EDGE, min(self._scale.width - EDGE - 2 * half, x - half))
            self._painter.setPen(QColor(colours.quiet))
            self._painter.drawText(QPointF(left, 15), text)

    def paint_track(self, lanes: Sequence[Sequence[tuple[int, int]]], position: int) -> None:
        """In each of `lanes`, one below the other, there are pictures in its spans; up to `position` they were seen."""
        colours, track, count = style.theme(), self._track, max(1, len(lanes))
        self._painter.setPen(Qt.PenStyle.NoPen)
        done, rest = QColor(colours.accent), QColor(colours.accent)
        rest.setAlphaF(0.34)
        high = (TRACK - (count - 1)) / count
        for number, spans in enumerate(lanes):
            lane = QRectF(track.left(), TRACK_TOP + number * (high + 1), track.width(), high)
            self._painter.setBrush(QColor(colours.raised if colours.is_dark else colours.line))
            self._painter.drawRoundedRect(lane, high / 2, high / 2)
            for begin, end in spans:
                if end < self._scale.seen.begin or begin > self._scale.seen.end:
                    continue
                self._paint_span(lane, begin, end, rest)
                if begin < position:
                    self._paint_span(lane, begin, min(end, position), done)

    def _paint_span(self, lane: QRectF, begin: int, end: int, colour: QColor) -> None:
        left, radius = self._scale.x_of(begin), lane.height() / 2
        self._painter.setBrush(colour)
        self._painter.drawRoundedRect(
            QRectF(left, lane.top(), max(2.0, self._scale.x_of(end) - left), lane.height()), radius, radius
        )

    def paint_marks(self, marks: Sequence[Mark]) -> None:
        """What happened when, below the line."""
        colours = style.theme()
        self._painter.setPen(Qt.PenStyle.NoPen)
        for mark in marks:
            if not self._scale.seen.begin <= mark.time_ns <= self._scale.seen.end:
                continue
            x = self._scale.x_of(mark.time_ns)
            if mark.is_motion:
                self._painter.setBrush(QColor(colours.frozen))
                self._painter.drawRoundedRect(QRectF(x - 1.5, TRACK_TOP + TRACK + 3, 3, 9), 1.5, 1.5)
            else:
                self._painter.setBrush(QColor(colours.text))
                self._painter.drawEllipse(QPointF(x, TRACK_TOP + TRACK + 7.5), 3, 3)

    def paint_pointer(self, pointer: float) -> None:
        """The time under the pointer."""
        colours, x = style.theme(), max(EDGE, min(self._scale.width - EDGE, pointer))
        self._painter.setPen(QPen(QColor(colours.quiet), 1))
        self._painter.drawLine(QPointF(x, TRACK_TOP - 4), QPointF(x, TRACK_TOP + TRACK + 14))
        self._label(x, times.clock(self._scale.time_at(x)), QColor(colours.raised), QColor(colours.text))

    def paint_head(self, position: int, has_focus: bool, is_held: bool) -> None:
        """Where one is."""
        colours, x = style.theme(), self._scale.x_of(position)
        self._painter.setPen(QPen(QColor(colours.panel), 2))
        self._painter.setBrush(QColor(colours.focus if has_focus else colours.text))
        self._painter.drawEllipse(QPointF(x, TRACK_TOP + TRACK / 2), 7.5, 7.5)
        if is_held:
            self._label(x, times.exact(position), QColor(colours.accent), QColor(colours.on_accent))

    def _label(self, x: float, text: str, ground: QColor, colour: QColor) -> None:
        face = style.font(style.SMALL_PX)
        wide = QFontMetricsF(face).horizontalAdvance(text) + 14
        box = QRectF(max(0.0, min(self._scale.width - wide, x - wide / 2)), 1, wide, 19)
        self._painter.setPen(QPen(QColor(style.theme().line), 1))
        self._painter.setBrush(ground)
        self._painter.drawRoundedRect(box, 5, 5)
        self._painter.setFont(face)
        self._painter.setPen(colour)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
