"""Asks in which groups a camera is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from camwire.translation import tr
from viewer.core.wall.layout import LAYOUT_CHARACTERS
from viewer.ui.dialogs.base import Dialog

LIST_HEIGHT = 150


class GroupDialog(Dialog):
    """`groups` are all there are, `chosen` those of the camera. `put(names)` may raise UsageError."""

    def __init__(
        self,
        camera: str,
        groups: Sequence[str],
        chosen: Sequence[str],
        put: Callable[[list[str]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Groups"), parent)
        self._put = put
        self.list = QListWidget()
        self.list.setProperty("kind", "names")
        self.list.setAccessibleName(tr("Groups"))
        self.list.setFixedHeight(LIST_HEIGHT)
        for name in groups:
            item = QListWidgetItem(name, self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
        self.list.setVisible(bool(groups))
        self.new = QLineEdit()
        self.new.setMaxLength(LAYOUT_CHARACTERS)
        self.new.setAccessibleName(tr("New group"))
        self.new.setPlaceholderText(tr("Doors"))
        self.fill(
            *(self.text(tr("Groups of {camera}", camera=camera[:60]), "title"), self.list),
            *(self.text(tr("New group"), "strong"), self.new),
            self.text(tr("The wall can show one group alone, and something can be said to all of it."), "quiet"),
            self.trouble,
            self.buttons(tr("Save"), lambda: self.attempt(self._accept)),
        )
        (self.list if groups else self.new).setFocus()

    def _accept(self) -> None:
        items = (self.list.item(place) for place in range(self.list.count()))
        names = [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]
        self._put(names + [self.new.text()] * bool(self.new.text().strip()))
