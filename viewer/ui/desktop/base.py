"""Notifications of the desktop that this runs on: what all kinds of desktop have in common."""

from PySide6.QtCore import QObject, Signal


class Desktop(QObject):
    """A desktop that shows nothing, and what all have in common: each notification has a key, and replaces the one
    before it with the same key. Texts are shown as they are, never as markup."""

    clicked = Signal(str)  # key
    dismissed = Signal(str)  # key
    has_sound = True
    """Whether the next notification may make one, where the desktop makes any."""

    def post(self, key: str, title: str, text: str) -> None:
        """Show a notification."""

    def withdraw(self, key: str) -> None:
        """Show it no more."""

    def close(self) -> None:
        """Show nothing any more."""
