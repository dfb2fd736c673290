"""The edge between a picture and the chat beside it, which can be dragged."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

WIDTH = 7


class ChatEdge(QWidget):
    """Invisible; lies over both."""

    grabbed = Signal()
    dragged = Signal(QPoint)  # global position

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()

    def put(self, x: int | None, height: int) -> None:
        """Lie over the edge at `x`; None: there is none."""
        self.setVisible(x is not None)
        if x is not None:
            self.setGeometry(x - WIDTH // 2, 0, WIDTH, height)
            self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.grabbed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
