"""The small questions: which address, which name, really remove, and what is this program."""

import platform
from collections.abc import Callable
from pathlib import Path

import PySide6
import zmq
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from camwire import __version__
from camwire.errors import UsageError
from camwire.limits import NAME_CHARACTERS
from camwire.messages import PROTOCOL
from viewer.ui import icons

WIDTH = 540


class _Dialog(QDialog):
    """A window-modal dialog with a column; deletes itself when closed."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 20, 16)
        self.column.setSpacing(8)
        self.trouble = self.text("", "error")
        self.trouble.hide()

    def text(self, words: str, kind: str) -> QLabel:
        label = QLabel(words)
        label.setProperty("kind", kind)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A wrapping label asks for more height than its words need at this width; the rest goes to the stretch.
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return label

    def fill(self, *widgets: QWidget) -> None:
        """Put everything in the column; what room is left over stays above the buttons."""
        for widget in widgets[:-1]:
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.column.addWidget(widgets[-1])
        self._fit()

    def _fit(self) -> None:
        self.resize(WIDTH, self.column.totalHeightForWidth(WIDTH))

    def buttons(self, accept: str, do: Callable[[], None], is_dangerous: bool = False) -> QDialogButtonBox:
        box = QDialogButtonBox()
        yes = box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        no = box.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        (no if is_dangerous else yes).setDefault(True)
        (no if is_dangerous else yes).setAutoDefault(True)
        (yes if is_dangerous else no).setAutoDefault(False)
        box.accepted.connect(do)
        box.rejected.connect(self.reject)
        return box

    def attempt(self, deed: Callable[[], object]) -> None:
        """Do it and close; if it cannot be done, say why and stay."""
        try:
            deed()
        except UsageError as error:
            self.trouble.setText(str(error))
            self.trouble.show()
            self._fit()
        else:
            self.accept()


class AddDialog(_Dialog):
    """Asks where a camera listens. `add(address, name)` may raise UsageError, which is shown."""

    def __init__(self, add: Callable[[str, str], object], parent: QWidget) -> None:
        super().__init__("Add a camera", parent)
        self.address = QLineEdit()
        self.address.setPlaceholderText("tcp://porch.local:5600")
        self.address.setAccessibleName("Address")
        self.name = QLineEdit()
        self.name.setPlaceholderText("The camera's own name")
        self.name.setAccessibleName("Name")
        self.name.setMaxLength(NAME_CHARACTERS)
        command = self.text("watchword-camera --source 0 --listen tcp://*:5600 --open", "command")
        self.fill(
            self.text("Address", "strong"),
            self.address,
            self.text("Name on this wall (optional)", "strong"),
            self.name,
            self.text(
                "On the camera's computer, start this first (without encryption, so only on a network you trust):",
                "quiet",
            ),
            command,
            self.trouble,
            self.buttons(
                "Add camera", lambda: self.attempt(lambda: add(self.address.text(), self.name.text().strip()))
            ),
        )


class RenameDialog(_Dialog):
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


class RemoveDialog(_Dialog):
    """Asks before a camera is forgotten."""

    def __init__(self, name: str, remove: Callable[[], object], parent: QWidget) -> None:
        super().__init__("Remove camera", parent)
        self.fill(
            self.text(f"Remove {name[:60]} from the wall?", "title"),
            self.text("Its conversation on this computer ends. The camera itself goes on running.", "quiet"),
            self.trouble,
            self.buttons("Remove", lambda: self.attempt(remove), is_dangerous=True),
        )


class AboutDialog(_Dialog):
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
