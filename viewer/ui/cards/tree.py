"""Values inside values, to be unfolded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from camwire.translation import tr
from viewer.ui.cards.actions import Action, Fold, Path, ShowPicture
from viewer.ui.cards.card import Card, Offer, Place, elided, seen
from viewer.ui.cards.content import Content, Value
from viewer.ui.cards.kinds import is_flat, picture_size
from viewer.ui.cards.plain import brief
from viewer.ui.cards.rows import key_text
from viewer.ui.cards.tones import Tone, face, metrics

ROW = 21.0
INDENT = 14.0
DEEPEST_INDENT = 7
ARROW = 14.0
PAGE = 20
MOST_ROWS = 400
MEASURED = 60
SMALL = 12
CELL = 160


@dataclass(frozen=True, slots=True)
class _Row:
    depth: int
    key: str
    text: str
    is_open: bool | None = None
    """None: nothing to unfold."""
    action: Action | None = None


class TreeCard(Card):
    """Rows by depth. The outermost level is open, others when asked for, or all when that makes few rows."""

    def __init__(self, value: Iterable[object], place: Place) -> None:
        super().__init__(place)
        self._room = place.room
        self._font = face(12)
        self._rows: list[_Row] = []
        self._left = MOST_ROWS
        folds = place.folds
        self._unfold(value, (), 0, folds, is_small=_is_small(value))
        width = max((self._natural(row) for row in self._rows[:MEASURED]), default=0.0)
        if len(self._rows) > MEASURED:
            width = self._room
        self.size = QSizeF(min(self._room, width), ROW * len(self._rows))
        for number, row in enumerate(self._rows):
            area = QRectF(0, ROW * number, self.size.width(), ROW)
            if row.action is not None:
                self.spots.append((area, Offer(_offered(row), row.action)))
        self._drawn: dict[int, tuple[str, str]] = {}
        self.cost = 400 * len(self._rows)

    @classmethod
    def of(cls, content: Content, place: Place) -> "TreeCard | None":
        if isinstance(content, Value) and isinstance(content.value, Mapping | list | tuple | set | frozenset):
            return cls(content.value, place)
        return None

    def tip(self, point: QPointF) -> str:
        number = int(point.y() // ROW)
        if not 0 <= number < len(self._rows):
            return ""
        row = self._rows[number]
        return "" if self._texts(number) == (row.key, row.text) else f"{row.key}: {row.text}" if row.key else row.text

    def paint(self, painter: QPainter, origin: QPointF, pointer: QPointF | None = None) -> None:
        tone = self.tone
        top, bottom = seen(painter, origin)
        over = -1 if pointer is None else int(pointer.y() // ROW)
        for number in range(max(0, int(top // ROW)), min(len(self._rows), int(bottom // ROW) + 1)):
            row = self._rows[number]
            at = QPointF(origin.x(), origin.y() + ROW * number)
            if number == over and row.action is not None:
                painter.fillRect(QRectF(at, QSizeF(self.size.width(), ROW)), tone.hover)
            self._paint_row(painter, at, number, tone)

    def _paint_row(self, painter: QPainter, at: QPointF, number: int, tone: Tone) -> None:
        row = self._rows[number]
        left = at.x() + _indent(row)
        if row.is_open is not None:
            _paint_arrow(painter, QPointF(left + 5, at.y() + ROW / 2), row.is_open, tone)
        left += ARROW
        key, text = self._texts(number)
        if key:
            painter.setFont(self._font)
            painter.setPen(tone.quiet)
            painter.drawText(QPointF(left, at.y() + 15), key)
            left += metrics(self._font).horizontalAdvance(key) + 8
        is_said = row.action is None
        painter.setFont(self._font)
        painter.setPen(tone.text if is_said else tone.quiet if row.is_open is not None else tone.accent)
        painter.drawText(QPointF(left, at.y() + 15), text)

    def _texts(self, number: int) -> tuple[str, str]:
        """Key and text as there is room for: the key takes half of it at most."""
        if number not in self._drawn:
            row = self._rows[number]
            room = self.size.width() - _indent(row) - ARROW + 1
            form = metrics(self._font)
            key = elided(row.key, self._font, max(room / 2, room - 8 - form.horizontalAdvance(row.text)))
            rest = room - (form.horizontalAdvance(key) + 8 if key else 0)
            self._drawn[number] = (key, elided(row.text, self._font, rest))
        return self._drawn[number]

    def _natural(self, row: _Row) -> float:
        form = metrics(self._font)
        key = form.horizontalAdvance(row.key) + 8 if row.key else 0.0
        return _indent(row) + ARROW + key + form.horizontalAdvance(row.text) + 1

    def _unfold(
        self, value: Iterable[object], path: Path, depth: int, folds: Mapping[Path, int], is_small: bool
    ) -> None:
        shown = folds.get(path, PAGE if is_small or not path else 0)
        size = _size(value)
        for place, (key, item) in enumerate(islice(_entries(value), shown)):
            if self._left <= 1:
                self._rows.append(_Row(depth, "", tr("… too much to unfold at once")))
                return
            self._left -= 1
            self._add((*path, place), depth, key, item, folds, is_small)
        if shown < size:
            more = Fold(path, shown + 10 * PAGE)
            self._rows.append(_Row(depth, "", tr("… {count:,} more · Show more", count=size - shown), action=more))

    def _add(self, path: Path, depth: int, key: str, item: object, folds: Mapping[Path, int], is_small: bool) -> None:
        if is_flat(item) or not isinstance(item, Mapping | list | tuple | set | frozenset):
            action = ShowPicture(item) if picture_size(item) is not None else None
            self._rows.append(_Row(depth, key, brief(item, CELL), action=action))
            return
        shown = folds.get(path, PAGE if is_small else 0)
        text = tr("%n entries", len(item)) if type(item) is dict else tr("%n items", len(item))
        self._rows.append(_Row(depth, key, text, shown > 0, Fold(path, 0 if shown else PAGE)))
        if shown:
            self._unfold(item, path, depth + 1, folds, is_small)


def _entries(value: Iterable[object]) -> Iterable[tuple[str, object]]:
    if isinstance(value, Mapping):
        return ((key_text(key), item) for key, item in value.items())
    if isinstance(value, set | frozenset):
        return (("", item) for item in value)
    return ((str(number), item) for number, item in enumerate(value))


def _is_small(value: Iterable[object]) -> bool:
    """Whether everything in `value` makes few rows."""
    waiting, count = [value], 0
    while waiting:
        each = waiting.pop()
        count += _size(each)
        if count > SMALL:
            return False
        items = each.values() if isinstance(each, Mapping) else each
        waiting += [item for item in items if isinstance(item, Mapping | list | tuple | set) and not is_flat(item)]
    return True


def _size(value: Iterable[object]) -> int:
    return len(value)  # type: ignore[arg-type]


def _indent(row: _Row) -> float:
    return INDENT * min(row.depth, DEEPEST_INDENT)


def _offered(row: _Row) -> str:
    if isinstance(row.action, ShowPicture):
        return tr("Show {key}", key=row.key)
    if row.is_open is None:
        return row.text
    return tr("Fold {key}", key=row.key) if row.is_open else tr("Unfold {key}", key=row.key)


def _paint_arrow(painter: QPainter, centre: QPointF, is_open: bool, tone: Tone) -> None:
    down = [QPointF(-3.5, -2), QPointF(3.5, -2), QPointF(0, 2.5)]
    right = [QPointF(-2, -3.5), QPointF(2.5, 0), QPointF(-2, 3.5)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone.quiet)
    painter.drawPolygon(QPolygonF([centre + each for each in (down if is_open else right)]))
