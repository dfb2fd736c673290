"""Whether the key that is pressed is only repeated, because it is held down."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

X11 = "xcb"


class HeldKey(QObject):
    """Sees the keys of a window, of which it is told before anybody makes something of them.

    X11 tells of a repeated key as of one let go and pressed again at the same moment. Where Qt does not have both yet
    when it looks at the first, it takes them for two; here they are known by their time.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.is_repeated = False
        self._is_x11 = QGuiApplication.platformName() == X11
        self._let_go = 0, 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            now = event.key(), event.timestamp()
            if event.type() == QEvent.Type.ShortcutOverride:
                self.is_repeated = event.isAutoRepeat() or (self._is_x11 and now == self._let_go)
            elif event.type() == QEvent.Type.KeyRelease:
                self.is_repeated = False
                self._let_go = now
        return False
