"""The window's menu: a part for each heading of the table of actions."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from camwire.endpoint import Endpoint
from camwire.translation import tr
from viewer.ui.actions.menu import ActionMenu, of_section
from viewer.ui.actions.registry import Actions
from viewer.ui.camera_menu import CameraMenu
from viewer.ui.wall.wall import Wall


class MainMenu(ActionMenu):
    """Everything that is offered stands somewhere in it."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__("", actions, window)
        self._window = window
        self.cameras = ActionMenu(tr("Cameras"), actions, self, of_section("Cameras"))
        for menu in (
            self.cameras,
            ActionMenu(tr("Talk"), actions, self, of_section("Talk")),
            ActionMenu(tr("Wall"), actions, self, of_section("Wall")),
            ActionMenu(tr("Layouts"), actions, self, of_section("Layouts")),
            ActionMenu(tr("Recordings"), actions, self, of_section("Recordings")),
        ):
            self.addMenu(menu)
        self._end = self.addSeparator()
        self.put(id for id in of_section("Program") if id not in ("program.menu", "program.quit"))
        self.addSeparator()
        self.put(["program.quit"])

    def put_camera(self, menu: CameraMenu, wall: Wall) -> None:
        """Add what can be done with the selected camera of `wall`, while it has any."""
        self.insertMenu(self._end, menu)
        self.aboutToShow.connect(lambda: menu.setEnabled(wall.current is not None))

    def put_ports(self, listening: Callable[[], list[Endpoint]], stop: Callable[[Endpoint], object]) -> "PortsMenu":
        """Add the ports at which cameras may call, as they are when the menu is opened."""
        ports = PortsMenu(listening, stop, self.cameras)
        self.cameras.addSeparator()
        self.cameras.addMenu(ports)
        self.cameras.aboutToShow.connect(ports.fill)
        return ports

    def showEvent(self, event: QShowEvent) -> None:
        """Qt opens it to the right of its button, which stands at the window's right end."""
        super().showEvent(event)
        most_left = self._window.mapToGlobal(self._window.rect().bottomRight()).x() - self.width()
        if self.x() > most_left:
            self.move(max(self.screen().geometry().left(), most_left), self.y())


class PortsMenu(QMenu):
    """Ports to close: `listening()` are those that are open, `stop(endpoint)` closes one."""

    def __init__(
        self, listening: Callable[[], list[Endpoint]], stop: Callable[[Endpoint], object], parent: QWidget
    ) -> None:
        super().__init__(tr("Stop listening"), parent)
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
