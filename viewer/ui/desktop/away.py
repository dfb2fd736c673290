"""The program without any window on the screen: all that there were come back together."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

KINDS = (Qt.WindowType.Window, Qt.WindowType.Dialog)


class Away(QObject):
    """Hides every window of the program that is shown, and shows these again."""

    def __init__(self) -> None:
        super().__init__()
        self._hidden: list[QWidget] = []

    def go(self) -> None:
        """Leave the screen."""
        self._hidden = [window for window in _windows() if window.isVisible()]
        for window in self._hidden:
            window.hide()

    def come_back(self) -> None:
        """Be there again, each window as it was; those that are gone meanwhile are left out."""
        hidden, self._hidden = self._hidden, []
        for window in _windows():
            if window in hidden and not window.isVisible():
                window.show()


def _windows() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.windowType() in KINDS]
