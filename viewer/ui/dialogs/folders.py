"""Where a person is asked for a file: where they chose one of that kind last, or where such files usually are."""

from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

Kind: TypeAlias = QStandardPaths.StandardLocation
_last: dict[Kind, Path] = {}


def beginning(kind: Kind) -> Path:
    """The folder with which to begin. A usual one that is not there is none: one would stand in the terminal's."""
    usual = (_last.get(kind), Path(QStandardPaths.writableLocation(kind)), Path.home())
    return next((folder for folder in usual if folder is not None and folder.is_dir()), Path.home())


def follow(ask: QFileDialog, kind: Kind) -> None:
    """Begin there the next time where something is chosen now."""
    ask.filesSelected.connect(lambda files: remember(files[0], kind))


def remember(file: str, kind: Kind) -> None:
    """This was chosen."""
    _last[kind] = Path(file).parent
