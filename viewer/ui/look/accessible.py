"""What widgets of our own are to a screen reader, which Qt would call nothing in particular.

A widget class says it with `accessible_role`, and in `describe()` what is to be told of it at the moment when somebody
asks.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

GROUP = QAccessible.Role.Grouping
PICTURE = QAccessible.Role.Graphic
_is_installed = False


def begin() -> None:
    """Let Qt ask here first. May be repeated."""
    global _is_installed
    if not _is_installed:
        _is_installed = True
        QAccessible.installFactory(_interface)


def announce(widget: QWidget, sentence: str) -> None:
    """Have a sentence said that nobody asked for, once what is being said has ended; where nobody listens, nothing."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class _Interface(QAccessibleWidget):
    """Asks the widget each time: what it describes may be as short-lived as the age of a picture."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Description:
            describe = getattr(self._widget, "describe", None)
            return str(describe()) if describe is not None else super().text(kind)
        return super().text(kind)


def _interface(_kind: str, widget: QObject) -> QAccessibleInterface | None:
    role = getattr(widget, "accessible_role", None)
    return _Interface(widget, role) if role is not None and isinstance(widget, QWidget) else None
