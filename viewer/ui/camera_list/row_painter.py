"""Paints a camera in the list: its state as on its tile, its name, what is new, and where it belongs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.ui.camera_list.model import ROW, CameraRow
from viewer.ui.look import painting, style

HEIGHT, LEFT, TEXT, RIGHT = 48, 18, 36, 12
BADGE = 18
LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowPainter(QStyledItemDelegate):
    """Two lines each: the name, and below it the state and the groups."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, colours = index.data(ROW), style.theme()
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colours.mine))
            painter.drawRoundedRect(area.adjusted(4, 1, -4, -1), 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.raised))
            painter.drawRoundedRect(area.adjusted(4, 1, -4, -1), 6, 6)
        painting.state_mark(painter, QPointF(area.x() + LEFT, area.y() + 16), row.phase)
        right = self._paint_unread(painter, area, row)
        room = right - area.x() - TEXT
        name = QRect(area.x() + TEXT, area.y() + 5, room, 20)
        below = QRect(area.x() + TEXT, area.y() + 25, area.width() - TEXT - RIGHT, 18)
        _write(painter, name, row.name, style.BASE_PX, colours.text, is_strong=True)
        _write(painter, below, " · ".join((row.state, *row.groups)), style.SMALL_PX, colours.quiet)
        painter.restore()

    def _paint_unread(self, painter: QPainter, area: QRect, row: CameraRow) -> int:
        """Returns where the badge begins."""
        right = area.right() - RIGHT
        if not row.unread:
            return right
        text = str(row.unread) if row.unread < 100 else "99+"
        wide = max(BADGE, 11 + 7 * len(text))
        badge = QRectF(right - wide, area.y() + 7, wide, BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.theme().accent))
        painter.drawRoundedRect(badge, BADGE / 2, BADGE / 2)
        painter.setPen(QColor(style.theme().on_accent))
        painter.setFont(style.font(style.SMALL_PX, is_strong=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        return right - wide - 6


def _write(painter: QPainter, box: QRect, text: str, pixels: int, colour: str, is_strong: bool = False) -> None:
    face = style.font(pixels, is_strong=is_strong)
    painter.setFont(face)
    painter.setPen(QColor(colour))
    painter.drawText(box, LEFT_MIDDLE, QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
