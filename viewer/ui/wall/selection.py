"""Which tiles are marked, so that something can be done with several at once."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from viewer.ui.wall.tile import Tile

_CTRL = Qt.KeyboardModifier.ControlModifier


class Selection(QObject):
    """The marked tiles. None need be marked: keys then act upon the one that has the keyboard."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._marked: list[Tile] = []

    @property
    def tiles(self) -> list[Tile]:
        """The marked tiles, in the order in which they were marked."""
        return list(self._marked)

    def __len__(self) -> int:
        return len(self._marked)

    def toggle(self, tile: Tile, current: Tile | None = None) -> None:
        """Mark a tile, or no more. The first to be added joins the one that is `current`."""
        if not self._marked and current is not None and current is not tile:
            self.set([current, tile])
        else:
            self.set([each for each in self._marked if each is not tile] + [tile] * (tile not in self._marked))

    def extend(self, *tiles: Tile) -> None:
        """Mark these as well."""
        self.set([*self._marked, *(tile for tile in dict.fromkeys(tiles) if tile not in self._marked)])

    def clear(self) -> bool:
        """Mark none; whether any was."""
        had_any = bool(self._marked)
        self.set([])
        return had_any

    def set(self, tiles: list[Tile]) -> None:
        """Mark these, and no others."""
        before, self._marked = self._marked, tiles
        for tile in {*before, *tiles}:
            tile.show_marked(tile in tiles)
        if before != tiles:
            self.changed.emit()

    def takes(self, event: QKeyEvent, current: Tile | None, all_tiles: list[Tile]) -> bool:
        """Ctrl+Space marks the current tile, or no more; Ctrl+A marks all. Whether the key was one of these."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _CTRL:
            return False
        if event.key() == Qt.Key.Key_A:
            self.set(all_tiles)
        elif event.key() == Qt.Key.Key_Space and current is not None:
            self.toggle(current)
        else:
            return False
        return True
