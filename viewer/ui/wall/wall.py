"""The wall of tiles: whose they are, which is selected, and which is shown alone."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from camwire.translation import tr
from viewer.core.ceiling import Ceiling
from viewer.core.controls.presets import Presets
from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session
from viewer.core.settings import PresetSettings, WallSettings
from viewer.core.wall.arrangement import Arrangement, Groups
from viewer.core.wall.undo import Undo
from viewer.ui.look import accessible, style
from viewer.ui.wall.carousel import Carousel
from viewer.ui.wall.clock import WallClock
from viewer.ui.wall.hot import Hot
from viewer.ui.wall.network import WallNetwork
from viewer.ui.wall.places import Places
from viewer.ui.wall.repaints import Repaints
from viewer.ui.wall.surface import WallSurface
from viewer.ui.wall.tile import Tile
from viewer.ui.wall.tile_wishes import TileWishes


class Wall(WallSurface):
    """Owns the tiles. Keeps the arrangement in the settings it was given."""

    accessible_role = accessible.GROUP
    menu_wanted = Signal(object, QPoint)  # Tile, global position
    pair_wanted = Signal(object)  # Tile
    arrangement_changed = Signal()
    presets_changed = Signal()

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
        super().__init__(Arrangement(settings, style.GAP, groups), undo or Undo(), parent)
        self.setObjectName("wall")
        self.setAccessibleName(tr("Wall of cameras"))
        self._fleet = fleet
        self._settings = settings
        self._presets = [] if presets is None else presets
        self.selection = self._tiles.marked
        self._repaints = Repaints(self)
        self.ceiling = ceiling or Ceiling(fleet)
        self.network = WallNetwork(self.ceiling, self._tiles, settings)
        self.clock = WallClock(self._tiles, fleet, self.ceiling, self)
        self.hot = Hot(self._tiles, self.arranging, self)
        self._carousel = Carousel(self._tiles, self.arranging, self)
        self.places = Places(self._tiles, self._arrangement, self.arranging, self)
        self._wishes = TileWishes(self._tiles, fleet, settings, self.hot, self)
        self.home_of: Callable[[Session], Wall] = lambda session: self
        """The wall, of all windows, on which a camera is."""
        self.invitation = ""
        """What to say while it has no tiles."""
        self._has_captions = False
        if ceiling is None:
            self.network.limit(settings.ceiling_mbit)
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
        tile.menu_wanted.connect(self.menu_wanted)
        tile.pair_wanted.connect(self.pair_wanted)
        self._wishes.heed(tile)
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
        self.places.reveal(tile)
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
            self.places.reveal(tile)
            tile.open_chat(True)
        return tile

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
        self.network.put_first()
        self.places.put(self.hot.key, self.invitation)
        self.places.show_unread(self.clock.unread)

    # Inside

    def _connect(self) -> None:
        self._tiles.chosen.connect(self.network.put_first)
        self._tiles.moved.connect(self.arranging.keep)
        self.arranging.changed.connect(self._on_changed)
        self.arranging.turned.connect(self._on_turned)
        self.hot.changed.connect(self.arrange)
        self._wishes.places_changed.connect(self.arrange)
        self._wishes.settings_changed.connect(self.arrangement_changed)
        self.clock.unread_changed.connect(lambda: self.places.show_unread(self.clock.unread))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._tiles.follow_keyboard)

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
