"""Paints the lines of a conversation as bubbles."""

from collections import OrderedDict
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from viewer.core.chat import KEPT_LINES, ChatLine, Delivery
from viewer.ui import painting, style, words
from viewer.ui.chat_model import IS_FIRST_OF_DAY, LINE, written

PAD_X, PAD_Y, SPACE, MARGIN, FOOT, DAY = 10, 7, 6, 12, 16, 30
WIDEST = 0.84
KEPT_LAYOUTS = 100
KEPT_HEIGHTS = 3 * KEPT_LINES
SHOWN_CHARACTERS = 4000


class BubbleDelegate(QStyledItemDelegate):
    """Own lines to the right, the camera's to the left, time and receipt at the foot, a day above its first line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.width = 300
        self._layouts: OrderedDict[tuple[str, int], tuple[QTextLayout, float, float]] = OrderedDict()
        self._heights: dict[tuple[str, int], float] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: ChatLine = index.data(LINE)
        height = self._height(line.text)
        day = DAY if index.data(IS_FIRST_OF_DAY) else 0
        return QSize(self.width, round(height + 2 * PAD_Y + FOOT + SPACE + day))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: ChatLine = index.data(LINE)
        area = QRectF(option.rect)
        painter.save()
        if index.data(IS_FIRST_OF_DAY):
            self._paint_day(painter, QRectF(area.left(), area.top(), area.width(), DAY), line)
            area.setTop(area.top() + DAY)
        self._paint_bubble(painter, area, line)
        painter.restore()

    def _paint_day(self, painter: QPainter, area: QRectF, line: ChatLine) -> None:
        painter.setFont(style.font(style.SMALL_PX))
        painter.setPen(QColor(style.theme().quiet))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words.day(written(line), datetime.now()))

    def _paint_bubble(self, painter: QPainter, area: QRectF, line: ChatLine) -> None:
        colours = style.theme()
        layout, text_width, text_height = self._layout(line.text)
        foot = written(line).strftime("%H:%M")
        foot_width = QFontMetricsF(style.font(style.SMALL_PX)).horizontalAdvance(foot) + (18 if line.delivery else 0)
        width = max(text_width, foot_width) + 2 * PAD_X
        height = text_height + 2 * PAD_Y + FOOT
        left = area.right() - MARGIN - width if line.is_mine else area.left() + MARGIN
        bubble = QRectF(left, area.top(), width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        fill = colours.theirs
        if line.is_mine:
            fill = colours.failed if line.delivery is Delivery.FAILED else colours.mine
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(bubble, 10, 10)
        painter.setPen(QColor(colours.text))
        layout.draw(painter, QPointF(bubble.left() + PAD_X, bubble.top() + PAD_Y))
        self._paint_foot(painter, bubble, foot, line)

    def _paint_foot(self, painter: QPainter, bubble: QRectF, foot: str, line: ChatLine) -> None:
        colours = style.theme()
        quiet = QColor("#b9c9e4" if line.is_mine and colours.is_dark else colours.quiet)
        right = bubble.right() - PAD_X
        middle = bubble.bottom() - PAD_Y - 5
        if line.delivery is not None:
            painting.receipt(painter, right, middle, line.delivery, quiet)
            right -= 17
        painter.setFont(style.font(style.SMALL_PX))
        painter.setPen(quiet)
        box = QRectF(bubble.left(), middle - 8, right - bubble.left(), 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, foot)

    def _layout(self, text: str) -> tuple[QTextLayout, float, float]:
        """The laid out text with its natural width and height; kept, because views ask often."""
        key = (text, self.width)
        if key not in self._layouts:
            self._layouts[key] = _laid_out(text, self.width * WIDEST - 2 * PAD_X)
            if len(self._layouts) > KEPT_LAYOUTS:
                self._layouts.popitem(last=False)
        self._layouts.move_to_end(key)
        return self._layouts[key]

    def _height(self, text: str) -> float:
        """The height of a text: views ask for that of every line, so it outlives the layouts."""
        key = (text, self.width)
        if key not in self._heights:
            if len(self._heights) > KEPT_HEIGHTS:
                self._heights.clear()
            self._heights[key] = self._layout(text)[2]
        return self._heights[key]


def _laid_out(text: str, width: float) -> tuple[QTextLayout, float, float]:
    if len(text) > SHOWN_CHARACTERS:
        text = f"{text[:SHOWN_CHARACTERS]}… ({len(text):,} characters; right click copies all)"
    layout = QTextLayout(text.replace("\n", "\u2028"), style.font())
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrap)
    layout.beginLayout()
    widest, height = 0.0, 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height() + 1
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return layout, widest, height
