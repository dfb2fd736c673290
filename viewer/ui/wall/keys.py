"""What keys mean on the wall: going from tile to tile, and what is done with the tile they act upon."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from viewer.ui.wall.tile import Tile
from viewer.ui.wall.tiles import Tiles

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEYS = (*ENTER, Qt.Key.Key_C, Qt.Key.Key_A, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Menu)
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class WallKeys(QObject):
    """Does with the tiles of `wall` what a key asks for, or says what is wanted of others."""

    remove_wanted = Signal(object)  # Session
    rename_wanted = Signal(object)  # Session
    menu_wanted = Signal(object, QPoint)  # Tile, global position
    fullscreen_wanted = Signal(bool)

    def __init__(self, tiles: Tiles, wall: QWidget) -> None:
        super().__init__(wall)
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
        elif held:
            return False
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            return tile is not None and self._act_on(tile, key)
        return True

    def _is_typing(self) -> bool:
        """Whether a key that nobody took was pressed beside a picture: there it means nothing to the wall."""
        return any(tile.side.has_keyboard for tile in self._tiles)

    def _act_on(self, tile: Tile, key: int) -> bool:
        """Do what a key means for a tile; False if it means nothing."""
        if key in KEYS:
            self._tiles.select(tile)
        if key in ENTER:
            self._tiles.show_alone(None if self._tiles.alone else tile)
        elif key == Qt.Key.Key_C:
            tile.open_chat(True)
        elif key == Qt.Key.Key_A:
            tile.open_camera(True)
        elif key == Qt.Key.Key_F2:
            self.rename_wanted.emit(tile.session)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(tile.session)
        elif key == Qt.Key.Key_Menu:
            self.menu_wanted.emit(tile, tile.mapToGlobal(tile.rect().center()))
        else:
            return False
        return True

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
