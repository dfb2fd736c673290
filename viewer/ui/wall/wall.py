"""The wall of tiles: puts them in their places, selects, and maximises."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from camwire.translation import tr
from viewer.core.ceiling import Ceiling
from viewer.core.controls.presets import Presets
from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session
from viewer.core.settings import PresetSettings, WallSettings
from viewer.core.wall.arrangement import Arrangement, Groups
from viewer.core.wall.grid import Rect
from viewer.core.wall.layout import Hotspot, Layout
from viewer.core.wall.typical_aspect import TypicalAspect
from viewer.core.wall.undo import Undo
from viewer.ui.look import accessible, style
from viewer.ui.wall.arranging import Arranging
from viewer.ui.wall.boundary_drag import BoundaryDrag
from viewer.ui.wall.camera_drop import CameraDrop, carried_by
from viewer.ui.wall.carousel import Carousel
from viewer.ui.wall.clock import BYTES_PER_MBIT, WallClock
from viewer.ui.wall.hot import Hot
from viewer.ui.wall.keys import WallKeys
from viewer.ui.wall.page_strip import STRIP_HEIGHT, PageStrip
from viewer.ui.wall.repaints import Repaints
from viewer.ui.wall.tile import Tile
from viewer.ui.wall.tile_drag import TileDrag
from viewer.ui.wall.tiles import Tiles


@dataclass(frozen=True, slots=True)
class WallMemory:
    """Where cameras were, whose chats were open, and which was alone."""

    layout: Layout
    unnamed: Layout
    chats: tuple[str, ...]
    maximised: str


class Wall(QWidget):
    """Owns the tiles. Keeps the arrangement in the settings it was given."""

    accessible_role = accessible.GROUP
    menu_wanted = Signal(object, QPoint)  # Tile, global position
    arrangement_changed = Signal()
    presets_changed = Signal()
    camera_dropped = Signal(str, object)  # key, Tile or None

    def __init__(
        self,
        fleet: Fleet,
        settings: WallSettings,
        parent: QWidget | None = None,
        presets: list[PresetSettings] | None = None,
        groups: Groups = dict,
        undo: Undo | None = None,
        ceiling: Ceiling | None = None,
    ) -> None:
        """`groups` says which cameras are in which; `undo` and `ceiling` are shared by the walls of all windows."""
        super().__init__(parent)
        self.setObjectName("wall")
        self.setAccessibleName(tr("Wall of cameras"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumSize(QSize(320, 200))
        self._fleet = fleet
        self._settings = settings
        self._presets = [] if presets is None else presets
        self._arrangement = Arrangement(settings, style.GAP, groups)
        self.arranging = Arranging(self._arrangement, undo or Undo(), self)
        self._tiles = Tiles(self._arrangement, self)
        self.selection = self._tiles.marked
        self._repaints = Repaints(self)
        self.ceiling = ceiling or Ceiling(fleet)
        self.clock = WallClock(self._tiles, fleet, self.ceiling, self)
        self._aspect = TypicalAspect()
        self.keys = WallKeys(self._tiles, self)
        self._boundary_drag = BoundaryDrag(self, self._arrangement, lambda: self.maximised is not None)
        self._tile_drag = TileDrag(self._tiles, self)
        self.hot = Hot(self._tiles, self.arranging, self)
        self._carousel = Carousel(self._tiles, self.arranging, self)
        self._strip = PageStrip(self.arranging, self)
        self._drop = CameraDrop(self._tiles, self)
        self.home_of: Callable[[Session], Wall] = lambda session: self
        """The wall, of all windows, on which a camera is."""
        self.invitation = ""
        """What to say while it has no tiles."""
        self._hint = QLabel(self)
        self._hint.setProperty("kind", "lead")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._has_captions = False
        if ceiling is None:
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
        """Take a camera's tile away; the next one is selected in its place. Its place is remembered."""
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

    def let_go(self) -> None:
        """This wall is shown no more; everything is remembered as it is."""
        self.clock.stop()
        self._carousel.stop()
        for tile in self._tiles:
            tile.let_go()

    def forget(self, keys: Iterable[str]) -> None:
        """Remember nothing of these cameras' places."""
        for key in keys:
            self._arrangement.forget(key)
        self.arranging.accept()

    @property
    def tiles(self) -> list[Tile]:
        """All tiles that the layout shows, on all of its pages, in reading order."""
        return self._tiles.ordered

    @property
    def all_tiles(self) -> list[Tile]:
        """All tiles there are, also of cameras that the layout does not show."""
        return list(self._tiles)

    def shape_of(self, tile: Tile) -> float:
        """Width by height of a camera's pictures; of most on the wall, before the first has come."""
        size = tile.picture.picture_size
        return size.width() / size.height() if size.height() else self._aspect.value

    @property
    def meant(self) -> list[Tile]:
        """The tiles to which something is said at once: those that are marked, else all."""
        marked = self.selection.tiles
        return [tile for tile in self.tiles if not marked or tile in marked]

    def __contains__(self, session: Session) -> bool:
        """Whether the camera has a tile here."""
        return self._tiles.get(session.identity.key) is not None

    @property
    def selected(self) -> Tile | None:
        """The tile that keys act upon."""
        return self._tiles.selected

    @property
    def current(self) -> Tile | None:
        """The tile that a key would act upon: the selected one, or the one that would be selected for it."""
        return self._tiles.meant

    @property
    def maximised(self) -> Tile | None:
        """The one tile that is shown alone, if any."""
        return self._tiles.alone

    def maximise(self, tile: Tile | None) -> None:
        """Show one tile alone, or all again."""
        self._tiles.show_alone(tile)

    def go_to(self, session: Session) -> None:
        """Show a camera, and put the keyboard into its tile."""
        home = self.home_of(session)
        if home is not self:
            home.go_to(session)
            return
        self.window().activateWindow()
        tile = self._tiles[session.identity.key]
        self._reveal(tile)
        self.select(tile)
        tile.setFocus()

    def show_chat(self, session: Session) -> Tile | None:
        """Show a camera's chat, and the keyboard in it; None if the camera is not on the wall."""
        home = self.home_of(session)
        if home is not self:
            home.window().activateWindow()
            return home.show_chat(session)
        tile = self._tiles.get(session.identity.key)
        if tile is not None:
            self._reveal(tile)
            tile.open_chat(True)
        return tile

    def memory(self) -> WallMemory:
        """What is remembered of the cameras' places now."""
        settings = self._settings
        return WallMemory(settings.layout, settings.unnamed, tuple(settings.chats), settings.maximised)

    def remember(self, memory: WallMemory) -> None:
        """Take all places back to what they were."""
        settings = self._settings
        settings.layout, settings.unnamed, settings.maximised = memory.layout, memory.unnamed, memory.maximised
        settings.chats[:] = memory.chats
        self.arranging.accept()
        self.arrange()

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
        alone, gap = self.maximised, style.GAP
        places = self._places()
        for tile in self._tiles:
            spot = places.get(tile.session.identity.key)
            tile.show_maximised(tile is alone)
            if tile is alone:
                tile.setGeometry(self.rect().adjusted(gap, gap, -gap, -gap))
            elif alone is None and spot is not None:
                tile.setGeometry(spot.x, spot.y, spot.width, spot.height)
            tile.setVisible(tile is alone or (alone is None and spot is not None))
        self._hint.setText(self._what_to_do())
        self._hint.setGeometry(self.rect().adjusted(24, 24, -24, -24))
        self._hint.setVisible(not places and alone is None)
        self._strip.setGeometry(0, self.height() - STRIP_HEIGHT, self.width(), STRIP_HEIGHT)
        self._strip.show_page(self._arrangement.page_count > 1 and alone is None)

    def _places(self) -> dict[str, Rect]:
        """Where the cameras of this page go; where there are several, their number is shown below."""
        sizes = (tile.picture.picture_size for tile in self._tiles)
        aspect = self._aspect.measure((size.width(), size.height()) for size in sizes)
        keys = [tile.session.identity.key for tile in self._tiles]
        self._arrangement.fit(keys, self.width(), self.height(), aspect, self.hot.key)
        if self._arrangement.page_count > 1:
            self._arrangement.fit(keys, self.width(), self.height() - STRIP_HEIGHT, aspect, self.hot.key)
        return self._arrangement.places()

    def _what_to_do(self) -> str:
        """What to say where no tile is."""
        if not len(self._tiles):
            return self.invitation
        return tr("This layout shows none of the cameras that are here. “Automatic layout” shows all of them.")

    def _reveal(self, tile: Tile) -> None:
        """Bring a tile into sight: alone if one is alone now, or if the layout does not show it; else its page."""
        key = tile.session.identity.key
        page = self._arrangement.page_of(key)
        if self.maximised not in (None, tile) or page is None:
            self.maximise(tile)
        elif self.maximised is None and key not in self._arrangement.places():
            self.arranging.turn_to(page)

    def _put_first(self) -> None:
        """Where the network is not enough for all, serve the tile that the person looks at before the others."""
        tile = self.maximised or self.selected
        self.ceiling.put_first(None if tile is None else tile.session, time.monotonic())

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carried_by(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drop.show(event.position().toPoint())
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.clear()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.clear()
        event.acceptProposedAction()
        self.camera_dropped.emit(carried_by(event), self._drop.target(event.position().toPoint()))

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
            self.arranging.keep()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._boundary_drag.even_out(event.position().toPoint()):
            self.arranging.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.take(event):
            super().keyPressEvent(event)

    # Inside

    def _connect(self) -> None:
        self._tiles.chosen.connect(self._put_first)
        self._tiles.moved.connect(self.arranging.keep)
        self.arranging.changed.connect(self._on_changed)
        self.arranging.turned.connect(self._on_turned)
        self.hot.changed.connect(self.arrange)
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
        tile.heard.connect(lambda: self.hot.noticed(tile.session, Hotspot.SPEAKING))
        tile.side.changed.connect(lambda: self._tiles.make_room(tile))

    def _on_changed(self) -> None:
        self.arrange()
        self.arrangement_changed.emit()

    def _on_turned(self) -> None:
        """The keyboard stays with the wall: a tile that is not seen any more is not the selected one."""
        self.arrange()
        selected = self.selected
        if selected is not None and not selected.isVisible():
            self.select(None)
            self.setFocus()
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
