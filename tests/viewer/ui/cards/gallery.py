"""Paints one card of each kind: `QT_QPA_PLATFORM=offscreen python -m tests.viewer.ui.cards.gallery FOLDER [WIDTH]`."""

import sys
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.viewer.ui.cards.samples import samples
from viewer.ui.cards import Foot, Ground, Offer, Place, Thumbnails, card_for, tone
from viewer.ui.cards.foot import HEIGHT
from viewer.ui.look import style

PAD_X, PAD_Y, SPACE, ROUND = 10, 7, 8, 10


def paint_gallery(thumbnails: Thumbnails, height: int, width: float, scale: float = 1.0) -> QImage:
    """All samples in bubbles, in columns of `height`; `width` is that of a column."""
    cards = [
        (card_for(content, Place(width - 2 * PAD_X, ground, thumbnails, name)), ground)
        for name, content, ground in samples()
    ]
    columns = 1 + sum(int(card.size.height()) + 50 for card, _ in cards) // (height - 300)
    image = QImage(int(columns * (width + 20) * scale), int(height * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor(style.theme().panel))
    with QPainter(image) as painter:
        left = top = 10.0
        for card, ground in cards:
            foot = Foot([Offer("11:02"), *card.foot], width - 2 * PAD_X)
            bubble = QRectF(
                0, 0, max(card.size.width(), foot.width) + 2 * PAD_X, card.size.height() + 2 * PAD_Y + HEIGHT
            )
            if top + bubble.height() > height - 10:
                left, top = left + width + 20, 10.0
            bubble.moveTo(left + (width - bubble.width() if ground is not Ground.THEIRS else 0), top)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone(ground).fill)
            painter.drawRoundedRect(bubble, ROUND, ROUND)
            card.paint(painter, bubble.topLeft() + QPointF(PAD_X, PAD_Y))
            at = QPointF(bubble.right() - PAD_X - foot.width, bubble.bottom() - PAD_Y - HEIGHT + 4)
            foot.paint(painter, at, ground)
            top += bubble.height() + SPACE
    return image


def draw(app: QApplication, folder: Path, width: float) -> None:
    """Write `dark.png` and `light.png`."""
    thumbnails = Thumbnails()
    for name, theme in (("dark", style.DARK), ("light", style.LIGHT)):
        style.theme = lambda theme=theme: theme  # An offscreen Qt has no colour scheme to set.
        for _ in range(2):
            image = paint_gallery(thumbnails, 1300, width)
            while thumbnails.is_busy:
                app.processEvents()
            app.processEvents()
        image.save(str(folder / f"{name}-{width:.0f}.png"))
    thumbnails.close()


if __name__ == "__main__":
    application = QApplication([])
    style.apply(application)
    draw(application, Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 350.0)
