"""How much of the network the pictures of all walls may take, and who is served first."""

import time

from viewer.core.ceiling import Ceiling
from viewer.core.settings import WallSettings
from viewer.ui.wall.tiles import Tiles

BYTES_PER_MBIT = 1e6 / 8


class WallNetwork:
    """`ceiling` is shared by all walls; what the person wants of it is kept in `settings`."""

    def __init__(self, ceiling: Ceiling, tiles: Tiles, settings: WallSettings) -> None:
        self._ceiling = ceiling
        self._tiles = tiles
        self._settings = settings

    def limit(self, mbit: float) -> None:
        """Let all pictures together take so many Mbit/s, 0: as many as they need; and remember it."""
        self._settings.ceiling_mbit = mbit
        self._ceiling.allow(round(mbit * BYTES_PER_MBIT), time.monotonic())

    def taken(self) -> float:
        """Mbit/s that all pictures take now."""
        return self._ceiling.taken(time.monotonic()) / BYTES_PER_MBIT

    def put_first(self) -> None:
        """Where it is not enough for all, serve the tile that the person looks at before the others."""
        tile = self._tiles.alone or self._tiles.selected
        self._ceiling.put_first(None if tile is None else tile.session, time.monotonic())
