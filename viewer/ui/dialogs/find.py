"""Shows the cameras that say on the network that they are there, as they come and go, and adds those with a tick."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHeaderView, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from camwire.errors import UsageError
from camwire.translation import phrase, tr
from viewer.core.finding.finding import Finding
from viewer.core.finding.found import FoundCamera, Who
from viewer.core.pairing.familiarity import Familiarity, familiarity
from viewer.core.pairing.keyring import Keyring
from viewer.core.pictures.picture import Picture
from viewer.core.script_lines import WATCHWORD, lines
from viewer.ui.dialogs.base import Dialog
from viewer.ui.look import style, words

COLUMNS = (phrase("Camera"), phrase("Address"), "")
NAME, ADDRESS, STATE = range(3)
CAMERA = Qt.ItemDataRole.UserRole
LIST_HEIGHT = 190
# Most cameras answer at once, some after they are asked a second time.
PATIENCE_MS = 3000
PICTURE, PICTURE_MS = QSize(40, 24), 1000
STATES = {
    Familiarity.OPEN: phrase("Not encrypted"),
    Familiarity.PAIRED: phrase("Paired"),
    Familiarity.UNPAIRED: phrase("Needs a code"),
    Familiarity.OTHER_KEY: phrase("Another key"),
}


class FindDialog(Dialog):
    """`is_known(camera)`: whether it is on the wall already. `add(cameras)` may raise UsageError, which is shown.

    `keyring` tells which are paired, `picture_of(camera)` what is to be seen of one now. `to_pair` are, when it is
    closed, those that are wanted and need a code first.
    """

    address_wanted = Signal()
    """The person would rather write an address."""

    def __init__(
        self,
        finding: Finding,
        is_known: Callable[[FoundCamera], bool],
        add: Callable[[list[FoundCamera]], object],
        keyring: Keyring,
        parent: QWidget,
        picture_of: Callable[[FoundCamera], Picture | None] = lambda camera: None,
    ) -> None:
        super().__init__(tr("Find cameras"), parent)
        self.to_pair: list[FoundCamera] = []
        self._keyring = keyring
        self._picture_of = picture_of
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
        self.table.itemChanged.connect(self._on_changed)
        self.table.cellPressed.connect(self._on_pressed)
        self.table.cellClicked.connect(self._on_clicked)
        self.table.cellDoubleClicked.connect(lambda row, column: self._add_row(row))
        self._pressed = False
        self._ticked_alone: Who | None = None
        self._touched: set[Who] = set()
        self._is_patient = True
        QTimer.singleShot(PATIENCE_MS, self, self._lose_patience)
        self.finished.connect(finding.end)
        pictures = QTimer(self)
        pictures.timeout.connect(self._show_pictures)
        pictures.start(PICTURE_MS)
        finding.begin(self._show)
        self._show()

    @property
    def chosen(self) -> list[FoundCamera]:
        """Those with a tick, in the order of the list."""
        items = (self.table.item(row, NAME) for row in range(self.table.rowCount()))
        return [item.data(CAMERA) for item in items if item is not None and _is_chosen(item)]

    def _show(self) -> None:
        """Show who is there now; ticks stay, and the row that has the keyboard does."""
        ticked = {each.who for each in self.chosen}
        current = self.table.item(max(0, self.table.currentRow()), NAME)
        here = current.data(CAMERA).who if current is not None else None
        cameras = self._finding.cameras
        self._tick_alone(cameras, ticked)
        self.table.blockSignals(True)
        self.table.setRowCount(len(cameras))
        for row, camera in enumerate(cameras):
            self._fill_row(row, camera, camera.who in ticked)
            if camera.who == here:
                self.table.setCurrentCell(row, NAME)
        self.table.blockSignals(False)
        if cameras and not here:
            rows = [row for row, camera in enumerate(cameras) if camera.who in ticked]
            self.table.setCurrentCell(rows[0] if rows else 0, NAME)
            self.table.setFocus()
        self._show_pictures()
        self._show_sentence(cameras)
        self._show_choice()
        self.refit()

    def _show_pictures(self) -> None:
        """What is to be seen of each now, where something is."""
        self.table.blockSignals(True)
        for row in range(self.table.rowCount()):
            item = self.table.item(row, NAME)
            picture = self._picture_of(item.data(CAMERA)) if item is not None else None
            if item is not None and picture is not None:
                item.setIcon(_icon(picture))
        self.table.blockSignals(False)
        self.table.viewport().update()

    def _tick_alone(self, cameras: Sequence[FoundCamera], ticked: set[Who]) -> None:
        """The only one that can be added is the one that is meant, until there are others or the person says so."""
        if self._ticked_alone is not None:
            ticked.discard(self._ticked_alone)
        new = [each.who for each in cameras if not self._is_known(each)]
        self._ticked_alone = new[0] if len(new) == 1 and new[0] not in self._touched else None
        if self._ticked_alone is not None:
            ticked.add(self._ticked_alone)

    def _fill_row(self, row: int, camera: FoundCamera, is_ticked: bool) -> None:
        is_known = self._is_known(camera)
        state = tr("On the wall") if is_known else tr(STATES[familiarity(camera, self._keyring)])
        columns = (camera.name, str(camera.endpoint), state)
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

    def _needs_code(self, camera: FoundCamera) -> bool:
        return familiarity(camera, self._keyring) in (Familiarity.UNPAIRED, Familiarity.OTHER_KEY)

    def _show_sentence(self, cameras: Sequence[FoundCamera]) -> None:
        is_lost = not cameras and not self._is_patient and not self._finding.trouble
        if self._finding.trouble:
            self.sentence.setText(self._finding.trouble)
        elif is_lost:
            self.sentence.setText(tr("None has been found yet; it goes on looking. On the camera's computer, start:"))
        elif not cameras:
            self.sentence.setText(tr("Looking …"))
        else:
            self.sentence.setText(tr("New cameras appear in this list by themselves."))
        self.command.setVisible(is_lost)
        self._else.setVisible(is_lost)

    def _show_choice(self) -> None:
        count = len(self.chosen)
        button = self.box.buttons()[0]
        if count and all(map(self._needs_code, self.chosen)):
            button.setText(tr("Pair…"))
        else:
            button.setText(tr("Add %n cameras", count) if count > 1 else tr("Add camera"))
        button.setEnabled(count > 0)

    def _lose_patience(self) -> None:
        self._is_patient = False
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.table.hasFocus() and not self.chosen:
            self._add_row(self.table.currentRow())
        else:
            super().keyPressEvent(event)

    def _add_row(self, row: int) -> None:
        """Add the camera in a row, with those that have a tick."""
        item = self.table.item(row, NAME)
        if item is not None and item.flags() == _NEW:
            item.setCheckState(Qt.CheckState.Checked)
            self.attempt(self._accept)

    def _on_changed(self, item: QTableWidgetItem) -> None:
        """The person has set or taken away a tick."""
        camera = item.data(CAMERA)
        if camera is not None:
            self._touched.add(camera.who)
            # What is highlighted is what the person has in mind.
            self.table.setCurrentItem(item)
            self._ticked_alone = None
        self._show_choice()

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
        self._add([each for each in self.chosen if not self._needs_code(each)])
        self.to_pair = [each for each in self.chosen if self._needs_code(each)]


_KNOWN = Qt.ItemFlag.ItemIsSelectable
_NEW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


def _is_chosen(item: QTableWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked and bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)


def _icon(picture: Picture) -> QIcon:
    stride = picture.pixels.strides[0]
    image = QImage(picture.pixels.data, picture.width, picture.height, stride, QImage.Format.Format_RGB32)
    # Twice as large as it is shown, for screens of 200 %.
    small = image.scaled(PICTURE * 2, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    icon = QIcon()
    # A camera that cannot be chosen is shown in colours all the same.
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled, QIcon.Mode.Selected):
        icon.addPixmap(QPixmap.fromImage(small), mode)
    return icon


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
    table.setIconSize(PICTURE)
    table.setFixedHeight(LIST_HEIGHT)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column in (ADDRESS, STATE):
        head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return table
