"""Paints the lines of a conversation as bubbles, each with a card in it, and knows what a click on one asks for."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from weakref import WeakKeyDictionary

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from camwire.translation import tr
from viewer.core.talk.chat import MOTION, ChatLine
from viewer.core.talk.talk import Talk
from viewer.ui.cards import Card, Foot, Offer, Place, Thumbnails, card_for
from viewer.ui.cards import foot as feet
from viewer.ui.cards.actions import Action, Cancel, Fold
from viewer.ui.cards.actions import Path as FoldPath
from viewer.ui.cards.tones import tone
from viewer.ui.chat import line_content
from viewer.ui.chat.model import IS_FIRST_NEW, IS_FIRST_OF_DAY, LINE, written
from viewer.ui.look import painting, style, words

PAD_X, PAD_Y, SPACE, MARGIN, BANNER, TICKS = 10, 7, 6, 12, 28, 17
WIDEST = 0.84
KEPT_BUBBLES = 400


@dataclass(slots=True)
class Bubble:
    """A line as it is drawn: its card, a second one for what runs, its foot, and the size of all."""

    line: ChatLine
    cards: list[tuple[float, Card]]
    foot: Foot
    width: float
    height: float


class BubbleDelegate(QStyledItemDelegate):
    """Own lines to the right, the camera's to the left, time and receipt at the foot, a day above its first line."""

    def __init__(self, talk: Talk, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.width = 300
        self.pointer: QPointF | None = None
        """Where the mouse is, in the viewport."""
        self._talk = talk
        self._thumbnails = thumbnails
        self._folds: WeakKeyDictionary[ChatLine, dict[FoldPath, int]] = WeakKeyDictionary()
        self._bubbles: OrderedDict[tuple[object, ...], Bubble] = OrderedDict()

    def fold(self, line: ChatLine, fold: Fold) -> None:
        """Show more or less of a line from now on."""
        self._folds.setdefault(line, {})[fold.path] = fold.shown
        self._forget(line)

    def height(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """How high a row is."""
        line: ChatLine = index.data(LINE)
        own = BANNER if line.role == MOTION else round(self._bubble(line).height + SPACE)
        return own + _banners(index)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self.width, self.height(index))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: ChatLine = index.data(LINE)
        area = QRectF(option.rect)
        painter.save()
        colours = style.theme()
        if index.data(IS_FIRST_OF_DAY):
            day = words.day(written(line), datetime.now())
            self._paint_banner(painter, area, day, QColor(colours.quiet))
            area.setTop(area.top() + BANNER)
        if index.data(IS_FIRST_NEW):
            self._paint_banner(painter, area, tr("New messages"), QColor(colours.focus), has_rule=True)
            area.setTop(area.top() + BANNER)
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if line.role == MOTION:
            # Nobody said it.
            text = f"{line.text} · {written(line):%H:%M}"
            self._paint_banner(painter, area, text, QColor(colours.focus if is_current else colours.quiet))
        else:
            self._paint_bubble(painter, area, self._bubble(line), is_current)
        painter.restore()

    def hit(self, index: QModelIndex, area: QRectF, point: QPointF) -> Action | None:
        """What a click at `point` asks for; `area` is where the row is."""
        bubble, box = self._box(index, area)
        for top, card in bubble.cards:
            action = card.hit(point - box.topLeft() - QPointF(PAD_X, PAD_Y + top))
            if action is not None:
                return action
        return bubble.foot.hit(point - self._foot_at(bubble, box))

    def tip(self, index: QModelIndex, area: QRectF, point: QPointF) -> str:
        """What a tool tip at `point` says."""
        bubble, box = self._box(index, area)
        tips = (card.tip(point - box.topLeft() - QPointF(PAD_X, PAD_Y + top)) for top, card in bubble.cards)
        return next((tip for tip in tips if tip), "")

    def offers(self, line: ChatLine) -> list[Offer]:
        """All that can be asked for about a line."""
        return [offer for _, card in self._bubble(line).cards for offer in card.offers]

    def _box(self, index: QModelIndex, area: QRectF) -> tuple[Bubble, QRectF]:
        bubble = self._bubble(index.data(LINE))
        top = area.top() + _banners(index)
        return bubble, self._rect(bubble, QRectF(area.left(), top, area.width(), area.height()))

    @staticmethod
    def _rect(bubble: Bubble, area: QRectF) -> QRectF:
        left = area.right() - MARGIN - bubble.width if bubble.line.is_mine else area.left() + MARGIN
        return QRectF(left, area.top(), bubble.width, bubble.height)

    @staticmethod
    def _foot_at(bubble: Bubble, box: QRectF) -> QPointF:
        ticks = TICKS if bubble.line.delivery else 0
        return QPointF(box.right() - PAD_X - ticks - bubble.foot.width, box.bottom() - PAD_Y - feet.HEIGHT + 3)

    def _paint_banner(self, painter: QPainter, area: QRectF, text: str, colour: QColor, has_rule: bool = False) -> None:
        painter.setFont(style.font(style.SMALL_PX))
        painter.setPen(colour)
        box = QRectF(area.left(), area.top(), area.width(), BANNER)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if has_rule:
            half = painter.fontMetrics().horizontalAdvance(text) / 2 + 10
            middle = box.center()
            painter.fillRect(
                QRectF(area.left() + MARGIN, middle.y(), middle.x() - half - area.left() - MARGIN, 1), colour
            )
            painter.fillRect(
                QRectF(middle.x() + half, middle.y(), area.right() - MARGIN - middle.x() - half, 1), colour
            )

    def _paint_bubble(self, painter: QPainter, area: QRectF, bubble: Bubble, is_current: bool) -> None:
        line, box, ground = bubble.line, self._rect(bubble, area), line_content.ground_of(bubble.line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(style.theme().focus) if is_current else Qt.PenStyle.NoPen)
        painter.setBrush(tone(ground).fill)
        painter.drawRoundedRect(box, 10, 10)
        for top, card in bubble.cards:
            origin = box.topLeft() + QPointF(PAD_X, PAD_Y + top)
            card.paint(painter, origin, self._inside(origin, card.size.width(), card.size.height()))
        at = self._foot_at(bubble, box)
        bubble.foot.paint(painter, at, ground, self._inside(at, bubble.foot.width, feet.HEIGHT))
        if line.delivery is not None:
            painting.receipt(painter, box.right() - PAD_X, box.bottom() - PAD_Y - 5, line.delivery, tone(ground).quiet)

    def _inside(self, origin: QPointF, width: float, height: float) -> QPointF | None:
        if self.pointer is None:
            return None
        inside = self.pointer - origin
        return inside if QRectF(0, 0, width, height).contains(inside) else None

    def _key(self, line: ChatLine) -> tuple[object, ...]:
        return (id(line), line.id, self.width, style.theme().is_dark, *line_content.state_of(line))

    def _bubble(self, line: ChatLine) -> Bubble:
        key = self._key(line)
        if key not in self._bubbles:
            self._bubbles[key] = self._made(line)
            if len(self._bubbles) > KEPT_BUBBLES:
                self._bubbles.popitem(last=False)
        self._bubbles.move_to_end(key)
        return self._bubbles[key]

    def _made(self, line: ChatLine) -> Bubble:
        room = self.width * WIDEST - 2 * PAD_X
        ground = line_content.ground_of(line)
        place = Place(room, ground, self._thumbnails, line.id or id(line), self._folds.get(line, {}))
        content = line_content.content_of(line, self._talk)
        shown = [card_for(content, place)]
        if line_content.is_running(line):
            shown.append(card_for(line_content.running_of(line), place))
        cards: list[tuple[float, Card]] = []
        height = 0.0
        for card in shown:
            cards.append((height, card))
            height += card.size.height() + SPACE
        offers = [offer for card in shown for offer in card.foot]
        if (
            line.role == "command"
            and line.delivery in line_content.PENDING
            and not any(isinstance(offer.action, Cancel) for offer in offers)
        ):
            offers.append(Offer(tr("Cancel"), Cancel()))
        at = written(line).strftime("%H:%M")
        waited = [] if line.waited_ms is None else [Offer(words.waited(line.waited_ms))]
        ticks = TICKS if line.delivery else 0
        foot = Foot([Offer(at), *waited, *offers], room - ticks)
        width = max(max(card.size.width() for card in shown), foot.width + ticks) + 2 * PAD_X
        return Bubble(line, cards, foot, width, height - SPACE + feet.HEIGHT + 2 * PAD_Y)

    def _forget(self, line: ChatLine) -> None:
        for key in [key for key in self._bubbles if key[0] == id(line)]:
            del self._bubbles[key]


def _banners(index: QModelIndex | QPersistentModelIndex) -> int:
    """How high is what stands above the bubble."""
    return BANNER * (bool(index.data(IS_FIRST_OF_DAY)) + bool(index.data(IS_FIRST_NEW)))
