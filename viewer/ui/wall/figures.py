"""The block of figures in a corner of a picture."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from viewer.core.sessions.session import Session
from viewer.ui.look import style
from viewer.ui.wall import over_picture
from viewer.ui.wall.figure_rows import Row, rows
from viewer.ui.wall.layer import Layer
from viewer.ui.wall.over_picture import MIDDLE

ROOM = QSize(360, 240)
EDGE, PADDING, GAP, ROW = 8, 6, 10, 15
WIDEST = 420
GROUND = QColor(8, 9, 12, 205)
LEFT = MIDDLE | Qt.AlignmentFlag.AlignLeft


class Figures:
    """Those of one session. They are read when they are told to be, and written only when they are others then."""

    def __init__(self, session: Session) -> None:
        self.rows: list[Row] = []
        self._session = session
        self._layer = Layer(self._draw)
        self._size = QSize()
        self._headings = self._wide = 0

    def read(self, now: float) -> bool:
        """Bring them up to date, at `now` (monotonic, in seconds); whether any is another."""
        found = rows(self._session, now)
        is_other = found != self.rows
        if is_other:
            self.rows = found
            face = QFontMetrics(style.font(style.SMALL_PX))
            self._headings = max(face.horizontalAdvance(heading) for heading, _ in found)
            self._wide = self._headings + max(face.horizontalAdvance(text) for _, text in found)
            self._layer.forget()
        return is_other

    def paint(self, painter: QPainter, size: QSize, ratio: float, lifted: int = 0) -> None:
        """Paint them at the foot of a picture of `size` that has room for them, to the left: names stand above, and
        buttons to the right. `lifted` by so many pixels."""
        width = min(self._wide + GAP + 2 * PADDING + 2, size.width() - 2 * EDGE, WIDEST)
        self._size = QSize(width, ROW * len(self.rows) + 2 * PADDING)
        top = size.height() - EDGE - lifted - self._size.height()
        self._layer.paint(painter, top, width, self._size.height(), ratio, EDGE)

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(GROUND)
        painter.drawRoundedRect(QRectF(0, 0, self._size.width(), self._size.height()), 6, 6)
        face, begin = style.font(style.SMALL_PX), PADDING + self._headings + GAP
        room = self._size.width() - begin - PADDING
        for number, (heading, text) in enumerate(self.rows):
            top = PADDING + ROW * number
            box = QRectF(PADDING, top, self._headings + 2, ROW)
            over_picture.write(painter, box, LEFT, heading, face, style.DARK.on_picture_quiet)
            text = over_picture.elided(face, text, room)
            over_picture.write(painter, QRectF(begin, top, room + 2, ROW), LEFT, text, face, style.DARK.on_picture)


def has_room_for_figures(size: QSize) -> bool:
    """Whether a picture of `size` is large enough for the block; in others, the line tells what it has room for."""
    return size.width() >= ROOM.width() and size.height() >= ROOM.height()
