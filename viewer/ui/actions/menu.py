"""A menu of actions, as things stand when it is opened."""

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from viewer.core.actions import ACTIONS
from viewer.ui.actions.registry import Actions


class ActionMenu(QMenu):
    """Holds actions by their ids. It can be opened only while somebody offers one of them."""

    def __init__(self, title: str, actions: Actions, parent: QWidget, ids: Iterable[str] = ()) -> None:
        super().__init__(title, parent)
        self.setToolTipsVisible(True)
        self._offers = actions
        self.put(ids)
        self.aboutToShow.connect(self._on_about_to_show)
        if not isinstance(parent, ActionMenu):
            # The menu that it is in may still be looked at.
            self.aboutToHide.connect(actions.release)

    def put(self, ids: Iterable[str]) -> None:
        """Add actions at the end, those of one kind together."""
        kind = ""
        for id in ids:
            if kind and id.partition(".")[0] != kind:
                self.addSeparator()
            kind = id.partition(".")[0]
            self.addAction(self._offers[id])

    @property
    def shown(self) -> list[QAction]:
        """What can be chosen now, or could be."""
        return [action for action in self.actions() if action.isVisible() and not action.isSeparator()]

    def _on_about_to_show(self) -> None:
        self._offers.show_state()
        for action in self.actions():
            menu = action.menu()
            if isinstance(menu, ActionMenu):
                action.setVisible(bool(menu.shown))


def of_section(section: str) -> list[str]:
    """The ids under a heading of the table, in its order."""
    return [spec.id for spec in ACTIONS if spec.section == section]
