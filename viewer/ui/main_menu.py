"""The window's menu, and the keys of its entries."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from camwire.endpoint import Endpoint


class MainMenu(QMenu):
    """Entries are put in one after the other. Their keys act wherever the keyboard is in `window`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def showEvent(self, event: QShowEvent) -> None:
        """Qt opens it to the right of its button, which stands at the window's right end."""
        super().showEvent(event)
        most_left = self._window.mapToGlobal(self._window.rect().bottomRight()).x() - self.width()
        if self.x() > most_left:
            self.move(max(self.screen().geometry().left(), most_left), self.y())

    def put(self, text: str, keys: str, do: Callable[[], object]) -> QAction:
        """Add an entry; `keys` may be empty."""
        action = self.addAction(text)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: do())
        self._window.addAction(action)
        return action

    def put_switch(self, text: str, keys: str, is_on: bool, do: Callable[[], object]) -> QAction:
        """Add an entry with a tick; `do` is called when a person has set or taken it."""
        action = self.put(text, keys, do)
        action.setCheckable(True)
        action.setChecked(is_on)
        return action

    def put_ports(self, listening: Callable[[], list[Endpoint]], stop: Callable[[Endpoint], object]) -> "PortsMenu":
        """Add the ports at which cameras may call, as they are when the menu is opened."""
        ports = PortsMenu(listening, stop, self)
        self.addMenu(ports)
        self.aboutToShow.connect(ports.fill)
        return ports


class PortsMenu(QMenu):
    """Ports to close: `listening()` are those that are open, `stop(endpoint)` closes one."""

    def __init__(
        self, listening: Callable[[], list[Endpoint]], stop: Callable[[Endpoint], object], parent: QWidget
    ) -> None:
        super().__init__("Stop listening", parent)
        self._listening = listening
        self._stop = stop

    def fill(self) -> None:
        """Show what is open now."""
        self.clear()
        open_ports = self._listening()
        self.setEnabled(bool(open_ports))
        for endpoint in open_ports:
            action = self.addAction(str(endpoint))
            action.triggered.connect(lambda _checked=False, port=endpoint: self._stop(port))
