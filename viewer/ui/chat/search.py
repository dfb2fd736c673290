"""Finding words in one conversation: a line of text, how many were found, and from one to the next."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from camwire.translation import tr
from viewer.core.talk.chat import ChatLine
from viewer.core.talk.talk import Talk
from viewer.ui.look import icons, style
from viewer.ui.look.clearing import let_clear

SEARCH_MS = 120


class ChatSearch(QWidget):
    """Enter and ↑ go to earlier lines, Shift+Enter and ↓ to later ones; Escape closes it."""

    found = Signal(object)  # ChatLine
    closed = Signal()

    def __init__(self, talk: Talk, parent: QWidget) -> None:
        super().__init__(parent)
        self._talk = talk
        self._lines: list[ChatLine] = []
        self._place = -1
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Find"))
        self.words.setAccessibleName(tr("Find in this conversation"))
        let_clear(self.words)
        self._count = QLabel()
        self._count.setProperty("kind", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 6)
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        row.addWidget(self._count)
        self._buttons = [self._button(tr("Earlier (Enter)"), 1), self._button(tr("Later (Shift+Enter)"), -1)]
        self.colour()
        for button in self._buttons:
            row.addWidget(button)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SEARCH_MS)
        self._later.timeout.connect(self._search)
        self.words.textChanged.connect(self._later.start)
        self.hide()

    def open(self) -> None:
        """Ask for words."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def colour(self) -> None:
        """Follow the theme."""
        for icon, button in zip(("up", "down"), self._buttons, strict=True):
            button.setIcon(icons.icon(icon, style.theme().quiet, 16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if is_back else 1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Up else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, tip: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "flat")
        button.setToolTip(tip)
        button.setAccessibleName(tip.partition(" (")[0])
        button.clicked.connect(lambda: self._step(by))
        return button

    def _search(self) -> None:
        self._lines = self._talk.search(self.words.text())
        self._place = -1
        self._step(1)

    def _step(self, by: int) -> None:
        if self._later.isActive():
            self._later.stop()
            self._search()
            return
        if self._lines:
            self._place = (self._place + by) % len(self._lines)
            self.found.emit(self._lines[self._place])
            self._count.setText(tr("{place} of {count}", place=self._place + 1, count=len(self._lines)))
        else:
            self._count.setText(tr("nothing found") if self.words.text().strip() else "")
