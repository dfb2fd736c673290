"""What there is when the first window is on the screen, for the rest of the program to begin with."""

import argparse
from dataclasses import dataclass

from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication

from viewer.core.paths import Paths
from viewer.core.settings import SettingsFile
from viewer.ui.shell import Shell


@dataclass(frozen=True, slots=True)
class Started:
    """`lock` says that this is the first program with these settings; None in a run by itself."""

    options: argparse.Namespace
    app: QApplication
    shell: Shell
    paths: Paths
    settings: SettingsFile
    lock: QLockFile | None
