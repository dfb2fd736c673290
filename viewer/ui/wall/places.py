"""Where the tiles of a wall go: those of the page into their places, one alone over all of it; and what stands where no
tile is."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from camwire.translation import tr
from viewer.core.wall.arrangement import Arrangement
from viewer.core.wall.grid import Rect
from viewer.core.wall.typical_aspect import TypicalAspect
from viewer.ui.look import style
from viewer.ui.wall.arranging import Arranging
from viewer.ui.wall.page_strip import STRIP_HEIGHT, PageStrip
from viewer.ui.wall.tile import Tile
from viewer.ui.wall.tiles import Tiles

HINT_MARGIN = 24


class Places:
    """Moves `tiles` on `wall` to where `arrangement` has them."""

    def __init__(self, tiles: Tiles, arrangement: Arrangement, arranging: Arranging, wall: QWidget) -> None:
        self._tiles = tiles
        self._arrangement = arrangement
        self._arranging = arranging
        self._wall = wall
        self._aspect = TypicalAspect()
        self.strip = PageStrip(arranging, wall)
        self.hint = QLabel(wall)
        self.hint.setProperty("kind", "lead")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)

    def shape_of(self, tile: Tile) -> float:
        """Width by height of a camera's pictures; of most on the wall, before the first has come."""
        size = tile.picture.picture_size
        return size.width() / size.height() if size.height() else self._aspect.value

    def put(self, hot: str, invitation: str) -> None:
        """Put every tile where it belongs. `hot` is the camera for the largest place; where there are no tiles stands
        `invitation`."""
        alone, gap, whole = self._tiles.alone, style.GAP, self._wall.rect()
        places = self._fitted(hot)
        for tile in self._tiles:
            spot = places.get(tile.session.identity.key)
            tile.show_maximised(tile is alone)
            if tile is alone:
                tile.setGeometry(whole.adjusted(gap, gap, -gap, -gap))
            elif alone is None and spot is not None:
                tile.setGeometry(spot.x, spot.y, spot.width, spot.height)
            tile.setVisible(tile is alone or (alone is None and spot is not None))
        self.hint.setText(self._what_to_do(invitation))
        self.hint.setGeometry(whole.adjusted(HINT_MARGIN, HINT_MARGIN, -HINT_MARGIN, -HINT_MARGIN))
        self.hint.setVisible(not places and alone is None)
        self.strip.setGeometry(0, whole.height() - STRIP_HEIGHT, whole.width(), STRIP_HEIGHT)
        self.strip.show_page(self._arrangement.page_count > 1 and alone is None)

    def reveal(self, tile: Tile) -> None:
        """Bring a tile into sight: alone if one is alone now, or if the layout does not show it; else its page."""
        key, alone = tile.session.identity.key, self._tiles.alone
        page = self._arrangement.page_of(key)
        if alone not in (None, tile) or page is None:
            self._tiles.show_alone(tile)
        elif alone is None and key not in self._arrangement.places():
            self._arranging.turn_to(page)

    def show_unread(self, keys: Collection[str]) -> None:
        """These cameras have lines that nobody has read: say so of the pages that are not shown."""
        here = self._arrangement.places()
        hidden = (self._arrangement.page_of(key) for key in keys if key not in here)
        self.strip.show_unread({page for page in hidden if page is not None} - {self._arrangement.page})

    def _fitted(self, hot: str) -> dict[str, Rect]:
        """Where the cameras of this page go; where there are several, their number is shown below."""
        sizes = (tile.picture.picture_size for tile in self._tiles)
        aspect = self._aspect.measure((size.width(), size.height()) for size in sizes)
        keys = [tile.session.identity.key for tile in self._tiles]
        width, height = self._wall.width(), self._wall.height()
        self._arrangement.fit(keys, width, height, aspect, hot)
        if self._arrangement.page_count > 1:
            self._arrangement.fit(keys, width, height - STRIP_HEIGHT, aspect, hot)
        return self._arrangement.places()

    def _what_to_do(self, invitation: str) -> str:
        if not len(self._tiles):
            return invitation
        return tr("This layout shows none of the cameras that are here. “Automatic layout” shows all of them.")
