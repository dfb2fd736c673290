"""What can be done with the program itself: how it is set up, what it is, where it writes."""

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from viewer.core.program import Program
from viewer.ui.actions.registry import Actions
from viewer.ui.asking import Asking
from viewer.ui.dialogs.about import AboutDialog
from viewer.ui.dialogs.shortcuts import ShortcutsDialog


class ProgramActions(QObject):
    """Offers them, and opens their dialogs over `window`."""

    remake_wanted = Signal()
    """Language or look are others now."""
    changed = Signal()
    """Settings are others now."""

    def __init__(self, actions: Actions, program: Program, asking: Asking, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._program = program
        self._asking = asking
        self._window = window
        actions.offer("program.preferences", self._show_preferences)
        actions.offer("program.shortcuts", self._show_shortcuts)
        actions.offer("program.log", self._open_log_folder)
        actions.offer("program.about", self._show_about)

    def _show_preferences(self) -> None:
        # Here and not above: it takes a while to read, and is rarely wanted.
        from viewer.ui.preferences.dialog import PreferencesDialog

        dialog = PreferencesDialog(self._program, self._asking.limit, self.remake_wanted.emit, self._window)
        dialog.accepted.connect(self.changed)
        dialog.open()

    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self._actions.offered, self._program.settings.keys, self._choose_keys, self._window).open()

    def _choose_keys(self, chosen: dict[str, str]) -> None:
        self._program.settings.keys = chosen
        self._actions.bind(chosen)
        self._program.cameras.save()

    def _open_log_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._program.paths.logs)))

    def _show_about(self) -> None:
        AboutDialog(self._program.paths, self._window).open()
