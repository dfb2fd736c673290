"""Asks under which name the wall is kept as it is, and for which cameras."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtWidgets import QLineEdit, QWidget

from camwire.translation import tr
from viewer.core.wall.layout import LAYOUT_CHARACTERS, Layout
from viewer.core.wall.layouts import Layouts
from viewer.ui.dialogs.base import Dialog
from viewer.ui.look.choice import Choice


class SaveDialog(Dialog):
    """`save(layout)` may raise UsageError; `shown` are the cameras on the wall now, by their keys;
    `keys(number)` by which keys the layout at that place (from 1) is shown."""

    def __init__(
        self,
        layouts: Layouts,
        layout: Layout,
        shown: Sequence[str],
        save: Callable[[Layout], object],
        keys: Callable[[int], str],
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Save layout"), parent)
        self._layouts = layouts
        self._layout = layout
        self._shown = tuple(shown)
        self._save = save
        self._keys = keys
        self.name = QLineEdit(layout.name)
        self.name.setMaxLength(LAYOUT_CHARACTERS)
        self.name.setAccessibleName(tr("Name"))
        self.name.setPlaceholderText(tr("Entrance by night"))
        self.name.selectAll()
        every = tr("The group {name}", name=layout.group) if layout.group else tr("All, with those that come later")
        self.cameras = Choice(tr("Cameras"), [every, tr("Only the %n that are shown now", len(shown))])
        self.cameras.setCurrentIndex(1 if layout.only else 0)
        self._hint = self.text("", "quiet")
        self.fill(
            *(self.text(tr("Name"), "strong"), self.name),
            *(self.text(tr("Cameras"), "strong"), self.cameras),
            *(self._hint, self.trouble),
            self.buttons(tr("Save"), lambda: self.attempt(self._accept)),
        )
        self.name.textChanged.connect(self._show_hint)
        self._show_hint()
        self.name.setFocus()

    def _show_hint(self) -> None:
        name = " ".join(self.name.text().split())
        before = self._layouts.get(name) if name else None
        place = len(self._layouts) + 1 if before is None else list(self._layouts).index(before) + 1
        keys = self._keys(place)
        shown = tr("It is shown with {keys}.", keys=keys) if keys else ""
        replaces = tr("It takes the place of {name}.", name=before.name) if before is not None else ""
        self._hint.setText(" ".join(filter(None, (replaces, shown))))
        self._hint.setVisible(bool(self._hint.text()))
        self.refit()

    def _accept(self) -> None:
        only = self._shown if self.cameras.currentIndex() == 1 else ()
        self._save(replace(self._layout, name=self.name.text()[:LAYOUT_CHARACTERS], only=only))
