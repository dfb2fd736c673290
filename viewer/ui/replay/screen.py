"""One recording's picture, with its name in the line that tiles of the wall have."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.core.pictures.picture import Picture
from viewer.core.pictures.wanting import Place
from viewer.ui.look import painting, style
from viewer.ui.wall import over_picture
from viewer.ui.wall.fitting import Fitted, in_device_pixels
from viewer.ui.wall.over_picture import MIDDLE


class Screen(QWidget):
    """Paints what it was given last; `words` stand in the middle where there is no picture."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(QSize(160, 90))
        self.setAccessibleName(name)
        self.name = name
        self.beside = ""
        """What stands at the right of the line."""
        self.words = ""
        self._picture: Picture | None = None
        self._image: QImage | None = None

    @property
    def place(self) -> Place:
        """How large a picture may be to be worth its pixels."""
        size = in_device_pixels(self.size(), self.devicePixelRatio())
        return Place(max(1, size.width()), max(1, size.height()))

    @property
    def has_picture(self) -> bool:
        """Whether one is shown."""
        return self._image is not None

    def show_picture(self, picture: Picture | None, words: str = "") -> None:
        """Show a picture, or say why there is none."""
        self.words = words
        self._picture = picture
        self._image = None
        if picture is not None:
            # The image borrows the array's memory; both are kept together.
            stride = picture.pixels.strides[0]
            shape = picture.width, picture.height
            self._image = QImage(picture.pixels.data, *shape, stride, QImage.Format.Format_RGB32)
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, size, ratio = style.theme(), self.size(), self.devicePixelRatio()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(colours.behind))
            if self._image is not None:
                self._paint_picture(painter, self._image, size, ratio)
            elif self.words:
                box = QRectF(self.rect()).adjusted(32, 32, -32, -32)
                painter.setFont(style.font())
                painter.setPen(QColor(colours.on_picture_quiet))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.words)
            self._paint_line(painter, size.width())
            painting.corners(painter, self.rect(), colours.wall)

    def _paint_picture(self, painter: QPainter, image: QImage, size: QSize, ratio: float) -> None:
        fitted = Fitted.of(image.size(), in_device_pixels(size, ratio))
        painter.scale(1 / ratio, 1 / ratio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, fitted.is_scaled)
        painter.drawImage(fitted.target, image)
        painter.resetTransform()

    def _paint_line(self, painter: QPainter, width: int) -> None:
        height = style.LINE_HEIGHT
        over_picture.shade(painter, QRect(0, 0, width, height + 8), is_upwards=False)
        plain, strong = style.font(), style.font(is_strong=True)
        used = QFontMetrics(plain).horizontalAdvance(self.beside)
        if used + 120 < width:
            area = QRectF(width - 12 - used, 0, used + 2, height)
            over_picture.write(painter, area, MIDDLE, self.beside, plain, style.DARK.text)
        else:
            used = 0
        name = over_picture.elided(strong, self.name, width - used - 40)
        area = QRectF(QPointF(12, 0), QPointF(width - used - 20, height))
        over_picture.write(painter, area, MIDDLE, name, strong, style.DARK.on_picture)
