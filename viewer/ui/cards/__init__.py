"""Cards: how what is said is drawn in a conversation.

`card_for` chooses one; the list below is the order in which kinds of cards are asked. A card is a plain object that
paints itself inside a bubble: no widgets, so a history of 10,000 lines stays fast. What a click on it asks for
(`actions.py`) is up to who shows it.
"""

from viewer.ui.cards.around import pinned, titled
from viewer.ui.cards.card import Card, Offer, Place
from viewer.ui.cards.content import Content, Pinned, Value
from viewer.ui.cards.failure import FailureCard
from viewer.ui.cards.file import FileCard
from viewer.ui.cards.foot import Foot
from viewer.ui.cards.picture import PictureCard
from viewer.ui.cards.plain import brief
from viewer.ui.cards.plot import PlotCard
from viewer.ui.cards.running import RunningCard
from viewer.ui.cards.scalar import ScalarCard
from viewer.ui.cards.spoken import spoken
from viewer.ui.cards.table import TableCard
from viewer.ui.cards.text import TextCard
from viewer.ui.cards.thumbnails import Thumbnails
from viewer.ui.cards.tones import Ground, tone
from viewer.ui.cards.tree import TreeCard

CARDS: tuple[type[Card], ...] = (
    FailureCard,
    RunningCard,
    FileCard,
    TextCard,
    PictureCard,
    PlotCard,
    ScalarCard,
    TableCard,
    TreeCard,
)

__all__ = ["CARDS", "Card", "Foot", "Ground", "Offer", "Place", "Thumbnails", "card_for", "spoken", "tone"]


def card_for(content: Content, place: Place) -> Card:
    """The card that suits `content`, built for `place`. There is one for everything."""
    if isinstance(content, Pinned):
        return pinned(content.picture, card_for(content.content, place), place)
    card = next((card for kind in CARDS if (card := kind.of(content, place)) is not None), None)
    if card is None:
        return TextCard(brief(content.value if isinstance(content, Value) else content), place)
    if isinstance(content, Value) and content.title and not isinstance(card, PlotCard):
        return titled(content.title, card, place)
    return card
