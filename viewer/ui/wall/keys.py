"""What keys mean on the wall: going from tile to tile, and actions upon the one they are meant for."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from viewer.ui.actions.registry import Actions
from viewer.ui.wall.tiles import Tiles

OF_A_CAMERA = "camera."
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class WallKeys(QObject):
    """Does with the tiles of `wall` what a key asks for, or says what is wanted of others."""

    fullscreen_wanted = Signal(bool)

    def __init__(self, tiles: Tiles, wall: QWidget) -> None:
        super().__init__(wall)
        self.actions: Actions | None = None
        """What else a key may mean here."""
        self._tiles = tiles
        self._wall = wall

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means; False if it means nothing here."""
        if self._is_typing():
            return False
        tiles, key = self._tiles, event.key()
        tile = tiles.meant
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in STEPS and len(tiles):
            self._step(*STEPS[Qt.Key(key)], held)
        elif tiles.marked.takes(event, tile, tiles.ordered):
            if tile is not None and tiles.selected is None:
                tile.setFocus()
        elif key == Qt.Key.Key_Escape and not held:
            self._escape()
        else:
            return self._act(event)
        return True

    def _is_typing(self) -> bool:
        """Whether a key that nobody took was pressed beside a picture: there it means nothing to the wall."""
        return any(tile.side.has_keyboard for tile in self._tiles)

    def _act(self, event: QKeyEvent) -> bool:
        """Do what a key means by the table of actions; False if it means nothing."""
        id = "" if self.actions is None else self.actions.meaning(event)
        if id.startswith(OF_A_CAMERA):
            if self._tiles.meant is None:
                return False
            self._tiles.select(self._tiles.meant)
        return bool(id) and self.actions is not None and self.actions.take(event)

    def _step(self, across: int, down: int, held: Qt.KeyboardModifier) -> None:
        """Go to the neighbour of the selected tile, or to the next camera when one is shown alone.

        With Ctrl they change places; with Shift both are marked.
        """
        tiles, here = self._tiles, self._tiles.selected
        if here is None:
            tiles.ordered[0].setFocus()
            return
        there = tiles.beside(here, across, down)
        if there is None:
            return
        if held & Qt.KeyboardModifier.ControlModifier:
            tiles.swap(here, there)
            return
        if held & Qt.KeyboardModifier.ShiftModifier:
            tiles.marked.extend(here, there)
        if tiles.alone is not None:
            tiles.show_alone(there)
        there.setFocus()

    def _escape(self) -> None:
        """Step out of what one is in: the marks, the one tile, the whole screen, the tile."""
        if self._tiles.marked.clear():
            return
        if self._tiles.alone is not None:
            self._tiles.show_alone(None)
        elif self._wall.window().isFullScreen():
            self.fullscreen_wanted.emit(False)
        else:
            self._tiles.select(None)
            self._wall.setFocus()
