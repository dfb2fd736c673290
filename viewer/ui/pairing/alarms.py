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
        self.told: dict[Session, set[str]] = {}
        """What is not over yet, by camera."""

    def watch(self, session: Session) -> None:
        """From now on."""
        bridge = self._bridges[session] = CameraBridge(session, self)
        bridge.state_changed.connect(lambda state: self._look(session, state))
        self._look(session, session.state)

    def forget(self, session: Session) -> None:
        """The camera is removed."""
        bridge = self._bridges.pop(session)
        bridge.let_go()
        bridge.deleteLater()
        self._end(session)

    def take_over(self, before: "Alarms") -> None:
        """Go on where those of another window were let go; what they told may be in another language."""
        for session, told in before.told.items():
            self.told.setdefault(session, set()).update(told)

    def let_go(self) -> None:
        """Watch none any more."""
        for bridge in self._bridges.values():
            bridge.let_go()

    def _look(self, session: Session, state: CameraState) -> None:
        if state.phase is Phase.ALARM:
            self.told.setdefault(session, set()).add(told_of(session.name, state.reason))
        elif session.is_connected and session.identity.is_secured:
            # Who proves no key may be the one that the alarm is about, under another name.
            self._end(session)

    def _end(self, session: Session) -> None:
        for sentence in self.told.pop(session, ()):
            self._withdraw(sentence)
