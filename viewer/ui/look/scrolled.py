"""A column that is as high as it wants to be where there is room, and scrolls where there is not."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

LEAST_HEIGHT = 80


class Scrolled(QScrollArea):
    """Put widgets into its `column`. It has no looks of its own."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        for part in (self, inside):
            part.setProperty("kind", "plain")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Tab goes through what is in it, which is scrolled to.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self._hint = QSize()

    def fit(self, width: int) -> None:
        """Want the height that everything in it needs at this width."""
        column = self.column
        column.invalidate()
        height = column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.sizeHint().height()
        self._hint = QSize(width, height)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._hint

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.isVisible() else 0
        wide = self.column.minimumSize().width() + beside
        return QSize(wide, min(self._hint.height(), LEAST_HEIGHT))
