"""Shows the cameras that say on the network that they are there, as they come and go, and adds those with a tick."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from camwire.errors import UsageError
from camwire.translation import phrase, tr
from viewer.core.finding.finding import Finding
from viewer.core.finding.found import FoundCamera
from viewer.core.script_lines import WATCHWORD, lines
from viewer.ui.dialogs.base import Dialog
from viewer.ui.look import style, words

COLUMNS = (phrase("Camera"), phrase("Address"), "")
NAME, ADDRESS, STATE = range(3)
CAMERA = Qt.ItemDataRole.UserRole
LIST_HEIGHT = 190
# Most cameras answer at once, some after they are asked a second time.
PATIENCE_MS = 3000


class FindDialog(Dialog):
    """`is_known(camera)`: whether it is on the wall already. `add(cameras)` may raise UsageError, which is shown."""

    address_wanted = Signal()
    """The person would rather write an address."""

    def __init__(
        self,
        finding: Finding,
        is_known: Callable[[FoundCamera], bool],
        add: Callable[[list[FoundCamera]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Find cameras"), parent)
        self._finding = finding
        self._is_known = is_known
        self._add = add
        self.table = _table()
        self.sentence = self.text("", "quiet")
        self.command = self.text(lines(WATCHWORD, WATCHWORD.ways[0], None, ""), "command")
        self._else = self.text(
            tr(
                "If it runs already, this network does not pass on what cameras say, or they are on another one: "
                "add it by its address."
            ),
            "quiet",
        )
        self.by_address = QPushButton(tr("Add by address…"))
        self.by_address.setAutoDefault(False)
        self.by_address.clicked.connect(self._on_by_address)
        self.box = self.buttons("", lambda: self.attempt(self._accept))
        self.box.addButton(self.by_address, self.box.ButtonRole.ResetRole)
        self.fill(
            *(self.text(tr("Cameras on your network"), "strong"), self.table),
            *(self.sentence, self.command, self._else, self.trouble, self.box),
        )
        self.table.itemChanged.connect(lambda item: self._show_choice())
        self.table.cellPressed.connect(self._on_pressed)
        self.table.cellClicked.connect(self._on_clicked)
        self._pressed = False
        self._is_patient = True
        QTimer.singleShot(PATIENCE_MS, self, self._lose_patience)
        self.finished.connect(finding.end)
        finding.begin(self._show)
        self._show()

    @property
    def chosen(self) -> list[FoundCamera]:
        """Those with a tick, in the order of the list."""
        items = (self.table.item(row, NAME) for row in range(self.table.rowCount()))
        return [item.data(CAMERA) for item in items if item is not None and _is_chosen(item)]

    def _show(self) -> None:
        """Show who is there now; ticks stay, and the row that has the keyboard does."""
        ticked = {each.id for each in self.chosen}
        current = self.table.item(max(0, self.table.currentRow()), NAME)
        here = current.data(CAMERA).id if current is not None else ""
        cameras = self._finding.cameras
        self.table.blockSignals(True)
        self.table.setRowCount(len(cameras))
        for row, camera in enumerate(cameras):
            self._fill_row(row, camera, camera.id in ticked)
            if camera.id == here:
                self.table.setCurrentCell(row, NAME)
        self.table.blockSignals(False)
        if cameras and not here:
            self.table.setCurrentCell(0, NAME)
            self.table.setFocus()
        self._show_sentence(cameras)
        self._show_choice()
        self.refit()

    def _fill_row(self, row: int, camera: FoundCamera, is_ticked: bool) -> None:
        is_known = self._is_known(camera)
        columns = (camera.name, str(camera.endpoint), tr("On the wall") if is_known else "")
        for column, text in enumerate(columns):
            item = QTableWidgetItem(text)
            item.setFlags(_KNOWN if is_known else _NEW)
            item.setToolTip(words.tip(text))
            if is_known:
                item.setForeground(QColor(style.theme().quiet))
            if column == NAME:
                item.setData(CAMERA, camera)
                item.setCheckState(Qt.CheckState.Checked if is_known or is_ticked else Qt.CheckState.Unchecked)
            self.table.setItem(row, column, item)

    def _show_sentence(self, cameras: Sequence[FoundCamera]) -> None:
        is_lost = not cameras and not self._is_patient and not self._finding.trouble
        if self._finding.trouble:
            self.sentence.setText(self._finding.trouble)
        elif is_lost:
            self.sentence.setText(tr("None has been found yet; it goes on looking. On the camera's computer, start:"))
        elif not cameras:
            self.sentence.setText(tr("Looking …"))
        else:
            self.sentence.setText(tr("What comes on the network appears here by itself. Nothing is encrypted."))
        self.command.setVisible(is_lost)
        self._else.setVisible(is_lost)

    def _show_choice(self) -> None:
        count = len(self.chosen)
        button = self.box.buttons()[0]
        button.setText(tr("Add %n cameras", count) if count > 1 else tr("Add camera"))
        button.setEnabled(count > 0)

    def _lose_patience(self) -> None:
        self._is_patient = False
        self._show()

    def _on_pressed(self, row: int, column: int) -> None:
        item = self.table.item(row, NAME)
        self._pressed = item is not None and _is_chosen(item)

    def _on_clicked(self, row: int, column: int) -> None:
        """A click beside the tick means the tick as well."""
        item = self.table.item(row, NAME)
        if item is not None and item.flags() == _NEW and _is_chosen(item) == self._pressed:
            item.setCheckState(Qt.CheckState.Unchecked if self._pressed else Qt.CheckState.Checked)

    def _on_by_address(self) -> None:
        self.reject()
        self.address_wanted.emit()

    def _accept(self) -> None:
        if not self.chosen:
            raise UsageError(tr("Which camera? Tick it in the list."))
        self._add(self.chosen)


_KNOWN = Qt.ItemFlag.ItemIsSelectable
_NEW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


def _is_chosen(item: QTableWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked and bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)


def _table() -> QTableWidget:
    table = QTableWidget(0, len(COLUMNS))
    table.setHorizontalHeaderLabels([tr(each) if each else "" for each in COLUMNS])
    # It has no heading, but a name for those who hear it.
    state = QTableWidgetItem("")
    state.setData(Qt.ItemDataRole.AccessibleTextRole, tr("State"))
    table.setHorizontalHeaderItem(STATE, state)
    table.setProperty("kind", "table")
    table.setAccessibleName(tr("Cameras on your network"))
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setFixedHeight(LIST_HEIGHT)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column in (ADDRESS, STATE):
        head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return table
