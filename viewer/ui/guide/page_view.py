"""One page of the guide, as a person reads it."""

import re
from pathlib import PurePosixPath

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QDesktopServices,
    QFont,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from camwire.translation import tr
from viewer.core import guide
from viewer.ui.guide.pictures import Pictures, Wanted
from viewer.ui.look import style

READING_WIDTH = 760
"""Longer lines are hard to follow."""
MARGIN = 28
MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
ROW_PADDING = 5
LINE_PERCENT = 130
PARAGRAPH_GAP = 9
# Behind a picture of Markdown's own, Qt goes on in the letters of the heading before it.
_PICTURE, _STAND_IN = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)"), "\ue000"


class PageView(QTextBrowser):
    """Follows links within the guide by itself, and leaves others to the desktop."""

    page_changed = Signal(object)  # PurePosixPath

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setAccessibleName(tr("Page"))
        self.setOpenLinks(False)
        # Tab leads on: every page stands in the list, and arrow keys turn this one.
        self.setTextInteractionFlags(MOUSE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One that comes and goes would change the width while a page is being made.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.anchorClicked.connect(self._on_link)
        self._pictures = Pictures(self)
        self._pictures.loaded.connect(self._on_loaded)
        self._page = guide.FIRST
        self._shown_width = 0

    @property
    def page(self) -> PurePosixPath:
        """What is shown."""
        return self._page

    def show_page(self, page: PurePosixPath, heading: str = "") -> None:
        """Show a page from its beginning, or from the heading that is called so in links."""
        self._page = page
        self._render()
        self.verticalScrollBar().setValue(0)
        if heading:
            self._go_to(heading)
        self.page_changed.emit(page)

    def seek(self, words: str) -> None:
        """Mark the next place where the words stand; after the last comes the first."""
        if words and not self.find(words):
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.find(words)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures are made as large as there is room."""
        place = guide.linked(self._page, QUrl(name).path())
        if kind == QTextDocument.ResourceType.ImageResource.value and place is not None:
            ratio, words = self.devicePixelRatioF(), QUrl(name).toString()
            width = round(ratio * self._column_width)
            image = self._pictures.picture(Wanted(words, guide.folder() / place, width, ratio))
            if not image.isNull():
                return image
        return super().loadResource(kind, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._shown_width:
            self._render_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown_width:
            self._render_again()

    # Inside

    @property
    def _column_width(self) -> int:
        return max(120, min(READING_WIDTH, self.viewport().width() - 2 * MARGIN))

    def _render_again(self) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._render()
        bar.setValue(round(share * bar.maximum()))

    def _render(self) -> None:
        self._shown_width = self.viewport().width()
        self._pictures.forget_waiting()
        # One that is shown already would be laid out anew at every step.
        document = QTextDocument(self)
        document.setDefaultFont(self.document().defaultFont())
        try:
            text = guide.text(self._page)
        except OSError as error:
            text = tr("This page cannot be read: {why}.", why=error.strerror or error)
        document.setMarkdown(_PICTURE.sub(_STAND_IN, text), QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        for words, file in _PICTURE.findall(text):
            _insert(document.find(_STAND_IN), file, words)
        self._dress(document)
        self.setDocument(document)
        # Where the cursor is, there the page would be shown from.
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _dress(self, document: QTextDocument) -> None:
        """What a style sheet does not reach in Markdown."""
        frame = QTextFrameFormat()
        frame.setLeftMargin(MARGIN)
        frame.setRightMargin(max(MARGIN, self.viewport().width() - MARGIN - self._column_width))
        frame.setTopMargin(16)
        frame.setBottomMargin(MARGIN)
        document.rootFrame().setFrameFormat(frame)
        for table in document.rootFrame().childFrames():
            if isinstance(table, QTextTable):
                _dress_table(table)
        block = document.begin()
        while block.isValid():
            _dress_block(QTextCursor(block))
            block = block.next()

    def _on_loaded(self, name: str, image: QImage) -> None:
        self.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        self.viewport().update()

    def _go_to(self, heading: str) -> None:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and guide.mark(block.text()) == heading:
                place = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(place))
                return
            block = block.next()

    def _on_link(self, url: QUrl) -> None:
        page = guide.linked(self._page, url.path()) if url.path() else self._page
        if not url.isRelative():
            QDesktopServices.openUrl(url)
        elif page in guide.PAGES:
            self.show_page(page, url.fragment())


def _insert(cursor: QTextCursor, file: str, words: str) -> None:
    """Put a picture in the place of what stands in for it; `words` are for who does not see it."""
    picture = QTextImageFormat()
    picture.setName(file)
    picture.setProperty(QTextFormat.Property.ImageAltText, words)
    cursor.insertImage(picture)


def _dress_table(table: QTextTable) -> None:
    theme = style.theme()
    format = table.format()
    format.setBorder(1)
    format.setBorderBrush(QBrush(QColor(theme.line)))
    format.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    format.setBorderCollapse(True)
    format.setCellPadding(ROW_PADDING)
    format.setCellSpacing(0)
    format.setTopMargin(6)
    format.setBottomMargin(10)
    format.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(format)


def _dress_block(cursor: QTextCursor) -> None:
    theme, block = style.theme(), cursor.block()
    format = block.blockFormat()
    is_code = _is_code(block)
    if is_code:
        format.setBackground(QColor(theme.raised))
        format.setNonBreakableLines(False)
        format.setBottomMargin(0 if _is_code(block.next()) else PARAGRAPH_GAP)
    elif format.headingLevel():
        format.setTopMargin(16 if block.position() else 0)
        format.setBottomMargin(6)
    else:
        if not _has_picture(block):
            format.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        is_alone = cursor.currentTable() is None and block.textList() is None
        format.setBottomMargin(PARAGRAPH_GAP if is_alone else 0)
    cursor.setBlockFormat(format)
    parts = block.begin()
    while not parts.atEnd():
        part = parts.fragment()
        letters = part.charFormat()
        if not letters.isImageFormat():
            cursor.setPosition(part.position())
            cursor.setPosition(part.position() + part.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(_dressed(letters, is_code))
        parts += 1


def _has_picture(block: QTextBlock) -> bool:
    first = block.begin()
    return not first.atEnd() and first.fragment().charFormat().isImageFormat()


def _is_code(block: QTextBlock) -> bool:
    format = block.blockFormat()
    return format.hasProperty(QTextFormat.Property.BlockCodeLanguage) or format.hasProperty(
        QTextFormat.Property.BlockCodeFence
    )


def _dressed(letters: QTextCharFormat, is_code: bool) -> QTextCharFormat:
    theme = style.theme()
    if letters.isAnchor():
        letters.setForeground(QColor(theme.focus))
    elif letters.fontFixedPitch() or is_code:
        letters.setFontFamilies(["monospace"])
        letters.setFontStyleHint(QFont.StyleHint.Monospace)
        letters.setBackground(QColor(theme.raised))
    if letters.fontWeight() > QFont.Weight.DemiBold:
        # As bold as our typeface is; more would be drawn twice.
        letters.setFontWeight(QFont.Weight.DemiBold)
    return letters
