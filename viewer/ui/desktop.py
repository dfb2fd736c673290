"""Notifications of the desktop that this runs on."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from viewer.ui import icons


class Desktop(QObject):
    """A desktop that shows nothing, and what all have in common: each notification has a key, and replaces the one
    before it with the same key. Texts are shown as they are, never as markup."""

    clicked = Signal(str)  # key
    dismissed = Signal(str)  # key

    def post(self, key: str, title: str, text: str) -> None:
        """Show a notification."""

    def withdraw(self, key: str) -> None:
        """Show it no more."""

    def close(self) -> None:
        """Show nothing any more."""


class TrayDesktop(Desktop):
    """By way of an icon in the tray, on Windows and macOS. They show one notification at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = QSystemTrayIcon(icons.app_icon(), self)
        self._tray.setToolTip("Watchword")
        self._newest = ""
        self._tray.messageClicked.connect(lambda: self.clicked.emit(self._newest))

    def post(self, key: str, title: str, text: str) -> None:
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._newest = key
            self._tray.show()
            self._tray.showMessage(title, text, icons.app_icon())

    def close(self) -> None:
        self._tray.hide()


def desktop_here(parent: QObject | None = None) -> Desktop:
    """The desktop of this computer."""
    if sys.platform in ("win32", "darwin"):
        return TrayDesktop(parent)
    # Only here: Qt has no D-Bus elsewhere.
    from viewer.ui.bus_desktop import BusDesktop

    return BusDesktop(parent)
