"""A text laid out in lines, in blocks that take time in proportion to their length."""

import unicodedata
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from viewer.ui.cards.card import seen
from viewer.ui.cards.links import links
from viewer.ui.cards.tones import Tone

# Qt's time for a text without spaces grows with the square of its length: 64 KB in one piece take 150 ms.
BLOCK = 1500
LINKS = 40
"""More are plain text: each takes time whenever the text is painted."""


@dataclass(slots=True)
class _Block:
    layout: QTextLayout
    top: float
    height: float
    links: list[tuple[int, str]]
    lines: list[QTextLine]
    is_from_right: bool


class TextBlock:
    """Text in one face, wrapped at `width`; at most `lines` lines."""

    def __init__(self, text: str, font: QFont, width: float, lines: int | None = None) -> None:
        self.width = 0.0
        self.height = 0.0
        self.lines = 0
        self.is_whole = True
        self.spots: list[tuple[QRectF, str]] = []
        """Where the links are."""
        self._blocks: list[_Block] = []
        self._links = 0
        for piece in _pieces(text):
            if lines is not None and self.lines >= lines:
                self.is_whole = False
                break
            self._add(piece, font, width, lines)
        for block in self._blocks:
            self._finish(block)

    def paint(self, painter: QPainter, origin: QPointF, colour: str, tone: Tone, pointer: QPointF | None) -> None:
        """Paint what can be seen of it."""
        top, bottom = seen(painter, origin)
        painter.setPen(getattr(tone, colour))
        for block in self._blocks:
            if block.top + block.height >= top and block.top <= bottom:
                block.layout.draw(painter, origin, self._formats(block, tone, pointer))

    def _formats(self, block: _Block, tone: Tone, pointer: QPointF | None) -> list[QTextLayout.FormatRange]:
        over = next((url for area, url in self.spots if pointer is not None and area.contains(pointer)), None)
        formats = []
        for start, url in block.links:
            link = QTextLayout.FormatRange()
            link.start, link.length = start, _units(url)
            link.format = QTextCharFormat()
            link.format.setForeground(tone.accent)
            link.format.setFontUnderline(url == over)
            formats.append(link)
        return formats

    def _add(self, text: str, font: QFont, width: float, most: int | None) -> None:
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        top, shown = self.height, []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            if most is not None and self.lines >= most:
                # What is beyond the last line is laid out, and lies outside of what is painted.
                self.is_whole = False
                line.setPosition(QPointF(0, -1e6))
                continue
            line.setPosition(QPointF(0, self.height))
            self.height += round(line.height() + 1)
            self.lines += 1
            self.width = max(self.width, line.naturalTextWidth())
            shown.append(line)
        layout.endLayout()
        found = [(_units(text[:at]), url) for at, url in links(text)[: LINKS - self._links]]
        self._links += len(found)
        self._blocks.append(_Block(layout, top, self.height - top, found, shown, runs_from_right(text)))

    def _finish(self, block: _Block) -> None:
        """Text that runs from the right begins at the right edge of what the whole text takes; then links are found."""
        for line in block.lines:
            if block.is_from_right:
                line.setPosition(QPointF(self.width - line.naturalTextWidth(), line.y()))
            for start, url in block.links:
                area = _area(line, start, start + _units(url))
                if area is not None:
                    self.spots.append((area, url))


def runs_from_right(text: str) -> bool:
    """Whether the first letter with a direction is Arabic, Hebrew or of a script like these."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def _units(text: str) -> int:
    """How long Qt says `text` is: it counts UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _area(line: QTextLine, start: int, end: int) -> QRectF | None:
    first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
    if first >= last:
        return None
    one, other = sorted(_x(line, at) for at in (first, last))
    return QRectF(one, line.y(), other - one, line.height())


def _x(line: QTextLine, at: int) -> float:
    # Qt's own description of this function lacks the pair it returns.
    return cast("tuple[float, int]", line.cursorToX(at))[0]


def _pieces(text: str) -> list[str]:
    """`text` in pieces that end where a line does; a line without end is cut."""
    pieces: list[str] = []
    while len(text) > BLOCK:
        at = text.rfind("\n", BLOCK // 2, BLOCK)
        if at < 0:
            at = text.rfind(" ", BLOCK // 2, BLOCK)
        pieces.append(text[:at] if at > 0 else text[:BLOCK])
        text = text[at + 1 :] if at > 0 else text[BLOCK:]
    return [*pieces, text]
