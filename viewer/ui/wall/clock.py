"""What is brought up to date on the wall a few times per second: counting words, figures, and who has news."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.core.ceiling import Ceiling
from viewer.core.fleet import Fleet
from viewer.core.sessions.session import Session
from viewer.ui.wall.network import BYTES_PER_MBIT
from viewer.ui.wall.tiles import Tiles

REFRESH_MS = 400


class WallClock(QObject):
    """Ticks between `start` and `stop`."""

    rate_measured = Signal(float)  # Mbit/s that all pictures take, while `has_statistics`
    unread_changed = Signal(int)  # how many cameras have lines that nobody has read; other ones, or others as many

    def __init__(self, tiles: Tiles, fleet: Fleet, ceiling: Ceiling, parent: QObject) -> None:
        super().__init__(parent)
        self.has_statistics = False
        self.remark: Callable[[Session], str] = lambda session: ""
        """What is to be said beside a camera's name."""
        self.is_recording: Callable[[Session], bool] = lambda session: False
        """Whether a camera is being recorded."""
        self.recording_cost: Callable[[Session], str] = lambda session: ""
        """What that takes of the disk."""
        self.has_motion: Callable[[Session], bool] = lambda session: False
        """Whether it is to be seen that something moves before a camera."""
        self._tiles = tiles
        self._fleet = fleet
        self._ceiling = ceiling
        self.unread: frozenset[str] = frozenset()
        """The keys of cameras that have lines which nobody has read."""
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """There is something on the wall."""
        self._timer.start()

    def stop(self) -> None:
        """There is nothing on it any more."""
        self._timer.stop()

    def count_unread(self) -> None:
        """Say how many cameras have news, if they are others than before."""
        unread = frozenset(tile.session.identity.key for tile in self._tiles if tile.session.chat.unread > 0)
        if unread != self.unread:
            self.unread = unread
            self.unread_changed.emit(len(unread))

    def _on_tick(self) -> None:
        now = time.monotonic()
        self._ceiling.tick(now)
        if self.has_statistics:
            self.rate_measured.emit(self._ceiling.taken(now) / BYTES_PER_MBIT)
        for tile in self._tiles:
            if tile.isVisible():
                tile.picture.overlay.remark = self.remark(tile.session)
                tile.picture.overlay.is_recording = self.is_recording(tile.session)
                tile.picture.overlay.recording_cost = self.recording_cost(tile.session)
                tile.picture.overlay.has_motion = self.has_motion(tile.session)
                tile.refresh(self._fleet.next_try(tile.session.identity.key), now)
        self.count_unread()
