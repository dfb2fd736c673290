"""A list view that lays out only the rows that are seen, however many there are."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from viewer.ui.chat.bubbles import BubbleDelegate
from viewer.ui.chat.model import ChatModel
from viewer.ui.chat.row_heights import RowHeights

Index = QModelIndex | QPersistentModelIndex
STEP = 40
TRIES = 4
SLIVER = 14


class LongList(QListView):
    """Rows of any height, the newest at the bottom.

    Qt's own list asks for the height of every row whenever one changes. This one measures what comes into sight, and
    when a row turns out to be higher than was thought, what is looked at stays where it is.
    """

    def __init__(self, model: ChatModel, delegate: BubbleDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = RowHeights()
        self._delegate = delegate
        self._is_settling = False
        self._stays_at_end = True
        self._anchor = 0
        self.marks_current = False
        """Whether the current row is marked although the keyboard is elsewhere."""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_changed)
        self._rows.reset(model.rowCount())

    @property
    def is_at_end(self) -> bool:
        """Whether the newest line is seen."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - 4

    def fit(self) -> None:
        """Follow the width."""
        if self._delegate.width != self.viewport().width():
            self._delegate.width = self.viewport().width()
            self._rows.doubt()
            self._settle()
            self._stay()

    # What Qt asks

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not 0 <= row < len(self._rows):
            return QRect()
        top = round(self._rows.top(row)) - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), round(self._rows.height(row)))

    def indexAt(self, point: QPoint) -> QModelIndex:
        y = point.y() + self.verticalScrollBar().value()
        if not (len(self._rows) and 0 <= y < self._rows.total):
            return QModelIndex()
        return self.model().index(self._rows.row_at(y), 0)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        row, room = index.row(), self.viewport().height()
        if not 0 <= row < len(self._rows):
            return
        # The first try measures what is around it, the next ones find where it is then.
        for _ in range(TRIES):
            self._measure(row)
            top, height, value = self._rows.top(row), self._rows.height(row), self.verticalScrollBar().value()
            if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
                value = round(top - max(0.0, (room - height) / 2))
            elif top < value or height > room:
                value = round(top)
            elif top + height > value + room:
                value = round(top + height - room)
            self._go(value)
        # Who was led to a line is left there, also where everything can be seen.
        self._stays_at_end = self.is_at_end and hint != QAbstractItemView.ScrollHint.PositionAtCenter

    def scrollToBottom(self) -> None:
        self._stays_at_end = True
        if len(self._rows):
            self._go_to_end()

    def doItemsLayout(self) -> None:
        # Qt's own would lay out every row.
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        self._settle()
        self._stay()

    def scrollContentsBy(self, across: int, down: int) -> None:
        if not self._is_settling:
            self._settle()
            self._stays_at_end = self.is_at_end
        self.viewport().update()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: object) -> None:
        pass

    def visualRegionForSelection(self, selection: object) -> QRegion:
        return QRegion()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self._rows):
            return
        value, current = self.verticalScrollBar().value(), self.currentIndex()
        area = event.rect()
        with QPainter(self.viewport()) as painter:
            row = self._rows.row_at(value + area.top())
            while row < len(self._rows):
                index = self.model().index(row, 0)
                option = QStyleOptionViewItem()
                option.rect = self.visualRect(index)
                if option.rect.top() > area.bottom():
                    break
                if option.rect.top() < 0 and option.rect.bottom() < SLIVER < option.rect.height():
                    # What is left of a bubble there says nothing, and looks like a line.
                    row += 1
                    continue
                if index == current and (self.hasFocus() or self.marks_current):
                    option.state |= QStyle.StateFlag.State_HasFocus
                self._delegate.paint(painter, option, index)
                row += 1

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and len(self._rows):
            # Qt would go to the first row of all.
            last = self._rows.row_at(self.verticalScrollBar().value() + self.viewport().height() - 1)
            self.setCurrentIndex(self.model().index(last, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._row_after(event)
        if row is None:
            super().keyPressEvent(event)
        elif 0 <= row < len(self._rows):
            self.setCurrentIndex(self.model().index(row, 0))
            self.scrollTo(self.currentIndex())

    # Inside

    def _row_after(self, event: QKeyEvent) -> int | None:
        last = len(self._rows) - 1
        row = self.currentIndex().row() if self.currentIndex().isValid() else last + 1
        page = self.viewport().height()
        match event.key():
            case Qt.Key.Key_Up:
                return max(0, row - 1)
            case Qt.Key.Key_Down:
                return min(last, row + 1)
            case Qt.Key.Key_PageUp:
                return max(0, min(row - 1, self._rows.row_at(self._rows.top(min(row, last + 1)) - page)))
            case Qt.Key.Key_PageDown:
                return min(last, max(row + 1, self._rows.row_at(self._rows.top(min(row, last + 1)) + page)))
            case Qt.Key.Key_Home:
                return 0
            case Qt.Key.Key_End:
                return last
        return None

    def _measure(self, row: int) -> float:
        """By how much a row is higher than was thought."""
        if self._rows.is_known(row):
            return 0.0
        return self._rows.measure(row, self._delegate.height(self.model().index(row, 0)))

    def _go(self, value: int) -> None:
        self._settle()
        self.verticalScrollBar().setValue(value)

    def _go_to_end(self) -> None:
        room, row = self.viewport().height(), len(self._rows)
        while row > 0 and room > 0:
            row -= 1
            self._measure(row)
            room -= round(self._rows.height(row))
        self._fit_bar()
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _stay(self) -> None:
        """Who saw the newest line goes on seeing it, in whatever room there is now."""
        if self._stays_at_end and not self._is_settling:
            self.scrollToBottom()

    def _settle(self) -> None:
        """Measure what is seen; the row that was the first one seen stays where it is."""
        if self._is_settling:
            return
        self._is_settling = True
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if len(self._rows):
            first = self._rows.row_at(bar.value())
            # What comes into sight from above pushes down what was seen before.
            pushed = sum(self._measure(row) for row in range(first, min(self._anchor, first + 200, len(self._rows))))
            self._fit_bar()
            bar.setValue(bar.value() + round(pushed))
            row, seen = self._rows.row_at(bar.value()), bar.value() + room
            while row < len(self._rows) and self._rows.top(row) <= seen:
                self._measure(row)
                row += 1
        self._fit_bar()
        self._anchor = self._rows.row_at(bar.value()) if len(self._rows) else 0
        self._is_settling = False

    def _fit_bar(self) -> None:
        room, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setSingleStep(STEP)
        bar.setPageStep(room)
        bar.setRange(0, max(0, round(self._rows.total) - room))

    def _shift(self, by: float) -> None:
        """What is above has become higher by so much; go on showing what was shown."""
        is_settling, self._is_settling = self._is_settling, True
        self._fit_bar()
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(by))
        self._is_settling = is_settling

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        had_any = bool(len(self._rows))
        before = self._rows.total
        self._rows.insert(first, last - first + 1)
        if had_any and first <= self._anchor and first < len(self._rows) - (last - first + 1):
            self._anchor += last - first + 1
            self._shift(self._rows.total - before)
        self._settle()

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        before = self._rows.total
        self._rows.remove(first, last - first + 1)
        if first < self._anchor:
            self._anchor = max(first, self._anchor - (last - first + 1))
            self._shift(self._rows.total - before)
        self._settle()

    def _on_reset(self) -> None:
        self._rows.reset(self.model().rowCount())
        self._anchor = 0
        self._settle()

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._rows.doubt(row)
        self._settle()
        self.viewport().update()
