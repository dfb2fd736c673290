"""Rows and columns of short texts, fitted into a width."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from viewer.ui.cards.card import elided, seen
from viewer.ui.cards.tones import Tone, face, metrics
from viewer.ui.look import style

ROW = 22.0
GAP = 16.0
INSET = 6.0
LEAST_COLUMN = 44.0
MEASURED_ROWS = 60


class Grid:
    """`rows` of texts, all as long as `is_number`; `heads` above them. Columns without room are left out and counted.

    A column that holds numbers only is set to the right.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        is_number: Sequence[bool],
        width: float,
        heads: Sequence[str] | None = None,
    ) -> None:
        self._font = face(12)
        self._head_font = face(style.SMALL_PX)
        self._rows = rows
        self._heads = heads
        self._is_number = is_number
        self._drawn: dict[tuple[int, int], str] = {}
        self.left_out = 0
        self._widths = self._fitted(self._natural(), width - 2 * INSET)
        self._head_height = ROW if heads is not None else 0.0
        taken = sum(self._widths) + GAP * (len(self._widths) - 1) + 2 * INSET
        self.size = QSizeF(taken, self._head_height + ROW * len(rows))

    def paint(self, painter: QPainter, origin: QPointF, tone: Tone) -> None:
        """Paint the rows that can be seen."""
        top, bottom = seen(painter, origin)
        if self._heads is not None:
            self._paint_row(painter, origin, -1, self._heads, tone)
        first = max(0, int((top - self._head_height) // ROW))
        last = min(len(self._rows), int((bottom - self._head_height) // ROW) + 1)
        for row in range(first, last):
            self._paint_row(painter, origin, row, self._rows[row], tone)

    def tip(self, point: QPointF) -> str:
        """The whole text of the cell there, if it is not seen whole."""
        row = int((point.y() - self._head_height) // ROW)
        left = INSET
        for column, width in enumerate(self._widths):
            if left <= point.x() <= left + width and -1 <= row < len(self._rows):
                texts = self._heads if row < 0 else self._rows[row]
                if texts is None:
                    return ""
                return texts[column] if self._text(row, column, texts) != texts[column] else ""
            left += width + GAP
        return ""

    def _paint_row(self, painter: QPainter, origin: QPointF, row: int, texts: Sequence[str], tone: Tone) -> None:
        top = origin.y() + self._head_height + ROW * row
        font = self._head_font if row < 0 else self._font
        painter.setFont(font)
        left = origin.x() + INSET
        for column, width in enumerate(self._widths):
            text = self._text(row, column, texts)
            painter.setPen(tone.quiet if row < 0 else tone.text)
            shift = width - metrics(font).horizontalAdvance(text) if self._is_number[column] else 0.0
            painter.drawText(QPointF(left + shift, top + 15), text)
            left += width + GAP
        painter.fillRect(QRectF(origin.x(), top + ROW - 1, self.size.width(), 1), tone.rule)

    def _text(self, row: int, column: int, texts: Sequence[str]) -> str:
        where = (row, column)
        if where not in self._drawn:
            font = self._head_font if row < 0 else self._font
            self._drawn[where] = elided(texts[column], font, self._widths[column] + 1, Qt.TextElideMode.ElideRight)
        return self._drawn[where]

    def _natural(self) -> list[float]:
        """How wide each column would be; measured where it is longest."""
        widths = [0.0] * len(self._is_number)
        head, body = metrics(self._head_font), metrics(self._font)
        for column in range(len(widths)):
            cells = sorted((row[column] for row in self._rows[:MEASURED_ROWS]), key=len)[-3:]
            widths[column] = max((body.horizontalAdvance(cell) for cell in cells), default=0.0)
            if self._heads is not None:
                widths[column] = max(widths[column], head.horizontalAdvance(self._heads[column]))
        return [float(round(width + 0.5)) for width in widths]

    def _fitted(self, widths: list[float], room: float) -> list[float]:
        """Take from the widest until all fit; leave out the last columns if that makes the others too narrow."""
        while len(widths) > 1 and sum(min(each, LEAST_COLUMN) + GAP for each in widths) - GAP > room:
            widths.pop()
            self.left_out += 1
        free = max(20.0, room - GAP * (len(widths) - 1))
        fitted = list(widths)
        for done, column in enumerate(sorted(range(len(widths)), key=lambda each: widths[each])):
            share = free / (len(widths) - done)
            fitted[column] = min(widths[column], float(int(share)))
            free -= fitted[column]
        return fitted
