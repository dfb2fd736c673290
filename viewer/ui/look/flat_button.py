"""A button without a frame, for the icons beside and around a chat."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton


def flat_button(tip: str, icon_size: int = 16) -> QToolButton:
    """Its name for those who do not see it is `tip` without the keys that follow in brackets; `icon_size` in pixels."""
    button = QToolButton()
    button.setProperty("kind", "flat")
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    button.setIconSize(QSize(icon_size, icon_size))
    return button
