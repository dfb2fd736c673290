"""Notifications by way of an icon in the tray."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from viewer.ui.desktop.base import Desktop
from viewer.ui.look import icons


class TrayDesktop(Desktop):
    """On Windows and macOS. They show one notification at a time."""

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
