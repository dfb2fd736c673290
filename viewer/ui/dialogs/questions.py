"""The small questions: which name, and whether really to remove, run or quit."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from camwire.commands import Command
from camwire.limits import NAME_CHARACTERS
from camwire.translation import tr
from viewer.ui.dialogs.base import Dialog


class RenameDialog(Dialog):
    """Asks for a name; empty means the camera's own."""

    def __init__(self, name: str, rename: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(tr("Rename"), parent)
        self.name = QLineEdit(name)
        self.name.setMaxLength(NAME_CHARACTERS)
        self.name.setAccessibleName(tr("Name"))
        self.name.setPlaceholderText(tr("The camera's own name"))
        self.name.selectAll()
        self.fill(
            self.text(tr("Name on this wall"), "strong"),
            self.name,
            self.text(tr("Leave it empty to use the camera's own name."), "quiet"),
            self.trouble,
            self.buttons(tr("Rename"), lambda: self.attempt(lambda: rename(self.name.text().strip()))),
        )


class RemoveDialog(Dialog):
    """Asks before a camera is forgotten. `is_own`: one of this computer, whose program is the wall's."""

    def __init__(self, name: str, remove: Callable[[], object], parent: QWidget, is_own: bool = False) -> None:
        super().__init__(tr("Remove camera"), parent)
        ends = tr("What was said stays on this computer, and is there again when the camera is.")
        goes_on = tr("Its program on this computer ends, too.") if is_own else tr("The camera itself goes on running.")
        self.fill(
            self.text(tr("Remove {name} from the wall?", name=name[:60]), "title"),
            self.text(f"{ends} {goes_on}", "quiet"),
            self.trouble,
            self.buttons(tr("Remove"), lambda: self.attempt(remove), is_dangerous=True),
        )


class QuitDialog(Dialog):
    """Asks before the program ends while so many cameras are being recorded. `quit(ask_again)` ends it."""

    def __init__(self, count: int, quit: Callable[[bool], object], parent: QWidget) -> None:
        super().__init__(tr("Quit"), parent)
        self.ask_again = QCheckBox(tr("Ask me the next time, too"))
        self.ask_again.setChecked(True)
        box = self.buttons(tr("Stop recording and quit"), lambda: self.attempt(self._quit), is_dangerous=True)
        self.fill(
            self.text(tr("%n cameras are being recorded.", count), "title"),
            self.text(
                tr("What was recorded is kept. At the next start nothing is recorded until you begin again."), "quiet"
            ),
            self.ask_again,
            self.trouble,
            box,
        )
        for one, other in pairwise((self.ask_again, *box.buttons())):
            self.setTabOrder(one, other)
        box.buttons()[-1].setFocus()
        self._end = quit

    def _quit(self) -> None:
        self._end(self.ask_again.isChecked())


class RunDialog(Dialog):
    """Asks before a command is given that its camera calls dangerous."""

    def __init__(self, name: str, line: str, command: Command, run: Callable[[], object], parent: QWidget) -> None:
        super().__init__(tr("Run /{name}", name=command.name), parent)
        self.fill(
            self.text(tr("Run this on {name}?", name=name[:60]), "title"),
            self.text(line[:500], "command"),
            self.text(command.title or tr("The camera asks for care with this command."), "quiet"),
            self.trouble,
            self.buttons(tr("Run it"), lambda: self.attempt(run), is_dangerous=True),
        )
