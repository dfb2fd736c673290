"""Where a picture is painted in its place: letterboxed, turned as the person wants it, and zoomed into."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QTransform

from viewer.core.pictures.orientation import UPRIGHT, Orientation
from viewer.core.pictures.viewport import WHOLE, Viewport

HARDLY = range(4)


@dataclass(frozen=True, slots=True)
class Fitted:
    """`target` is what the picture covers of its place, `margins` what is left of that; `whole` is all of the picture,
    beyond the place where it is zoomed into. `transform` leads from the picture's own pixels to the place's.

    All in device pixels: those of the interface may be one and a half of them, and the picture would never fit.
    """

    target: QRect
    margins: tuple[QRect, ...]
    is_scaled: bool
    whole: QRect
    transform: QTransform
    is_plain: bool
    """Whether all of it is shown as it came."""

    @classmethod
    def of(
        cls, picture: QSize, place: QSize, orientation: Orientation = UPRIGHT, viewport: Viewport = WHOLE
    ) -> "Fitted":
        turned = QSize(*orientation.size(picture.width(), picture.height()))
        is_plain = orientation.is_upright and not viewport.is_zoomed
        whole = _zoomed(turned, place, viewport) if viewport.is_zoomed else letterboxed(turned, place)
        target = whole & QRect(QPoint(), place)
        is_scaled = whole.size() != turned
        return cls(target, _around(target, place), is_scaled, whole, _transform(turned, whole, orientation), is_plain)


def in_device_pixels(size: QSize, ratio: float) -> QSize:
    """As many as are touched, which is what the camera is told of the place."""
    return QSize(ceil(size.width() * ratio), ceil(size.height() * ratio))


def enlarged(place: QSize, zoom: float) -> QSize:
    """The place into which all of a picture would fit that is zoomed into."""
    return QSize(round(place.width() * zoom), round(place.height() * zoom))


def letterboxed(picture: QSize, place: QSize) -> QRect:
    """Where a picture goes in `place`, both in device pixels: as large as it fits, centred, never stretched.

    One that is hardly too small stays as it is: cameras send even sizes, and scaling by so little would cost half of
    the sharpness and twenty times the work.
    """
    fitted = picture.scaled(place, Qt.AspectRatioMode.KeepAspectRatio)
    if fitted.width() - picture.width() in HARDLY and fitted.height() - picture.height() in HARDLY:
        fitted = picture
    return QRect(
        (place.width() - fitted.width()) // 2,
        (place.height() - fitted.height()) // 2,
        fitted.width(),
        fitted.height(),
    )


def _zoomed(picture: QSize, place: QSize, viewport: Viewport) -> QRect:
    size = letterboxed(picture, enlarged(place, viewport.zoom)).size()
    left = _begin(size.width(), place.width(), viewport.x)
    return QRect(QPoint(left, _begin(size.height(), place.height(), viewport.y)), size)


def _begin(length: int, room: int, middle: float) -> int:
    """Where a picture begins, whose point `middle` (a share) is to be in the middle. In whole pixels: half of one would
    blur it."""
    if length <= room:
        return (room - length) // 2
    return max(room - length, min(0, round(room / 2 - middle * length)))


def _around(target: QRect, place: QSize) -> tuple[QRect, ...]:
    below, beside = target.bottom() + 1, target.right() + 1
    margins = (
        QRect(0, 0, place.width(), target.top()),
        QRect(0, below, place.width(), place.height() - below),
        QRect(0, target.top(), target.left(), target.height()),
        QRect(beside, target.top(), place.width() - beside, target.height()),
    )
    return tuple(each for each in margins if not each.isEmpty())


def _transform(turned: QSize, whole: QRect, orientation: Orientation) -> QTransform:
    # Each step is done before those above it.
    steps = QTransform.fromTranslate(whole.left(), whole.top())
    if whole.size() != turned and not turned.isEmpty():
        steps.scale(whole.width() / turned.width(), whole.height() / turned.height())
    if orientation.is_mirrored:
        steps.translate(turned.width(), 0)
        steps.scale(-1, 1)
    if orientation.turns:
        right = turned.width() if orientation.turns in (1, 2) else 0
        down = turned.height() if orientation.turns in (2, 3) else 0
        steps.translate(right, down)
        steps.rotate(90 * orientation.turns)
    return steps
