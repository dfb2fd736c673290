"""Which camera is of interest just now: the one that a layout's largest place shows."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from viewer.core.sessions.session import Session
from viewer.core.wall.layout import Hotspot
from viewer.ui.wall.arranging import Arranging
from viewer.ui.wall.tiles import Tiles


class Hot(QObject):
    """Follows what the layout says is of interest. `changed`: it is another camera."""

    changed = Signal()

    def __init__(self, tiles: Tiles, arranging: Arranging, parent: QObject) -> None:
        super().__init__(parent)
        self.key = ""
        """The camera's key; empty before there was any."""
        self._tiles = tiles
        self._arranging = arranging
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        # The second click of a double click must find the tile where the first one did.
        self._rest.setInterval(QApplication.doubleClickInterval() + 50)
        self._rest.timeout.connect(self._take_selected)
        tiles.chosen.connect(self._on_chosen)

    def noticed(self, session: Session, why: Hotspot) -> None:
        """A camera has said something, or seen motion."""
        if self._arranging.layout.hotspot is why:
            self._show(session.identity.key)

    def _on_chosen(self) -> None:
        if self._arranging.layout.hotspot is Hotspot.SELECTED and self._tiles.selected is not None:
            self._rest.start()

    def _take_selected(self) -> None:
        if QApplication.mouseButtons():
            # It is held, and perhaps dragged: where it is, is where it stays until then.
            self._rest.start()
        elif self._tiles.selected is not None and self._arranging.layout.hotspot is Hotspot.SELECTED:
            self._show(self._tiles.selected.session.identity.key)

    def _show(self, key: str) -> None:
        if key != self.key:
            self.key = key
            self.changed.emit()
