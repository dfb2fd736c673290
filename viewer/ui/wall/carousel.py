"""Pages turn by themselves while nobody is busy with the one that is shown."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from viewer.ui.wall.arranging import Arranging
from viewer.ui.wall.tiles import Tiles

LOOK_MS = 500


class Carousel(QObject):
    """Looks twice a second at what the person does, and only while the layout of `arranging` turns."""

    def __init__(self, tiles: Tiles, arranging: Arranging, wall: QWidget) -> None:
        super().__init__(wall)
        self._tiles = tiles
        self._arranging = arranging
        self._wall = wall
        self._rested = 0
        self._pointer = QCursor.pos()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        arranging.changed.connect(self.follow)
        arranging.turned.connect(self._begin_anew)
        self.follow()

    def follow(self) -> None:
        """Begin or stop, as the layout says."""
        if not self._arranging.layout.turns:
            self._timer.stop()
        elif not self._timer.isActive():
            self._rested = 0
            self._timer.start()

    def stop(self) -> None:
        """The wall is shown no more."""
        self._timer.stop()

    def _begin_anew(self) -> None:
        self._rested = 0

    def _look(self) -> None:
        self._rested = 0 if self._is_busy() else self._rested + LOOK_MS
        if self._rested >= self._arranging.layout.turn_seconds * 1000:
            self._rested = 0
            self._arranging.turn(1)

    def _is_busy(self) -> bool:
        """Whether the person points, types, chooses from a menu, or looks at one tile alone."""
        before, self._pointer = self._pointer, QCursor.pos()
        is_pointing = self._pointer != before and self._wall.window().geometry().contains(self._pointer)
        is_typing = self._wall.isActiveWindow() and any(tile.side.has_keyboard for tile in self._tiles)
        is_choosing = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return bool(is_pointing or is_typing or is_choosing or self._tiles.alone or QApplication.mouseButtons())
