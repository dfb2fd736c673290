"""A camera's place on the wall: its picture, its chat beside or below, and the few buttons over it."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from viewer.core.chat import ChatLine
from viewer.core.session import Session
from viewer.core.state import Phase
from viewer.ui import icons, style
from viewer.ui.bridge import CameraBridge
from viewer.ui.chat_panel import ChatPanel
from viewer.ui.overlay import ROOM_FOR_WORDS
from viewer.ui.picture_view import PictureView

BESIDE_WIDTH = 560
BELOW_HEIGHT = 460
STRIP_HEIGHT = 72
BUTTON = 30
EDGE = 8


class Tile(QWidget):
    """One camera. Clicks, drags and wishes go to the wall as signals; the tile arranges only its own inside."""

    activated = Signal(object)  # Tile: clicked or focused
    maximise_wanted = Signal(object)  # Tile
    menu_wanted = Signal(object, QPoint)  # Tile, global position
    dragged = Signal(object, QPoint)  # Tile, global position
    dropped = Signal(object, QPoint)  # Tile, global position
    retry_wanted = Signal(object)  # Tile
    chat_toggled = Signal(object)  # Tile

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.session = session
        self.bridge = CameraBridge(session, self)
        self.chat_share = 0.34
        self.is_maximised = False
        self._pressed_at: QPoint | None = None
        self._is_dragging = False
        self.picture = PictureView(session, self)
        self.chat = ChatPanel(self.bridge, self)
        self.chat.hide()
        self._build_buttons()
        self._frame = SelectionFrame(self)
        self.bridge.on_picture = self.picture.picture_ready
        self.bridge.state_changed.connect(self._on_state_changed)
        self.bridge.hello_changed.connect(self._on_hello_changed)
        self.bridge.line_added.connect(self._on_line_added)
        self.chat.closed.connect(self._on_chat_closed)
        self.chat.left.connect(self.setFocus)
        self._on_hello_changed()
        self._on_state_changed()

    @property
    def is_chat_open(self) -> bool:
        """Whether the chat box is open."""
        return not self.chat.isHidden()

    def open_chat(self, is_open: bool) -> None:
        """Open or close the chat box; opening puts the keyboard into it."""
        if is_open != self.is_chat_open:
            self.chat.setVisible(is_open)
            self._arrange()
            self._show_badge()
            self.chat_toggled.emit(self)
        if is_open and self.isVisible():
            self.chat.focus_composer()
        elif not is_open:
            self.setFocus()

    def mark(self, is_selected: bool, is_target: bool = False) -> None:
        """Show that this is the selected tile, or the one a dragged tile would change places with."""
        self._frame.show_as(is_selected, is_target)

    def show_maximised(self, is_maximised: bool) -> None:
        """Change the button that leads there and back."""
        self.is_maximised = is_maximised
        name = "restore" if is_maximised else "maximise"
        self._maximise.setIcon(icons.icon(name, style.theme().on_picture))
        self._maximise.setToolTip("Back to the wall (Enter)" if is_maximised else "Maximise (Enter)")
        self._maximise.setAccessibleName("Back to the wall" if is_maximised else "Maximise")

    def show_statistics(self, has_statistics: bool) -> None:
        """Show figures instead of the bare age."""
        self.picture.overlay.has_statistics = has_statistics
        self.picture.update()

    def refresh(self, next_try: float | None, now: float) -> None:
        """Bring counting words up to date; `next_try` is when the camera is called again after trouble."""
        waiting = self.session.chat.waiting
        hints = []
        if next_try is not None and next_try > now:
            hints.append(f"Trying again in {max(1, round(next_try - now))} s.")
        if waiting and self.session.state.phase in (Phase.OFFLINE, Phase.REFUSED):
            hints.append(f"{waiting} message{'s' if waiting > 1 else ''} waiting.")
        self.picture.overlay.hint = " ".join(hints)
        self.picture.refresh()

    def let_go(self) -> None:
        """The session is being removed."""
        self.bridge.let_go()

    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        self.session.show(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.session.show(False)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_buttons(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_buttons(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.activated.emit(self)
        self.menu_wanted.emit(self, event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.activated.emit(self)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        here = event.globalPosition().toPoint()
        if not self._is_dragging and (here - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
            return
        self._is_dragging = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.dragged.emit(self, here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragging, self._is_dragging, self._pressed_at = self._is_dragging, False, None
        if was_dragging:
            self.unsetCursor()
            self.dropped.emit(self, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        self.maximise_wanted.emit(self)

    def _build_buttons(self) -> None:
        self._chat_button = self._over("chat", "Chat (C)", "Open the chat")
        self._chat_button.clicked.connect(lambda: self.open_chat(True))
        self._maximise = self._over("maximise", "Maximise (Enter)", "Maximise")
        self._maximise.clicked.connect(lambda: self.maximise_wanted.emit(self))
        self._more = self._over("more", "More", "More")
        self._more.clicked.connect(lambda: self.menu_wanted.emit(self, self._more.mapToGlobal(QPoint(0, BUTTON))))
        self._retry = QPushButton("Try now", self.picture)
        self._retry.setProperty("kind", "over")
        self._retry.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._retry.clicked.connect(lambda: self.retry_wanted.emit(self))
        self._retry.hide()
        self._badge = Badge(self.picture)
        self._show_buttons(False)

    def _over(self, icon: str, tip: str, name: str) -> QToolButton:
        button = QToolButton(self.picture)
        button.setProperty("kind", "over")
        button.setIcon(icons.icon(icon, style.theme().on_picture))
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(BUTTON, BUTTON)
        button.setToolTip(tip)
        button.setAccessibleName(name)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _show_buttons(self, is_hovered: bool) -> None:
        room = self.picture.width() > 3 * BUTTON + 6 * EDGE and self.picture.height() > 90
        self._maximise.setVisible(is_hovered and room)
        self._more.setVisible(is_hovered and room)
        self._chat_button.setVisible((is_hovered or self.session.chat.unread > 0) and not self.is_chat_open)

    def _show_badge(self) -> None:
        self._badge.show_count(0 if self.is_chat_open else self.session.chat.unread)
        self._show_buttons(self.underMouse())
        self._place_buttons()

    def _arrange(self) -> None:
        """Give picture and chat their places: beside in wide tiles, below in tall ones, else chat over a strip."""
        whole = self.rect()
        picture, chat = QRect(whole), QRect()
        beside = below = False
        if self.is_chat_open:
            beside = whole.width() >= BESIDE_WIDTH
            below = not beside and whole.height() >= BELOW_HEIGHT
            if beside:
                width = round(max(style.CHAT_MIN_WIDTH, min(whole.width() * self.chat_share, 0.6 * whole.width())))
                picture.setWidth(whole.width() - width)
                chat = QRect(picture.width(), 0, width, whole.height())
            else:
                height = round(whole.height() * 0.45) if below else min(STRIP_HEIGHT, whole.height() // 3)
                picture.setHeight(height)
                chat = QRect(0, height, whole.width(), whole.height() - height)
        self.picture.rounds_right = not beside
        self.picture.rounds_bottom = beside or not self.is_chat_open
        self.chat.rounds_left = self.is_chat_open and not beside
        self.chat.rounds_top = beside
        self.picture.setGeometry(picture)
        self.chat.setGeometry(chat)
        self._frame.setGeometry(whole)
        self._frame.raise_()
        self._place_buttons()
        self._show_retry()

    def _place_buttons(self) -> None:
        right, bottom = self.picture.width() - EDGE, self.picture.height() - EDGE
        badge = self._badge.width() + 4 if not self._badge.isHidden() else 0
        left = right - badge - BUTTON
        self._chat_button.move(left, bottom - BUTTON)
        self._badge.move(right - self._badge.width(), bottom - BUTTON // 2 - self._badge.height() // 2)
        if self.is_chat_open:
            left = right
        self._maximise.move(left - BUTTON - 6, bottom - BUTTON)
        self._more.move(left - 2 * (BUTTON + 6), bottom - BUTTON)
        size = self._retry.sizeHint()
        self._retry.setGeometry(
            (self.picture.width() - size.width()) // 2, self.picture.height() // 2 + 26, size.width(), size.height()
        )

    def _on_state_changed(self) -> None:
        self._show_retry()
        self.picture.state_changed()
        self._describe()

    def _show_retry(self) -> None:
        is_wanted = self.session.state.phase in (Phase.OFFLINE, Phase.REFUSED)
        self._retry.setVisible(is_wanted and self.picture.height() >= ROOM_FOR_WORDS)

    def _on_hello_changed(self) -> None:
        self._describe()
        self.picture.update()

    def _on_line_added(self, line: ChatLine) -> None:
        self._show_badge()

    def _on_chat_closed(self) -> None:
        self.open_chat(False)

    def _describe(self) -> None:
        self.setAccessibleName(f"{self.session.name}, {self.session.state.phase.value}")


class Badge(QWidget):
    """How many lines were not read yet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = ""
        self.hide()

    def show_count(self, count: int) -> None:
        """Show `count`, or nothing for zero."""
        self._text = str(count) if count < 100 else "99+"
        self.setFixedSize(max(20, 12 + 7 * len(self._text)), 20)
        self.setVisible(count > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(style.theme().accent))
            painter.drawRoundedRect(self.rect(), 10, 10)
            painter.setPen(QColor(style.theme().on_accent))
            painter.setFont(style.font(style.SMALL_PX, is_strong=True))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class SelectionFrame(QWidget):
    """The accent round the selected tile; lies over everything and takes no clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._is_target = False
        self.hide()

    def show_as(self, is_selected: bool, is_target: bool) -> None:
        """Selected: a thin frame. Target of a drag: a veil as well."""
        self._is_target = is_target
        self.setVisible(is_selected or is_target)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            accent = QColor(style.theme().focus)
            painter.setPen(QPen(accent, 2))
            accent.setAlpha(70)
            painter.setBrush(accent if self._is_target else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), style.RADIUS - 1, style.RADIUS - 1)
