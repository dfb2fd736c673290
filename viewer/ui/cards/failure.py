"""What could not be done: what was asked, and why not, in the words of who could not."""

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPainter

from camwire.translation import tr
from viewer.ui.cards.actions import Edit, Retry
from viewer.ui.cards.card import Card, Offer, Place
from viewer.ui.cards.content import Content, Failure
from viewer.ui.cards.text import TextCard

LINE_PATH = (0,)
TEXT_PATH = (1,)
GAP = 4.0


class FailureCard(Card):
    """The line in the face of commands, the reason in red."""

    def __init__(self, failure: Failure, place: Place) -> None:
        super().__init__(place)
        reason = failure.text or tr("It failed, and no reason was said.")
        parts = [TextCard(reason, place, colour="red", path=TEXT_PATH)]
        if failure.line and failure.shows_line:
            parts.insert(0, TextCard(failure.line, place, is_command=True, path=LINE_PATH))
        self._parts: list[tuple[float, TextCard]] = []
        height = 0.0
        for part in parts:
            self._parts.append((height, part))
            self.spots += [(area.translated(0, height), offer) for area, offer in part.spots]
            self.tips += [(area.translated(0, height), tip) for area, tip in part.tips]
            height += part.size.height() + GAP
        self.size = QSizeF(max(part.size.width() for part in parts), height - GAP)
        self.foot = (
            (Offer(tr("Retry"), Retry()), Offer(tr("Edit"), Edit())) if failure.line else (Offer(tr("Retry"), Retry()),)
        )

    @classmethod
    def of(cls, content: Content, place: Place) -> "FailureCard | None":
        return cls(content, place) if isinstance(content, Failure) else None

    def paint(self, painter: QPainter, origin: QPointF, pointer: QPointF | None = None) -> None:
        for top, part in self._parts:
            part.paint(painter, origin + QPointF(0, top), None if pointer is None else pointer - QPointF(0, top))
