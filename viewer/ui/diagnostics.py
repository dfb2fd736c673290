"""What a bug report needs to know of this program and this computer. Of no cameras, names or conversations."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import zmq
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication, QScreen

from camwire import __version__
from camwire.dialects import registered
from camwire.messages import PROTOCOL
from camwire.translation import tr
from viewer.core import decoders
from viewer.core.paths import Paths
from viewer.ui.look import language, style


def diagnostics(paths: Paths) -> str:
    """Lines of text, in English: they are for who mends the program."""
    look = "dark" if style.theme().is_dark else "light"
    places = {
        "Settings": paths.settings,
        "Log": paths.log,
        "Conversations": paths.history,
        "Recordings": paths.recordings,
    }
    lines = (
        f"Watchword {__version__}, protocol {PROTOCOL[0]}.{PROTOCOL[1]}{', installed bundle' if is_bundle() else ''}",
        f"Python {platform.python_version()}, PySide6 {pyside_version}, Qt {qVersion()}",
        f"pyzmq {zmq.__version__}, ZeroMQ {zmq.zmq_version()}, PyAV {_version_of('av')}",
        f"{platform.system()} {platform.release()}, {platform.machine()}",
        f"Desktop: {QGuiApplication.platformName()}, {language.in_force()}, {look}",
        *(f"Screen: {_of_screen(screen)}" for screen in QGuiApplication.screens()),
        f"Dialects: {', '.join(sorted(registered()))}",
        f"Codecs: {', '.join(codec for codec, each in sorted(decoders.registered().items()) if each.is_available())}",
        *(f"{name}: {_without_account(path)}" for name, path in places.items()),
    )
    return "\n".join(lines)


def licence() -> str:
    """On which terms this program is given, as it is installed here."""
    if is_bundle():
        return tr(
            "Watchword is under the Apache License 2.0. This installed program also holds PyAV with x264, and so is as "
            "a whole under the GNU General Public License, version 3 or later."
        )
    return tr("Watchword is under the Apache License 2.0.")


def is_bundle() -> bool:
    """Whether this is an installed program with everything it needs, rather than Python packages."""
    return bool(getattr(sys, "frozen", False))


def _without_account(path: Path) -> str:
    """Who reports a bug in public need not say what the account is called."""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        module = sys.modules.get(package)
        return getattr(module, "__version__", "not here")


def _of_screen(screen: QScreen) -> str:
    size, ratio = screen.size(), screen.devicePixelRatio()
    return f"{size.width()} × {size.height()} at {ratio:g}, {screen.refreshRate():.0f} Hz"
