"""What was said while it was recorded, in the bubbles of a chat, on the recording's clock."""

from bisect import bisect_right

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from camwire.translation import tr
from viewer.core.talk.chat import ChatLine, ChatLog
from viewer.core.talk.talk import Talk
from viewer.ui.cards.thumbnails import thumbnails_of
from viewer.ui.chat.bubbles import BubbleDelegate
from viewer.ui.chat.model import LINE, ChatModel
from viewer.ui.chat.view import ChatView
from viewer.ui.look import style

WIDTH, SHARE = 300, 0.4
STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class SaidView(ChatView):
    """A click on a line goes to its time, and so do ↑ and ↓. Other keys are the player's."""

    line_chosen = Signal(object)  # ChatLine

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.line_chosen.emit(index.data(LINE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in STEPS:
            event.ignore()
            return
        super().keyPressEvent(event)
        if self.currentIndex().isValid():
            self.line_chosen.emit(self.currentIndex().data(LINE))


class Conversation(QWidget):
    """Lines, oldest first; the one that was said last at the shown time is marked."""

    sought = Signal(object)  # int: UTC, ns

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fit(WIDTH / SHARE)
        self._log = ChatLog()
        self._times: list[int] = []
        self._current = -1
        talk = Talk()
        talk.chat = self._log
        self._thumbnails = thumbnails_of(self)
        self._model = ChatModel(self._log)
        self.view = SaidView(self._model, BubbleDelegate(talk, self._thumbnails), self)
        self.view.setAccessibleName(tr("Conversation"))
        self.view.marks_current = True
        self.view.line_chosen.connect(lambda line: self.sought.emit(line.time_ns))
        title = QLabel(tr("Conversation"))
        title.setProperty("kind", "strong")
        title.setFixedHeight(style.LINE_HEIGHT)
        self._nothing = QLabel(tr("Nothing was said."))
        self._nothing.setProperty("kind", "quiet")
        self._stack = QStackedLayout()
        nothing = QWidget()
        inside = QVBoxLayout(nothing)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.addWidget(self._nothing)
        inside.addStretch(1)
        self._stack.addWidget(nothing)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(1)
        title.setContentsMargins(14, 0, 14, 0)
        column.addWidget(title)
        column.addLayout(self._stack, 1)

    def fit(self, width: float) -> None:
        """Leave most of so much room to the pictures."""
        self.setFixedWidth(min(WIDTH, round(SHARE * width)))

    def show_lines(self, lines: list[ChatLine]) -> None:
        """Show these, in order of time."""
        self._log.restore(lines)
        self._times = [line.time_ns for line in lines]
        self._current = -1
        self._stack.setCurrentIndex(1 if lines else 0)
        self._model.catch_up()

    def show_position(self, time_ns: int) -> None:
        """Mark what was said last before that time."""
        row = bisect_right(self._times, time_ns) - 1
        if row == self._current:
            return
        self._current = row
        index = self._model.index(max(0, row))
        self.view.marks_current = row >= 0
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        self.view.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = style.theme()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(colours.panel))
            painter.fillRect(0, 0, 1, self.height(), QColor(colours.line))
            painter.fillRect(0, style.LINE_HEIGHT, self.width(), 1, QColor(colours.line))

    def close_all(self) -> None:
        """End what works for it."""
        self._thumbnails.close()
