"""The cameras that this viewer is paired with, and by which key they know it."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from camwire.limits import NAME_CHARACTERS
from camwire.pairing.fingerprint import fingerprint
from camwire.rights import Rights
from camwire.translation import phrase, tr
from viewer.core.pairing.moving import Packed, export_to, import_from
from viewer.core.program import Program
from viewer.core.settings import PairedSettings
from viewer.ui.dialogs.base import Dialog
from viewer.ui.dialogs.questions import RenameDialog
from viewer.ui.look import words
from viewer.ui.pairing.forget_dialog import ForgetDialog
from viewer.ui.pairing.move_dialog import MoveDialog
from viewer.ui.pairing.outcome import RIGHTS as MAY

LIST_HEIGHT = 150
RIGHTS = {Rights.WATCH: phrase("watch"), Rights.TALK: phrase("talk"), Rights.CONTROL: phrase("control")}


class PairedDialog(Dialog):
    """Lists them; one at a time can be called otherwise and forgotten."""

    pair_wanted = Signal()

    def __init__(self, program: Program, parent: QWidget) -> None:
        super().__init__(tr("Paired cameras"), parent)
        self._program = program
        self._keyring = program.fleet.keyring
        self.list = QListWidget()
        self.list.setProperty("kind", "names")
        self.list.setAccessibleName(tr("Paired cameras"))
        self.list.setFixedHeight(LIST_HEIGHT)
        self.words = self.text("", "quiet")
        self.add = _button(tr("Pair with a camera…"))
        self.rename = _button(tr("Rename…"))
        self.forget = _button(tr("Forget…"))
        row = QWidget()
        buttons = QHBoxLayout(row)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.add, self.rename, self.forget):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.export = _button(tr("Export…"))
        self.take = _button(tr("Import…"))
        moving = QWidget()
        move = QHBoxLayout(moving)
        move.setContentsMargins(0, 0, 0, 0)
        for button in (self.export, self.take):
            move.addWidget(button)
        move.addStretch(1)
        self.own = self.text("", "quiet")
        self.trouble.setText(self._keyring.trouble)
        self.trouble.setVisible(bool(self._keyring.trouble))
        self.box = self.buttons(tr("Close"), self.accept)
        self.box.buttons()[1].hide()
        self.fill(
            *(self.text(tr("Cameras that this viewer is paired with"), "strong"), self.list, self.words, row),
            *(self.text(tr("This viewer"), "strong"), self.own),
            *(self.text(tr("Its key can be taken to another computer, in a file."), "quiet"), moving),
            *(self.trouble, self.box),
        )
        self.list.currentItemChanged.connect(lambda now, before: self._show_words())
        self.add.clicked.connect(self._on_add)
        self.rename.clicked.connect(self._on_rename)
        self.forget.clicked.connect(self._on_forget)
        self.export.clicked.connect(self._on_export)
        self.take.clicked.connect(self._on_import)
        # A code may be typed, or a pairing end, while this is open.
        keyring, seen = self._keyring, self.show_all
        keyring.observe(seen)
        self.finished.connect(lambda: keyring.unobserve(seen))
        # A window that is made anew takes its dialogs with it, and they hear of no end.
        self.destroyed.connect(lambda: keyring.unobserve(seen))
        self.show_all()

    @property
    def chosen(self) -> PairedSettings | None:
        """The one that is highlighted."""
        item = self.list.currentItem()
        return None if item is None else self._keyring.find(item.data(Qt.ItemDataRole.UserRole))

    def show_all(self) -> None:
        """Those that there are now, by name; the highlighted one stays so."""
        before = self.chosen
        self.list.clear()
        for paired in sorted(self._keyring.paired, key=lambda each: each.name.casefold()):
            item = QListWidgetItem(f"{paired.name} · {tr(RIGHTS[paired.rights])}")
            item.setData(Qt.ItemDataRole.UserRole, paired.key)
            item.setToolTip(words.tip(tr(MAY[paired.rights])))
            self.list.addItem(item)
            if before is not None and before.key == paired.key:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self._show_words()

    def _show_words(self) -> None:
        paired = self.chosen
        self.own.setText(tr("Key of this viewer: {words}", words=self._keyring.identity.fingerprint))
        for button in (self.rename, self.forget):
            button.setEnabled(paired is not None)
        if paired is None:
            self.words.setText(tr("None yet. A camera is paired once, by a code that it shows."))
        else:
            when = datetime.fromtimestamp(paired.when)
            since = f"{words.calendar_day(when)}, {when:%H:%M}"
            key = tr("Its key: {words}", words=fingerprint(paired.key.encode()))
            self.words.setText(f"{key}\n{tr('Paired since {time}', time=since)}")
        self.refit()

    def _on_add(self) -> None:
        self.accept()
        self.pair_wanted.emit()

    def _on_rename(self) -> None:
        paired = self.chosen
        if paired is None:
            return
        key, before = paired.key, paired.name

        def rename(name: str) -> None:
            self._keyring.rename(key, name[:NAME_CHARACTERS] or before)

        RenameDialog(before, rename, self).open()

    def _on_export(self) -> None:
        identity, settings = self._keyring.identity, self._program.settings
        written: list[Path] = []

        def export(file: Path, passphrase: str) -> None:
            export_to(file, identity, settings, passphrase)
            written.append(file)

        def tell(nothing: object) -> None:
            self._program.say_briefly(
                tr("{file} is written. Import it on the other computer, and remove it then.", file=written[0])
            )

        MoveDialog(True, export, tell, self).open()

    def _on_import(self) -> None:
        folder, settings = self._program.paths.config, self._program.settings

        def taken(packed: object) -> None:
            assert isinstance(packed, Packed)
            self._program.cameras.take_over(packed)
            self.trouble.hide()
            self.show_all()

        MoveDialog(False, lambda file, words: import_from(file, folder, settings, words), taken, self).open()

    def _on_forget(self) -> None:
        paired = self.chosen
        if paired is None:
            return
        key = paired.key

        def forget() -> None:
            self._program.cameras.forget_pairing(key)

        ForgetDialog(paired.name, forget, self).open()


def _button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    return button
