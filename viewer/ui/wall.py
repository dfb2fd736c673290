"""The wall of tiles: puts them in their places, drags boundaries, swaps, selects, maximises, and says who has news."""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.core.arrangement import Arrangement, Boundary, neighbour
from viewer.core.ceiling import Ceiling
from viewer.core.fleet import Fleet
from viewer.core.presets import Presets
from viewer.core.session import Session
from viewer.core.settings import PresetSettings, WallSettings
from viewer.ui import style
from viewer.ui.repaints import Repaints
from viewer.ui.selection import Selection
from viewer.ui.tile import Tile

REFRESH_MS = 400
BYTES_PER_MBIT = 1e6 / 8
USUAL_ASPECT = 4 / 3
SAME_ASPECT = 0.04
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEYS = (*ENTER, Qt.Key.Key_C, Qt.Key.Key_A, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Menu)
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Wall(QWidget):
    """Owns the tiles. Keeps the arrangement in the settings it was given."""

    remove_wanted = Signal(object)  # Session
    rename_wanted = Signal(object)  # Session
    menu_wanted = Signal(object, QPoint)  # Tile, global position
    fullscreen_wanted = Signal(bool)
    arrangement_changed = Signal()
    presets_changed = Signal()
    rate_measured = Signal(float)  # Mbit/s that all pictures take, while figures are shown
    unread_changed = Signal(int)  # how many cameras have lines that nobody has read

    def __init__(
        self,
        fleet: Fleet,
        settings: WallSettings,
        parent: QWidget | None = None,
        presets: list[PresetSettings] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("wall")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(320, 200))
        self._fleet = fleet
        self._settings = settings
        self._presets = [] if presets is None else presets
        self._arrangement = Arrangement(settings, style.GAP)
        self._tiles: dict[str, Tile] = {}
        self._repaints = Repaints(self)
        self._selected: Tile | None = None
        self._last: Tile | None = None
        self.selection = Selection(self)
        self.ceiling = Ceiling(fleet)
        self._unread = 0
        self._aspect = USUAL_ASPECT
        self._has_statistics = False
        self._has_captions = False
        self._boundary: Boundary | None = None
        self._grabbed_at = QPoint()
        self.remark: Callable[[Session], str] = lambda session: ""
        """What is to be said beside a camera's name."""
        self._refresh = QTimer(self)
        self._refresh.setInterval(REFRESH_MS)
        self._refresh.timeout.connect(self._on_refresh)
        self.limit(settings.ceiling_mbit)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    # What the window asks

    def add(self, session: Session) -> Tile:
        """Give a camera a tile: where it was last time, else at the end."""
        key = session.identity.key
        presets = Presets(self._presets, key, self.presets_changed.emit)
        tile = Tile(session, self, self._fleet.is_dialled(key), self._repaints, presets)
        self._tiles[key] = tile
        self.ceiling.admit(session)
        tile.chat_share = self._settings.chat_share
        tile.show_statistics(self._has_statistics)
        tile.show_caption(self._has_captions)
        self._connect(tile)
        if session.identity.key in self._settings.chats:
            tile.chat.show()
        self.arrange()
        self._refresh.start()
        return tile

    def remove(self, session: Session) -> None:
        """Take a camera's tile away; the next one is selected in its place."""
        place = self.tiles.index(self._tiles[session.identity.key])
        tile = self._tiles.pop(session.identity.key)
        tile.let_go()
        self.selection.set([each for each in self.selection.tiles if each is not tile])
        if self._selected is tile:
            rest = self.tiles
            self.select(rest[min(place, len(rest) - 1)] if rest else None)
        tile.hide()
        tile.deleteLater()
        self._arrangement.forget(session.identity.key)
        if not self._tiles:
            self._refresh.stop()
        self.arrange()
        self._count_unread()

    def forget(self, keys: Iterable[str]) -> None:
        """Remember nothing of these cameras' places."""
        for key in keys:
            self._arrangement.forget(key)

    @property
    def tiles(self) -> list[Tile]:
        """All tiles in reading order."""
        return [self._tiles[key] for key in self._arrangement.ordered(self._tiles)]

    @property
    def meant(self) -> list[Tile]:
        """The tiles to which something is said at once: those that are marked, else all."""
        marked = self.selection.tiles
        return [tile for tile in self.tiles if not marked or tile in marked]

    @property
    def selected(self) -> Tile | None:
        """The tile that keys act upon."""
        return self._selected

    @property
    def maximised(self) -> Tile | None:
        """The one tile that is shown alone, if any."""
        return self._tiles.get(self._settings.maximised)

    def maximise(self, tile: Tile | None) -> None:
        """Show one tile alone, or all again."""
        self._settings.maximised = "" if tile is None else tile.session.identity.key
        self.arrange()
        self.arrangement_changed.emit()

    def show_chat(self, session: Session) -> Tile | None:
        """Show a camera's chat, and the keyboard in it; None if the camera is not on the wall."""
        tile = self._tiles.get(session.identity.key)
        if tile is not None:
            if self.maximised not in (None, tile):
                self.maximise(tile)
            tile.open_chat(True)
        return tile

    def limit(self, mbit: float) -> None:
        """Let all pictures together take so many Mbit/s of the network, 0: as many as they need; and remember it."""
        self._settings.ceiling_mbit = mbit
        self.ceiling.allow(round(mbit * BYTES_PER_MBIT), time.monotonic())

    def taken(self) -> float:
        """Mbit/s that all pictures take now."""
        return self.ceiling.taken(time.monotonic()) / BYTES_PER_MBIT

    def show_statistics(self, has_statistics: bool) -> None:
        """Show figures on every tile."""
        self._has_statistics = has_statistics
        for tile in self._tiles.values():
            tile.show_statistics(has_statistics)

    def show_captions(self, has_captions: bool) -> None:
        """Show on every picture what its camera said last."""
        self._has_captions = has_captions
        for tile in self._tiles.values():
            tile.show_caption(has_captions)

    def look(self) -> None:
        """Which tiles are seen may have changed."""
        for tile in self._tiles.values():
            tile.look()

    def select(self, tile: Tile | None) -> None:
        """Make `tile` the one that keys act upon."""
        if self._selected is not None and self._selected is not tile:
            self._selected.mark(False)
        self._selected = tile
        self._last = tile or self._last
        if tile is not None:
            tile.mark(True)
        self._put_first()

    def arrange(self) -> None:
        """Put every tile where it belongs."""
        self._put_first()
        alone, tiles, gap = self.maximised, self.tiles, style.GAP
        self._measure()
        self._arrangement.fit(len(tiles), self.width(), self.height(), self._aspect)
        for tile, spot in zip(tiles, self._arrangement.places(), strict=True):
            tile.show_maximised(tile is alone)
            if alone is None:
                tile.setGeometry(spot.x, spot.y, spot.width, spot.height)
            elif tile is alone:
                tile.setGeometry(self.rect().adjusted(gap, gap, -gap, -gap))
            tile.setVisible(alone is None or tile is alone)

    def _put_first(self) -> None:
        """Where the network is not enough for all, serve the tile that the person looks at before the others."""
        tile = self.maximised or self._selected
        self.ceiling.put_first(None if tile is None else tile.session, time.monotonic())

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed_at = event.position().toPoint()
            self._boundary = self._boundary_at(self._grabbed_at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._boundary is None:
            self._show_cursor(self._boundary_at(here))
            return
        by = here - self._grabbed_at
        self._grabbed_at = here
        self._arrangement.move(self._boundary, by.x(), by.y())
        self.arrange()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._boundary is not None:
            self._boundary = None
            self.arrangement_changed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        boundary = self._boundary_at(event.position().toPoint())
        if boundary is not None:
            self._arrangement.even_out(boundary)
            self.arrange()
            self.arrangement_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, tile = event.key(), self._selected or self._meant_tile()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._is_typing():
            super().keyPressEvent(event)
            return
        if key in STEPS and self._tiles:
            self._step(*STEPS[Qt.Key(key)], held)
        elif self.selection.takes(event, tile, self.tiles):
            if tile is not None and self._selected is None:
                tile.setFocus()
        elif held:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif tile is None or not self._act_on(tile, key):
            super().keyPressEvent(event)

    # Inside

    def _is_typing(self) -> bool:
        """Whether a key that nobody took was pressed beside a picture: there it means nothing to the wall."""
        return any(tile.side.has_keyboard for tile in self._tiles.values())

    def _meant_tile(self) -> Tile | None:
        """What a key means while none is selected: the tile under the pointer, the last selected one, or the first."""
        tiles = self.tiles
        meant = self._last if self._last in tiles else tiles[0] if tiles else None
        return next((tile for tile in tiles if tile.underMouse()), meant)

    def _act_on(self, tile: Tile, key: int) -> bool:
        """Do what a key means for a tile; False if it means nothing."""
        if key in KEYS:
            self.select(tile)
        if key in ENTER:
            self.maximise(None if self.maximised else tile)
        elif key == Qt.Key.Key_C:
            tile.open_chat(True)
        elif key == Qt.Key.Key_A:
            tile.open_camera(True)
        elif key == Qt.Key.Key_F2:
            self.rename_wanted.emit(tile.session)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(tile.session)
        elif key == Qt.Key.Key_Menu:
            self.menu_wanted.emit(tile, tile.mapToGlobal(tile.rect().center()))
        else:
            return False
        return True

    def _connect(self, tile: Tile) -> None:
        tile.activated.connect(self.select)
        tile.clicked.connect(self._on_clicked)
        tile.maximise_wanted.connect(self._on_maximise_wanted)
        tile.menu_wanted.connect(self.menu_wanted)
        tile.dragged.connect(self._on_dragged)
        tile.dropped.connect(self._on_dropped)
        tile.retry_wanted.connect(self._on_retry_wanted)
        tile.chat_toggled.connect(self._on_chat_toggled)
        tile.chat_share_changed.connect(self._on_chat_share_changed)
        tile.picture.size_changed.connect(self.arrange)

    def _measure(self) -> None:
        """Find the typical width / height of the pictures shown.

        They come in the sizes of their tiles, in whole pixels: what that does to their shape must not move the tiles.
        """
        sizes = [tile.picture.picture_size for tile in self._tiles.values()]
        aspects = sorted(size.width() / size.height() for size in sizes if size.height())
        typical = aspects[len(aspects) // 2] if aspects else USUAL_ASPECT
        if abs(typical / self._aspect - 1) > SAME_ASPECT:
            self._aspect = typical

    def _boundary_at(self, point: QPoint) -> Boundary | None:
        return None if self.maximised else self._arrangement.boundary_at(point.x(), point.y())

    def _show_cursor(self, boundary: Boundary | None) -> None:
        if boundary is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.SplitVCursor if boundary.is_row else Qt.CursorShape.SplitHCursor)

    def _tile_at(self, point: QPoint) -> Tile | None:
        here = self.mapFromGlobal(point)
        return next((tile for tile in self.tiles if tile.isVisible() and tile.geometry().contains(here)), None)

    def _swap(self, one: Tile, other: Tile) -> None:
        self._arrangement.swap(one.session.identity.key, other.session.identity.key)
        self.arrange()
        self.arrangement_changed.emit()

    def _step(self, across: int, down: int, held: Qt.KeyboardModifier) -> None:
        """Go to the neighbour of the selected tile, or to the next camera when one is shown alone.

        With Ctrl they change places; with Shift both are marked.
        """
        tiles = self.tiles
        if self._selected is None:
            tiles[0].setFocus()
            return
        here = tiles.index(self._selected)
        if self.maximised is not None:
            there: int | None = (here + across + down) % len(tiles)
        else:
            there = neighbour(self._arrangement.places(), here, across, down)
        if there is None:
            return
        if held & Qt.KeyboardModifier.ControlModifier:
            self._swap(tiles[here], tiles[there])
            return
        if held & Qt.KeyboardModifier.ShiftModifier:
            self.selection.extend(tiles[here], tiles[there])
        if self.maximised is not None:
            self.maximise(tiles[there])
        tiles[there].setFocus()

    def _escape(self) -> None:
        if self.selection.clear():
            return
        if self.maximised is not None:
            self.maximise(None)
        elif self.window().isFullScreen():
            self.fullscreen_wanted.emit(False)
        else:
            self.select(None)
            self.setFocus()

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Wherever in a tile the keyboard is, that tile is the selected one."""
        for tile in self._tiles.values():
            if now is not None and (tile is now or tile.isAncestorOf(now)):
                self.select(tile)

    def _on_clicked(self, tile: Tile, is_together: bool) -> None:
        if is_together:
            self.selection.toggle(tile, self._selected)
        else:
            self.selection.clear()

    def _on_maximise_wanted(self, tile: Tile) -> None:
        self.maximise(None if self.maximised is tile else tile)

    def _on_dragged(self, tile: Tile, where: QPoint) -> None:
        target = self._tile_at(where)
        for each in self._tiles.values():
            each.mark(each is self._selected, is_target=each is target and target is not tile)

    def _on_dropped(self, tile: Tile, where: QPoint) -> None:
        target = self._tile_at(where)
        for each in self._tiles.values():
            each.mark(each is self._selected)
        if target is not None and target is not tile:
            self._swap(tile, target)

    def _on_retry_wanted(self, tile: Tile) -> None:
        self._fleet.retry_now(tile.session.identity.key)

    def _on_chat_share_changed(self, share: float) -> None:
        self._settings.chat_share = share
        for each in self._tiles.values():
            each.share(share)
        self.arrangement_changed.emit()

    def _on_chat_toggled(self, tile: Tile) -> None:
        key, chats = tile.session.identity.key, self._settings.chats
        if tile.is_chat_open and key not in chats:
            chats.append(key)
        elif not tile.is_chat_open and key in chats:
            chats.remove(key)
        self.arrange()
        self.arrangement_changed.emit()

    def _on_refresh(self) -> None:
        now = time.monotonic()
        self.ceiling.tick(now)
        if self._has_statistics:
            self.rate_measured.emit(self.taken())
        for tile in self._tiles.values():
            if tile.isVisible():
                tile.picture.overlay.remark = self.remark(tile.session)
                tile.refresh(self._fleet.next_try(tile.session.identity.key), now)
        self._count_unread()

    def _count_unread(self) -> None:
        unread = sum(tile.session.chat.unread > 0 for tile in self._tiles.values())
        if unread != self._unread:
            self._unread = unread
            self.unread_changed.emit(unread)
