"""What a person wants of a tile, as it tells by its signals, and what comes of it on the wall."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from viewer.core.fleet import Fleet
from viewer.core.settings import WallSettings
from viewer.core.wall.layout import Hotspot
from viewer.ui.wall.hot import Hot
from viewer.ui.wall.tile import Tile
from viewer.ui.wall.tile_drag import TileDrag
from viewer.ui.wall.tiles import Tiles


class TileWishes(QObject):
    """Carries out what one of `tiles` can decide by itself. What is remembered of it is in `settings`."""

    places_changed = Signal()
    """Tiles may need other places."""
    settings_changed = Signal()
    """There is something to be saved."""

    def __init__(self, tiles: Tiles, fleet: Fleet, settings: WallSettings, hot: Hot, wall: QWidget) -> None:
        super().__init__(wall)
        self._tiles = tiles
        self._fleet = fleet
        self._settings = settings
        self._hot = hot
        self._drag = TileDrag(tiles, wall)

    def heed(self, tile: Tile) -> None:
        """Listen to one more."""
        tile.activated.connect(self._tiles.select)
        tile.clicked.connect(self._on_clicked)
        tile.maximise_wanted.connect(self._on_maximise_wanted)
        tile.dragged.connect(self._drag.move)
        tile.dropped.connect(self._drag.drop)
        tile.retry_wanted.connect(self._on_retry_wanted)
        tile.chat_toggled.connect(self._on_chat_toggled)
        tile.chat_share_changed.connect(self._on_chat_share_changed)
        tile.picture.size_changed.connect(self.places_changed)
        tile.heard.connect(lambda: self._hot.noticed(tile.session, Hotspot.SPEAKING))
        tile.side.changed.connect(lambda: self._tiles.make_room(tile))

    def _on_clicked(self, tile: Tile, is_together: bool) -> None:
        if is_together:
            self._tiles.marked.toggle(tile, self._tiles.selected)
        else:
            self._tiles.marked.clear()

    def _on_maximise_wanted(self, tile: Tile) -> None:
        self._tiles.show_alone(None if self._tiles.alone is tile else tile)

    def _on_retry_wanted(self, tile: Tile) -> None:
        self._fleet.retry_now(tile.session.identity.key)

    def _on_chat_share_changed(self, share: float) -> None:
        self._settings.chat_share = share
        for each in self._tiles:
            each.share(share)
        self.settings_changed.emit()

    def _on_chat_toggled(self, tile: Tile) -> None:
        key, chats = tile.session.identity.key, self._settings.chats
        if tile.is_chat_open and key not in chats:
            chats.append(key)
        elif not tile.is_chat_open and key in chats:
            chats.remove(key)
        self.places_changed.emit()
        self.settings_changed.emit()
