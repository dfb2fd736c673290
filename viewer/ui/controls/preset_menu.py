"""What a person kept of a camera's settings: chosen, kept and deleted from one menu."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from camwire.translation import tr
from viewer.core.controls.presets import Presets
from viewer.core.settings import PRESET_CHARACTERS
from viewer.ui.dialogs.base import Dialog

MOST_SHOWN = 40


class PresetMenu(QMenu):
    """Filled anew each time it opens. `in_force(name)` tells whether the camera is set like that now."""

    chosen = Signal(str)
    save_wanted = Signal()
    delete_wanted = Signal(str)

    def __init__(self, presets: Presets, in_force: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._presets = presets
        self._in_force = in_force
        self.can_apply = self.can_save = True
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List what there is now."""
        self.clear()
        names = self._presets.names
        for name in names:
            action = self.addAction(_escaped(name))
            action.setCheckable(True)
            action.setChecked(self._in_force(name))
            action.setEnabled(self.can_apply)
            action.triggered.connect(lambda _checked=False, name=name: self.chosen.emit(name))
        if not names:
            self.addAction(tr("No presets yet")).setEnabled(False)
        self.addSeparator()
        save = self.addAction(tr("Keep these settings…"))
        save.setEnabled(self.can_save)
        save.triggered.connect(lambda: self.save_wanted.emit())
        delete = self.addMenu(tr("Delete"))
        delete.setEnabled(bool(names))
        for name in names:
            delete.addAction(_escaped(name)).triggered.connect(
                lambda _checked=False, name=name: self.delete_wanted.emit(name)
            )


class PresetDialog(Dialog):
    """Asks for a name; `save(name)` may raise UsageError, which is shown."""

    def __init__(self, save: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(tr("Keep these settings"), parent)
        self.name = QLineEdit()
        self.name.setMaxLength(PRESET_CHARACTERS)
        self.name.setAccessibleName(tr("Name of the preset"))
        self.name.setPlaceholderText(tr("Night"))
        self.fill(
            self.text(tr("Name of the preset"), "strong"),
            self.name,
            self.text(
                tr(
                    "It is kept on this computer, for this camera. What the camera sets by itself now is "
                    "left to it. A preset of the same name is replaced."
                ),
                "quiet",
            ),
            self.trouble,
            self.buttons(tr("Keep"), lambda: self.attempt(lambda: save(self.name.text()))),
        )


def _escaped(name: str) -> str:
    """A menu takes & for the mark of a key, and a tab for the beginning of one."""
    shown = name if len(name) <= MOST_SHOWN else f"{name[: MOST_SHOWN - 1]}…"
    return shown.replace("&", "&&")
