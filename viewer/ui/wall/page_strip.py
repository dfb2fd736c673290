"""Which page of the wall is shown, at its foot: a dot for each, and a button to either side."""

from collections.abc import Set

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from camwire.translation import tr
from viewer.ui.look import accessible, icons, style
from viewer.ui.wall.arranging import Arranging

STRIP_HEIGHT = 26
STEP = 18
NEWS = 6.0
MOST_DOTS = 12


class PageStrip(QWidget):
    """Shown while there are several pages, and all of the wall is seen."""

    def __init__(self, arranging: Arranging, parent: QWidget) -> None:
        super().__init__(parent)
        self._arranging = arranging
        self._dots = Dots(self)
        self._dots.chosen.connect(arranging.turn_to)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(4)
        row.addStretch(1)
        row.addWidget(self._button("left", tr("Previous page"), -1))
        row.addWidget(self._dots)
        row.addWidget(self._button("right", tr("Next page"), 1))
        row.addStretch(1)
        self.hide()

    def show_page(self, is_wanted: bool) -> None:
        """Bring it up to date; `is_wanted`: there is a reason to look at it."""
        self._dots.show_page(self._arranging.page, self._arranging.page_count)
        self.setVisible(is_wanted)

    def show_unread(self, pages: Set[int]) -> None:
        """Show that on these pages (from 0), which are not shown now, are lines that nobody has read."""
        self._dots.show_unread(pages)

    def _button(self, icon: str, name: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "flat")
        button.setIcon(icons.icon(icon, style.theme().quiet, 14))
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(24, 22)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._arranging.turn(by))
        return button


class Dots(QWidget):
    """The pages as dots to click at, or, where there are too many, in figures."""

    accessible_role = accessible.PICTURE
    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._page, self._count = 0, 1
        self._unread: Set[int] = frozenset()

    def show_page(self, page: int, count: int) -> None:
        """Show that `page` (from 0) of `count` is on the wall."""
        self._page, self._count = page, count
        self.setAccessibleName(tr("Page {page} of {count}", page=page + 1, count=count))
        self.setFixedSize(STEP * count if self._has_dots else 72, 22)
        self.update()

    def show_unread(self, pages: Set[int]) -> None:
        """Mark these pages (from 0) as having something that is to be read."""
        if pages == self._unread:
            return
        self._unread = frozenset(pages)
        numbers = ", ".join(str(page + 1) for page in sorted(pages))
        sentence = tr("Unread messages on page {pages}", pages=numbers) if pages else ""
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = style.theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self._has_dots:
                painter.setFont(style.font(12))
                painter.setPen(QColor(colours.text if self._unread else colours.quiet))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, f"{self._page + 1} / {self._count}")
                if self._unread:
                    _paint_news(painter, QPointF(self.width() - NEWS, self.height() / 2))
                return
            painter.setPen(Qt.PenStyle.NoPen)
            for page in range(self._count):
                is_here = page == self._page
                painter.setBrush(QColor(colours.focus if is_here else colours.quiet))
                radius = 4.5 if is_here else 3.0
                middle = QPointF(STEP * (page + 0.5), self.height() / 2)
                painter.drawEllipse(middle, radius, radius)
                if page in self._unread:
                    _paint_news(painter, middle)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._has_dots and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(min(self._count - 1, int(event.position().x()) // STEP))

    @property
    def _has_dots(self) -> bool:
        return self._count <= MOST_DOTS


def _paint_news(painter: QPainter, middle: QPointF) -> None:
    """A filled mark within a ring: not by its colour alone another one than the page that is shown."""
    colours = style.theme()
    painter.setPen(QPen(QColor(colours.text), 1.5))
    painter.setBrush(QColor(colours.wall))
    painter.drawEllipse(middle, NEWS - 1, NEWS - 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.text))
    painter.drawEllipse(middle, 2.5, 2.5)
