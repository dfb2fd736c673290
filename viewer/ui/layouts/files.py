"""Asks where a layout is to be written, or which one to open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from camwire.translation import tr
from viewer.core.wall.layout_file import SUFFIX
from viewer.ui.dialogs import folders

KIND = QStandardPaths.StandardLocation.DocumentsLocation


def file_to_write(name: str, parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Ask where to write the layout of that name, and call `chosen` with the file."""
    # What no file system has in a name.
    spelled = "".join("-" if letter in '/\\:*?"<>|' else letter for letter in name)
    ask = _asking(tr("Export layout"), f"{spelled}{SUFFIX}", parent, chosen)
    ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    ask.setDefaultSuffix(SUFFIX[1:])
    ask.open()


def file_to_open(parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Ask which layout to open, and call `chosen` with the file."""
    ask = _asking(tr("Open layout file"), "", parent, chosen)
    ask.setFileMode(QFileDialog.FileMode.ExistingFile)
    ask.open()


def _asking(title: str, name: str, parent: QWidget, chosen: Callable[[Path], object]) -> QFileDialog:
    ask = QFileDialog(parent, title, str(folders.beginning(KIND) / name), f"{tr('Layouts')} (*{SUFFIX})")
    folders.follow(ask, KIND)
    ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    ask.fileSelected.connect(lambda file: chosen(Path(file)))
    return ask
