"""What programs find in their environment that are started from here."""

import os

from viewer.core.camera_program import is_frozen

OF_QT = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
"""Where Qt's parts are, which PyInstaller sets to those in the bundle."""


def give_back() -> None:
    """Qt has read where its parts are: a file manager shall find its own again, not those of this bundle."""
    if is_frozen():
        for name in OF_QT:
            before = os.environ.pop(f"{name}_ORIG", None)
            if before is not None:
                os.environ[name] = before
            else:
                os.environ.pop(name, None)
