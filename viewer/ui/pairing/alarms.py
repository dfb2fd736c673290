"""Takes an alarm about a camera's key off the foot of the window when the right camera is back, or none is wanted."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from viewer.core.calls.key_troubles import told_of
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import CameraState, Phase
from viewer.ui.bridge import CameraBridge


class Alarms(QObject):
    """`withdraw(sentence)` is called with what the wall was told."""

    def __init__(self, withdraw: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._withdraw = withdraw
        self._bridges: dict[Session, CameraBridge] = {}
        self._told: dict[Session, str] = {}

    def watch(self, session: Session) -> None:
        """From now on."""
        bridge = self._bridges[session] = CameraBridge(session, self)
        bridge.state_changed.connect(lambda state: self._look(session, state))

    def forget(self, session: Session) -> None:
        """The camera is removed."""
        bridge = self._bridges.pop(session)
        bridge.let_go()
        bridge.deleteLater()
        self._end(session)

    def let_go(self) -> None:
        """Watch none any more."""
        for bridge in self._bridges.values():
            bridge.let_go()

    def _look(self, session: Session, state: CameraState) -> None:
        if state.phase is Phase.ALARM:
            self._told.setdefault(session, told_of(session.name, state.reason))
        elif session.is_connected:
            self._end(session)

    def _end(self, session: Session) -> None:
        told = self._told.pop(session, "")
        if told:
            self._withdraw(told)
