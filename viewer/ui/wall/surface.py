"""The wall under its tiles: what the pointer and the keyboard do where no tile takes them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from viewer.core.wall.arrangement import Arrangement
from viewer.core.wall.undo import Undo
from viewer.ui.wall.arranging import Arranging
from viewer.ui.wall.boundary_drag import BoundaryDrag
from viewer.ui.wall.camera_drop import CameraDrop, carried_by
from viewer.ui.wall.keys import WallKeys
from viewer.ui.wall.tiles import Tiles

LEAST = QSize(320, 200)


class WallSurface(QWidget):
    """Gaps are dragged on it, cameras dropped. Its owner puts the tiles where they belong."""

    camera_dropped = Signal(str, object)  # key, Tile or None

    def __init__(self, arrangement: Arrangement, undo: Undo, parent: QWidget | None) -> None:
        """`undo` is told what the person has arranged."""
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumSize(LEAST)
        self._arrangement = arrangement
        self.arranging = Arranging(arrangement, undo, self)
        self._tiles = Tiles(arrangement, self)
        self.keys = WallKeys(self._tiles, self)
        self._boundary_drag = BoundaryDrag(self, arrangement, lambda: self._tiles.alone is not None)
        self._drop = CameraDrop(self._tiles, self)

    def arrange(self) -> None:
        """Put every tile where it belongs."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carried_by(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drop.show(event.position().toPoint())
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.clear()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.clear()
        event.acceptProposedAction()
        self.camera_dropped.emit(carried_by(event), self._drop.target(event.position().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._boundary_drag.grab(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._boundary_drag.move(event.position().toPoint()):
            self.arrange()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._boundary_drag.let_go():
            self.arranging.keep()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._boundary_drag.even_out(event.position().toPoint()):
            self.arranging.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.take(event):
            super().keyPressEvent(event)
