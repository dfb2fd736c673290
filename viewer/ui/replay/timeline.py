"""The time of a recording as a line: where there are pictures, what happened when, and where one is."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from camwire.translation import tr
from viewer.core.replay.stretch import Stretch
from viewer.ui.replay import times
from viewer.ui.replay.timeline_painting import LinePainter, Mark, Scale
from viewer.ui.replay.times import SECOND

HEIGHT = 62
MS = SECOND // 1000
NOTCH = 120


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
        return self._scale.x_of(time_ns)

    def time_at(self, x: float) -> int:
        """Which time is there."""
        return self._scale.time_at(x)

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
            line = LinePainter(painter, self._scale)
            if self._end > self._begin or self._lanes:
                line.paint_times()
                line.paint_track(self._lanes, self._position)
                line.paint_marks(self._marks)
                if self._pointer is not None and not self._is_held:
                    line.paint_pointer(self._pointer)
                line.paint_head(self._position, self.hasFocus(), self._is_held)
            else:
                line.paint_empty()

    @property
    def _scale(self) -> Scale:
        return Scale(self._seen, self.width())

    def _seek(self, x: float) -> None:
        self.sought.emit(self.time_at(x))

    def _mark_at(self, x: float) -> Mark | None:
        near = min(self._marks, key=lambda mark: abs(self.x_of(mark.time_ns) - x), default=None)
        return near if near is not None and abs(self.x_of(near.time_ns) - x) < 5 else None
