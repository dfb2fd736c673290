"""Tables: dicts, lists of dicts, arrays and records."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from camwire.translation import tr
from viewer.ui.cards.actions import Fold
from viewer.ui.cards.card import Card, Offer, Place, Words, elided, write
from viewer.ui.cards.content import Content, Value
from viewer.ui.cards.entries import Entries
from viewer.ui.cards.grid import Grid
from viewer.ui.cards.rows import Rows, rows_of
from viewer.ui.cards.tones import face, metrics
from viewer.ui.look import style

FIRST = 12
FEW = 4
PAGE = 200
LINE = 20.0


class TableCard(Card):
    """The first rows; the rest on demand."""

    def __init__(self, rows: Rows, place: Place, shown: int) -> None:
        super().__init__(place)
        self._lines: list[Words] = []
        self._top = 0.0
        font, small = face(), face(style.SMALL_PX)
        if rows.title:
            self._lines.append(Words(0, 13, elided(rows.title, font, place.room), font, "quiet"))
            self._top = LINE
        self._grid = _grid(rows, place.room) if rows.cells else None
        height = self._top + (self._grid.size.height() if self._grid is not None else 0.0)
        left = rows.count - len(rows.cells)
        columns = rows.left_out + (self._grid.left_out if self._grid is not None else 0)
        notes = [tr("%n more columns", columns)] if columns else []
        offer = self._offer(left, shown)
        if left > 0:
            notes.append(tr("{count:,} more", count=left))
        note = f"… {' · '.join(notes)}" if notes else ""
        if note:
            self._lines.append(Words(0, height + 15, elided(note, small, place.room), small, "quiet"))
        if offer is not None:
            wide = metrics(small).horizontalAdvance(offer.text)
            x = metrics(small).horizontalAdvance(f"{note}  ") if note else 0.0
            if x + wide > place.room:
                x, height = 0.0, height + LINE
            self._lines.append(Words(x, height + 15, offer.text, small, "accent"))
            self.spots.append((QRectF(x, height, wide, LINE), offer))
        height += LINE if note or offer else 0.0
        widths = [words.x + metrics(words.font).horizontalAdvance(words.text) for words in self._lines]
        self.size = QSizeF(max(*widths, self._grid.size.width() if self._grid else 0.0, 0.0), height)
        self.cost = 200 * sum(map(len, rows.cells))

    @classmethod
    def of(cls, content: Content, place: Place) -> "TableCard | None":
        if not isinstance(content, Value):
            return None
        shown = max(FIRST, place.folds.get((), 0))
        rows = rows_of(content.value, shown)
        if rows is not None and 0 < rows.count - len(rows.cells) <= FEW:
            # Not worth a line that says so, and a click.
            rows = rows_of(content.value, shown + FEW)
        return None if rows is None else cls(rows, place, shown)

    def tip(self, point: QPointF) -> str:
        return self._grid.tip(point - QPointF(0, self._top)) if self._grid is not None else ""

    def paint(self, painter: QPainter, origin: QPointF, pointer: QPointF | None = None) -> None:
        tone = self.tone
        for words in self._lines:
            write(painter, origin, words, tone)
        if self._grid is not None:
            self._grid.paint(painter, origin + QPointF(0, self._top), tone)

    @staticmethod
    def _offer(left: int, shown: int) -> Offer | None:
        if left > 0:
            return Offer(
                tr("Show all") if left <= PAGE else tr("Show {count} more", count=PAGE), Fold((), shown + PAGE)
            )
        return Offer(tr("Show less"), Fold((), 0)) if shown > FIRST else None


def _grid(rows: Rows, room: float) -> Entries | Grid:
    return Entries(rows.cells, room) if rows.has_keys else Grid(rows.cells, rows.is_number, room, rows.heads)
