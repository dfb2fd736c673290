"""Small marks in the line over a picture: it is being recorded, something moves, it is muted, something is wrong."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from camwire.translation import tr
from viewer.ui.look import icons, painting, style
from viewer.ui.look.words import GOOD

MARK = 20
SIDE = 14


class LineMarks(NamedTuple):
    """`level` is how the camera's computer is doing."""

    level: str = GOOD
    is_recording: bool = False
    has_motion: bool = False
    is_muted: bool = False

    @property
    def room(self) -> int:
        """How many pixels they take."""
        return MARK * (len(self._icons()) + (self.level != GOOD))

    @property
    def sentences(self) -> list[str]:
        """What they say, for who asks and for who cannot see them; `level` has words of its own."""
        told = (
            (self.is_recording, tr("It is being recorded.")),
            (self.has_motion, tr("Something moves.")),
            (self.is_muted, tr("Its notifications are muted.")),
        )
        return [sentence for is_so, sentence in told if is_so]

    def paint(self, painter: QPainter, right: float, middle: float) -> None:
        """Paint them side by side, the last of them up to `right`."""
        if self.level != GOOD:
            painting.health_mark(painter, QPointF(right - MARK / 2, middle), self.level)
            right -= MARK
        for name, colour in self._icons():
            place = QRect(round(right - (MARK + SIDE) / 2), round(middle - SIDE / 2), SIDE, SIDE)
            icons.icon(name, colour, SIDE).paint(painter, place)
            right -= MARK

    def _icons(self) -> list[tuple[str, str]]:
        """From right to left."""
        shown = (
            (self.is_muted, "muted", style.DARK.on_picture_quiet),
            (self.has_motion, "motion", style.DARK.on_picture),
            (self.is_recording, "recording", style.DARK.offline),
        )
        return [(name, colour) for is_so, name, colour in shown if is_so]
