"""Pictures as thumbnails."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QBrush, QPainter, QTransform

from camwire.translation import tr
from viewer.ui.cards.actions import Action, ShowPicture
from viewer.ui.cards.card import Card, Offer, Place, pen
from viewer.ui.cards.content import Content, Value
from viewer.ui.cards.kinds import as_jpeg, picture_size, pixels_of
from viewer.ui.cards.tones import face
from viewer.ui.look import style

MOST = QSize(320, 240)
LEAST = 24
RADIUS = 6.0


class PictureCard(Card):
    """A JPEG or an array of picture shape (BGR, as OpenCV has them); a click shows it in full."""

    def __init__(
        self, picture: object, place: Place, most: QSize = MOST, action: Action | None = None, part: str = ""
    ) -> None:
        super().__init__(place)
        size, jpeg = picture_size(picture), as_jpeg(picture)
        source = jpeg or pixels_of(picture)
        assert size is not None
        assert source is not None
        self._source = source
        self._thumbnails = place.thumbnails
        self._key = (place.key, part)
        self.size = fitted(size, QSizeF(min(place.room, most.width()), most.height()))
        whole = QRectF(QPointF(0, 0), self.size)
        self.spots.append((whole, Offer(tr("Show the picture"), action or ShowPicture(picture))))
        self.foot = (Offer(f"{size[0]}×{size[1]}{' JPEG' if jpeg is not None else ''}"),)
        self.cost = len(jpeg.data) if jpeg is not None else size[0] * size[1] * 3

    @classmethod
    def of(cls, content: Content, place: Place) -> "PictureCard | None":
        is_picture = isinstance(content, Value) and picture_size(content.value) is not None
        return cls(content.value, place) if is_picture and isinstance(content, Value) else None

    def paint(self, painter: QPainter, origin: QPointF, pointer: QPointF | None = None) -> None:
        tone = self.tone
        area = QRectF(origin, self.size)
        scale = painter.device().devicePixelRatioF()
        sharp = (self.size * scale).toSize().expandedTo(QSize(1, 1))
        image = self._thumbnails.of(self._key, self._source, sharp)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if image is None or image.isNull():
            painter.setBrush(tone.rule)
            painter.drawRoundedRect(area, RADIUS, RADIUS)
            painter.setPen(tone.text)
            painter.setFont(face(style.SMALL_PX))
            words = tr("Loading…") if image is None else tr("This picture is damaged.")
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
            return
        brush = QBrush(image)
        brush.setTransform(QTransform.fromTranslate(area.left(), area.top()).scale(1 / scale, 1 / scale))
        painter.setBrush(tone.rule)
        if image.hasAlphaChannel():
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        painter.setBrush(brush)
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        if pointer is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(tone.accent))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def fitted(size: tuple[int, int], room: QSizeF) -> QSizeF:
    """`size` (width, height) scaled to fit, never enlarged, never thinner than can be seen and hit."""
    fit = min(room.width() / size[0], room.height() / size[1], 1.0)
    width, height = max(LEAST, round(size[0] * fit)), max(LEAST, round(size[1] * fit))
    return QSizeF(min(width, room.width()), min(height, room.height()))
