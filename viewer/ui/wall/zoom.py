"""Looking closer at a picture: the wheel and keys zoom, a drag moves it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Signal

from viewer.core.pictures.viewport import LEAST_ZOOM, MOST_ZOOM, WHOLE, Pair, Viewport

PER_NOTCH = 1.25
NOTCH = 120
PER_KEY = 1.5
# What hardly shows less than all shows all: steps of a wheel do not lead back to 1 exactly.
NEARLY_WHOLE = 1.02


class Zoom(QObject):
    """What is shown of one picture. `room()` is the size of the picture where all of it is shown, and of its place, in
    pixels of the interface; None while there is no picture."""

    changed = Signal()

    def __init__(self, room: Callable[[], tuple[Pair, Pair] | None], parent: QObject) -> None:
        super().__init__(parent)
        self.viewport: Viewport = WHOLE
        self._room = room

    @property
    def is_on(self) -> bool:
        """Whether it is zoomed into."""
        return self.viewport.is_zoomed

    def turn_wheel(self, angle: float, at: QPointF) -> bool:
        """The wheel was turned over a point, by eighths of a degree; False if that changes nothing."""
        return self._to(self.viewport.zoom * PER_NOTCH ** (angle / NOTCH), at)

    def step(self, steps: int) -> None:
        """Zoom in, or out with a negative number, in the middle of what is shown."""
        self._to(self.viewport.zoom * PER_KEY**steps, None)

    def reset(self) -> None:
        """Show all of the picture."""
        self._set(WHOLE)

    def move(self, by: QPointF) -> None:
        """Let the picture follow a hand."""
        if self.is_on and (room := self._room()) is not None:
            self._set(self.viewport.inside(*room).moved((by.x(), by.y()), *room))

    def _to(self, zoom: float, at: QPointF | None) -> bool:
        room = self._room()
        if room is None:
            return False
        _, place = room
        point = (place[0] / 2, place[1] / 2) if at is None else (at.x(), at.y())
        zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        return self._set(WHOLE if zoom < NEARLY_WHOLE else self.viewport.inside(*room).around(point, zoom, *room))

    def _set(self, viewport: Viewport) -> bool:
        if viewport == self.viewport:
            return False
        self.viewport = viewport
        self.changed.emit()
        return True
