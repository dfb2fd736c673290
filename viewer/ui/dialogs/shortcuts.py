"""All keys, by what they do; a person may give others."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from camwire.translation import tr
from viewer.core.actions import BY_ID, ActionSpec, keys_of
from viewer.core.keys import FIXED, owner_of, refusal_of, with_keys
from viewer.ui.dialogs.base import Dialog, resize_within_screen
from viewer.ui.look import style
from viewer.ui.look.key_words import key_words

SIZE = QSize(620, 640)
ID = Qt.ItemDataRole.UserRole
PORTABLE = QKeySequence.SequenceFormat.PortableText


class ShortcutsDialog(Dialog):
    """Shows `offered`, with the keys that the person has `chosen`; `choose(chosen)` puts others in force."""

    def __init__(
        self,
        offered: list[ActionSpec],
        chosen: Mapping[str, str],
        choose: Callable[[dict[str, str]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Keyboard shortcuts"), parent)
        self.chosen = dict(chosen)
        self._choose = choose
        self._pressed = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search for words or keys"))
        self.search.setAccessibleName(tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list = self._made_list()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._heads: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self._put(offered)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.column.addWidget(self.search)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._foot())
        self.column.addWidget(self.trouble)
        self.column.addWidget(self._box())
        resize_within_screen(self, SIZE)
        self._on_chosen()
        self.search.setFocus()

    @property
    def current(self) -> ActionSpec | None:
        """The action of the chosen line."""
        item = self.list.currentItem()
        return BY_ID.get(item.data(0, ID) or "") if item is not None else None

    def give(self, keys: str) -> None:
        """Give the chosen action these keys, whoever had them before; empty: none."""
        if self.current is not None:
            self._put_in_force(with_keys(self.chosen, self.current.id, keys))

    def refit(self) -> None:
        """It is as large as the person makes it."""

    def _made_list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setProperty("kind", "keys")
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setIndentation(14)
        tree.setItemsExpandable(False)
        tree.setUniformRowHeights(True)
        tree.setAccessibleName(tr("Keyboard shortcuts"))
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemActivated.connect(lambda *_: self.keys.setFocus())
        return tree

    def _put(self, offered: list[ActionSpec]) -> None:
        for section in dict.fromkeys(spec.section for spec in offered):
            head = self._head(tr(section))
            for spec in offered:
                if spec.section == section:
                    item = QTreeWidgetItem(head, [tr(spec.text).rstrip("…"), ""])
                    item.setData(0, ID, spec.id)
                    self._items[spec.id] = item
                    self._heads[-1][1].append(item)
        head = self._head(tr("Always"))
        quiet = QBrush(QColor(style.theme().quiet))
        for words, keys in FIXED:
            item = QTreeWidgetItem(head, [tr(words), tr(keys)])
            item.setForeground(1, quiet)
            self._heads[-1][1].append(item)
        self.list.expandAll()
        self._show_keys()

    def _head(self, words: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem(self.list, [words])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setFont(0, style.font(is_strong=True))
        self._heads.append((head, []))
        return head

    def _foot(self) -> QWidget:
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        for part in (self.keys, *self.keys.findChildren(QLineEdit)):
            part.setAccessibleName(tr("New keys"))
        self.keys.keySequenceChanged.connect(self._on_pressed)
        self.none = QPushButton(tr("None"))
        self.none.clicked.connect(lambda: self.give(""))
        self.usual = QPushButton(tr("Default"))
        self.usual.clicked.connect(self._on_usual)
        self.anyway = QPushButton(tr("Use here"))
        self.anyway.clicked.connect(lambda: self.give(self._pressed))
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        self.keys.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.keys, 1)
        for button in (self.anyway, self.none, self.usual):
            button.setAutoDefault(False)
            row.addWidget(button)
        return foot

    def _box(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        close = box.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        everything = box.addButton(tr("Reset all"), QDialogButtonBox.ButtonRole.ResetRole)
        everything.setAutoDefault(False)
        everything.clicked.connect(lambda: self._put_in_force({}))
        box.rejected.connect(self.reject)
        return box

    def _on_chosen(self) -> None:
        spec = self.current
        for widget in (self.keys, self.none, self.usual):
            widget.setEnabled(spec is not None)
        self._say("")

    def _on_pressed(self, sequence: QKeySequence) -> None:
        spec, self._pressed = self.current, sequence.toString(PORTABLE)
        if spec is None or not self._pressed:
            return
        refusal = refusal_of(spec, self._pressed)
        owner = owner_of(self._pressed, self.chosen, spec.id)
        if refusal:
            self._say(refusal)
        elif owner is not None:
            keys, words = key_words(sequence), tr(owner.text).rstrip("…")
            taken = tr("{keys} belongs to “{action}”. “Use here” takes it from there.", keys=keys, action=words)
            self._say(taken, can_be_taken=True)
        else:
            self.give(self._pressed)

    def _on_usual(self) -> None:
        if self.current is not None:
            self.give(self.current.keys)

    def _put_in_force(self, chosen: dict[str, str]) -> None:
        self.chosen = chosen
        self._choose(dict(chosen))
        self._show_keys()
        self._say("")

    def _show_keys(self) -> None:
        for id, item in self._items.items():
            keys = keys_of(BY_ID[id], self.chosen)
            item.setText(1, key_words(QKeySequence.fromString(keys, PORTABLE)))
            is_own = id in self.chosen
            item.setFont(1, style.font(is_strong=is_own))

    def _say(self, sentence: str, can_be_taken: bool = False) -> None:
        """Say what is wrong with the pressed keys; nothing more when they were good."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.anyway.setVisible(can_be_taken)
        if not sentence:
            self._pressed = ""
            self.keys.blockSignals(True)
            self.keys.clear()
            self.keys.blockSignals(False)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for head, items in self._heads:
            shown = [item for item in items if _has_all(wanted, f"{item.text(0)} {item.text(1)}".casefold())]
            for item in items:
                item.setHidden(item not in shown)
            head.setHidden(not shown)
        current = self.list.currentItem()
        if current is not None and current.isHidden():
            # What one does not see is given no keys, and loses none.
            self.list.setCurrentIndex(QModelIndex())


def _has_all(wanted: list[str], text: str) -> bool:
    return all(word in text for word in wanted)
