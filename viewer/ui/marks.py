"""Marks over a tile that take no clicks: how many lines are unread, and that it is the selected one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from viewer.ui import style


class Badge(QWidget):
    """How many lines were not read yet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = ""
        self.hide()

    def show_count(self, count: int) -> None:
        """Show `count`, or nothing for zero."""
        self._text = str(count) if count < 100 else "99+"
        self.setFixedSize(max(20, 12 + 7 * len(self._text)), 20)
        self.setVisible(count > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(style.theme().accent))
            painter.drawRoundedRect(self.rect(), 10, 10)
            painter.setPen(QColor(style.theme().on_accent))
            painter.setFont(style.font(style.SMALL_PX, is_strong=True))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class SelectionFrame(QWidget):
    """The accent round the selected tile; lies over everything and takes no clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._is_target = False
        self.hide()

    def show_as(self, is_selected: bool, is_target: bool) -> None:
        """Selected: a thin frame. Target of a drag: a veil as well."""
        self._is_target = is_target
        self.setVisible(is_selected or is_target)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            accent = QColor(style.theme().focus)
            painter.setPen(QPen(accent, 2))
            accent.setAlpha(70)
            painter.setBrush(accent if self._is_target else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), style.RADIUS - 1, style.RADIUS - 1)
