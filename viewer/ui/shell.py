"""The window before there is anything in it: shown while the rest of the program is still being read from disk."""

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.ui.look import style
from viewer.ui.window_place import return_to

TITLE = "Watchword"
# What window systems put around a window.
FRAME = QSize(12, 44)
# A screen that nobody has, and that is as large as Qt likes.
NO_SCREEN = "offscreen"
MOST_WAIT_MS = 250
OF_THE_WINDOW = (QEvent.Type.WindowStateChange, QEvent.Type.ActivationChange)


class Shell(QWidget):
    """The top-level window. What fills it comes later; until then it looks as an empty window of ours does."""

    close_wanted = Signal()
    """The person, or the window system, wants it to be closed. It stays until its owner hides it."""
    shown = Signal()
    """It is on the screen now, for the first time or again."""
    window_changed = Signal()
    """It was minimised, raised, put in front or behind."""

    def __init__(self, width: int, height: int, place: str = "") -> None:
        """`place` is where it was the last time, which says more than its size; empty: nowhere."""
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(TITLE)
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.resize(width, height)
        self._has_place = return_to(self, place)

    def fill(self, content: QWidget) -> None:
        """Show `content` in the whole window, in place of what was in it, which is deleted."""
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self.setMinimumSize(content.minimumSize())
        self.setWindowIcon(content.windowIcon())
        self._column.addWidget(content)

    def show_now(self) -> None:
        """Show it, and let the window system paint it before anything else is done."""
        if QGuiApplication.platformName() != NO_SCREEN and not self._has_place:
            self.resize(on_screen(self.size(), self.screen().availableSize()))
        self.show()
        # It can be painted when the window system says so, which is a question and an answer or two later.
        waiting = QDeadlineTimer(MOST_WAIT_MS)
        # So that one is waited for, and not for ever.
        QTimer.singleShot(MOST_WAIT_MS, lambda: None)
        while not (self.windowHandle().isExposed() or waiting.hasExpired()):
            QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QGuiApplication.processEvents()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = style.theme()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(colours.wall))
            painter.fillRect(0, 0, self.width(), style.BAR_HEIGHT, QColor(colours.bar))

    def showEvent(self, event: QShowEvent) -> None:
        self.shown.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in OF_THE_WINDOW:
            self.window_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._content is not None:
            event.ignore()
            self.close_wanted.emit()


def on_screen(window: QSize, screen: QSize) -> QSize:
    """The size of a window that is to be seen whole: the one of last time may be that of a larger screen."""
    return window.boundedTo(screen - FRAME)
