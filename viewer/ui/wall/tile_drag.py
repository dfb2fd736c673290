"""A tile is dragged onto another one: they change places."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from viewer.ui.wall.tile import Tile
from viewer.ui.wall.tiles import Tiles


class TileDrag:
    """Marks on `wall` where a dragged tile would go; points are those of the screen."""

    def __init__(self, tiles: Tiles, wall: QWidget) -> None:
        self._tiles = tiles
        self._wall = wall

    def move(self, tile: Tile, where: QPoint) -> None:
        """`tile` is being dragged, and the pointer is there."""
        target = self._tiles.at(self._wall.mapFromGlobal(where))
        for each in self._tiles:
            each.mark(each is self._tiles.selected, is_target=each is target and target is not tile)

    def drop(self, tile: Tile, where: QPoint) -> None:
        """`tile` was let go there."""
        target = self._tiles.at(self._wall.mapFromGlobal(where))
        for each in self._tiles:
            each.mark(each is self._tiles.selected)
        if target is not None and target is not tile:
            self._tiles.swap(tile, target)
