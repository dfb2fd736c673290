"""Asks which camera of this computer is to come on the wall."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from camwire.errors import UsageError
from camwire.limits import NAME_CHARACTERS
from camwire.translation import tr
from viewer.ui.dialogs.base import Dialog
from viewer.ui.dialogs.own_choice import LOOKING, OwnChoice


class OwnDialog(Dialog):
    """`add(source, name)` puts a camera on the wall; it may raise UsageError, which is shown."""

    def __init__(self, add: Callable[[str, str], object], parent: QWidget) -> None:
        super().__init__(tr("Add a camera of this computer"), parent)
        self._add = add
        self.source = OwnChoice(tr("Which camera"))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name"))
        self.name.setPlaceholderText(tr("The camera's own name"))
        self.name.setMaxLength(NAME_CHARACTERS)
        self.box = self.buttons(tr("Add camera"), lambda: self.attempt(self._accept))
        self.fill(
            *(self.text(tr("Which camera?"), "strong"), self.source.row),
            *(self.text(tr("Name on this wall (optional)"), "strong"), self.name),
            self.text(
                tr("It runs while this window is open, only for this computer, and comes again next time."), "quiet"
            ),
            *(self.trouble, self.box),
        )
        self.source.told.connect(self._on_told)
        self._on_told(self.source.sentence)
        self.finished.connect(self.source.stop)

    def _on_told(self, sentence: str) -> None:
        is_first = self.source.chosen is not None and not self.box.buttons()[0].isEnabled()
        self.box.buttons()[0].setEnabled(self.source.chosen is not None)
        if is_first:
            self.source.setFocus()
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.refit()

    def _accept(self) -> None:
        chosen = self.source.chosen
        if chosen is None:
            raise UsageError(self.source.sentence or tr(LOOKING))
        self._add(chosen.source, self.name.text().strip() or chosen.name)
