"""The tiles of a wall: in which order they stand, which is selected, which are marked, and whether one is alone."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from viewer.core.wall.arrangement import Arrangement
from viewer.ui.wall.selection import Selection
from viewer.ui.wall.tile import Tile


class Tiles(QObject):
    """Known by the keys of their sessions. Order, and who is alone, are kept in the settings of `arrangement`, whose
    layout need not show all of them."""

    moved = Signal()
    """Others have changed places, or one is alone now, or not any more."""
    chosen = Signal()
    """Another one is selected, or none."""

    def __init__(self, arrangement: Arrangement, parent: QObject) -> None:
        super().__init__(parent)
        self._arrangement = arrangement
        self._tiles: dict[str, Tile] = {}
        self._selected: Tile | None = None
        self._last: Tile | None = None
        self._enlarged: Tile | None = None
        self.marked = Selection(self)

    def __getitem__(self, key: str) -> Tile:
        return self._tiles[key]

    def __iter__(self) -> Iterator[Tile]:
        return iter(self._tiles.values())

    def __len__(self) -> int:
        return len(self._tiles)

    def get(self, key: str) -> Tile | None:
        """The tile of a camera; None if it has none."""
        return self._tiles.get(key)

    @property
    def ordered(self) -> list[Tile]:
        """Those that the layout shows, on all pages, in reading order."""
        return [self._tiles[key] for key in self._arrangement.ordered(self._tiles)]

    @property
    def selected(self) -> Tile | None:
        """The one that keys act upon."""
        return self._selected

    @property
    def meant(self) -> Tile | None:
        """The one that a key is meant for: the selected one, else that under the pointer, the last selected one, or
        the first."""
        if self._selected is not None:
            return self._selected
        tiles = self.ordered
        meant = self._last if self._last in tiles else tiles[0] if tiles else None
        return next((tile for tile in tiles if tile.underMouse()), meant)

    @property
    def alone(self) -> Tile | None:
        """The one that is shown alone, if any."""
        return self._enlarged or self._tiles.get(self._arrangement.settings.maximised)

    def add(self, key: str, tile: Tile) -> None:
        """One more: where it was last time, else at the end."""
        self._tiles[key] = tile

    def remove(self, key: str) -> None:
        """One less; the next one is selected in its place. The layout keeps the place: see `Arrangement.forget`."""
        before = self.ordered
        tile = self._tiles.pop(key)
        place = before.index(tile) if tile in before else 0
        if tile is self._enlarged:
            self._enlarged = None
        self.marked.set([each for each in self.marked.tiles if each is not tile])
        if self._selected is tile:
            rest = self.ordered
            self.select(rest[min(place, len(rest) - 1)] if rest else None)

    def select(self, tile: Tile | None) -> None:
        """Make `tile` the one that keys act upon."""
        if self._selected is not None and self._selected is not tile:
            self._selected.mark(False)
        self._selected = tile
        self._last = tile or self._last
        if tile is not None:
            tile.mark(True)
        self.chosen.emit()

    def follow_keyboard(self, before: QWidget | None, now: QWidget | None) -> None:
        """Wherever in a tile the keyboard is, that tile is the selected one."""
        for tile in self:
            if now is not None and (tile is now or tile.isAncestorOf(now)):
                self.select(tile)

    def show_alone(self, tile: Tile | None) -> None:
        """Show one alone, or all again."""
        self._enlarged = None
        self._arrangement.settings.maximised = "" if tile is None else tile.session.identity.key
        self.moved.emit()

    def make_room(self, tile: Tile) -> None:
        """Show `tile` alone while its camera is being set, where there is no room for that on the wall."""
        if self._enlarged is tile and not tile.side.is_camera_open:
            self.show_alone(None)
        elif self.alone is None and len(self) > 1 and tile.side.is_cramped():
            # Until it is closed, and not in the settings: the next start shows the wall.
            self._enlarged = tile
            self.moved.emit()

    def swap(self, one: Tile, other: Tile) -> None:
        """Let two change places."""
        self._arrangement.swap(one.session.identity.key, other.session.identity.key)
        self.moved.emit()

    def beside(self, tile: Tile, across: int, down: int) -> Tile | None:
        """The one next to `tile` in a direction (one of across and down is -1 or 1), or the next camera's while one is
        shown alone."""
        if self.alone is not None:
            tiles = self.ordered
            here = tiles.index(tile) if tile in tiles else 0
            return tiles[(here + across + down) % len(tiles)] if tiles else None
        there = self._arrangement.beside(tile.session.identity.key, across, down)
        return None if there is None else self._tiles[there]

    def at(self, point: QPoint) -> Tile | None:
        """The one that is seen at a point of the wall."""
        return next((tile for tile in self.ordered if tile.isVisible() and tile.geometry().contains(point)), None)
