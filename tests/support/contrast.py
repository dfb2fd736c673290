"""How well what is written can be read: measured on the picture of a window, and not on the colours that it asked for.

The window is painted at four times its size, so that strokes of letters are wide enough to have their full colour
inside. In the place of each text, the colour of most pixels is the ground. Of the others, those that fill about as much
as the most frequent one are ink; the rest is the soft edge of letters. Disabled parts are left out, as in WCAG 2.2.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QStyle,
    QStyleOptionButton,
    QTableView,
    QWidget,
)

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, up to 255."""
SCALE = 4
INSET = 4
CLEAR = 30
"""What the button that clears a line takes of it."""
OF_MOST_INK = 0.3
MOST_COLOURS = 200
BROAD = 7
"""Pixels at that scale: strokes are less than twice as wide."""
VISIBLE = 1.15
LEAST_INK = 40
"""Pixels at that scale: less is the edge of something."""
OF_INK = OF_RIM = 0.1
TEXT, SIGN = 4.5, 3.0
"""What WCAG 2.2 asks of text, and of icons."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written in a window, and how much contrast it needs."""

    name: str
    rect: QRect
    least: float = TEXT


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured there: colours as (red, green, blue), and their contrast."""

    place: Place
    ground: Colour
    ink: Colour
    ratio: float

    @property
    def is_readable(self) -> bool:
        """Whether it is enough."""
        return self.ratio >= self.place.least

    def __str__(self) -> str:
        ground, ink = ("#{:02x}{:02x}{:02x}".format(*each) for each in (self.ground, self.ink))
        return f"{self.place.name}: {ink} on {ground} is {self.ratio:.2f} : 1, not {self.place.least:g}"


def readings(window: QWidget) -> list[Reading]:
    """Everything that is written in a window or menu, with the least contrast of each."""
    pixels = painted(window)
    found = (read(pixels, place) for place in places(window))
    return [each for each in found if each is not None]


def painted(window: QWidget, scale: int = SCALE) -> "npt.NDArray[np.uint8]":
    """A window's picture, (height, width, 3), red first, `scale` times as large."""
    image = QImage(window.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(window.palette().window().color())
    window.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground | QWidget.RenderFlag.DrawChildren)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return rows[:, : image.width(), 2::-1].copy()


def read(pixels: "npt.NDArray[np.uint8]", place: Place) -> Reading | None:
    """The ink with the least contrast at a place; None where nothing is written."""
    at = QRect(place.rect.topLeft() * SCALE, place.rect.size() * SCALE)
    part = pixels[max(0, at.top()) : at.bottom(), max(0, at.left()) : at.right()]
    if not part.size:
        return None
    codes = part.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    colours, counts = np.unique(codes, return_counts=True)
    order = np.argsort(-counts)[:MOST_COLOURS]
    ground = _rgb(int(colours[order[0]]))
    others = [
        (int(counts[each]), int(colours[each]))
        for each in order[1:]
        if counts[each] >= LEAST_INK and ratio(_rgb(int(colours[each])), ground) > VISIBLE
    ]
    # Areas are no ink: the mark behind a word, a bar of progress, or what is around the place.
    rim = np.concatenate([codes[0], codes[-1], codes[:, 0], codes[:, -1]])
    areas = [
        colour
        for count, colour in others
        if (rim == colour).mean() > OF_RIM or (count > BROAD**2 and _is_broad(codes == colour))
    ]
    inks = [each for each in others if each[1] not in areas]
    most = max((count for count, _ in inks), default=0)
    least = 0 if place.least == SIGN else OF_MOST_INK * most
    found = [_reading(place, codes, colour, areas, ground) for count, colour in inks if count >= least]
    # The soft edges of an icon are straight lines, and so as frequent as its inside.
    choose = max if place.least == SIGN else min
    return choose(found, key=lambda each: each.ratio, default=None)


def _reading(place: Place, codes: "npt.NDArray[np.uint32]", ink: int, areas: list[int], ground: Colour) -> Reading:
    """The contrast to what the ink is written on: an area, where it lies in one."""
    mask = codes == ink
    behind = [_rgb(area) for area in areas if (mask & _around(codes == area)).sum() > OF_INK * mask.sum()]
    ratios = {each: ratio(_rgb(ink), each) for each in [*behind, ground]}
    worst = min(ratios, key=lambda each: ratios[each])
    return Reading(place, worst, _rgb(ink), ratios[worst])


def _around(mask: "npt.NDArray[np.bool_]") -> "npt.NDArray[np.bool_]":
    """What is so near to it that it may stand on it."""
    near = np.zeros_like(mask)
    for axis in (0, 1):
        for step in (-BROAD, BROAD):
            near |= np.roll(mask, step, axis)
    return near


def _is_broad(mask: "npt.NDArray[np.bool_]") -> bool:
    """Whether it has a square in it that no letter has."""
    for axis in (0, 1):
        whole = mask
        mask = whole.copy()
        for step in range(1, BROAD + 1):
            mask &= np.roll(whole, step, axis) & np.roll(whole, -step, axis)
    return bool(mask[BROAD:-BROAD, BROAD:-BROAD].any())


def places(window: QWidget) -> Iterator[Place]:
    """Where something is written."""
    if isinstance(window, QMenu):
        for action in window.actions():
            if action.text() and action.isEnabled() and action.isVisible():
                yield Place(action.text(), window.actionGeometry(action).adjusted(INSET, INSET, -INSET, -INSET))
        return
    for widget in window.findChildren(QWidget):
        if widget.window() is window and widget.isVisible() and widget.isEnabled() and _is_seen(widget):
            for place in _places_in(widget):
                top = widget.mapTo(window, place.rect.topLeft())
                yield Place(place.name, QRect(top, place.rect.size()).intersected(_seen(widget)), place.least)


def ratio(one: Colour, other: Colour) -> float:
    """Contrast of two colours as WCAG 2.2 defines it, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: Colour) -> float:
    """How bright a colour is, from 0 to 1."""
    parts = [each / 255 for each in colour]
    red, green, blue = (each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _places_in(widget: QWidget) -> Iterator[Place]:
    inside = widget.rect().adjusted(INSET, INSET, -INSET, -INSET)
    match widget:
        case QLabel():
            if widget.text():
                yield Place(widget.text(), widget.contentsRect())
        case QCheckBox():
            if widget.text():
                yield Place(widget.text(), _words_of(widget))
        case QAbstractButton():
            name = widget.text() or widget.accessibleName()
            yield Place(name, inside, TEXT if widget.text() else SIGN)
        case QLineEdit() if widget.hasSelectedText():
            width = min(inside.width(), widget.fontMetrics().horizontalAdvance(widget.text()))
            lines = widget.fontMetrics().height() - 4
            yield Place(widget.text(), QRect(inside.left() + 8, inside.center().y() - lines // 2, width - 24, lines))
        case QLineEdit() | QPlainTextEdit():
            beside = CLEAR if isinstance(widget, QLineEdit) and widget.isClearButtonEnabled() else 0
            yield Place(widget.accessibleName(), inside.adjusted(0, 0, -beside, 0))
        case QComboBox():
            yield Place(widget.accessibleName(), inside.adjusted(0, 0, -28, 0))
        case QAbstractItemView():
            yield from _rows_of(widget)


def _rows_of(view: QAbstractItemView) -> Iterator[Place]:
    model = view.model()
    origin = view.viewport().pos()
    columns = view.horizontalHeader().count() if isinstance(view, QTableView) else 1
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            rect = view.visualRect(index)
            # The chat's own delegate knows where the bubble is.
            box = getattr(view.itemDelegate(), "_box", None)
            if box is not None:
                rect = box(index, rect.toRectF())[1].toRect()
            name = str(index.data(Qt.ItemDataRole.DisplayRole))
            if index.data(Qt.ItemDataRole.DecorationRole) is not None:
                # What stands beside the words is a picture.
                rect.setLeft(rect.left() + view.iconSize().width())
            if rect.intersected(view.viewport().rect()).height() > rect.height() // 2:
                yield Place(name, rect.intersected(view.viewport().rect()).translated(origin).adjusted(8, 5, -8, -5))


def _words_of(box: QCheckBox) -> QRect:
    option = QStyleOptionButton()
    box.initStyleOption(option)
    return box.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, box)


def _is_seen(widget: QWidget) -> bool:
    """Whether nothing lies over its middle."""
    middle = widget.mapTo(widget.window(), widget.rect().center())
    there = widget.window().childAt(middle)
    return there is not None and (there is widget or widget.isAncestorOf(there) or _lets_through(there))


def _lets_through(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _seen(widget: QWidget) -> QRect:
    """The part of a widget that is not cut off by those around it, in its window."""
    region = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(widget.window(), region.topLeft()), region.size() if region else QSize())


def _rgb(code: int) -> Colour:
    return code >> 16, code >> 8 & 255, code & 255
