"""The wall of tiles: puts them in their places, selects, and maximises."""

import time
from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.core.ceiling import Ceiling
from viewer.core.controls.presets import Presets
from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session
from viewer.core.settings import PresetSettings, WallSettings
from viewer.core.wall.arrangement import Arrangement
from viewer.core.wall.typical_aspect import TypicalAspect
from viewer.ui.look import style
from viewer.ui.wall.boundary_drag import BoundaryDrag
from viewer.ui.wall.clock import BYTES_PER_MBIT, WallClock
from viewer.ui.wall.keys import WallKeys
from viewer.ui.wall.repaints import Repaints
from viewer.ui.wall.tile import Tile
from viewer.ui.wall.tile_drag import TileDrag
from viewer.ui.wall.tiles import Tiles


class Wall(QWidget):
    """Owns the tiles. Keeps the arrangement in the settings it was given."""

    menu_wanted = Signal(object, QPoint)  # Tile, global position
    arrangement_changed = Signal()
    presets_changed = Signal()

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
        self._tiles = Tiles(self._arrangement, self)
        self.selection = self._tiles.marked
        self._repaints = Repaints(self)
        self.ceiling = Ceiling(fleet)
        self.clock = WallClock(self._tiles, fleet, self.ceiling, self)
        self._aspect = TypicalAspect()
        self.keys = WallKeys(self._tiles, self)
        self._boundary_drag = BoundaryDrag(self, self._arrangement, lambda: self.maximised is not None)
        self._tile_drag = TileDrag(self._tiles, self)
        self._has_captions = False
        self.limit(settings.ceiling_mbit)
        self._connect()

    # What the window asks

    def add(self, session: Session) -> Tile:
        """Give a camera a tile: where it was last time, else at the end."""
        key = session.identity.key
        presets = Presets(self._presets, key, self.presets_changed.emit)
        tile = Tile(session, self, self._fleet.is_dialled(key), self._repaints, presets)
        self._tiles.add(key, tile)
        self.ceiling.admit(session)
        tile.chat_share = self._settings.chat_share
        tile.show_statistics(self.clock.has_statistics)
        tile.show_caption(self._has_captions)
        self._connect_tile(tile)
        if session.identity.key in self._settings.chats:
            tile.chat.show()
        self.arrange()
        self.clock.start()
        return tile

    def remove(self, session: Session) -> None:
        """Take a camera's tile away; the next one is selected in its place."""
        key = session.identity.key
        tile = self._tiles[key]
        focus = self.window().focusWidget()
        had_keyboard = focus is not None and (tile is focus or tile.isAncestorOf(focus))
        tile.let_go()
        self._tiles.remove(key)
        if had_keyboard:
            # Qt would give it to whatever comes next in the window.
            (self.selected or self).setFocus()
        tile.hide()
        tile.deleteLater()
        if not len(self._tiles):
            self.clock.stop()
        self.arrange()
        self.clock.count_unread()

    def forget(self, keys: Iterable[str]) -> None:
        """Remember nothing of these cameras' places."""
        for key in keys:
            self._arrangement.forget(key)

    @property
    def tiles(self) -> list[Tile]:
        """All tiles in reading order."""
        return self._tiles.ordered

    @property
    def meant(self) -> list[Tile]:
        """The tiles to which something is said at once: those that are marked, else all."""
        marked = self.selection.tiles
        return [tile for tile in self.tiles if not marked or tile in marked]

    @property
    def selected(self) -> Tile | None:
        """The tile that keys act upon."""
        return self._tiles.selected

    @property
    def maximised(self) -> Tile | None:
        """The one tile that is shown alone, if any."""
        return self._tiles.alone

    def maximise(self, tile: Tile | None) -> None:
        """Show one tile alone, or all again."""
        self._tiles.show_alone(tile)

    def go_to(self, session: Session) -> None:
        """Show a camera, and put the keyboard into its tile."""
        tile = self._tiles[session.identity.key]
        if self.maximised not in (None, tile):
            self.maximise(tile)
        self.select(tile)
        tile.setFocus()

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
        self.clock.has_statistics = has_statistics
        for tile in self._tiles:
            tile.show_statistics(has_statistics)

    def show_captions(self, has_captions: bool) -> None:
        """Show on every picture what its camera said last."""
        self._has_captions = has_captions
        for tile in self._tiles:
            tile.show_caption(has_captions)

    def look(self) -> None:
        """Which tiles are seen may have changed."""
        for tile in self._tiles:
            tile.look()

    def select(self, tile: Tile | None) -> None:
        """Make `tile` the one that keys act upon."""
        self._tiles.select(tile)

    def arrange(self) -> None:
        """Put every tile where it belongs."""
        self._put_first()
        alone, tiles, gap = self.maximised, self.tiles, style.GAP
        sizes = (tile.picture.picture_size for tile in tiles)
        aspect = self._aspect.measure((size.width(), size.height()) for size in sizes)
        self._arrangement.fit(len(tiles), self.width(), self.height(), aspect)
        for tile, spot in zip(tiles, self._arrangement.places(), strict=True):
            tile.show_maximised(tile is alone)
            if alone is None:
                tile.setGeometry(spot.x, spot.y, spot.width, spot.height)
            elif tile is alone:
                tile.setGeometry(self.rect().adjusted(gap, gap, -gap, -gap))
            tile.setVisible(alone is None or tile is alone)

    def _put_first(self) -> None:
        """Where the network is not enough for all, serve the tile that the person looks at before the others."""
        tile = self.maximised or self.selected
        self.ceiling.put_first(None if tile is None else tile.session, time.monotonic())

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._boundary_drag.grab(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._boundary_drag.move(event.position().toPoint()):
            self.arrange()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._boundary_drag.let_go():
            self.arrangement_changed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._boundary_drag.even_out(event.position().toPoint()):
            self.arrange()
            self.arrangement_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.take(event):
            super().keyPressEvent(event)

    # Inside

    def _connect(self) -> None:
        self._tiles.chosen.connect(self._put_first)
        self._tiles.moved.connect(self._on_moved)
        self.keys.menu_wanted.connect(self.menu_wanted)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def _connect_tile(self, tile: Tile) -> None:
        tile.activated.connect(self.select)
        tile.clicked.connect(self._on_clicked)
        tile.maximise_wanted.connect(self._on_maximise_wanted)
        tile.menu_wanted.connect(self.menu_wanted)
        tile.dragged.connect(self._tile_drag.move)
        tile.dropped.connect(self._tile_drag.drop)
        tile.retry_wanted.connect(self._on_retry_wanted)
        tile.chat_toggled.connect(self._on_chat_toggled)
        tile.chat_share_changed.connect(self._on_chat_share_changed)
        tile.picture.size_changed.connect(self.arrange)
        tile.side.changed.connect(lambda: self._tiles.make_room(tile))

    def _on_moved(self) -> None:
        self.arrange()
        self.arrangement_changed.emit()

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Wherever in a tile the keyboard is, that tile is the selected one."""
        for tile in self._tiles:
            if now is not None and (tile is now or tile.isAncestorOf(now)):
                self.select(tile)

    def _on_clicked(self, tile: Tile, is_together: bool) -> None:
        if is_together:
            self.selection.toggle(tile, self.selected)
        else:
            self.selection.clear()

    def _on_maximise_wanted(self, tile: Tile) -> None:
        self.maximise(None if self.maximised is tile else tile)

    def _on_retry_wanted(self, tile: Tile) -> None:
        self._fleet.retry_now(tile.session.identity.key)

    def _on_chat_share_changed(self, share: float) -> None:
        self._settings.chat_share = share
        for each in self._tiles:
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
