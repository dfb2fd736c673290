"""A person without a mouse: goes round a window with the Tab key, and looks where the keyboard is."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

MOST_STOPS = 200
AROUND = 4
"""So many pixels round a widget may show that it has the keyboard."""


def stops(window: QWidget, do: Callable[[Callable[[], object]], object]) -> list[QWidget]:
    """What Tab goes through, from what has the keyboard now round to it again. `do` does something on the loop."""
    found: list[QWidget] = []
    while len(found) < MOST_STOPS:
        here = QApplication.focusWidget()
        if here is None or here in found:
            break
        found.append(here)
        do(lambda: QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab))
    return found


def usable(window: QWidget) -> list[QWidget]:
    """Everything in `window` that Tab should lead to."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.window() is window
        and each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
    ]


def for_the_mouse_only(window: QWidget) -> list[QAbstractButton]:
    """Buttons that Tab passes by."""
    return [
        each
        for each in window.findChildren(QAbstractButton)
        if each.isVisible() and each.window() is window and not each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def looks(window: QWidget, widget: QWidget) -> QImage:
    """How `widget` looks in its window, with a little of what is around it."""
    room = widget.parentWidget()
    while room is not None:
        if isinstance(room, QScrollArea):
            room.ensureWidgetVisible(widget)
        room = room.parentWidget()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.grab(place.adjusted(-AROUND, -AROUND, AROUND, AROUND)).toImage()
