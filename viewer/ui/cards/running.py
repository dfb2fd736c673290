"""A command that is under way: a thin bar, what the camera says of it, and a way to stop it."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from camwire.translation import tr
from viewer.ui.cards.actions import Cancel
from viewer.ui.cards.card import Card, Offer, Place, Words, bar, elided, write
from viewer.ui.cards.content import Content, Running
from viewer.ui.cards.plain import one_line
from viewer.ui.cards.tones import face, metrics

WIDTH = 220.0
BAR = 4.0


class RunningCard(Card):
    """Text above the bar."""

    def __init__(self, running: Running, place: Place) -> None:
        super().__init__(place)
        font = face()
        text = one_line(running.text or tr("Working…"), 300)
        shown = elided(text, font, place.room)
        self._words = Words(0, 13, shown, font)
        self._fraction = running.fraction
        width = max(min(WIDTH, place.room), metrics(font).horizontalAdvance(shown))
        self.size = QSizeF(width, 28)
        if shown != text:
            self.tips.append((QRectF(QPointF(0, 0), self.size), text))
        percent = [] if running.fraction is None else [Offer(f"{100 * min(1.0, max(0.0, running.fraction)):.0f} %")]
        self.foot = (*percent, Offer(tr("Cancel"), Cancel()))

    @classmethod
    def of(cls, content: Content, place: Place) -> "RunningCard | None":
        return cls(content, place) if isinstance(content, Running) else None

    def paint(self, painter: QPainter, origin: QPointF, pointer: QPointF | None = None) -> None:
        tone = self.tone
        write(painter, origin, self._words, tone)
        bar(painter, QRectF(origin.x(), origin.y() + 22, self.size.width(), BAR), self._fraction, tone)
