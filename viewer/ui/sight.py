"""Whether anybody can see a widget, and when that may have changed."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

SETTLE_MS = 30
OF_THE_WINDOW = (
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.Move,
    QEvent.Type.WindowStateChange,
    QEvent.Type.WinIdChange,
    QEvent.Type.DevicePixelRatioChange,
    QEvent.Type.ScreenChangeInternal,
)


class Sight(QObject):
    """Watches a window. `changed`: what is seen of it, or at how many pixels per inch, may be another now."""

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Expose:
            # The window system says only to the native window whether any of it is to be seen.
            self._settle.start()
        elif watched is self._window and kind in OF_THE_WINDOW:
            handle = self._window.windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
            self._settle.start()
        return False


def is_seen(widget: QWidget) -> bool:
    """Whether any of `widget` is on a screen, as far as the window system tells."""
    window = widget.window()
    handle = window.windowHandle()
    if handle is None or not (handle.isExposed() and widget.isVisible()) or window.isMinimized():
        return False
    place = QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
    return any(screen.geometry().intersects(place) for screen in QGuiApplication.screens())
