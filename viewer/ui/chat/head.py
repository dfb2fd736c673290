"""The head of a chat box: with whom it is, and the buttons that search in it and close it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from camwire.translation import tr
from viewer.ui.look import icons, style
from viewer.ui.look.flat_button import flat_button

NAME_SHOWN = 40


class ChatHead(QWidget):
    """One line."""

    closed = Signal()
    search_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(style.LINE_HEIGHT)
        self._name = QLabel()
        self._name.setProperty("kind", "strong")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._find = flat_button(tr("Find in this conversation (Ctrl+F)"))
        self._find.clicked.connect(self.search_wanted)
        self._close = flat_button(tr("Close chat (Ctrl+W)"))
        self._close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self._find)
        row.addWidget(self._close)

    def show_name(self, name: str) -> None:
        """With whom it is."""
        self._name.setText(name if len(name) <= NAME_SHOWN else f"{name[: NAME_SHOWN - 1]}…")

    def colour(self) -> None:
        """Follow the theme."""
        quiet = style.theme().quiet
        self._close.setIcon(icons.icon("close", quiet, 14))
        self._find.setIcon(icons.icon("search", quiet, 14))
