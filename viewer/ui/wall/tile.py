"""A camera's place on the wall: its picture, its chat beside or below, and the few buttons over it."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QHideEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from camwire.translation import tr
from viewer.core.controls.presets import Presets
from viewer.core.sessions.session import Session
from viewer.core.settings import LEAST_SHARE, MOST_SHARE
from viewer.core.talk.chat import ChatLine
from viewer.ui.bridge import CameraBridge
from viewer.ui.chat.edge import ChatEdge
from viewer.ui.chat.panel import ChatPanel
from viewer.ui.look import accessible
from viewer.ui.wall.described import AWAY, description_of, hint_of, name_of, pairing_of
from viewer.ui.wall.marks import SelectionFrame
from viewer.ui.wall.over_picture import has_room_for_words
from viewer.ui.wall.picture_view import PictureView
from viewer.ui.wall.placing import Placing
from viewer.ui.wall.repaints import Repaints
from viewer.ui.wall.tile_buttons import TileButtons
from viewer.ui.wall.tile_hand import TileHand
from viewer.ui.wall.tile_side import TileSide


class Tile(QWidget):
    """One camera. Clicks, drags and wishes go to the wall as signals; the tile arranges only its own inside."""

    accessible_role = accessible.GROUP
    activated = Signal(object)  # Tile
    clicked = Signal(object, bool)  # Tile, whether it is meant together with others
    maximise_wanted = Signal(object)  # Tile
    menu_wanted = Signal(object, QPoint)  # Tile, global position
    dragged = Signal(object, QPoint)  # Tile, global position
    dropped = Signal(object, QPoint)  # Tile, global position
    retry_wanted = Signal(object)  # Tile
    pair_wanted = Signal(object)  # Tile
    chat_toggled = Signal(object)  # Tile
    chat_share_changed = Signal(float)
    heard = Signal()
    """The camera has said something."""

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        can_retry: bool = True,
        repaints: Repaints | None = None,
        presets: Presets | None = None,
    ) -> None:
        """`presets` are those of this camera."""
        super().__init__(parent)
        self._can_retry = can_retry
        # With a click, `mousePressEvent` takes the keyboard, once it has told who had it.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Without one of its own it would have the one of the gap over which the pointer came.
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.session = session
        self.chat_share = 0.34
        self.is_maximised = False
        self._bridge = CameraBridge(session, self)
        self.picture = PictureView(session, self, repaints)
        self._placing = Placing(session, self.picture)
        self.chat = ChatPanel(self._bridge, lambda: self.picture.shown, self)
        self.chat.hide()
        self.side = TileSide(self.chat, self.picture, self._bridge, presets or Presets([], session.identity.key), self)
        self._hand = TileHand(self, self.picture.zoom)
        self._buttons = TileButtons(self.picture)
        self._edge = ChatEdge(self)
        self._frame = SelectionFrame(self)
        self._connect()
        self._on_name_changed()
        self._on_state_changed()

    @property
    def is_chat_open(self) -> bool:
        """Whether the chat box is open."""
        return not self.chat.isHidden()

    def open_chat(self, is_open: bool) -> None:
        """Open or close the chat box; opening puts the keyboard into it."""
        if self.side.show_chat(is_open):
            self.chat_toggled.emit(self)
        if is_open and self.isVisible():
            self.chat.focus_composer()
        elif not is_open:
            self.setFocus()

    def open_camera(self, is_open: bool) -> None:
        """Open what can be set at the camera, in the place of the chat; or close it. The keyboard goes with it."""
        self.side.show_camera(is_open)
        if is_open and self.isVisible():
            self.side.focus()
        elif not is_open:
            self.setFocus()

    def close_side(self) -> None:
        """Close what stands beside the picture."""
        if self.side.is_camera_open:
            self.open_camera(False)
        elif self.is_chat_open:
            self.open_chat(False)

    def share(self, chat_share: float) -> None:
        """Give the chat beside the picture so much of the width."""
        self.chat_share = chat_share
        self._arrange()

    def mark(self, is_selected: bool, is_target: bool = False) -> None:
        """Show that this is the selected tile, or the one a dragged tile would change places with."""
        self._frame.show_as(is_selected, is_target)

    def show_marked(self, is_marked: bool) -> None:
        """Show that this tile is one of those with which something is to be done."""
        self._frame.show_marked(is_marked)

    def show_maximised(self, is_maximised: bool) -> None:
        """Know whether this tile is shown alone."""
        if is_maximised != self.is_maximised:
            self.is_maximised = is_maximised
            self._placing.show_whole(is_maximised)
            self._buttons.show_maximised(is_maximised)

    def look(self) -> None:
        """Whether the picture is seen may have changed."""
        self._placing.look()

    def orient(self) -> None:
        """The person wants to see the pictures turned otherwise."""
        self.picture.orient(self.session.orientation)
        self._placing.moved()

    def show_statistics(self, has_statistics: bool) -> None:
        """Show figures instead of the bare age."""
        self.picture.overlay.has_statistics = has_statistics
        self.picture.update()

    def show_caption(self, has_caption: bool) -> None:
        """Show what the camera said last over its picture."""
        self.picture.overlay.has_caption = has_caption
        self.picture.update()

    def refresh(self, next_try: float | None, now: float) -> None:
        """Bring counting words up to date; `next_try` is when the camera is called again after trouble."""
        self.picture.overlay.hint = hint_of(self.session, self._can_retry, next_try, now)
        self.picture.refresh()

    def describe(self) -> str:
        """What is so just now, for who cannot see it."""
        overlay = self.picture.overlay
        return description_of(self.session, overlay.recent_age(), self._frame.is_marked, overlay.marks.sentences)

    def let_go(self) -> None:
        """The session is being removed."""
        self._placing.let_go()
        self._bridge.let_go()
        self.picture.let_go()
        self.side.let_go()

    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        self._placing.look()

    def hideEvent(self, event: QHideEvent) -> None:
        self._placing.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_buttons(is_hovered=True)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_buttons(is_hovered=False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.activated.emit(self)
        self.menu_wanted.emit(self, event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_together = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.button() == Qt.MouseButton.LeftButton:
            # Before the keyboard moves: the tile that has it is meant as well.
            self.clicked.emit(self, is_together)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.activated.emit(self)
        if event.button() == Qt.MouseButton.LeftButton and not is_together:
            self._hand.press(event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.globalPosition().toPoint()
        if self._hand.move(here, can_drag=not self.is_maximised):
            self.dragged.emit(self, here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._hand.let_go():
            self.dropped.emit(self, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._hand.let_go()
        self.maximise_wanted.emit(self)

    def _connect(self) -> None:
        self._bridge.on_picture = self.picture.picture_ready
        self._bridge.state_changed.connect(self._on_state_changed)
        self._bridge.name_changed.connect(self._on_name_changed)
        self._bridge.line_added.connect(self._on_line_added)
        self.chat.closed.connect(lambda: self.open_chat(False))
        self.chat.left.connect(self.setFocus)
        self.chat.widened.connect(lambda by: self._change_share(self.chat_share + by))
        self.side.changed.connect(self._arrange)
        self.side.left.connect(self.setFocus)
        self.picture.zoom.changed.connect(self.side.cover)
        self.picture.size_changed.connect(self._on_picture_size_changed)
        self._edge.grabbed.connect(self.side.focus)
        self._edge.dragged.connect(self._on_edge_dragged)
        self._buttons.chat_wanted.connect(lambda: self.open_chat(True))
        self._buttons.camera_wanted.connect(lambda: self.open_camera(True))
        self._buttons.maximise_wanted.connect(lambda: self.maximise_wanted.emit(self))
        self._buttons.menu_wanted.connect(lambda where: self.menu_wanted.emit(self, where))
        self._buttons.retry_wanted.connect(lambda: self.retry_wanted.emit(self))
        self._buttons.pair_wanted.connect(lambda: self.pair_wanted.emit(self))

    def _arrange(self) -> None:
        """Give the picture and what belongs to it their places."""
        whole, place = self.rect(), self.side.place(self.chat_share)
        is_beside = place is not None and place.is_beside
        self.picture.rounds_right = not is_beside
        self.picture.rounds_bottom = is_beside or place is None
        self.picture.setGeometry(whole if place is None else place.picture)
        self._buttons.is_covered = place is not None and place.is_over
        self._placing.moved()
        self.side.cover()
        self._edge.put(self.picture.width() if is_beside else None, whole.height())
        self._frame.setGeometry(whole)
        self._frame.raise_()
        self._show_buttons(self.underMouse())

    def _on_picture_size_changed(self) -> None:
        # A picture of another shape may have more room elsewhere.
        if self.side.current is not None:
            self._arrange()

    def _on_edge_dragged(self, where: QPoint) -> None:
        self._change_share((self.width() - self.mapFromGlobal(where).x()) / self.width())

    def _change_share(self, share: float) -> None:
        self.chat_share_changed.emit(max(LEAST_SHARE, min(MOST_SHARE, share)))

    def _show_buttons(self, is_hovered: bool) -> None:
        can_be_set = bool(self.session.controls.rows) and not self.side.is_camera_open
        self._buttons.show(is_hovered, self.session.chat.unread, self.is_chat_open, can_be_set)
        phase = self.session.state.phase
        is_wanted = self._can_retry and phase in AWAY and has_room_for_words(self.picture.size())
        self._buttons.show_retry(is_wanted, pairing_of(self.session))

    def _on_state_changed(self) -> None:
        self._show_buttons(self.underMouse())
        self.picture.state_changed()
        self._describe()

    def _on_name_changed(self) -> None:
        # With whom the conversation is may have turned out just now, and so what is unread in it.
        self._show_buttons(self.underMouse())
        self._describe()
        self.picture.update()

    def _on_line_added(self, line: ChatLine) -> None:
        self._show_buttons(self.underMouse())
        if self.picture.overlay.has_caption:
            self.picture.update()
        if not line.is_mine:
            self.heard.emit()
            accessible.announce(self, tr("{camera} says: {text}", camera=self.session.name, text=line.text))

    def _describe(self) -> None:
        name = name_of(self.session)
        if name != self.accessibleName():
            self.setAccessibleName(name)
            accessible.announce(self, name)
        # In a small tile there is no room for the sentence.
        self.picture.show_tip()
