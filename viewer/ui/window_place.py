"""Where a window is, on which screen, and whether it fills it: as text for the settings, and as the person wants it."""

from base64 import b64encode

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QWidget


def place_of(window: QWidget) -> str:
    """Where it is now."""
    return b64encode(window.saveGeometry().data()).decode()


def return_to(window: QWidget, place: str) -> bool:
    """Bring it there; False if `place` means nothing. Where that screen is gone or smaller, Qt finds room for it."""
    return bool(place) and window.restoreGeometry(QByteArray.fromBase64(place.encode(errors="replace")))


def show_full_screen(window: QWidget, is_full: bool) -> None:
    """Let it fill the whole screen, without a frame; or bring it back to what it was."""
    full = Qt.WindowState.WindowFullScreen
    # Not showNormal: it may have been as large as the screen before.
    window.setWindowState(window.windowState() | full if is_full else window.windowState() & ~full)
    window.show()
