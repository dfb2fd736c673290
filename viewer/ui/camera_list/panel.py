"""The list of cameras at the left of the wall: to find one, to go to it, and to put it into a place."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from camwire.translation import tr
from viewer.core.natural_order import natural
from viewer.core.sessions.session import Session
from viewer.core.wall.groups import Groups
from viewer.ui.camera_list.model import ROW, CameraModel, CameraRow
from viewer.ui.camera_list.row_painter import RowPainter
from viewer.ui.look import icons, style
from viewer.ui.look.choice import Choice
from viewer.ui.look.clearing import let_clear
from viewer.ui.look.flat_button import flat_button
from viewer.ui.wall.described import PHASES

WIDTH = 252
LOOK_MS = 400


class CameraList(QWidget):
    """Follows `cameras()` while it is seen; `groups` are those that the person made."""

    chosen = Signal(object)  # Session: to be gone to
    menu_wanted = Signal(object, QPoint)  # Session, global position
    say_wanted = Signal(object)  # list[Session]
    closed = Signal()

    def __init__(self, cameras: Callable[[], Iterable[Session]], groups: Groups) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("List of cameras"))
        self.setFixedWidth(WIDTH)
        self._cameras = cameras
        self._groups = groups
        self._sessions: dict[str, Session] = {}
        self.model = CameraModel(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search"))
        let_clear(self.search)
        self.group = Choice(tr("Group"))
        self.list = self._made_list()
        self.say = QPushButton()
        self.close_button = flat_button(tr("Close"))
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._build()
        self.search.textChanged.connect(self.look)
        self.search.returnPressed.connect(self._on_entered)
        self.group.currentIndexChanged.connect(self.look)
        self.list.activated.connect(self._on_activated)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.say.clicked.connect(lambda: self.say_wanted.emit(self.listed))

    @property
    def listed(self) -> list[Session]:
        """The cameras that are listed now."""
        return [self._sessions[row.key] for row in self.model.rows if row.key in self._sessions]

    def look(self) -> None:
        """Bring it up to date."""
        self._show_groups()
        self._sessions = {session.identity.key: session for session in self._cameras()}
        words, group = self.search.text(), self.group.currentText() if self.group.currentIndex() > 0 else ""
        every = (
            CameraRow.of(each, tr(PHASES[each.state.phase]), self._groups.of(key))
            for key, each in sorted(self._sessions.items(), key=lambda item: natural(item[1].name))
        )
        chosen = self._key_at(self.list.currentIndex())
        self.model.show([row for row in every if row.is_like(words, group)])
        self._choose(chosen)
        count = len(self.model.rows)
        is_all = count == len(self._sessions)
        self.say.setText(tr("Say to all…") if is_all else tr("Say to %n…", count) if count else tr("None is like that"))
        self.say.setEnabled(bool(count))

    def showEvent(self, event: QShowEvent) -> None:
        self.look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    # Inside

    def _made_list(self) -> QListView:
        view = QListView()
        view.setProperty("kind", "cameras")
        view.setAccessibleName(tr("Cameras"))
        view.setModel(self.model)
        view.setItemDelegate(RowPainter(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setDragEnabled(True)
        view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        return view

    def _build(self) -> None:
        title = QLabel(tr("Cameras"))
        title.setProperty("kind", "strong")
        self.close_button.setIcon(icons.icon("close", style.theme().quiet, 14))
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(8)
        for part in (head, self.search, self.group):
            row = QHBoxLayout()
            row.setContentsMargins(12, 0, 8 if part is head else 12, 0)
            row.addLayout(part) if isinstance(part, QHBoxLayout) else row.addWidget(part)
            column.addLayout(row)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self.say)
        column.addLayout(foot)

    def _show_groups(self) -> None:
        names = [tr("All cameras"), *self._groups.names]
        if names != [self.group.itemText(index) for index in range(self.group.count())]:
            chosen = self.group.currentText()
            self.group.blockSignals(True)
            self.group.clear()
            self.group.addItems(names)
            self.group.setCurrentIndex(max(0, self.group.findText(chosen)))
            self.group.blockSignals(False)
        self.group.setVisible(len(names) > 1)

    def _key_at(self, index: QModelIndex) -> str:
        row = index.data(ROW) if index.isValid() else None
        return row.key if isinstance(row, CameraRow) else ""

    def _choose(self, key: str) -> None:
        """What was chosen stays so, wherever it stands now."""
        places = [row.key for row in self.model.rows]
        if key in places and self._key_at(self.list.currentIndex()) != key:
            self.list.setCurrentIndex(self.model.index(places.index(key)))

    def _on_entered(self) -> None:
        if self.listed:
            self.chosen.emit(self.listed[0])

    def _on_activated(self, index: QModelIndex) -> None:
        key = self._key_at(index)
        if key in self._sessions:
            self.chosen.emit(self._sessions[key])

    def _on_menu(self, where: QPoint) -> None:
        key = self._key_at(self.list.indexAt(where))
        if key in self._sessions:
            self.menu_wanted.emit(self._sessions[key], self.list.viewport().mapToGlobal(where))
