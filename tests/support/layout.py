"""What is cut off, covered or out of sight in a window: measured on the widgets as they are laid out."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QWidget,
)

PARTS = (QLabel, QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QSlider)
"""What must neither be cut nor covered. A list shows as many rows as it has room for."""
FLOATING = {"suggestions", "notice"}
"""Names of what lies over the rest on purpose, until a key or a click takes it away."""
TOLERANCE = 1
BESIDE_WORDS = 8
"""Least pixels between the words on a button and its two edges together."""


def faults(window: QWidget, room: QSize) -> list[str]:
    """What a person could not read or reach in `window` on a screen of the size `room`; empty when all is well."""
    found = []
    if window.width() > room.width() or window.height() > room.height():
        found.append(f"{_name(window)} is {_size(window.size())}, more than the {_size(room)} of the screen")
    if isinstance(window, QMenu):
        return [*found, *_cut_entries(window)]
    parts = [each for each in window.findChildren(QWidget) if each.window() is window and each.isVisible()]
    for part in parts:
        found += [f"{_name(part)} {fault}" for fault in _cut(part)]
    seen = [each for each in parts if isinstance(each, PARTS) and not each.visibleRegion().isEmpty()]
    for part in seen:
        if not _is_whole(part):
            found.append(f"{_name(part)} is partly outside")
    for one, other in combinations(seen, 2):
        if not (one.isAncestorOf(other) or other.isAncestorOf(one) or _floats(one) or _floats(other)):
            shared = _place(one).intersected(_place(other))
            if min(shared.width(), shared.height()) > TOLERANCE:
                found.append(f"{_name(one)} and {_name(other)} lie over each other")
    return found


def _cut(part: QWidget) -> Iterator[str]:
    match part:
        case QLabel():
            yield from _cut_label(part)
        case QCheckBox():
            if part.sizeHint().width() > part.width() + TOLERANCE:
                yield f"has {part.width()} of {part.sizeHint().width()} pixels"
        case QAbstractButton() if part.text():
            icon = 0 if part.icon().isNull() else part.iconSize().width() + 4
            needed = icon + part.fontMetrics().horizontalAdvance(part.text().replace("&", "")) + BESIDE_WORDS
            if needed > part.width() + TOLERANCE:
                yield f"has {part.width()} of {needed} pixels"
        case QLineEdit():
            needed = part.fontMetrics().horizontalAdvance(part.placeholderText()) + 2 * BESIDE_WORDS
            if needed > part.width() + TOLERANCE and not part.toolTip():
                yield f"has {part.width()} of {needed} pixels for “{part.placeholderText()}”"
        case QComboBox():
            needed = part.fontMetrics().horizontalAdvance(part.currentText()) + 2 * BESIDE_WORDS + 20
            if needed > part.width() + TOLERANCE and not part.toolTip():
                yield f"has {part.width()} of {needed} pixels for “{part.currentText()}”"
        case QHeaderView():
            for section in range(part.count()):
                needed = part.sectionSizeHint(section)
                if not part.isSectionHidden(section) and needed > part.sectionSize(section) + BESIDE_WORDS:
                    yield f"has {part.sectionSize(section)} of {needed} pixels in column {section}"


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    if not label.wordWrap():
        if label.sizeHint().width() > label.width() + TOLERANCE:
            yield f"has {label.width()} of {label.sizeHint().width()} pixels"
        return
    needed = label.heightForWidth(label.width())
    if needed > label.height() + TOLERANCE:
        yield f"has {label.height()} of {needed} pixels of height"
    document = QTextDocument()
    (document.setHtml if "<" in label.text() else document.setPlainText)(label.text())
    widest = max((label.fontMetrics().horizontalAdvance(word) for word in document.toPlainText().split()), default=0)
    if widest > label.contentsRect().width() + TOLERANCE:
        yield f"has {label.contentsRect().width()} of {widest} pixels for its longest word"


def _cut_entries(menu: QMenu) -> Iterator[str]:
    for action in menu.actions():
        if action.isVisible() and not action.isSeparator() and not menu.rect().contains(menu.actionGeometry(action)):
            yield f"“{action.text()}” is partly outside its menu"


def _is_whole(part: QWidget) -> bool:
    """Whether it lies inside of everything around it; where one can scroll, it need not."""
    around, here = part.parentWidget(), part
    while around is not None and not here.isWindow():
        if isinstance(around.parentWidget(), QScrollArea | QAbstractScrollArea):
            return True
        place = QRect(part.mapTo(around, QPoint(0, 0)), part.size())
        if not around.rect().adjusted(-TOLERANCE, -TOLERANCE, TOLERANCE, TOLERANCE).contains(place):
            return False
        here, around = around, around.parentWidget()
    return True


def _place(part: QWidget) -> QRect:
    """What is seen of it, in its window."""
    seen = part.visibleRegion().boundingRect()
    return QRect(part.mapTo(part.window(), seen.topLeft()), seen.size())


def _floats(part: QWidget) -> bool:
    here: QWidget | None = part
    while here is not None and not here.isWindow():
        if here.objectName() in FLOATING:
            return True
        here = here.parentWidget()
    return False


def _name(part: QWidget) -> str:
    words = part.text() if isinstance(part, QLabel | QAbstractButton) else ""
    words = words or part.accessibleName() or part.windowTitle()
    return f"{type(part).__name__} “{words[:60]}”"


def _size(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"
