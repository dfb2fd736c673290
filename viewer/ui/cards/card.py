"""What every card is: a size, a way to paint itself, and what a click at a point asks for."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from viewer.ui.cards.actions import Action, Path
from viewer.ui.cards.content import Content
from viewer.ui.cards.thumbnails import Thumbnails
from viewer.ui.cards.tones import Ground, Tone, metrics, tone

LEAST_WIDTH = 60.0


@dataclass(frozen=True, slots=True)
class Place:
    """What a card is built for. `width`: the room inside the bubble, in px. `key`: of the line, for its pictures.

    `folds` says how much of what is shown (see `Fold`): it outlives cards, so a card built anew looks the same.
    """

    width: float
    ground: Ground
    thumbnails: Thumbnails
    key: Hashable
    folds: Mapping[Path, int] = field(default_factory=dict)

    @property
    def room(self) -> float:
        return max(LEAST_WIDTH, self.width)


@dataclass(frozen=True, slots=True)
class Offer:
    """A word on a card or at its foot; with an action it can be clicked."""

    text: str
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text at a place of a card. `colour` names a colour of `Tone`."""

    x: float
    baseline: float
    text: str
    font: QFont
    colour: str = "text"


class Card(ABC):
    """Built once for a content, a width and folds; painted often. Colours are those of the theme at that moment.

    Points are the card's own, (0, 0) at its top left. Runs in the GUI thread.
    """

    size: QSizeF
    foot: tuple[Offer, ...] = ()
    """What belongs in the bubble's last line, beside the time."""
    cost: int = 0
    """About how many bytes it keeps in memory."""

    def __init__(self, place: Place) -> None:
        self.ground = place.ground
        self.spots: list[tuple[QRectF, Offer]] = []
        self.tips: list[tuple[QRectF, str]] = []

    @classmethod
    @abstractmethod
    def of(cls, content: Content, place: Place) -> "Card | None":
        """The card for `content`; None if another kind of card suits it better."""

    @abstractmethod
    def paint(self, painter: QPainter, origin: QPointF, pointer: QPointF | None = None) -> None:
        """Paint it with its top left at `origin`. `pointer` is where the mouse is, if over the card."""

    def hit(self, point: QPointF) -> Action | None:
        """What a click there asks for."""
        return next((offer.action for area, offer in self.spots if area.contains(point)), None)

    def tip(self, point: QPointF) -> str:
        """What a tool tip there says: plain text, or nothing."""
        return next((text for area, text in self.tips if area.contains(point)), "")

    @property
    def offers(self) -> list[Offer]:
        """All that can be asked for, each once, for menus and the keyboard."""
        offers = (*(offer for _, offer in self.spots), *self.foot)
        return list({offer.action: offer for offer in reversed(offers) if offer.action is not None}.values())[::-1]

    @property
    def tone(self) -> Tone:
        return tone(self.ground)


def write(painter: QPainter, origin: QPointF, words: Words, tone: Tone) -> None:
    """Paint one line of text."""
    painter.setFont(words.font)
    painter.setPen(getattr(tone, words.colour))
    painter.drawText(QPointF(origin.x() + words.x, origin.y() + words.baseline), words.text)


def elided(text: str, font: QFont, room: float, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> str:
    """`text`, or as much of it as there is room for."""
    return metrics(font).elidedText(text, mode, max(0.0, room))


def seen(painter: QPainter, origin: QPointF) -> tuple[float, float]:
    """The top and the bottom of what of a card can be seen at all: a card may be much higher than the window."""
    back, can_be = painter.worldTransform().inverted()
    area = back.mapRect(QRectF(painter.window())) if can_be else QRectF()
    if painter.hasClipping():
        area = area.intersected(painter.clipBoundingRect())
    return area.top() - origin.y(), area.bottom() - origin.y()


def bar(painter: QPainter, area: QRectF, fraction: float | None, tone: Tone) -> None:
    """How much is done; without a fraction, that something is."""
    radius = area.height() / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone.rule)
    painter.drawRoundedRect(area, radius, radius)
    painter.setBrush(tone.accent)
    if fraction is None:
        for third in range(3):
            dot = QRectF(
                area.left() + area.width() * (0.14 + 0.28 * third), area.top(), 0.16 * area.width(), area.height()
            )
            painter.drawRoundedRect(dot, radius, radius)
    elif fraction > 0:
        done = QRectF(area.topLeft(), QSizeF(max(area.height(), area.width() * min(1.0, fraction)), area.height()))
        painter.drawRoundedRect(done, radius, radius)


def pen(colour: QColor, width: float = 1.0) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
