"""Writing over pictures: words that can be read on any of them, and where they stand."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QLinearGradient, QPainter

from viewer.ui.look import style

ROOM_FOR_WORDS = QSize(300, 170)
ROOM_FOR_BUTTONS = 130
WIDEST = 500
CAPTION_HEIGHT = 40

MIDDLE = Qt.AlignmentFlag.AlignVCenter
WRAP = Qt.TextFlag.TextWordWrap


def has_room_for_words(size: QSize) -> bool:
    """Whether a picture is large enough for a sentence and a button in its middle."""
    return size.width() >= ROOM_FOR_WORDS.width() and size.height() >= ROOM_FOR_WORDS.height()


def foot(painter: QPainter, size: QSize, head: str, rest: str) -> None:
    """A headline and a sentence at the foot, beside the buttons."""
    width = max(0, size.width() - 28 if size.width() < ROOM_FOR_WORDS.width() else size.width() - 14 - ROOM_FOR_BUTTONS)
    box = QRectF(14, style.LINE_HEIGHT, width, max(0, size.height() - style.LINE_HEIGHT - 12))
    flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft | WRAP
    plain, strong = style.font(), style.font(is_strong=True)
    painter.setFont(plain)
    used = painter.boundingRect(box, flags, rest).height() if rest else 0
    shade(painter, QRect(0, size.height() - round(used) - 52, size.width(), round(used) + 52), is_upwards=True)
    write(painter, box, flags, rest, plain, style.DARK.on_picture_quiet)
    write(painter, box.adjusted(0, 0, 0, -used - 2), flags, head, strong, style.DARK.on_picture)


def caption(painter: QPainter, size: QSize, said: str) -> None:
    """What a camera said, in one line at the foot."""
    if said:
        face = style.font()
        line = elided(face, " ".join(said[:1000].split()), size.width() - 28)
        top = size.height() - CAPTION_HEIGHT
        shade(painter, QRect(0, top, size.width(), CAPTION_HEIGHT), is_upwards=True)
        box = QRectF(14, size.height() - 32, size.width() - 28, 24)
        write(painter, box, MIDDLE, line, face, style.DARK.on_picture)


def centre(painter: QPainter, size: QSize, head: str, rest: str) -> None:
    """A headline in the middle, with a sentence where there is room for one."""
    width = max(0.0, min(size.width() - 48.0, WIDEST))
    left, middle = (size.width() - width) / 2, size.height() / 2
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | WRAP
    plain, strong = style.font(), style.font(14, is_strong=True)
    has_room = has_room_for_words(size)
    painter.setFont(plain)
    block = painter.boundingRect(QRectF(left, middle - 18, width, 400), flags, rest if has_room else "")
    # What takes more than two lines grows upwards: below is the button.
    more = max(0.0, block.height() - 44)
    painter.setFont(strong)
    heading = painter.boundingRect(QRectF(left, 0, width, 400), flags, head)
    more += max(0.0, heading.height() - 22)
    wide = min(width, max(block.width(), heading.width())) + 28
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(8, 9, 12, 170))
    height = 116 if has_room else 38
    top = middle - 40 - more
    painter.drawRoundedRect(
        QRectF((size.width() - wide) / 2, middle - 48 - more, wide, height + more), style.RADIUS, style.RADIUS
    )
    write(painter, QRectF(left, top, width, heading.height()), flags, head, strong, style.DARK.on_picture)
    if has_room:
        top += max(22.0, heading.height())
        write(painter, QRectF(left, top, width, 44 + more), flags, rest, plain, style.DARK.on_picture_quiet)


def shade(painter: QPainter, area: QRect, is_upwards: bool) -> None:
    """Darken a picture towards its edge, so that words can be read on snow."""
    darker = QLinearGradient(0, area.top(), 0, area.bottom())
    darker.setColorAt(1.0 if is_upwards else 0.0, QColor(0, 0, 0, 195))
    # As far as words reach, amber on white can still be told: 4.5 : 1.
    darker.setColorAt(0.35 if is_upwards else 0.65, QColor(0, 0, 0, 178))
    darker.setColorAt(0.0 if is_upwards else 1.0, QColor(0, 0, 0, 0))
    painter.fillRect(area, darker)


def write(painter: QPainter, box: QRectF, flags: int, text: str, face: QFont, colour: str) -> None:
    """Write with a shadow: no colour of a picture hides it."""
    if text:
        painter.setFont(face)
        painter.setPen(QColor(0, 0, 0, 150))
        painter.drawText(box.translated(0, 1), flags, text)
        painter.setPen(QColor(colour))
        painter.drawText(box, flags, text)


def elided(face: QFont, text: str, room: int) -> str:
    """As much of `text` as fits into `room` pixels."""
    return QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
