"""The window in which the guide is read: its pages on the left, one of them on the right."""

from pathlib import PurePosixPath

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from camwire.translation import tr
from viewer.core import guide
from viewer.ui.dialogs.base import resize_within_screen
from viewer.ui.guide.page_view import PageView
from viewer.ui.look import icons, language

SIDE = 240
ENGLISH = "en"
PAGE = Qt.ItemDataRole.UserRole


class GuideWindow(QWidget):
    """Stays beside the wall, so that one can read and try. What is written in the field is looked for in all pages."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Guide"))
        self.setWindowIcon(icons.app_icon())
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Search in the guide"))
        self.words.setAccessibleName(tr("Search in the guide"))
        self.words.setClearButtonEnabled(True)
        self.pages = QListWidget()
        self.pages.setProperty("kind", "names")
        self.pages.setAccessibleName(tr("Pages of the guide"))
        self.pages.setWordWrap(True)
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = _quiet(tr("Nothing found"))
        self.view = PageView()
        self._build()
        self.words.textChanged.connect(self._show_found)
        self.words.returnPressed.connect(lambda: self.view.seek(self.words.text().strip()))
        self.pages.currentItemChanged.connect(self._on_chosen)
        self.view.page_changed.connect(self._on_page_changed)
        self._show_found()
        self.view.show_page(guide.FIRST)
        self.setMinimumSize(QSize(480, 240))
        resize_within_screen(self, QSize(1060, 760))
        self.pages.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    # Inside

    def _build(self) -> None:
        side = QWidget()
        side.setObjectName("side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.words)
        column.addWidget(self._nothing)
        column.addWidget(self.pages, 1)
        if language.in_force() != ENGLISH:
            column.addWidget(_quiet(tr("The guide is in English only.")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.view, 1)

    def _show_found(self) -> None:
        """List the pages on which all of the words stand, and show the first of them where the one shown is none."""
        words, here = self.words.text(), self.view.page
        found = [page for page in guide.PAGES if _is_about(page, words)]
        self.pages.blockSignals(True)
        self.pages.clear()
        for page in found:
            item = QListWidgetItem(_title(page), self.pages)
            item.setData(PAGE, page)
        self.pages.blockSignals(False)
        self._nothing.setHidden(bool(found))
        if here not in found and found:
            self.view.show_page(found[0])
        self._mark(self.view.page)
        self.view.seek(words.strip())

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(PAGE) != self.view.page:
            self.view.show_page(item.data(PAGE))
            self.view.seek(self.words.text().strip())

    def _on_page_changed(self, page: PurePosixPath) -> None:
        self._mark(page)

    def _mark(self, page: PurePosixPath) -> None:
        rows = (row for row in range(self.pages.count()) if self.pages.item(row).data(PAGE) == page)
        self.pages.blockSignals(True)
        self.pages.setCurrentRow(next(rows, -1))
        self.pages.blockSignals(False)


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("kind", "quiet")
    label.setWordWrap(True)
    return label


def _is_about(page: PurePosixPath, words: str) -> bool:
    try:
        return guide.is_about(page, words)
    except OSError:
        return False


def _title(page: PurePosixPath) -> str:
    try:
        return guide.title(page)
    except OSError:
        return page.stem
