"""Line icons, coloured by the theme, sharp at every scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from viewer.ui.look import resources

SCALES = (1, 2, 3)
DISABLED = 0.35


@cache
def icon(name: str, colour: str, size: int = 18) -> QIcon:
    """The icon `resources/icons/<name>.svg` in `colour`, at `size` device-independent pixels."""
    svg = (resources.folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    drawn = QIcon()
    for scale in SCALES:
        pixmap = QPixmap(size * scale, size * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            renderer.render(painter, QRectF(0, 0, size * scale, size * scale))
        pixmap.setDevicePixelRatio(scale)
        drawn.addPixmap(pixmap)
        drawn.addPixmap(_faint(pixmap), QIcon.Mode.Disabled)
    return drawn


def _faint(pixmap: QPixmap) -> QPixmap:
    """What Qt makes of a line in one colour for a button that is disabled looks as if it were not."""
    faint = QPixmap(pixmap.size())
    faint.setDevicePixelRatio(pixmap.devicePixelRatio())
    faint.fill(Qt.GlobalColor.transparent)
    with QPainter(faint) as painter:
        painter.setOpacity(DISABLED)
        painter.drawPixmap(0, 0, pixmap)
    return faint


@cache
def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(resources.folder() / "icons" / "watchword.svg"))
