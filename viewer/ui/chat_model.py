"""A conversation as Qt's item views see it, and how a bubble looks."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from viewer.core.chat import ChatLine, ChatLog, Delivery

LINE = Qt.ItemDataRole.UserRole
IS_FIRST_OF_DAY = Qt.ItemDataRole.UserRole + 1

STATES = {
    Delivery.QUEUED: "waiting until the camera is back",
    Delivery.SENT: "sent",
    Delivery.RECEIVED: "received",
    Delivery.FAILED: "failed",
}


class ChatModel(QAbstractListModel):
    """The lines of one `ChatLog`, oldest first."""

    def __init__(self, log: ChatLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._count = len(log.lines)

    def line_added(self, line: ChatLine) -> None:
        """The log grew by one."""
        row = len(self._log.lines) - 1
        self.beginInsertRows(QModelIndex(), row, row)
        self._count = row + 1
        self.endInsertRows()

    def lines_changed(self, lines: Sequence[ChatLine]) -> None:
        """Some lines of ours were sent or received."""
        if self._count:
            first = max(0, self._count - 1000)
            self.dataChanged.emit(self.index(first), self.index(self._count - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self._count:
            return None
        line = self._log.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == IS_FIRST_OF_DAY:
            return index.row() == 0 or written(self._log.lines[index.row() - 1]).date() != written(line).date()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(line)
        return None


def written(line: ChatLine) -> datetime:
    """When a line was written, in local time."""
    try:
        return datetime.fromtimestamp(line.time_ns / 1e9)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0)


def _spoken(line: ChatLine) -> str:
    who = "You" if line.is_mine else "Camera"
    state = f", {STATES[line.delivery]}" if line.delivery else ""
    return f"{who}, {written(line):%H:%M}{state}: {line.text}"
