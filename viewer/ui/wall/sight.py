"""Whether anybody can see a widget, and when that may have changed."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

SETTLE_MS = 30
OF_THE_WINDOW = (
    QEvent.Type.Expose,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.Move,
    QEvent.Type.WindowStateChange,
    QEvent.Type.DevicePixelRatioChange,
)


class Sight(QObject):
    """Watches a window. `changed`: what is seen of it, or at how many pixels per inch, may be another now.

    It looks at the native window, as soon as there is one: only that is told whether any of it is to be seen, and the
    widget itself gets an event for every picture that is painted anywhere in it.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        self._look_for_native()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            self._look_for_native()
        elif event.type() in OF_THE_WINDOW:
            self._settle.start()
        return False

    def _look_for_native(self) -> None:
        native = self._window.windowHandle()
        if native is None:
            self._window.installEventFilter(self)
            return
        self._window.removeEventFilter(self)
        native.installEventFilter(self)
        native.screenChanged.connect(self._settle.start)
        native.destroyed.connect(self._look_for_native)
        self._settle.start()


def is_seen(widget: QWidget) -> bool:
    """Whether any of `widget` is on a screen, as far as the window system tells."""
    window = widget.window()
    handle = window.windowHandle()
    if handle is None or not (handle.isExposed() and widget.isVisible()) or window.isMinimized():
        return False
    place = QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
    return any(screen.geometry().intersects(place) for screen in QGuiApplication.screens())
