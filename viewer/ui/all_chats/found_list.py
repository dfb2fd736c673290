"""Lines that were found, grouped by camera, with the words that were looked for marked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from camwire.translation import phrase, tr
from viewer.core.talk import wanted_words
from viewer.core.talk.history import Found
from viewer.ui.cards.plain import one_line
from viewer.ui.chat.model import written
from viewer.ui.look import style, words

GONE = phrase("not on this wall any more")
ROW = Qt.ItemDataRole.UserRole
HEIGHT, HEAD, PAD, WHEN = 28, 36, 12, 124
BEFORE, SHOWN = 24, 300

_Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class Group:
    """What was found of one camera, the newest first; `is_gone` when it is not on the wall."""

    name: str
    is_gone: bool
    found: list[Found] = field(default_factory=list)


def grouped(found: Sequence[Found], name_at: Callable[[str], str]) -> list[Group]:
    """`found` by camera, in the order of what each said last. `name_at(place)` is empty where no camera is."""
    groups: dict[tuple[str, str], Group] = {}
    for each in found:
        name = name_at(each.place)
        group = groups.setdefault((each.place, each.name), Group(name or each.name or each.place, not name))
        group.found.append(each)
    return list(groups.values())


class FoundModel(QAbstractListModel):
    """A row for each group, and below it one for each line."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Group | Found] = []
        self.words: list[str] = []

    def show(self, groups: Sequence[Group], words: list[str]) -> None:
        """Show these instead of what was shown."""
        self.beginResetModel()
        self.words = words
        self._rows = []
        for group in groups:
            self._rows += [group, *group.found]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        is_line = index.isValid() and isinstance(self._rows[index.row()], Found)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_line else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (
                f"{row.name}, {_about(row)}" if isinstance(row, Group) else f"{when(row)}: {excerpt(row, self.words)}"
            )
        return None


class FoundList(QListView):
    """One line each; headings cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.found = FoundModel(self)
        self.setModel(self.found)
        self.setItemDelegate(_Painter(self))
        self.setProperty("kind", "found")
        self.setAccessibleName(tr("Lines that were found"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def current(self) -> Found | None:
        """The line that is chosen."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Found) else None

    def show_groups(self, groups: Sequence[Group], words: list[str]) -> None:
        """Show these, and choose the first line."""
        self.found.show(groups, words)
        self.step(1)

    def step(self, by: int) -> None:
        """Choose the next line below or above."""
        row = self.currentIndex().row() + by
        while 0 <= row < self.found.rowCount():
            if self.found.flags(self.found.index(row)):
                self.setCurrentIndex(self.found.index(row))
                # The heading above the first line is worth seeing as well.
                if row == 1:
                    self.scrollToTop()
                return
            row += by

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


def excerpt(found: Found, wanted: list[str]) -> str:
    """The part of a line in which the first of the words stands, in one line."""
    # What is far behind the words is not shown; what is far before them neither.
    spans = wanted_words.places(found.line.text, wanted)
    start = max(0, spans[0][0] - BEFORE) if spans else 0
    text = one_line(found.line.text[start : start + SHOWN + 1], SHOWN)
    shown = f"{'…' if start else ''}{text}"
    return tr("You: {text}", text=shown) if found.line.is_mine else shown


def when(found: Found) -> str:
    """`Today 10:42`."""
    at = written(found.line)
    return f"{words.day(at, datetime.now())} {at:%H:%M}"


def _about(group: Group) -> str:
    return ", ".join([tr("%n lines", len(group.found)), *([tr(GONE)] if group.is_gone else [])])


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, HEAD if isinstance(index.data(ROW), Group) else HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW)
        area = QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colours = style.theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Group):
            self._paint_head(painter, area.adjusted(PAD, 8, -PAD, 0), row)
        else:
            if is_chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.mine))
                painter.drawRoundedRect(area.adjusted(4, 1, -4, -1), 5, 5)
            self._paint_line(painter, area.adjusted(PAD, 0, -PAD, 0), row, index, is_chosen)
        painter.restore()

    @staticmethod
    def _paint_head(painter: QPainter, area: QRectF, group: Group) -> None:
        strong, plain = style.font(style.BASE_PX, is_strong=True), style.font(style.SMALL_PX)
        about = _about(group)
        room = area.width() - QFontMetricsF(plain).horizontalAdvance(about) - 16
        metrics = QFontMetricsF(strong)
        name = metrics.elidedText(one_line(group.name, 80), Qt.TextElideMode.ElideRight, max(40.0, room))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(strong)
        painter.setPen(QColor(style.theme().quiet if group.is_gone else style.theme().text))
        painter.drawText(area, left, name)
        painter.setFont(plain)
        painter.setPen(QColor(style.theme().quiet))
        painter.drawText(area.adjusted(metrics.horizontalAdvance(name) + 10, 0, 0, 0), left, about)

    @staticmethod
    def _paint_line(painter: QPainter, area: QRectF, found: Found, index: _Index, is_chosen: bool) -> None:
        colours, small = style.theme(), style.font(style.SMALL_PX)
        painter.setFont(small)
        painter.setPen(QColor(colours.text if is_chosen else colours.quiet))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, when(found))
        model = index.model()
        assert isinstance(model, FoundModel)
        room = area.adjusted(0, 0, -WHEN, 0)
        layout = _marked(excerpt(found, model.words), model.words, style.font(style.BASE_PX), room.width())
        painter.setPen(QColor(colours.text))
        painter.setClipRect(room)
        layout.draw(painter, QPointF(room.left(), room.center().y() - layout.boundingRect().height() / 2))


def _marked(text: str, wanted: list[str], font: QFont, width: float) -> QTextLayout:
    """`text` on one line, as much of it as there is room for, with the words marked."""
    colours = style.theme()
    mark = QTextCharFormat()
    ground = QColor(colours.frozen)
    # More of it would leave too little contrast in a chosen row.
    ground.setAlpha(75)
    mark.setBackground(ground)
    mark.setFontWeight(QFont.Weight.DemiBold)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(20.0, width))
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    ranges = []
    for start, end in wanted_words.places(shown, wanted):
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = _units(shown[:start]), _units(shown[start:end]), mark
        ranges.append(span)
    layout.setFormats(ranges)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10 * width + 1000)
    line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def _units(text: str) -> int:
    """How long Qt takes it to be."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2
