"""Asks which camera of this computer is to come on the wall."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from camwire.errors import UsageError
from camwire.limits import NAME_CHARACTERS
from viewer.core.own_sources import Listing, OwnSource
from viewer.ui.dialog import Dialog

NONE = "No webcam was found on this computer. Plug one in and open this again."


class OwnDialog(Dialog):
    """`add(source, name)` puts a camera on the wall; it may raise UsageError, which is shown."""

    def __init__(self, add: Callable[[str, str], object], parent: QWidget) -> None:
        super().__init__("Add a camera of this computer", parent)
        self._add = add
        self._found: list[OwnSource] = []
        self.source = QComboBox()
        self.source.setAccessibleName("Which camera")
        self.source.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.source.addItem("Looking …")
        self.source.setEnabled(False)
        self.name = QLineEdit()
        self.name.setAccessibleName("Name")
        self.name.setPlaceholderText("The camera's own name")
        self.name.setMaxLength(NAME_CHARACTERS)
        self.box = self.buttons("Add camera", lambda: self.attempt(self._accept))
        self.box.buttons()[0].setEnabled(False)
        self.fill(
            *(self.text("Which camera?", "strong"), self.source),
            *(self.text("Name on this wall (optional)", "strong"), self.name),
            self.text("It runs while this window is open, only for this computer, and comes again next time.", "quiet"),
            *(self.trouble, self.box),
        )
        self.source.currentIndexChanged.connect(self._show)
        self._listing: Listing | None = None
        try:
            self._listing = Listing(self._on_found)
        except OSError as error:
            self._on_found([], f"The cameras of this computer could not be listed: {error}.")
        self.finished.connect(self._on_finished)

    def _on_found(self, found: list[OwnSource], trouble: str) -> None:
        self._found = found
        self.source.blockSignals(True)
        self.source.clear()
        self.source.addItems([each.name for each in found] or ["None"])
        self.source.blockSignals(False)
        self.source.setEnabled(bool(found))
        self.box.buttons()[0].setEnabled(bool(found))
        if found:
            self.source.setFocus()
            self._show()
        else:
            self._say(trouble or NONE)

    def _show(self) -> None:
        self._say(self._found[self.source.currentIndex()].note)

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.refit()

    def _accept(self) -> None:
        if not self._found:
            raise UsageError(NONE)
        chosen = self._found[self.source.currentIndex()]
        self._add(chosen.source, self.name.text().strip() or chosen.name)

    def _on_finished(self) -> None:
        if self._listing is not None:
            self._listing.close()
