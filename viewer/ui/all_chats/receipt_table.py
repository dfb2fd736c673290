"""The receipts of a round as a table: camera, how far it is, what it answered, and how long that took."""

import html

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from camwire.translation import phrase, tr
from viewer.core.round import Receipt
from viewer.core.sessions.session import Session
from viewer.core.talk.chat import Delivery
from viewer.ui.cards.plain import brief, one_line, plain
from viewer.ui.chat.model import STATES
from viewer.ui.look import painting, style, words

COLUMNS = (phrase("Camera"), phrase("State"), phrase("Answer"), phrase("Time"))
CAMERA, STATE, ANSWER, TIME = range(4)
RECEIPT = Qt.ItemDataRole.UserRole
ROW, PAD, TICKS = 30, 10, 20
WIDTHS = {CAMERA: 150, STATE: 110, TIME: 86}
NARROW = 440
MOST_TIP = 2000
MOST_SHOWN = 160

_Index = QModelIndex | QPersistentModelIndex


class ReceiptModel(QAbstractTableModel):
    """One row for each camera; before anything was said, only their names."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sessions: list[Session] = []
        self._receipts: list[Receipt] = []
        self.is_narrow = False
        """Whether there is room for the ticks alone, and not for the words beside them."""

    def await_from(self, sessions: list[Session]) -> None:
        """These will be asked."""
        self.beginResetModel()
        self.sessions = sessions
        self.endResetModel()

    def follow(self, receipts: list[Receipt]) -> None:
        """Show these from now on."""
        self.beginResetModel()
        self._receipts = receipts
        self.sessions = [each.session for each in receipts]
        self.endResetModel()

    def changed(self, receipt: Receipt) -> None:
        """A receipt says something else now."""
        row = next((row for row, each in enumerate(self._receipts) if each is receipt), -1)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, TIME))

    def as_text(self) -> str:
        """The table with tabs between its columns, and everything that was answered in one line each."""
        rows = [[self._text(row, column) for column in range(len(COLUMNS))] for row in range(self.rowCount())]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in [list(map(tr, COLUMNS)), *rows])

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.sessions)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole and not (section == STATE and self.is_narrow):
            return tr(COLUMNS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        receipt = self._receipts[row] if row < len(self._receipts) else None
        if role == RECEIPT:
            return receipt
        if role == Qt.ItemDataRole.DisplayRole:
            is_value = column == ANSWER and receipt is not None and not receipt.why
            return _brief(receipt) if is_value and receipt is not None else one_line(self._text(row, column))
        if role == Qt.ItemDataRole.ToolTipRole and column != TIME:
            # Qt would take what a camera says for rich text if it looked like it.
            whole = html.escape(plain(self._text(row, column), MOST_TIP))
            return f'<p style="white-space: pre-wrap">{whole}</p>' if whole else None
        is_wrong = receipt is not None and receipt.state is Delivery.FAILED
        if role == Qt.ItemDataRole.ForegroundRole and is_wrong and column == ANSWER:
            return QColor(style.theme().offline)
        if role == Qt.ItemDataRole.ForegroundRole and column == TIME:
            return QColor(style.theme().quiet)
        return None

    def _text(self, row: int, column: int) -> str:
        if column == CAMERA:
            return self.sessions[row].name
        receipt = self._receipts[row] if row < len(self._receipts) else None
        if receipt is None:
            return ""
        if column == STATE:
            return _in_words(receipt.state)
        if column == ANSWER:
            return receipt.words
        return "" if receipt.seconds is None else words.waited(1000 * receipt.seconds)


class ReceiptTable(QTableView):
    """Enter or a double click on a row asks for its camera's chat."""

    chosen = Signal(object)  # Session

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.receipts = ReceiptModel(self)
        self.setModel(self.receipts)
        self.setItemDelegate(_Cell(self))
        self.setProperty("kind", "table")
        self.setAccessibleName(tr("Receipts"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(4 * ROW)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        # As wide as the longest word of the language.
        widest = max(self.fontMetrics().horizontalAdvance(_in_words(state)) for state in STATES)
        self._widths = {**WIDTHS, STATE: max(WIDTHS[STATE], PAD + TICKS + widest + PAD)}
        for column, width in self._widths.items():
            head.resizeSection(column, width)
        head.setSectionResizeMode(ANSWER, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._on_chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Left alone, the dialog would take Enter for its button.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.viewport().width() < NARROW
        self.receipts.is_narrow = is_narrow
        self.setColumnHidden(TIME, is_narrow)
        self.horizontalHeader().resizeSection(STATE, 40 if is_narrow else self._widths[STATE])
        self.horizontalHeader().resizeSection(CAMERA, 110 if is_narrow else self._widths[CAMERA])

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.receipts.sessions[index.row()])


class _Cell(QStyledItemDelegate):
    """The state with the ticks that a line in a chat has; the rest as text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        # The row is what is chosen; a frame round one cell of it says nothing.
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(60, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        receipt: Receipt | None = index.data(RECEIPT)
        if index.column() != STATE or receipt is None:
            super().paint(painter, option, index)
            return
        blank = QStyleOptionViewItem(option)
        super().initStyleOption(blank, index)
        blank.text = ""
        blank.state &= ~QStyle.StateFlag.State_HasFocus
        table = self.parent()
        assert isinstance(table, QTableView)
        table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, table)
        area = QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colours = style.theme()
        colour = QColor(colours.text if is_chosen else _colour(receipt.state))
        painter.save()
        painting.receipt(painter, area.left() + PAD + 12, area.center().y(), receipt.state, colour)
        room = area.adjusted(PAD + TICKS, 0, -2, 0)
        if room.width() > 30:
            painter.setPen(colour)
            painter.setFont(style.font(style.BASE_PX))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, flags, index.data(Qt.ItemDataRole.DisplayRole))
        painter.restore()


def _in_words(state: Delivery) -> str:
    return tr(_STATES.get(state) or STATES[state])


def _brief(receipt: Receipt) -> str:
    answer = receipt.answer
    if answer is None or not answer.has_value:
        return one_line(receipt.words)
    return brief(receipt.session.talk.value(answer), MOST_SHOWN)


def _colour(state: Delivery) -> str:
    colours = style.theme()
    if state is Delivery.FAILED:
        return colours.offline
    return colours.live if state is Delivery.ANSWERED else colours.quiet


# In a chat the whole sentence has room.
_STATES = {Delivery.QUEUED: phrase("waiting")}
