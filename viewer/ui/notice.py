"""A sentence that must be seen, at the foot of the window, until it is dismissed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from camwire.translation import tr
from viewer.ui.look import icons, style

MOST_LINES = 4
READING_MS = 6000
BELOW = 60
"""Below it are the buttons of the tiles at the foot of the window."""


class Notice(QWidget):
    """Lies over the wall; takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton()
        close.setProperty("kind", "flat")
        close.setIcon(icons.icon("close", style.theme().quiet, 14))
        close.setAccessibleName(tr("Dismiss"))
        close.setToolTip(tr("Dismiss"))
        close.clicked.connect(self.hide)
        self.deed = QPushButton()
        """What can be done about the news that are shown."""
        self.deed.hide()
        self._deed_lasts = False
        self._do: Callable[[], object] = lambda: None
        self.deed.clicked.connect(self._on_deed)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.addWidget(self.label, 1)
        row.addWidget(self.deed, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._news = ""
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(READING_MS)
        self._reading.timeout.connect(self.withdraw_news)
        self.hide()

    def say(self, sentence: str, before: str = "") -> None:
        """Show `sentence` until it is dismissed, below what is being shown already, and in place of `before`."""
        if self.isHidden():
            self._hide_deed()
        # What it lies over may not be seen yet.
        said = [] if self.isHidden() else self.label.text().split("\n")
        lines = [line for line in said if line and line not in (sentence, before)]
        self.label.setText("\n".join([*lines, sentence][-MOST_LINES:]))
        self.show()
        self.raise_()
        self.place()

    def withdraw(self, sentence: str) -> None:
        """Take `sentence` back, where it is shown still; what else is shown stays."""
        lines = self.label.text().split("\n")
        if sentence in lines:
            self._keep([line for line in lines if line != sentence])

    def say_briefly(self, sentence: str) -> None:
        """Show good news for as long as it takes to read."""
        self.withdraw_news()
        self.say(sentence)
        self._news = sentence
        self._reading.start()

    def offer(self, sentence: str, word: str, do: Callable[[], object], lasts: bool = False) -> None:
        """Show news with a button that says `word`, by which `do` is called: as long as it takes to read, or, where
        it `lasts`, until it is dismissed."""
        if lasts:
            self.say(sentence)
        else:
            self.say_briefly(sentence)
        self._do, self._deed_lasts = do, lasts
        self.deed.setText(word)
        self.deed.setAccessibleName(f"{sentence} {word}")
        self.deed.show()
        self.place()

    def withdraw_news(self) -> None:
        """Take back what was said briefly; what else is shown stays."""
        lines = [line for line in self.label.text().split("\n") if line != self._news]
        self._news = ""
        if not self._deed_lasts:
            self._hide_deed()
        self._keep(lines)

    def _keep(self, lines: list[str]) -> None:
        self.label.setText("\n".join(lines))
        if any(lines):
            self.place()
        else:
            self.hide()

    def _hide_deed(self) -> None:
        self._deed_lasts = False
        self.deed.hide()

    def _on_deed(self) -> None:
        if self._deed_lasts:
            self.hide()
        self.withdraw_news()
        self._do()

    def place(self) -> None:
        """Sit near the foot of the parent, centred, as high as the words need."""
        room = self.window().size()
        width = max(240, min(720, room.width() - 48))
        height = max(42, self._row.heightForWidth(width))
        self.setGeometry((room.width() - width) // 2, max(0, room.height() - height - BELOW), width, height)
