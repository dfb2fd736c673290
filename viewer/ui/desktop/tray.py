"""The icon in the tray: where a program is that has no window, and on some systems where notifications come from."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from camwire.translation import tr
from viewer.ui.desktop.base import Desktop
from viewer.ui.look import icons


class Tray(QObject):
    """Shown while it is `keep`t, or while there is something to tell."""

    opened = Signal()
    quit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.icon = QSystemTrayIcon(icons.app_icon(), self)
        self._menu = QMenu()
        self._is_kept = False
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._on_activated)
        self.tell_unread(0)

    @property
    def is_shown(self) -> bool:
        """Whether a person can come back by it."""
        return self._is_kept and QSystemTrayIcon.isSystemTrayAvailable()

    def keep(self, is_kept: bool) -> None:
        """Show it all the time, or no more; with words in the language in force."""
        self._is_kept = is_kept
        self._menu.clear()
        self._menu.addAction(tr("Show Watchword")).triggered.connect(self.opened)
        self._menu.addSeparator()
        self._menu.addAction(tr("Quit")).triggered.connect(self.quit_wanted)
        self.icon.setVisible(is_kept)

    def tell_unread(self, count: int) -> None:
        """How many cameras have lines that nobody has read."""
        self.icon.setToolTip(f"Watchword ({count})" if count else "Watchword")

    def close(self) -> None:
        """Be there no more."""
        self.icon.hide()
        self._menu.deleteLater()
        self.deleteLater()

    def _on_activated(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()


class TrayDesktop(Desktop):
    """On Windows and macOS. They show one notification at a time, from the icon of `tray`."""

    def __init__(self, tray: Tray) -> None:
        super().__init__()
        self._tray = tray
        self._newest = ""
        tray.icon.messageClicked.connect(self._on_clicked)

    def post(self, key: str, title: str, text: str) -> None:
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._newest = key
            self._tray.icon.show()
            self._tray.icon.showMessage(title, text, icons.app_icon())

    def close(self) -> None:
        if not self._tray.is_shown:
            self._tray.icon.hide()

    def _on_clicked(self) -> None:
        self.clicked.emit(self._newest)
