"""The cameras as rows: what they are called, how they are, what is new, and where they belong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from camwire.translation import tr
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase
from viewer.ui.wall.camera_drop import CAMERA_MIME, carrying
from viewer.ui.wall.described import name_of

ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CameraRow:
    """One camera, as it is now. `told` is for who does not see it."""

    key: str
    name: str
    phase: Phase
    state: str
    unread: int
    groups: tuple[str, ...]
    told: str

    @classmethod
    def of(cls, session: Session, state: str, groups: Sequence[str]) -> "CameraRow":
        unread = session.chat.unread
        parts = [name_of(session), tr("%n unread", unread) if unread else "", *groups]
        told = ", ".join(filter(None, parts))
        return cls(session.identity.key, session.name, session.state.phase, state, unread, tuple(groups), told)

    def is_like(self, words: str, group: str) -> bool:
        """Whether all of the words are in its name, address, state or groups, and it is in the group."""
        text = " ".join((self.name, self.key, self.state, *self.groups)).casefold()
        return (not group or group in self.groups) and all(word in text for word in words.casefold().split())


class CameraModel(QAbstractListModel):
    """Rows change only where something has."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[CameraRow] = []

    @property
    def rows(self) -> list[CameraRow]:
        """What is listed."""
        return list(self._rows)

    def show(self, rows: list[CameraRow]) -> None:
        """List these."""
        if [row.key for row in rows] != [row.key for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        given: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: row.name,
            Qt.ItemDataRole.AccessibleTextRole: lambda: row.told,
            ROW: lambda: row,
        }
        return given[role]() if role in given else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [CAMERA_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return carrying(self._rows[indexes[0].row()].key if indexes else "")
