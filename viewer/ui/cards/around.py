"""Cards around a card: the words a value came with above it, the picture it was said about beside it."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter

from viewer.ui.cards.actions import Action, ShowPinned
from viewer.ui.cards.card import Card, Place
from viewer.ui.cards.content import Content
from viewer.ui.cards.kinds import picture_size
from viewer.ui.cards.picture import PictureCard
from viewer.ui.cards.text import TextCard

GAP = 6.0
PINNED = QSize(96, 54)
TITLE_PATH = (-1,)


class AroundCard(Card):
    """Two cards as one: `first` above `card`; where folding is remembered, their paths differ."""

    def __init__(self, first: Card, card: Card, place: Place) -> None:
        super().__init__(place)
        below = first.size.height() + GAP
        self._parts = [(first, QPointF(0, 0)), (card, QPointF(0, below))]
        for part, shift in self._parts:
            self.spots += [(area.translated(shift), offer) for area, offer in part.spots]
        self.size = QSizeF(max(first.size.width(), card.size.width()), below + card.size.height())
        self.foot = card.foot
        self.cost = first.cost + card.cost

    @classmethod
    def of(cls, content: Content, place: Place) -> "Card | None":
        return None

    def paint(self, painter: QPainter, origin: QPointF, pointer: QPointF | None = None) -> None:
        for part, shift in self._parts:
            inside = None if pointer is None else pointer - shift
            is_over = inside is not None and QRectF(QPointF(0, 0), part.size).contains(inside)
            part.paint(painter, origin + shift, inside if is_over else None)

    def hit(self, point: QPointF) -> Action | None:
        return next((action for part, shift in self._parts if (action := part.hit(point - shift)) is not None), None)

    def tip(self, point: QPointF) -> str:
        return next((text for part, shift in self._parts if (text := part.tip(point - shift))), "")


def titled(title: str, card: Card, place: Place) -> Card:
    """`card` with words above it."""
    return AroundCard(TextCard(title, place, colour="quiet", path=TITLE_PATH), card, place)


def pinned(picture: object, card: Card, place: Place) -> Card:
    """`card` with the picture it was said about above it, small; a click shows that in full."""
    if picture_size(picture) is None:
        return card
    small = PictureCard(picture, place, PINNED, ShowPinned(), "pinned")
    return AroundCard(small, card, place)
