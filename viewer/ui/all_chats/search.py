"""Finds words in all conversations, also in those with cameras that are not on the wall any more."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from camwire.errors import UsageError
from camwire.translation import phrase, tr
from viewer.core.talk import wanted_words
from viewer.core.talk.history import FOUND, Found
from viewer.ui.all_chats.found_list import FoundList, grouped
from viewer.ui.dialogs.base import Dialog, resize_within_screen
from viewer.ui.look.clearing import let_clear

SEARCH_MS = 100
SIZE = QSize(640, 480)
LEAST = QSize(340, 300)
MOST_CHARACTERS = 200
HINT = phrase("Type words; lines in which all of them stand are found.")


class SearchDialog(Dialog):
    """`search(words)` finds lines, the newest first; `name_at(place)` is what the camera there is called, or empty.

    Enter chooses a line; what is chosen is the window's to show.
    """

    chosen = Signal(object)  # Found

    def __init__(
        self, search: Callable[[str], Sequence[Found]], name_at: Callable[[str], str], parent: QWidget
    ) -> None:
        super().__init__(tr("Search in all conversations"), parent)
        self._search = search
        self._name_at = name_at
        self.results = FoundList(self)
        self.words = _Words(self)
        self.words.submitted.connect(self._on_chosen)
        self.words.stepped.connect(self.results.step)
        self.results.doubleClicked.connect(self._on_chosen)
        self.remark = self.text(tr(HINT), "quiet")
        for part in (self.words, self.trouble):
            self.column.addWidget(part)
        self.column.addWidget(self.results, 1)
        self.column.addWidget(self.remark)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SEARCH_MS)
        self._later.timeout.connect(self._on_typed)
        self.words.textChanged.connect(self._later.start)
        self.setMinimumSize(LEAST)
        resize_within_screen(self, SIZE)
        self.words.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen()
        else:
            super().keyPressEvent(event)

    def _on_typed(self) -> None:
        typed = self.words.text()
        try:
            found = self._search(typed)
        except UsageError as error:
            self._complain(str(error))
            return
        self._complain("")
        self.results.show_groups(grouped(found, self._name_at), wanted_words.split(typed))
        self.remark.setText(_remark(typed, len(found)))

    def _on_chosen(self) -> None:
        if self._later.isActive():
            # What is shown is not yet what was typed.
            self._later.stop()
            self._on_typed()
        found = self.results.current
        if found is None:
            return
        if not self._name_at(found.place):
            name = found.name or found.place
            self._complain(tr("{name} is not on this wall any more. Add it again to read on.", name=name[:60]))
            return
        self.chosen.emit(found)
        self.accept()

    def _complain(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))


class _Words(QLineEdit):
    """Arrows go up and down in what was found, while one types."""

    submitted = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Search in all conversations"))
        self.setAccessibleName(tr("Search in all conversations"))
        self.setMaxLength(MOST_CHARACTERS)
        let_clear(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)


def _remark(typed: str, count: int) -> str:
    if not typed.strip():
        return tr(HINT)
    if not count:
        return tr("Nothing was said with these words.")
    if count >= FOUND:
        return tr("The newest %n lines. Type more words to find others.", count)
    return tr("%n lines. Enter opens the conversation there.", count)
