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
from viewer.ui.dialogs.base import Dialog
from viewer.ui.look import icons


class RenameDialog(Dialog):
    """Asks for a name; empty means the camera's own."""

    def __init__(self, name: str, rename: Callable[[str], object], parent: QWidget) -> None:
        super().__init__("Rename", parent)
        self.name = QLineEdit(name)
        self.name.setMaxLength(NAME_CHARACTERS)
        self.name.setAccessibleName("Name")
        self.name.setPlaceholderText("The camera's own name")
        self.name.selectAll()
        self.fill(
            self.text("Name on this wall", "strong"),
            self.name,
            self.text("Leave it empty to use the camera's own name.", "quiet"),
            self.trouble,
            self.buttons("Rename", lambda: self.attempt(lambda: rename(self.name.text().strip()))),
        )


class RemoveDialog(Dialog):
    """Asks before a camera is forgotten. `is_own`: one of this computer, whose program is the wall's."""

    def __init__(self, name: str, remove: Callable[[], object], parent: QWidget, is_own: bool = False) -> None:
        super().__init__("Remove camera", parent)
        goes_on = "Its program on this computer ends, too." if is_own else "The camera itself goes on running."
        self.fill(
            self.text(f"Remove {name[:60]} from the wall?", "title"),
            self.text(f"Its conversation on this computer ends. {goes_on}", "quiet"),
            self.trouble,
            self.buttons("Remove", lambda: self.attempt(remove), is_dangerous=True),
        )


class RunDialog(Dialog):
    """Asks before a command is given that its camera calls dangerous."""

    def __init__(self, name: str, line: str, command: Command, run: Callable[[], object], parent: QWidget) -> None:
        super().__init__(f"Run /{command.name}", parent)
        self.fill(
            self.text(f"Run this on {name[:60]}?", "title"),
            self.text(line[:500], "command"),
            self.text(command.title or "The camera asks for care with this command.", "quiet"),
            self.trouble,
            self.buttons("Run it", lambda: self.attempt(run), is_dangerous=True),
        )


class AboutDialog(Dialog):
    """What this program is, its versions, where its log is."""

    def __init__(self, log: Path, parent: QWidget) -> None:
        super().__init__("About Watchword", parent)
        mark = QLabel()
        mark.setPixmap(icons.app_icon().pixmap(QSize(56, 56), self.devicePixelRatioF()))
        self.facts = versions()
        copy = QPushButton("Copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.facts))
        folder = QPushButton("Open log folder")
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log.parent))))
        box = QDialogButtonBox()
        box.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        box.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(folder, QDialogButtonBox.ButtonRole.ActionRole)
        box.rejected.connect(self.reject)
        self.fill(
            mark,
            self.text(f"Watchword {__version__}", "title"),
            self.text("A wall of live cameras that you can talk to. Apache License 2.0.", "quiet"),
            self.text(self.facts, "command"),
            self.text(f"Log: {log}", "quiet"),
            self.text(
                "Demo film: Big Buck Bunny, © Blender Foundation, CC BY 3.0. Typeface: Inter, © The Inter Project "
                "Authors, SIL Open Font License 1.1. Qt and PySide6: LGPL 3.",
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
