"""A conversation as Qt's item views see it, and how a bubble looks."""

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
        self._lines: list[ChatLine] = []
        self._seen = 0

    def catch_up(self) -> None:
        """Show what the log has and this model has not. While nobody looks, nothing needs to be done for a line."""
        fresh = min(self._log.count - self._seen, len(self._log.lines))
        self._seen = self._log.count
        if fresh <= 0:
            return
        surplus = max(0, len(self._lines) + fresh - len(self._log.lines))
        if surplus:
            self.beginRemoveRows(QModelIndex(), 0, surplus - 1)
            del self._lines[:surplus]
            self.endRemoveRows()
        row = len(self._lines)
        self.beginInsertRows(QModelIndex(), row, row + fresh - 1)
        self._lines += list(self._log.lines)[-fresh:]
        self.endInsertRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == IS_FIRST_OF_DAY:
            return index.row() == 0 or written(self._lines[index.row() - 1]).date() != written(line).date()
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
