"""Files: on offer, on their way, here, or failed."""

from pathlib import PurePath

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from camwire.translation import tr
from viewer.ui.cards import amounts
from viewer.ui.cards.actions import Cancel, FetchFile, OpenFolder, Retry, SaveFile
from viewer.ui.cards.card import Card, Offer, Place, Words, bar, elided, pen, write
from viewer.ui.cards.content import Content, File, FileState
from viewer.ui.cards.plain import one_line
from viewer.ui.cards.text_block import TextBlock
from viewer.ui.cards.tones import Tone, face, metrics
from viewer.ui.look import style

ICON = QSizeF(26, 32)
GAP = 10.0
BAR_TOP, BAR = 38.0, 4.0
KINDS = {
    "picture": {"jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff", "svg", "heic", "dng"},
    "film": {"mp4", "mkv", "avi", "mov", "webm", "h264", "mjpeg", "m4v"},
    "sound": {"wav", "mp3", "flac", "ogg", "opus", "m4a"},
    "pack": {"zip", "gz", "tar", "xz", "7z", "bz2", "zst", "tgz", "rar"},
}
REASON_LINES = 6


class FileCard(Card):
    """An icon by kind, the name, how much of it is there; what can be done with it is at the foot."""

    def __init__(self, file: File, place: Place) -> None:
        super().__init__(place)
        self._file = file
        self._kind = kind_of(file.name)
        left = ICON.width() + GAP
        room = max(40.0, place.room - left)
        name = one_line(file.name, 200)
        strong, small = face(is_strong=True), face(style.SMALL_PX)
        # The end of a name says what it is.
        shown = elided(name, strong, room, Qt.TextElideMode.ElideMiddle)
        about = elided(_about(file), small, room)
        self._words = [Words(left, 13, shown, strong), Words(left, 29, about, small, "quiet")]
        width = left + max(metrics(strong).horizontalAdvance(shown), metrics(small).horizontalAdvance(about))
        height = ICON.height() + 2
        self._has_bar = file.state is FileState.UNDER_WAY
        if self._has_bar:
            width, height = max(width, min(place.room, 200.0)), BAR_TOP + BAR + 3
        self._reason: TextBlock | None = None
        if file.text:
            self._reason = TextBlock(one_line(file.text, 600), face(), place.room, REASON_LINES)
            self._reason_top = height + 4
            width, height = max(width, self._reason.width), self._reason_top + self._reason.height
        self.size = QSizeF(min(width, place.room), height)
        self.tips.append((QRectF(0, 0, self.size.width(), ICON.height()), name))
        self.foot = _foot(file)

    @classmethod
    def of(cls, content: Content, place: Place) -> "FileCard | None":
        return cls(content, place) if isinstance(content, File) else None

    def paint(self, painter: QPainter, origin: QPointF, pointer: QPointF | None = None) -> None:
        tone = self.tone
        paint_icon(painter, origin, self._kind, tone)
        for words in self._words:
            write(painter, origin, words, tone)
        if self._has_bar:
            fraction = self._file.done / self._file.size if self._file.size else 1.0
            bar(painter, QRectF(origin.x(), origin.y() + BAR_TOP, self.size.width(), BAR), fraction, tone)
        if self._reason is not None:
            colour = "red" if self._file.state is FileState.FAILED else "quiet"
            self._reason.paint(painter, origin + QPointF(0, self._reason_top), colour, tone, None)


def kind_of(name: str) -> str:
    """What the name says it is: picture, film, sound, pack, or a plain file."""
    ending = PurePath(name).suffix.lower().lstrip(".")
    return next((kind for kind, endings in KINDS.items() if ending in endings), "file")


def _about(file: File) -> str:
    if file.state in (FileState.UNDER_WAY, FileState.FAILED) and file.done < file.size:
        return amounts.progress(file.done, file.size)
    return amounts.size(file.size)


def _foot(file: File) -> tuple[Offer, ...]:
    if file.state is FileState.UNDER_WAY:
        left = amounts.left(file.seconds_left)
        return (*([Offer(left)] if left else []), Offer(tr("Cancel"), Cancel()))
    return {
        FileState.OFFERED: (Offer(tr("Get the file"), FetchFile()),),
        FileState.HERE: (Offer(tr("Save as"), SaveFile()), Offer(tr("Open folder"), OpenFolder())),
        FileState.SENT: (Offer(tr("Open folder"), OpenFolder()),),
        FileState.FAILED: (Offer(tr("Retry"), Retry()),),
    }[file.state]


def paint_icon(painter: QPainter, origin: QPointF, kind: str, tone: Tone) -> None:
    """A sheet with a folded corner, and on it what the file is."""
    x, y, width, height, fold = origin.x() + 1, origin.y(), ICON.width() - 2, ICON.height(), 8
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(tone.quiet, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    sheet = [(0, 1), (width - fold, 1), (width, 1 + fold), (width, height - 1), (0, height - 1)]
    painter.drawPolygon(QPolygonF([QPointF(x + a, y + b) for a, b in sheet]))
    corner = [(width - fold, 1), (width - fold, 1 + fold), (width, 1 + fold)]
    painter.drawPolyline(QPolygonF([QPointF(x + a, y + b) for a, b in corner]))
    painter.translate(x, y)
    painter.setPen(pen(tone.accent, 1.6))
    if kind == "picture":
        painter.drawPolyline(
            QPolygonF([QPointF(4, 25), QPointF(9, 18), QPointF(13, 22), QPointF(16, 19), QPointF(20, 25)])
        )
        painter.drawEllipse(QPointF(8, 13), 1.5, 1.5)
    elif kind == "film":
        painter.drawPolygon(QPolygonF([QPointF(8.5, 13), QPointF(17, 18.5), QPointF(8.5, 24)]))
    elif kind == "sound":
        for place, reach in enumerate((2, 5, 3, 6, 2)):
            painter.drawLine(QPointF(4 + 4 * place, 19 - reach), QPointF(4 + 4 * place, 19 + reach))
    elif kind == "pack":
        for step in range(4):
            painter.drawLine(
                QPointF(10 if step % 2 else 13, 8 + 4.5 * step), QPointF(12 if step % 2 else 15, 8 + 4.5 * step)
            )
        painter.drawRoundedRect(QRectF(10, 24.5, 5, 4), 1, 1)
    else:
        for step, reach in enumerate((19, 19, 13)):
            painter.drawLine(QPointF(5, 15 + 4.5 * step), QPointF(reach, 15 + 4.5 * step))
    painter.translate(-x, -y)
