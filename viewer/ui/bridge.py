"""One session's facts as Qt signals. Frames do not travel here: a picture is fetched by who paints it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from viewer.core.sessions.session import Session
from viewer.core.sessions.state import CameraState
from viewer.core.talk.chat import ChatLine


class CameraBridge(QObject):
    """Observes a session for as long as it lives; lives in the loop's thread."""

    state_changed = Signal(CameraState)
    name_changed = Signal()
    line_added = Signal(object)  # ChatLine
    lines_changed = Signal(object)  # Sequence[ChatLine]

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.on_picture: Callable[[], None] | None = None
        self._teller = _Teller(self)
        session.observe(self._teller)

    def let_go(self) -> None:
        """Observe no more."""
        self.session.forget(self._teller)
        self.on_picture = None


class _Teller:
    """The observer itself: a QObject cannot have methods named like its signals."""

    def __init__(self, bridge: CameraBridge) -> None:
        self._bridge = bridge

    def state_changed(self, state: CameraState) -> None:
        self._bridge.state_changed.emit(state)

    def name_changed(self) -> None:
        self._bridge.name_changed.emit()

    def picture_ready(self) -> None:
        if self._bridge.on_picture is not None:
            self._bridge.on_picture()

    def line_added(self, line: ChatLine) -> None:
        self._bridge.line_added.emit(line)

    def lines_changed(self, lines: Sequence[ChatLine]) -> None:
        self._bridge.lines_changed.emit(lines)
