"""Keys and what belongs to each, in two columns; what is too long for its column goes on below."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from viewer.ui.cards.card import seen
from viewer.ui.cards.text_block import TextBlock
from viewer.ui.cards.tones import Tone, face, metrics

GAP, INSET, ABOVE = 16.0, 6.0, 3.0
KEYS = 0.4
MEASURED = 60
# In less, a long text stands below its key: a column beside it would be a few letters wide.
ROOM_FOR_TWO = 360


class Entries:
    """`rows` are pairs; the keys are quiet."""

    left_out = 0
    """Columns without room: none."""

    def __init__(self, rows: Sequence[Sequence[str]], width: float) -> None:
        font, room = face(12), width - 2 * INSET
        keys, texts = (_natural(rows, column) for column in (0, 1))
        is_tight = keys + GAP + texts > room
        is_stacked = is_tight and width < ROOM_FOR_TWO
        key = min(room, keys) if is_stacked or not is_tight else min(keys, KEYS * room)
        text = room if is_stacked else room - key - GAP
        self._rows = [(TextBlock(row[0], font, key), TextBlock(row[1], font, text)) for row in rows]
        self._begin = 0.0 if is_stacked else key + GAP
        self._is_stacked = is_stacked
        self._tops = list(accumulate(map(self._height, self._rows), initial=0.0))
        wide = max((max(one.width, self._begin + other.width) for one, other in self._rows), default=0.0)
        self.size = QSizeF(wide + 2 * INSET, self._tops[-1])

    def paint(self, painter: QPainter, origin: QPointF, tone: Tone) -> None:
        """Paint those that can be seen."""
        top, bottom = seen(painter, origin)
        first = max(0, bisect_right(self._tops, top) - 1)
        for row in range(first, min(len(self._rows), bisect_right(self._tops, bottom))):
            key, text = self._rows[row]
            at = origin + QPointF(INSET, self._tops[row] + ABOVE)
            key.paint(painter, at, "quiet", tone, None)
            text.paint(painter, at + QPointF(self._begin, self._text_top(key)), "text", tone, None)
            below = origin.y() + self._tops[row + 1]
            painter.fillRect(QRectF(origin.x(), below - 1, self.size.width(), 1), tone.rule)

    def tip(self, point: QPointF) -> str:
        """Everything is seen whole."""
        return ""

    def _text_top(self, key: TextBlock) -> float:
        return key.height if self._is_stacked else 0.0

    def _height(self, row: tuple[TextBlock, TextBlock]) -> float:
        key, text = row
        return max(key.height, self._text_top(key) + text.height) + 2 * ABOVE


def _natural(rows: Sequence[Sequence[str]], column: int) -> float:
    longest = sorted((row[column] for row in rows[:MEASURED]), key=len)[-3:]
    return float(max((metrics(face(12)).horizontalAdvance(text) for text in longest), default=0)) + 1
