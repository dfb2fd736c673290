"""Marks over a tile that take no clicks: how many lines are unread, that it is the selected one, that it is marked."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from viewer.ui.look import style

TICK_RADIUS = 10


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
    """The accent round the selected tile, and a tick on each marked one; lies over everything and takes no clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._is_selected = False
        self._is_target = False
        self._is_marked = False
        self.hide()

    def show_as(self, is_selected: bool, is_target: bool) -> None:
        """Selected: a thin frame. Target of a drag: a veil as well."""
        self._is_selected, self._is_target = is_selected, is_target
        self._show()

    @property
    def is_marked(self) -> bool:
        """Whether the tile is one of those with which something is to be done."""
        return self._is_marked

    def show_marked(self, is_marked: bool) -> None:
        """Marked: a frame and a tick, so that it is not told by colour alone."""
        self._is_marked = is_marked
        self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            accent = QColor(style.theme().focus)
            painter.setPen(QPen(accent, 2))
            accent.setAlpha(70)
            painter.setBrush(accent if self._is_target else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), style.RADIUS - 1, style.RADIUS - 1)
            if self._is_marked:
                _tick(painter, QPointF(10 + TICK_RADIUS, style.LINE_HEIGHT + 4 + TICK_RADIUS))

    def _show(self) -> None:
        self.setVisible(self._is_selected or self._is_target or self._is_marked)
        self.update()


def _tick(painter: QPainter, centre: QPointF) -> None:
    colours = style.theme()
    painter.setPen(QPen(QColor(colours.on_accent), 1.5))
    painter.setBrush(QColor(colours.accent))
    painter.drawEllipse(centre, TICK_RADIUS, TICK_RADIUS)
    painter.setPen(QPen(QColor(colours.on_accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    points = (QPointF(-4, 0), QPointF(-1.2, 3), QPointF(4.2, -3.2))
    painter.drawPolyline([centre + point for point in points])
