"""The action that opens the recordings, and the one window in which they are."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from viewer.core.program import Program
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

    def open(self) -> None:
        """Open the window, or bring it to the front."""
        if self.window is None:
            self.window = ReplayWindow(self._program.recorder.folder, self._parent)
            self.window.destroyed.connect(self._forget)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _forget(self) -> None:
        self.window = None
