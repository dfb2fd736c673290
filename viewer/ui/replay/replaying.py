"""The action that opens the recordings, and the one window in which they are."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from viewer.core.program import Program
from viewer.core.recording.saved import Saved
from viewer.core.sessions.session import Session
from viewer.ui.actions.registry import Actions
from viewer.ui.replay.window import ReplayWindow


class Replaying(QObject):
    """Offers it among the actions of `window`, with which the recordings' window ends."""

    def __init__(self, actions: Actions, program: Program, window: QWidget) -> None:
        super().__init__(window)
        self._program = program
        self._parent = window
        self.window: ReplayWindow | None = None
        actions.offer("record.replay", self.open)
        program.recorder.observe(self)

    def let_go(self) -> None:
        """Another window shows the fleet from now on."""
        self._program.recorder.forget(self)

    def take_over(self, before: "Replaying") -> None:
        """Go on where another first window was let go: its recordings are shown here, in the language in force. Where
        they are being exported, that goes on, in the window as it is."""
        window, before.window = before.window, None
        if window is None:
            return
        if window.exporting.is_busy:
            window.setParent(self._parent, window.windowFlags())
            window.show()
            self._keep(window)
        else:
            self.open()
            assert self.window is not None
            self.window.go_on_from(window)
            window.close()

    def open(self) -> None:
        """Open the window, or bring it to the front."""
        if self.window is None:
            recorder = self._program.recorder
            self._keep(ReplayWindow(recorder.folder, lambda: recorder.open_files, self._parent))
        assert self.window is not None
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    # What the recorder tells

    def recording_changed(self, session: Session) -> None: ...

    def recording_saved(self, saved: Saved) -> None:
        if self.window is not None:
            self.window.look()

    def snapshots_taken(self, files: list[Path], troubles: list[str]) -> None: ...

    # Inside

    def _keep(self, window: ReplayWindow) -> None:
        self.window = window
        window.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self.window = None
