"""What there is when the first window is on the screen, for the rest of the program to begin with."""

import argparse
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from viewer.core.paths import Paths
from viewer.core.settings import SettingsFile
from viewer.core.wishes import Wishes
from viewer.ui.desktop.instance import Instance
from viewer.ui.shell import Shell


@dataclass(frozen=True, slots=True)
class Started:
    """`instance` hears what later starts want; None in a run by itself."""

    options: argparse.Namespace
    wishes: Wishes
    app: QApplication
    shell: Shell
    paths: Paths
    settings: SettingsFile
    instance: Instance | None
