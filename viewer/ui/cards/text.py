"""Words, with the links in them; long ones folded."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from camwire.translation import tr
from viewer.ui.cards.actions import Fold, OpenLink, Path
from viewer.ui.cards.card import Card, Offer, Place, Words, write
from viewer.ui.cards.content import Content, Text, Value
from viewer.ui.cards.plain import plain
from viewer.ui.cards.text_block import TextBlock
from viewer.ui.cards.tones import face, metrics, mono
from viewer.ui.look import style

FOLDED_LINES = 12
FOLDED_CHARACTERS = 1200
PAGE = 16_000
MORE_HEIGHT = 20


class TextCard(Card):
    """What was said in words. `path` is where folding is remembered."""

    def __init__(
        self, text: str, place: Place, is_command: bool = False, colour: str = "text", path: Path = ()
    ) -> None:
        super().__init__(place)
        self._colour = colour
        self._font = mono() if is_command else face()
        shown = max(place.folds.get(path, 0), 0)
        safe = plain(text, shown or FOLDED_CHARACTERS)
        self._block = TextBlock(safe, self._font, place.room, None if shown else FOLDED_LINES)
        self._more: Words | None = None
        width, height = self._block.width, self._block.height
        self.spots = [(area, Offer(url, OpenLink(url))) for area, url in self._block.spots]
        self.tips = [(area, url) for area, url in self._block.spots]
        left = len(text) - (shown or FOLDED_CHARACTERS)
        if left > 0 or not self._block.is_whole:
            self._offer(tr("Show all") if shown + PAGE >= len(text) else tr("Show more"), path, shown + PAGE)
        elif shown:
            self._offer(tr("Show less"), path, 0)
        if self._more is not None:
            width = max(width, metrics(self._more.font).horizontalAdvance(self._more.text))
            height += MORE_HEIGHT
        self.size = QSizeF(width, height)
        self.cost = 40 * len(safe)

    @classmethod
    def of(cls, content: Content, place: Place) -> "TextCard | None":
        if isinstance(content, Text):
            return cls(content.text, place, content.is_command)
        if isinstance(content, Value) and isinstance(content.value, str):
            return cls(content.value, place)
        return None

    def paint(self, painter: QPainter, origin: QPointF, pointer: QPointF | None = None) -> None:
        tone = self.tone
        painter.save()
        painter.setClipRect(QRectF(origin, self.size).adjusted(-2, -2, 2, 2), Qt.ClipOperation.IntersectClip)
        self._block.paint(painter, origin, self._colour, tone, pointer)
        if self._more is not None:
            write(painter, origin, self._more, tone)
        painter.restore()

    def _offer(self, text: str, path: Path, shown: int) -> None:
        font = face(style.SMALL_PX)
        top = self._block.height
        self._more = Words(0, top + 15, text, font, "accent")
        self.spots.append(
            (QRectF(0, top, metrics(font).horizontalAdvance(text), MORE_HEIGHT), Offer(text, Fold(path, shown)))
        )
