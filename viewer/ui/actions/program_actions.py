"""What can be done with the program itself: how it is set up, what it is, where it writes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from viewer.core.program import Program
from viewer.ui.actions.registry import Actions
from viewer.ui.asking import Asking
from viewer.ui.dialogs.about import AboutDialog
from viewer.ui.dialogs.shortcuts import ShortcutsDialog

if TYPE_CHECKING:
    from viewer.ui.guide.window import GuideWindow


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
        self.guide: GuideWindow | None = None
        """The guide, while it is open."""
        actions.offer("program.guide", self.show_guide)
        actions.offer("program.preferences", self._show_preferences)
        actions.offer("program.shortcuts", self._show_shortcuts)
        actions.offer("program.log", self._open_log_folder)
        actions.offer("program.about", self._show_about)

    def show_guide(self) -> None:
        """Open the guide, or bring it to the front."""
        if self.guide is None:
            # Here and not above, as the preferences.
            from viewer.ui.guide.window import GuideWindow

            self.guide = GuideWindow(self._window)
            self.guide.destroyed.connect(self._forget_guide)
        self.guide.show()
        self.guide.raise_()
        self.guide.activateWindow()

    def take_over(self, before: "ProgramActions") -> None:
        """Go on where another first window was let go: the guide stays open at its page."""
        guide, before.guide = before.guide, None
        if guide is not None:
            self.show_guide()
            assert self.guide is not None
            self.guide.setGeometry(guide.geometry())
            self.guide.view.show_page(guide.view.page)
            guide.close()

    def _forget_guide(self) -> None:
        self.guide = None

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
