"""The last line of a bubble: the time, and what can be done with what is above it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from viewer.ui.cards.actions import Action
from viewer.ui.cards.card import Offer, elided
from viewer.ui.cards.tones import Ground, face, metrics, tone
from viewer.ui.look import style

HEIGHT = 16.0
DOT = " · "


class Foot:
    """Offers in one line with dots between. What has no room is elided, from the first: the last can be clicked."""

    def __init__(self, offers: Sequence[Offer], room: float) -> None:
        self._font = face(style.SMALL_PX)
        form = metrics(self._font)
        self._parts: list[tuple[QRectF, Offer]] = []
        dot = form.horizontalAdvance(DOT)
        left = room
        placed: list[tuple[float, str, Offer]] = []
        for offer in reversed(offers):
            text = elided(offer.text, self._font, left)
            width = form.horizontalAdvance(text)
            if width > left or not text or (text != offer.text and len(text) < 3):
                break
            placed.insert(0, (width, text, offer))
            left -= width + dot
        x = 0.0
        for width, text, offer in placed:
            self._parts.append((QRectF(x, 0, width, HEIGHT), Offer(text, offer.action)))
            x += width + dot
        self.width = max(0.0, x - dot)

    def paint(self, painter: QPainter, origin: QPointF, ground: Ground, pointer: QPointF | None = None) -> None:
        """Paint it with its top left at `origin`; it is `width` wide and `HEIGHT` high."""
        colours = tone(ground)
        for number, (area, offer) in enumerate(self._parts):
            font = face(style.SMALL_PX)
            can_click = offer.action is not None
            font.setUnderline(can_click and pointer is not None and area.contains(pointer))
            painter.setFont(font)
            painter.setPen(colours.text if can_click else colours.quiet)
            painter.drawText(origin + QPointF(area.left(), 12), offer.text)
            if number + 1 < len(self._parts):
                painter.setFont(self._font)
                painter.setPen(colours.quiet)
                painter.drawText(origin + QPointF(area.right(), 12), DOT)

    def hit(self, point: QPointF) -> Action | None:
        """What a click there asks for."""
        return next((offer.action for area, offer in self._parts if area.contains(point)), None)
