"""The list of recordings: by day, newest first, each with its camera, its time, its length and its size."""

from datetime import datetime

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from camwire.translation import tr
from viewer.core.replay.recorded import Recorded
from viewer.ui.cards import Ground, amounts, tone
from viewer.ui.look import style, words
from viewer.ui.replay import times

RECORDED = Qt.ItemDataRole.UserRole
ROW, HEADING = 52, 34
EDGE = 14
KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_A,
)


class RecordingsList(QListWidget):
    """Several are chosen with Ctrl or Shift. `picked` says that others are chosen now."""

    picked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain-list")
        self.setAccessibleName(tr("Recordings"))
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Rows(self))
        self.setMouseTracking(True)
        self.itemSelectionChanged.connect(self.picked)

    @property
    def chosen(self) -> list[Recorded]:
        """Those that are chosen, in the order of the list."""
        rows = sorted(self.row(item) for item in self.selectedItems())
        return [recorded for row in rows if (recorded := self.item(row).data(RECORDED)) is not None]

    def show_recordings(self, found: list[Recorded], now: datetime) -> None:
        """Show these; what was chosen stays chosen as far as it is there."""
        before = {each.id for each in self.chosen}
        current, seen = self.currentItem(), self.verticalScrollBar().value()
        at = current.data(RECORDED).id if current is not None else None
        self.blockSignals(True)
        self.clear()
        day = None
        for each in found:
            began = times.local(each.started_ns)
            if began.date() != day:
                day = began.date()
                heading = QListWidgetItem(words.day(began, now), self)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
            item = QListWidgetItem(_spoken(each), self)
            item.setData(RECORDED, each)
            if each.id == at:
                self.setCurrentItem(item, QItemSelectionModel.SelectionFlag.NoUpdate)
            item.setSelected(each.id in before)
        self.verticalScrollBar().setValue(seen)
        self.blockSignals(False)
        if before != {each.id for each in self.chosen}:
            self.picked.emit()

    def choose(self, *recorded: Recorded) -> None:
        """Choose these and no others."""
        meant = {each.id for each in recorded}
        items = [self.item(row) for row in range(self.count())]
        self.clearSelection()
        for item in items:
            each = item.data(RECORDED)
            if each is not None and each.id in meant:
                self.setCurrentItem(item, QItemSelectionModel.SelectionFlag.Select)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in KEYS:
            super().keyPressEvent(event)
        else:
            # It is the player's.
            event.ignore()


class _Rows(QStyledItemDelegate):
    """Two lines for each recording, and a day above those of one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEADING if index.data(RECORDED) is None else ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        recorded: Recorded | None = index.data(RECORDED)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if recorded is None:
            painter.setFont(style.font(12, is_strong=True))
            painter.setPen(QColor(style.theme().quiet))
            box = area.adjusted(EDGE, 0, -EDGE, -5)
            flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, flags, index.data(Qt.ItemDataRole.DisplayRole))
        else:
            self._paint_ground(painter, area, option)
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_row(painter, area.adjusted(EDGE, 7, -EDGE, -7), recorded, is_chosen)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem) -> None:
        colours = style.theme()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.mine if is_chosen else colours.raised))
            painter.drawRoundedRect(area.adjusted(6, 1, -6, -1), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(6, 1, -7, -2), 6, 6)

    def _paint_row(self, painter: QPainter, box: QRect, recorded: Recorded, is_chosen: bool) -> None:
        # On the colour of a choice, others can be read than on the panel's.
        tones, strong, plain = (
            tone(Ground.MINE if is_chosen else Ground.THEIRS),
            style.font(is_strong=True),
            style.font(12),
        )
        upper, lower = box.adjusted(0, 0, 0, -box.height() // 2), box.adjusted(0, box.height() // 2, 0, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        long = _length(recorded)
        used = QFontMetrics(style.font()).horizontalAdvance(long) + 10
        painter.setFont(style.font())
        painter.setPen(tones.red if recorded.is_growing or recorded.is_damaged else tones.text)
        painter.drawText(upper, right, long)
        painter.setFont(strong)
        painter.setPen(tones.text)
        name = QFontMetrics(strong).elidedText(
            recorded.camera, Qt.TextElideMode.ElideRight, max(20, upper.width() - used)
        )
        painter.drawText(upper, left, name)
        painter.setFont(plain)
        painter.setPen(tones.quiet)
        painter.drawText(lower, left, times.clock(recorded.started_ns))
        painter.drawText(lower, right, amounts.size(recorded.bytes))


def _length(recorded: Recorded) -> str:
    if recorded.is_damaged:
        return tr("damaged")
    return tr("● recording") if recorded.is_growing else times.length(recorded.seconds)


def _spoken(recorded: Recorded) -> str:
    """A row for those who do not see it."""
    then = times.local(recorded.started_ns)
    return f"{recorded.camera}, {then:%H:%M:%S}, {_length(recorded)}, {amounts.size(recorded.bytes)}"
