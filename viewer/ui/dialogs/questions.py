"""The small questions: which address, which name, really remove, and what is this program."""

import platform
from collections.abc import Callable
from pathlib import Path

import PySide6
import zmq
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from camwire import __version__
from camwire.commands import Command
from camwire.limits import NAME_CHARACTERS
from camwire.messages import PROTOCOL
from camwire.translation import tr
from viewer.ui.dialogs.base import Dialog
from viewer.ui.look import icons


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
        ends = tr("Its conversation on this computer ends.")
        goes_on = tr("Its program on this computer ends, too.") if is_own else tr("The camera itself goes on running.")
        self.fill(
            self.text(tr("Remove {name} from the wall?", name=name[:60]), "title"),
            self.text(f"{ends} {goes_on}", "quiet"),
            self.trouble,
            self.buttons(tr("Remove"), lambda: self.attempt(remove), is_dangerous=True),
        )


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


class AboutDialog(Dialog):
    """What this program is, its versions, where its log is."""

    def __init__(self, log: Path, parent: QWidget) -> None:
        super().__init__(tr("About Watchword"), parent)
        mark = QLabel()
        mark.setPixmap(icons.app_icon().pixmap(QSize(56, 56), self.devicePixelRatioF()))
        self.facts = versions()
        copy = QPushButton(tr("Copy"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.facts))
        folder = QPushButton(tr("Open log folder"))
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log.parent))))
        box = QDialogButtonBox()
        box.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        box.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(folder, QDialogButtonBox.ButtonRole.ActionRole)
        box.rejected.connect(self.reject)
        self.fill(
            mark,
            self.text(f"Watchword {__version__}", "title"),
            self.text(tr("A wall of live cameras that you can talk to. Apache License 2.0."), "quiet"),
            self.text(self.facts, "command"),
            self.text(tr("Log: {log}", log=log), "quiet"),
            self.text(
                tr(
                    "Demo film: Big Buck Bunny, © Blender Foundation, CC BY 3.0. Typeface: Inter, © The "
                    "Inter Project Authors, SIL Open Font License 1.1. Qt and PySide6: LGPL 3."
                ),
                "quiet",
            ),
            box,
        )


def versions() -> str:
    """What a bug report needs."""
    return "\n".join(
        (
            f"Watchword {__version__}, protocol {PROTOCOL[0]}.{PROTOCOL[1]}",
            f"Python {platform.python_version()}, PySide6 {PySide6.__version__}",
            f"pyzmq {zmq.__version__}, ZeroMQ {zmq.zmq_version()}",
            f"{platform.system()} {platform.release()}, {platform.machine()}",
        )
    )
