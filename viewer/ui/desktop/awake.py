"""Keeps the screen on while a wall fills it: nobody touches a mouse for hours there."""

import sys

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from viewer.ui.desktop.awake_systems import Awake, MacAwake, WindowsAwake

LOOK_MS = 5000
"""Screens go dark after a minute at the earliest."""


class AwakeInFullScreen(QObject):
    """Keeps the screen on while any window of the program fills one. It looks by itself now and then, and at once when
    `look` is called."""

    def __init__(self, parent: QObject, awake: Awake | None = None) -> None:
        super().__init__(parent)
        self._awake = awake or of_this_system()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    def look(self) -> None:
        """See whether a window fills a screen now."""
        if any(_fills_a_screen(window) for window in QApplication.topLevelWidgets()):
            self._awake.hold()
        else:
            self._awake.release()

    def close(self) -> None:
        """The program ends."""
        self._timer.stop()
        self._awake.release()


def _fills_a_screen(window: QWidget) -> bool:
    return window.isFullScreen() and window.isVisible() and not window.isMinimized()


def of_this_system() -> Awake:
    """What keeps the screen on here."""
    if sys.platform == "win32":
        return WindowsAwake()
    if sys.platform == "darwin":
        return MacAwake()
    # Here and not above: the first window waits for this module, and other systems may have no such bus.
    from viewer.ui.desktop.awake_bus import BusAwake

    return BusAwake()
