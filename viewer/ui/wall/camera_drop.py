"""A camera is dragged from the list of cameras into a place on the wall."""

from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from viewer.ui.wall.tile import Tile
from viewer.ui.wall.tiles import Tiles

CAMERA_MIME = "application/x-watchword-camera"
MOST_BYTES = 4096


def carrying(key: str) -> QMimeData:
    """What is in the hand while the camera with this key is dragged."""
    carried = QMimeData()
    carried.setData(CAMERA_MIME, key.encode())
    return carried


def carried_by(event: QDropEvent) -> str:
    """The key of the camera that is dragged; empty if it is something else."""
    content = bytes(event.mimeData().data(CAMERA_MIME).data())
    return content.decode(errors="replace") if len(content) <= MOST_BYTES else ""


class CameraDrop:
    """Marks on `wall` which place a camera would take."""

    def __init__(self, tiles: Tiles, wall: QWidget) -> None:
        self._tiles = tiles
        wall.setAcceptDrops(True)

    def show(self, point: QPoint) -> None:
        """It is held over this point of the wall."""
        target = self.target(point)
        for tile in self._tiles:
            tile.mark(tile is self._tiles.selected, is_target=tile is target)

    def clear(self) -> None:
        """It was dropped, or carried away."""
        for tile in self._tiles:
            tile.mark(tile is self._tiles.selected)

    def target(self, point: QPoint) -> Tile | None:
        """Whose place it would take; None: none."""
        return self._tiles.at(point)
