"""One number, moment, identifier or handful of bytes: large and plain."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter

from camwire.translation import tr
from viewer.ui.cards.actions import SaveBytes
from viewer.ui.cards.card import Card, Offer, Place, Words, elided, write
from viewer.ui.cards.content import Content, Value
from viewer.ui.cards.kinds import is_flat, plain_scalar
from viewer.ui.cards.plain import brief, hexadecimal, moment, one_line
from viewer.ui.cards.tones import face, metrics, mono
from viewer.ui.look import style

LARGE, MIDDLE = 22, 15
HEX_SHOWN = 64
DIGITS = 60


class ScalarCard(Card):
    """Lines under each other: (text, face)."""

    def __init__(self, lines: list[tuple[str, QFont, str]], place: Place, whole: str = "") -> None:
        super().__init__(place)
        self._lines: list[Words] = []
        top = width = 0.0
        is_cut = False
        for text, font, colour in lines:
            form = metrics(font)
            shown = elided(text, font, place.room, Qt.TextElideMode.ElideRight)
            is_cut = is_cut or shown != text
            self._lines.append(Words(0, top + form.ascent(), shown, font, colour))
            top += round(form.height() + 2)
            width = max(width, form.horizontalAdvance(shown))
        self.size = QSizeF(width, top)
        if is_cut or whole:
            self.tips.append((QRectF(QPointF(0, 0), self.size), whole or lines[0][0]))

    @classmethod
    def of(cls, content: Content, place: Place) -> "ScalarCard | None":
        if not isinstance(content, Value):
            return None
        value = plain_scalar(content.value)
        if isinstance(value, bytes | bytearray | memoryview):
            return cls._of_bytes(bytes(value), place)
        lines = _lines(value)
        if lines is None:
            return None
        return cls(lines, place, whole=repr(value) if isinstance(value, float) else "")

    @classmethod
    def _of_bytes(cls, content: bytes, place: Place) -> "ScalarCard":
        font = mono()
        by_row = max(4, min(16, int(place.room / metrics(font).horizontalAdvance("00 ")) // 4 * 4))
        lines = [(tr("%n bytes", len(content)), face(MIDDLE, True), "text")]
        for at in range(0, min(len(content), HEX_SHOWN), by_row):
            is_last = at + by_row >= HEX_SHOWN and len(content) > HEX_SHOWN
            lines.append((hexadecimal(content[at : at + by_row], by_row) + (" …" if is_last else ""), font, "quiet"))
        card = cls(lines, place)
        card.foot = (Offer(tr("Save as"), SaveBytes(content)),) if content else ()
        card.cost = len(content)
        return card

    def paint(self, painter: QPainter, origin: QPointF, pointer: QPointF | None = None) -> None:
        tone = self.tone
        for words in self._lines:
            write(painter, origin, words, tone)


def _lines(value: object) -> list[tuple[str, QFont, str]] | None:
    """The lines of a scalar or a short row of them; None for everything else."""
    large, middle = face(LARGE, True), face(MIDDLE, True)
    small = face(style.SMALL_PX)
    if isinstance(value, datetime):
        day, _, clock = moment(value).partition(", ")
        return [
            (clock, middle, "text"),
            (day if value.tzinfo else tr("{day} · no time zone said", day=day), small, "quiet"),
        ]
    if isinstance(value, bool | int | float | complex | Decimal | None):
        text = brief(value, DIGITS)
        return [(text, large if len(text) <= 16 else middle, "text")]
    if isinstance(value, date | time | timedelta):
        return [(brief(value), middle, "text")]
    if isinstance(value, UUID):
        return [(str(value), mono(), "text")]
    if isinstance(value, Mapping | list | tuple | set | frozenset):
        return [(brief(value), mono(13), "text")] if is_flat(value) else None
    return [(one_line(str(value)), middle, "text")] if isinstance(value, str) else None
