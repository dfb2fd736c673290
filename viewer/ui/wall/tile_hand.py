"""What a hand holds that is pressed on a tile: the tile, or the picture that is zoomed in it."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QWidget

from viewer.ui.wall.zoom import Zoom


class TileHand:
    """Follows the pointer over `tile`; all points are those of the screen."""

    def __init__(self, tile: QWidget, zoom: Zoom) -> None:
        self._tile = tile
        self._zoom = zoom
        self._pressed_at: QPoint | None = None
        self._is_dragging = False

    def press(self, where: QPoint) -> None:
        """The button is down."""
        self._pressed_at = where

    def move(self, where: QPoint, can_drag: bool) -> bool:
        """The pointer is there; whether the tile goes with it, which it can only while `can_drag`."""
        if self._pressed_at is None:
            return False
        if self._zoom.is_on:
            # In the hand is what one sees; the tile can be moved again when all of it is seen.
            self._zoom.move(QPointF(where - self._pressed_at))
            self._pressed_at = where
            return False
        is_near = (where - self._pressed_at).manhattanLength() < QApplication.startDragDistance()
        if not can_drag or (is_near and not self._is_dragging):
            return False
        self._is_dragging = True
        self._tile.setCursor(Qt.CursorShape.ClosedHandCursor)
        return True

    def let_go(self) -> bool:
        """The button is up; whether the tile was dragged."""
        was_dragging, self._is_dragging, self._pressed_at = self._is_dragging, False, None
        if was_dragging:
            self._tile.setCursor(Qt.CursorShape.ArrowCursor)
        return was_dragging
