"""The pictures of the recordings that are open, beside or above each other: as large as they can be."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from viewer.ui.look import style
from viewer.ui.replay.screen import Screen

FILM = 16 / 9


class Screens(QWidget):
    """There is always one, to say why there is none."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.screens: list[Screen] = []
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(style.GAP, style.GAP, style.GAP, 0)
        self._grid.setSpacing(style.GAP)

    def put(self, names: list[str]) -> None:
        """One for each name, instead of those there are."""
        for screen in self.screens:
            screen.hide()
            screen.deleteLater()
        self.screens = [Screen(name, self) for name in names or [""]]
        self._across = 0
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        self.resized.emit()

    def _place(self) -> None:
        count, wide, high = len(self.screens), self.width(), self.height()
        across = max(range(1, count + 1), key=lambda each: min(wide / each, high / -(-count // each) * FILM), default=1)
        if across != self._across:
            self._across = across
            for number, screen in enumerate(self.screens):
                self._grid.addWidget(screen, number // across, number % across)
