"""The layouts with names, to be renamed, sorted, shared and removed; and what the wall shows now."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.core.wall.layout import Layout
from viewer.core.wall.layouts import Layouts
from viewer.ui.dialogs.base import Dialog
from viewer.ui.layouts.now_form import NowForm
from viewer.ui.wall.arranging import Arranging

LIST_HEIGHT = 190


class EditDialog(Dialog):
    """What is changed is kept at once. `export(layout)` asks for a file."""

    changed = Signal()

    def __init__(
        self,
        layouts: Layouts,
        arranging: Arranging,
        groups: Sequence[str],
        shown: Callable[[], list[str]],
        export: Callable[[Layout], object],
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Layouts"), parent)
        self._layouts = layouts
        self._arranging = arranging
        self._export = export
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Layouts"))
        self.list.setProperty("kind", "names")
        self.list.setFixedHeight(LIST_HEIGHT)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.list.itemDoubleClicked.connect(lambda: self._with_chosen(self._show_on_wall))
        self.list.itemChanged.connect(self._on_renamed)
        self.list.currentRowChanged.connect(self._enable)
        self._buttons: list[QPushButton] = []
        self._empty = self.text(tr("There are no layouts yet. Arrange the wall, then save it as one."), "quiet")
        self.now = NowForm(arranging, groups, shown)
        box = QDialogButtonBox()
        box.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        self.fill(
            self._named(),
            *(self._empty, self.trouble),
            *(self.text(tr("On the wall now"), "title"), self.now),
            box,
        )
        self._refill(0)
        self.list.setFocus()

    def _named(self) -> QWidget:
        whole, column = QWidget(), QVBoxLayout()
        for words, do in (
            (tr("Show"), self._show_on_wall),
            (tr("Rename"), lambda _layout: self.list.editItem(self.list.currentItem())),
            (tr("Move up"), lambda layout: self._move(layout, -1)),
            (tr("Move down"), lambda layout: self._move(layout, 1)),
            (tr("Export…"), self._export),
            (tr("Remove"), self._remove),
        ):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, do=do: self._with_chosen(do))
            self._buttons.append(button)
            column.addWidget(button)
        column.addStretch(1)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list, 1)
        row.addLayout(column)
        return whole

    def _refill(self, chosen: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for layout in self._layouts:
            item = QListWidgetItem(layout.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(chosen, self.list.count() - 1))
        self._empty.setVisible(not self.list.count())
        self._enable()
        self.refit()

    def _enable(self) -> None:
        for button in self._buttons:
            button.setEnabled(self.list.currentRow() >= 0)

    def _with_chosen(self, do: Callable[[Layout], object]) -> None:
        self._say("")
        if self.list.currentRow() >= 0:
            do(self._layouts[self.list.currentRow()])

    def _show_on_wall(self, layout: Layout) -> None:
        self._arranging.choose(layout)
        self.now.show_layout()

    def _move(self, layout: Layout, by: int) -> None:
        self._layouts.move(layout, by)
        self._refill(max(0, self.list.currentRow() + by))
        self.changed.emit()

    def _remove(self, layout: Layout) -> None:
        self._layouts.remove(layout)
        self._refill(self.list.currentRow())
        self.changed.emit()

    def _on_renamed(self, item: QListWidgetItem) -> None:
        place, sentence = self.list.row(item), ""
        before = self._layouts[place].name
        try:
            named = self._layouts.rename(self._layouts[place], item.text())
        except UsageError as error:
            sentence = str(error)
        else:
            if before == self._arranging.layout.name:
                self._arranging.call(named.name)
            self.changed.emit()
        self._refill(place)
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.refit()
