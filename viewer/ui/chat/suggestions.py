"""What a command may go on with, in a list at the box where one types it."""

import html

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from camwire.translation import tr
from viewer.core.talk.completion import Completion, Suggestion
from viewer.ui.cards.plain import one_line, plain

MOST_ROWS = 8
ROW = 26
LEAST_WIDTH, MOST_WIDTH = 300, 760
BESIDE_WORDS = 40


class Suggestions(QFrame):
    """Takes no keyboard focus: the composer hands it the keys that are its own."""

    chosen = Signal(object)  # Suggestion

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("suggestions")
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(tr("Suggestions"))
        self._list.itemClicked.connect(self._on_clicked)
        self._hint = QLabel()
        self._hint.setTextFormat(Qt.TextFormat.RichText)
        self._hint.setWordWrap(True)
        self._hint.setProperty("kind", "hint")
        self._expected = QLabel()
        self._expected.setTextFormat(Qt.TextFormat.PlainText)
        self._expected.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 6)
        column.setSpacing(4)
        column.addWidget(self._list)
        column.addWidget(self._hint)
        column.addWidget(self._expected)
        self._suggestions: tuple[Suggestion, ...] = ()
        self.is_touched = False
        """Whether a suggestion was gone to by key."""
        self.hide()

    def show_for(self, completion: Completion, beside: QWidget) -> None:
        """Show what `completion` says, if anything, above or below `beside`: where there is more room."""
        self._suggestions = completion.suggestions
        self._list.clear()
        for each in self._suggestions:
            item = QListWidgetItem(one_line(f"{each.label}   {each.help}" if each.help else each.label))
            item.setToolTip(html.escape(one_line(each.help)))
            self._list.addItem(item)
        self.is_touched = False
        if self._suggestions:
            self._list.setCurrentRow(0)
        self._list.setVisible(bool(self._suggestions))
        self._hint.setText(_marked(completion))
        self._hint.setVisible(bool(completion.hint))
        said = completion.error or completion.expected
        self._expected.setText(plain(said))
        self._expected.setProperty("kind", "error" if completion.error else "quiet")
        self._expected.style().unpolish(self._expected)
        self._expected.style().polish(self._expected)
        self._expected.setVisible(bool(said))
        if not (self._suggestions or completion.hint or said):
            self.hide()
            return
        self._place(beside)
        self.show()
        self.raise_()

    @property
    def current(self) -> Suggestion | None:
        """The one that Tab would take."""
        row = self._list.currentRow()
        return self._suggestions[row] if self.isVisible() and 0 <= row < len(self._suggestions) else None

    def step(self, by: int) -> bool:
        """Go up or down; False when there is nothing to go to."""
        if not (self.isVisible() and self._suggestions):
            return False
        self.is_touched = True
        self._list.setCurrentRow((self._list.currentRow() + by) % len(self._suggestions))
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def _place(self, beside: QWidget) -> None:
        parent, layout = self.parentWidget(), self.layout()
        if parent is None or layout is None:
            return
        where = beside.mapTo(parent, QPoint(0, 0))
        # It may be wider than its box, and lie over the neighbours: a list is there to be read.
        longest = self._list.sizeHintForColumn(0) + BESIDE_WORDS if self._suggestions else 0
        width = min(max(beside.width(), LEAST_WIDTH, min(longest, MOST_WIDTH)), parent.width() - 8)
        left = max(4, min(where.x(), parent.width() - width - 4))
        foot = where.y() + beside.height()
        is_above = where.y() >= parent.height() - foot
        room = max(60, (where.y() if is_above else parent.height() - foot) - 8)
        rows = min(MOST_ROWS, len(self._suggestions))
        self.setFixedWidth(width)
        self._list.setFixedHeight(rows * ROW + 4)
        height = _height(layout, width)
        if height > room and rows:
            self._list.setFixedHeight(max(ROW, rows * ROW + 4 - (height - room)))
            height = _height(layout, width)
        self.setGeometry(left, max(4, where.y() - height - 4) if is_above else foot + 4, width, height)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._suggestions[self._list.row(item)])


def _height(layout: QLayout, width: int) -> int:
    layout.invalidate()
    return max(layout.totalHeightForWidth(width), layout.totalSizeHint().height())


def _marked(completion: Completion) -> str:
    hint, start, end = completion.hint, completion.hint_start, completion.hint_end
    before, marked, after = (html.escape(plain(part)) for part in (hint[:start], hint[start:end], hint[end:]))
    return f"{before}<b>{marked}</b>{after}"
