"""Gaps between tiles are dragged with the pointer."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from viewer.core.wall.arrangement import Arrangement, Boundary


class BoundaryDrag:
    """Shows over `wall` which gap can be dragged, and moves it in `arrangement`; all points are on the wall.

    While `is_alone()`, one tile covers them all.
    """

    def __init__(self, wall: QWidget, arrangement: Arrangement, is_alone: Callable[[], bool]) -> None:
        self._wall = wall
        self._arrangement = arrangement
        self._is_alone = is_alone
        self._boundary: Boundary | None = None
        self._grabbed_at = QPoint()

    def grab(self, point: QPoint) -> None:
        """The button is pressed."""
        self._grabbed_at = point
        self._boundary = self._at(point)

    def move(self, point: QPoint) -> bool:
        """The pointer is there; whether a gap went with it."""
        if self._boundary is None:
            self._show_cursor(self._at(point))
            return False
        by = point - self._grabbed_at
        self._grabbed_at = point
        self._arrangement.move(self._boundary, by.x(), by.y())
        return True

    def let_go(self) -> bool:
        """The button is released; whether a gap was dragged."""
        was_dragged, self._boundary = self._boundary is not None, None
        return was_dragged

    def even_out(self, point: QPoint) -> bool:
        """Give what lies beside the gap at `point` the same size; False if there is none."""
        boundary = self._at(point)
        if boundary is not None:
            self._arrangement.even_out(boundary)
        return boundary is not None

    def _at(self, point: QPoint) -> Boundary | None:
        return None if self._is_alone() else self._arrangement.boundary_at(point.x(), point.y())

    def _show_cursor(self, boundary: Boundary | None) -> None:
        if boundary is None:
            self._wall.unsetCursor()
        else:
            self._wall.setCursor(Qt.CursorShape.SplitVCursor if boundary.is_row else Qt.CursorShape.SplitHCursor)
