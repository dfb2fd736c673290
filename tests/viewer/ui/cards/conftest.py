"""What building a card takes."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from viewer.ui.cards import Card, Ground, Place, Thumbnails, card_for
from viewer.ui.cards.actions import Path
from viewer.ui.cards.content import Content
from viewer.ui.look import style

Build = Callable[..., Card]
ORIGIN = QPointF(10, 10)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> None:
    style.apply(qapp)


@pytest.fixture
def thumbnails(dressed: None) -> Iterator[Thumbnails]:
    thumbnails = Thumbnails()
    yield thumbnails
    thumbnails.close()


@pytest.fixture
def build(thumbnails: Thumbnails) -> Build:
    """`build(content, width=300, ground=THEIRS, folds={})`."""

    def build(
        content: Content, width: float = 300, ground: Ground = Ground.THEIRS, folds: Mapping[Path, int] | None = None
    ) -> Card:
        return card_for(content, Place(width, ground, thumbnails, id(content), folds or {}))

    return build


@pytest.fixture(params=["dark", "light"])
def theme(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> style.Theme:
    """Both themes; an offscreen Qt has no colour scheme to set."""
    theme = style.DARK if request.param == "dark" else style.LIGHT
    monkeypatch.setattr(style, "theme", lambda: theme)
    return theme


def painted(card: Card, width: int = 400, height: int = 600, pointer: QPointF | None = None) -> QImage:
    """The card on its bubble's colour, at `ORIGIN`."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(card.tone.fill)
    with QPainter(image) as painter:
        card.paint(painter, ORIGIN, pointer)
    return image


def colours(image: QImage) -> set[str]:
    """The colours that are in an image."""
    small = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = bytes(small.constBits())
    return {QColor(*raw[at : at + 3][::-1]).name() for at in range(0, len(raw), 4)}


def words(card: Card) -> list[str]:
    """What can be clicked on a card, and at its foot."""
    return [offer.text for offer in card.offers]
