"""The time of a recording as a line: where there are pictures, what happened when, and where one is."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from camwire.translation import tr
from viewer.core.replay.stretch import Stretch
from viewer.ui.look import style
from viewer.ui.replay import times
from viewer.ui.replay.times import SECOND

EDGE = 14.0
TRACK_TOP, TRACK = 30.0, 9.0
HEIGHT = 62
LABEL_SPACE = 84
LEAST_SPAN = 2.0
MS = SECOND // 1000
NOTCH = 120


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at a time (UTC, ns); `is_motion`: something moved, else something was said."""

    time_ns: int
    text: str
    is_motion: bool = False


class Timeline(QAbstractSlider):
    """To the keyboard and to screen readers a slider, in milliseconds since the beginning. Dragging it is scrubbing,
    the wheel zooms into it, a double click shows all of it again."""

    sought = Signal(object)  # int: UTC, ns
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Time line"))
        self._begin = self._end = 0
        self._seen = Stretch(0, 0)
        self._position = 0
        self._lanes: list[list[tuple[int, int]]] = []
        self._marks: list[Mark] = []
        self._pointer: float | None = None
        # Only screen readers and the like set a value.
        self.valueChanged.connect(lambda value: self.sought.emit(self._begin + value * MS))
        self._is_held = False

    def show_recording(self, begin: int, end: int, lanes: list[list[tuple[int, int]]], marks: list[Mark]) -> None:
        """Show these times (UTC, ns); in each of `lanes`, one below the other, there are pictures in its spans."""
        is_whole = self._seen == Stretch(self._begin, self._end)
        is_same = self._begin == begin and not is_whole
        self._begin, self._end, self._lanes, self._marks = begin, max(begin, end), lanes, marks
        self.blockSignals(True)
        self.setRange(0, max(0, (self._end - begin) // MS))
        self.blockSignals(False)
        if not is_same:
            self._seen = Stretch(self._begin, self._end)
        self.update()

    def show_position(self, time_ns: int) -> None:
        """Show where one is now; where the line is zoomed into, that stays in sight."""
        if time_ns != self._position:
            self._position = time_ns
            if not self._is_held:
                self._seen = self._seen.holding(time_ns, self._begin, self._end)
            self._tell_value((time_ns - self._begin) // MS)
            self.update()

    def _tell_value(self, value: int) -> None:
        """To who does not see it."""
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)
        spoken = times.clock(self._position)
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)

    @property
    def is_held(self) -> bool:
        """Whether a hand is on it."""
        return self._is_held

    def x_of(self, time_ns: int) -> float:
        """Where a time is."""
        share = (time_ns - self._seen.begin) / max(1, self._seen.span)
        return EDGE + max(0.0, min(1.0, share)) * (self.width() - 2 * EDGE)

    def time_at(self, x: float) -> int:
        """Which time is there."""
        share = (x - EDGE) / max(1.0, self.width() - 2 * EDGE)
        return self._seen.begin + round(max(0.0, min(1.0, share)) * self._seen.span)

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_held = True
            self._seek(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().x()
        if self._is_held:
            self._seek(self._pointer)
        mark = self._mark_at(self._pointer)
        self.setToolTip(mark.text[:300].replace("<", "‹") if mark is not None else "")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_held:
            self._is_held = False
            self.let_go.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the keys of a slider are elsewhere are the player's here.
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        at = self.time_at(event.position().x())
        self._seen = self._seen.zoomed(0.8 ** (event.angleDelta().y() / NOTCH), at, self._begin, self._end)
        self.update()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._seen = Stretch(self._begin, self._end)
        self.update()

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """What is painted is brought up to date by who changes it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._end > self._begin or self._lanes:
                self._paint_times(painter)
                self._paint_track(painter)
                self._paint_marks(painter)
                self._paint_pointer(painter)
                self._paint_head(painter)
            else:
                self._paint_empty(painter)

    def _seek(self, x: float) -> None:
        self.sought.emit(self.time_at(x))

    def _mark_at(self, x: float) -> Mark | None:
        near = min(self._marks, key=lambda mark: abs(self.x_of(mark.time_ns) - x), default=None)
        return near if near is not None and abs(self.x_of(near.time_ns) - x) < 5 else None

    def _track(self) -> QRectF:
        return QRectF(EDGE, TRACK_TOP, self.width() - 2 * EDGE, TRACK)

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.theme().raised))
        painter.drawRoundedRect(self._track(), TRACK / 2, TRACK / 2)

    def _paint_times(self, painter: QPainter) -> None:
        colours, face = style.theme(), style.font(style.SMALL_PX)
        painter.setFont(face)
        metrics = QFontMetricsF(face)
        seen = self._seen
        span = max(LEAST_SPAN, seen.span / SECOND)
        step = times.step(span, max(1, int((self.width() - 2 * EDGE) / LABEL_SPACE)))
        offset = times.local(seen.begin).astimezone().utcoffset()
        shift = round(offset.total_seconds()) if offset is not None else 0
        first = -(-(seen.begin // SECOND + shift) // step) * step - shift
        for second in range(first, seen.end // SECOND + 1, step):
            x = self.x_of(second * SECOND)
            if second * SECOND < seen.begin:
                continue
            text = times.clock(second * SECOND, step % 60 != 0)
            half = metrics.horizontalAdvance(text) / 2
            painter.setPen(QColor(colours.line))
            painter.drawLine(QPointF(x, TRACK_TOP - 6), QPointF(x, TRACK_TOP - 2))
            left = max(0.0, min(self.width() - 2 * half, x - half))
            painter.setPen(QColor(colours.quiet))
            painter.drawText(QPointF(left, 15), text)

    def _paint_track(self, painter: QPainter) -> None:
        colours, track, count = style.theme(), self._track(), max(1, len(self._lanes))
        painter.setPen(Qt.PenStyle.NoPen)
        done, rest = QColor(colours.accent), QColor(colours.accent)
        rest.setAlphaF(0.34)
        high = (TRACK - (count - 1)) / count
        for number, spans in enumerate(self._lanes):
            lane = QRectF(track.left(), TRACK_TOP + number * (high + 1), track.width(), high)
            painter.setBrush(QColor(colours.raised if colours.is_dark else colours.line))
            painter.drawRoundedRect(lane, high / 2, high / 2)
            for begin, end in spans:
                if end < self._seen.begin or begin > self._seen.end:
                    continue
                self._paint_span(painter, lane, begin, end, rest)
                if begin < self._position:
                    self._paint_span(painter, lane, begin, min(end, self._position), done)

    def _paint_span(self, painter: QPainter, lane: QRectF, begin: int, end: int, colour: QColor) -> None:
        left, radius = self.x_of(begin), lane.height() / 2
        painter.setBrush(colour)
        painter.drawRoundedRect(
            QRectF(left, lane.top(), max(2.0, self.x_of(end) - left), lane.height()), radius, radius
        )

    def _paint_marks(self, painter: QPainter) -> None:
        colours = style.theme()
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in self._marks:
            if not self._seen.begin <= mark.time_ns <= self._seen.end:
                continue
            x = self.x_of(mark.time_ns)
            if mark.is_motion:
                painter.setBrush(QColor(colours.frozen))
                painter.drawRoundedRect(QRectF(x - 1.5, TRACK_TOP + TRACK + 3, 3, 9), 1.5, 1.5)
            else:
                painter.setBrush(QColor(colours.text))
                painter.drawEllipse(QPointF(x, TRACK_TOP + TRACK + 7.5), 3, 3)

    def _paint_pointer(self, painter: QPainter) -> None:
        if self._pointer is None or self._is_held:
            return
        colours, x = style.theme(), max(EDGE, min(self.width() - EDGE, self._pointer))
        painter.setPen(QPen(QColor(colours.quiet), 1))
        painter.drawLine(QPointF(x, TRACK_TOP - 4), QPointF(x, TRACK_TOP + TRACK + 14))
        self._label(painter, x, times.clock(self.time_at(x)), QColor(colours.raised), QColor(colours.text))

    def _paint_head(self, painter: QPainter) -> None:
        colours, x = style.theme(), self.x_of(self._position)
        painter.setPen(QPen(QColor(colours.panel), 2))
        painter.setBrush(QColor(colours.focus if self.hasFocus() else colours.text))
        painter.drawEllipse(QPointF(x, TRACK_TOP + TRACK / 2), 7.5, 7.5)
        if self._is_held:
            self._label(painter, x, times.exact(self._position), QColor(colours.accent), QColor(colours.on_accent))

    def _label(self, painter: QPainter, x: float, text: str, ground: QColor, colour: QColor) -> None:
        face = style.font(style.SMALL_PX)
        wide = QFontMetricsF(face).horizontalAdvance(text) + 14
        box = QRectF(max(0.0, min(self.width() - wide, x - wide / 2)), 1, wide, 19)
        painter.setPen(QPen(QColor(style.theme().line), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(face)
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
