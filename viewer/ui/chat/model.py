"""A conversation as Qt's item views see it."""

from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from camwire.translation import phrase, tr
from viewer.core.talk.chat import ChatLine, ChatLog, Delivery

LINE = Qt.ItemDataRole.UserRole
IS_FIRST_OF_DAY = Qt.ItemDataRole.UserRole + 1
IS_FIRST_NEW = Qt.ItemDataRole.UserRole + 2

STATES = {
    Delivery.QUEUED: phrase("waiting until the camera is back"),
    Delivery.SENT: phrase("sent"),
    Delivery.RECEIVED: phrase("received"),
    Delivery.ANSWERED: phrase("answered"),
    Delivery.FAILED: phrase("failed"),
}


class ChatModel(QAbstractListModel):
    """The lines of one `ChatLog`, oldest first."""

    def __init__(self, log: ChatLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._lines: list[ChatLine] = []
        # Counted from the first line this model ever had: what comes before it has negative places.
        self._places: dict[ChatLine, int] = {}
        self._first_place = 0
        self._seen = 0
        self._loaded = 0
        self._edition = -1
        self._first_new = 0

    @property
    def first_new(self) -> int:
        """The id of the line above which “New messages” stands; 0: none."""
        return self._first_new

    @first_new.setter
    def first_new(self, line_id: int) -> None:
        before, self._first_new = self._first_new, line_id
        for each in {before, line_id} if before != line_id else ():
            self._look_again(self.row_of(each) if each else -1)

    def catch_up(self) -> None:
        """Show what the log has and this model has not. While nobody looks, nothing needs to be done for a line."""
        if self._edition != self._log.edition:
            self.beginResetModel()
            self._lines = list(self._log.lines)
            self._places, self._first_place = {line: place for place, line in enumerate(self._lines)}, 0
            self._seen, self._loaded, self._edition = self._log.count, self._log.loaded, self._log.edition
            self.endResetModel()
            return
        self._catch_up_before()
        self._catch_up_after()

    def row_of(self, line_id: int) -> int:
        """The row of a line; -1 if it is not here."""
        return next((row for row, line in enumerate(self._lines) if line.id == line_id), -1)

    def changed(self, lines: Iterable[ChatLine]) -> None:
        """These lines look different now."""
        for line in lines:
            if line in self._places:
                self._look_again(self._places[line] - self._first_place)

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
        if role == IS_FIRST_NEW:
            return bool(self._first_new) and line.id == self._first_new
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(line)
        return None

    def _look_again(self, row: int) -> None:
        if 0 <= row < len(self._lines):
            self.dataChanged.emit(self.index(row), self.index(row))

    def _catch_up_before(self) -> None:
        fresh = min(self._log.loaded - self._loaded, len(self._log.lines))
        self._loaded = self._log.loaded
        if fresh <= 0:
            return
        self.beginInsertRows(QModelIndex(), 0, fresh - 1)
        earlier = list(islice(self._log.lines, fresh))
        self._lines[:0] = earlier
        self._first_place -= fresh
        self._places |= {line: place for place, line in enumerate(earlier, self._first_place)}
        self.endInsertRows()
        # It may not be the first of its day any more.
        self._look_again(fresh)

    def _catch_up_after(self) -> None:
        fresh = min(self._log.count - self._seen, len(self._log.lines))
        self._seen = self._log.count
        surplus = max(0, len(self._lines) + max(0, fresh) - len(self._log.lines))
        if surplus:
            self.beginRemoveRows(QModelIndex(), 0, surplus - 1)
            for line in self._lines[:surplus]:
                del self._places[line]
            del self._lines[:surplus]
            self._first_place += surplus
            self.endRemoveRows()
            self._look_again(0)
        if fresh <= 0:
            return
        row = len(self._lines)
        newer = list(islice(reversed(self._log.lines), fresh))[::-1]
        self.beginInsertRows(QModelIndex(), row, row + fresh - 1)
        self._lines += newer
        self._places |= {line: place for place, line in enumerate(newer, self._first_place + row)}
        self.endInsertRows()


def written(line: ChatLine) -> datetime:
    """When a line was written, in local time."""
    try:
        return datetime.fromtimestamp(line.time_ns / 1e9)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0)


def _spoken(line: ChatLine) -> str:
    who = tr("You") if line.is_mine else tr("Camera")
    state = f", {tr(STATES[line.delivery])}" if line.delivery else ""
    why = f" {line.why}" if line.why else ""
    return f"{who}, {written(line):%H:%M}{state}: {line.text}{why}"
