"""The grid of tiles: places them, moves boundaries, swaps, selects, maximises."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.core.fleet import Fleet
from viewer.core.grid import Rect, best_rows, moved, place, shares_of
from viewer.core.session import Session
from viewer.core.settings import WallSettings
from viewer.ui import style
from viewer.ui.tile import Tile

REFRESH_MS = 400
USUAL_ASPECT = 4 / 3


@dataclass(frozen=True, slots=True)
class Boundary:
    """A gap that can be dragged: between rows, or between columns of the rows that hold `tiles` tiles."""

    is_row: bool
    index: int
    tiles: int = 0


class Wall(QWidget):
    """Owns the tiles. Keeps the arrangement in the settings it was given."""

    remove_wanted = Signal(Session)
    rename_wanted = Signal(Session)
    menu_wanted = Signal(object, QPoint)  # Tile, global position
    fullscreen_wanted = Signal(bool)
    arrangement_changed = Signal()

    def __init__(self, fleet: Fleet, settings: WallSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wall")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(320, 200))
        self._fleet = fleet
        self._settings = settings
        self._tiles: dict[str, Tile] = {}
        self._selected: Tile | None = None
        self._has_statistics = False
        self._boundary: Boundary | None = None
        self._grabbed_at = QPoint()
        self._rows: tuple[int, ...] = ()
        self._refresh = QTimer(self)
        self._refresh.setInterval(REFRESH_MS)
        self._refresh.timeout.connect(self._on_refresh)
        focus = QApplication.instance()
        assert isinstance(focus, QApplication)
        focus.focusChanged.connect(self._on_focus_changed)

    # What the window asks

    def add(self, session: Session) -> Tile:
        """Give a camera a tile: where it was last time, else at the end."""
        tile = Tile(session, self)
        key = session.identity.key
        self._tiles[key] = tile
        if key not in self._settings.order:
            self._settings.order.append(key)
        tile.chat_share = self._settings.chat_share
        tile.show_statistics(self._has_statistics)
        self._connect(tile)
        if key in self._settings.chats:
            tile.chat.show()
        self.arrange()
        self._refresh.start()
        return tile

    def remove(self, session: Session) -> None:
        """Take a camera's tile away."""
        tile = self._tiles.pop(session.identity.key)
        tile.let_go()
        if self._selected is tile:
            self._selected = None
        tile.hide()
        tile.deleteLater()
        for keys in (self._settings.order, self._settings.chats):
            if session.identity.key in keys:
                keys.remove(session.identity.key)
        if self._settings.maximised == session.identity.key:
            self._settings.maximised = ""
        if not self._tiles:
            self._refresh.stop()
        self.arrange()

    @property
    def tiles(self) -> list[Tile]:
        """All tiles in reading order."""
        return [self._tiles[key] for key in self._settings.order if key in self._tiles]

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

    def show_statistics(self, has_statistics: bool) -> None:
        """Show figures on every tile."""
        self._has_statistics = has_statistics
        for tile in self._tiles.values():
            tile.show_statistics(has_statistics)

    def select(self, tile: Tile | None) -> None:
        """Make `tile` the one that keys act upon."""
        if self._selected is not None and self._selected is not tile:
            self._selected.mark(False)
        self._selected = tile
        if tile is not None:
            tile.mark(True)

    def arrange(self) -> None:
        """Put every tile where it belongs."""
        alone = self.maximised
        tiles = self.tiles
        for tile in tiles:
            tile.show_maximised(tile is alone)
        if alone is not None:
            alone.setGeometry(self._area())
            for tile in tiles:
                tile.setVisible(tile is alone)
            return
        for tile, spot in zip(tiles, self._places(), strict=True):
            tile.setGeometry(spot.x + style.GAP, spot.y + style.GAP, spot.width, spot.height)
            tile.setVisible(True)

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._boundary = self._boundary_at(event.position().toPoint())
            self._grabbed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._boundary is not None:
            self._move_boundary(self._boundary, here - self._grabbed_at)
            self._grabbed_at = here
        else:
            self._show_cursor(self._boundary_at(here))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._boundary is not None:
            self._boundary = None
            self.arrangement_changed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        boundary = self._boundary_at(event.position().toPoint())
        if boundary is not None:
            self._even_out(boundary)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key, tile = event.key(), self._selected
        if key in steps and self._tiles:
            self._step(*steps[Qt.Key(key)], is_swap=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif tile is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.maximise(None if self.maximised else tile)
        elif key == Qt.Key.Key_C:
            tile.open_chat(True)
        elif key == Qt.Key.Key_F2:
            self.rename_wanted.emit(tile.session)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(tile.session)
        elif key in (Qt.Key.Key_Menu,):
            self.menu_wanted.emit(tile, tile.mapToGlobal(tile.rect().center()))
        else:
            super().keyPressEvent(event)

    # Inside

    def _connect(self, tile: Tile) -> None:
        tile.activated.connect(self.select)
        tile.maximise_wanted.connect(self._on_maximise_wanted)
        tile.menu_wanted.connect(self.menu_wanted)
        tile.dragged.connect(self._on_dragged)
        tile.dropped.connect(self._on_dropped)
        tile.retry_wanted.connect(self._on_retry_wanted)
        tile.chat_toggled.connect(self._on_chat_toggled)
        tile.picture.size_changed.connect(self.arrange)

    def _area(self) -> QRect:
        return self.rect().adjusted(style.GAP, style.GAP, -style.GAP, -style.GAP)

    def _places(self) -> list[Rect]:
        width, height = max(1, self.width() - 2 * style.GAP), max(1, self.height() - 2 * style.GAP)
        self._rows = best_rows(len(self._tiles), width, height, self._aspect(), style.GAP)
        columns = {int(tiles): weights for tiles, weights in self._settings.column_weights.items() if tiles.isdigit()}
        return place(self._rows, self._settings.row_weights, columns, width, height, style.GAP)

    def _aspect(self) -> float:
        """The typical width / height of what tiles show; a tile with an open chat wants to be wider."""
        aspects = sorted(_aspect_of(tile) for tile in self._tiles.values())
        return aspects[len(aspects) // 2] if aspects else USUAL_ASPECT

    def _boundaries(self) -> Iterator[tuple[Boundary, Rect]]:
        """Every gap that can be dragged, with its place on the wall."""
        if self.maximised is not None:
            return
        places, first = self._places(), 0
        for row, tiles in enumerate(self._rows):
            line = places[first : first + tiles]
            first += tiles
            for index, spot in enumerate(line[:-1]):
                edge = spot.x + spot.width + style.GAP
                yield Boundary(False, index, tiles), Rect(edge, spot.y + style.GAP, style.GAP, spot.height)
            if row + 1 < len(self._rows):
                yield Boundary(True, row), Rect(0, line[0].y + line[0].height + style.GAP, self.width(), style.GAP)

    def _boundary_at(self, point: QPoint) -> Boundary | None:
        for boundary, gap in self._boundaries():
            if gap.x <= point.x() < gap.x + gap.width and gap.y <= point.y() < gap.y + gap.height:
                return boundary
        return None

    def _move_boundary(self, boundary: Boundary, by: QPoint) -> None:
        settings = self._settings
        if boundary.is_row:
            share = by.y() / max(1, self.height())
            settings.row_weights = moved(len(self._rows), settings.row_weights, boundary.index, share)
        else:
            share = by.x() / max(1, self.width())
            before = settings.column_weights.get(str(boundary.tiles), [])
            settings.column_weights[str(boundary.tiles)] = moved(boundary.tiles, before, boundary.index, share)
        self.arrange()

    def _even_out(self, boundary: Boundary) -> None:
        if boundary.is_row:
            self._settings.row_weights = []
        else:
            self._settings.column_weights[str(boundary.tiles)] = shares_of(boundary.tiles, ())
        self.arrange()
        self.arrangement_changed.emit()

    def _show_cursor(self, boundary: Boundary | None) -> None:
        if boundary is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.SplitVCursor if boundary.is_row else Qt.CursorShape.SplitHCursor)

    def _tile_at(self, point: QPoint) -> Tile | None:
        here = self.mapFromGlobal(point)
        return next((tile for tile in self.tiles if tile.isVisible() and tile.geometry().contains(here)), None)

    def _swap(self, one: Tile, other: Tile) -> None:
        order = self._settings.order
        first, second = order.index(one.session.identity.key), order.index(other.session.identity.key)
        order[first], order[second] = order[second], order[first]
        self.arrange()
        self.arrangement_changed.emit()

    def _step(self, across: int, down: int, is_swap: bool) -> None:
        """Go to the neighbour of the selected tile; with Ctrl, change places with it."""
        tiles = self.tiles
        if self._selected is None:
            tiles[0].setFocus()
            return
        here = self._selected.geometry().center()
        if self.maximised is not None:
            index = (tiles.index(self._selected) + across + down) % len(tiles)
            self.maximise(tiles[index])
            tiles[index].setFocus()
            return

        def distance(tile: Tile) -> float:
            there = tile.geometry().center() - here
            ahead = there.x() * across + there.y() * down
            aside = abs(there.x() * down) + abs(there.y() * across)
            return ahead + 2 * aside if ahead > 0 and aside < 2 * ahead else float("inf")

        nearest = min(tiles, key=distance)
        if distance(nearest) == float("inf"):
            return
        if is_swap:
            self._swap(self._selected, nearest)
        else:
            nearest.setFocus()

    def _escape(self) -> None:
        if self.maximised is not None:
            self.maximise(None)
        elif self.window().isFullScreen():
            self.fullscreen_wanted.emit(False)
        elif self._selected is not None:
            self.select(None)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Wherever in a tile the keyboard is, that tile is the selected one."""
        for tile in self._tiles.values():
            if now is not None and (tile is now or tile.isAncestorOf(now)):
                self.select(tile)

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
        if target is not None and target is not tile and self.maximised is None:
            self._swap(tile, target)

    def _on_retry_wanted(self, tile: Tile) -> None:
        self._fleet.retry_now(tile.session.identity.key)

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
        for tile in self._tiles.values():
            if tile.isVisible():
                tile.refresh(self._fleet.next_try(tile.session.identity.key), now)


def _aspect_of(tile: Tile) -> float:
    size = tile.picture.picture_size
    return size.width() / size.height() if size.height() else USUAL_ASPECT
