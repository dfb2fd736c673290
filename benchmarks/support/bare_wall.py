"""The floor: the same pictures decoded at the right scale and painted by one blit, in one thread, with nothing around.

`python -m benchmarks.support.bare_wall --count 16 --sent 640x480 --place 480x270`. No network, no threads, no letters:
each picture comes when it is due from memory, is decoded as large as its place needs it, and painted into a widget of
its own of the same size. Prints one line of figures.
"""

import argparse
import json
import time

import simplejpeg
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.support import cpu, screen
from benchmarks.support.film import FRAMES, Film, usual_clip
from sender.asked import Size
from sender.pipeline.rendition import fitted


class BareTile(QWidget):
    """Paints its picture where the viewer would: centred, in its own shape."""

    def __init__(self, parent: QWidget, target: QRect) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.image = QImage()
        self.painted = 0
        self._target = target
        self._pixels: object = None

    def show_jpeg(self, jpeg: bytes) -> None:
        """Decode it and have it painted."""
        pixels = simplejpeg.decode_jpeg(
            jpeg,
            colorspace="BGRX",
            fastdct=True,
            fastupsample=True,
            min_height=self._target.height(),
            min_width=self._target.width(),
        )
        self._pixels = pixels
        height, width = pixels.shape[:2]
        self.image = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB32)
        self.update(self._target)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            is_scaled = self.image.size() != self._target.size()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_scaled)
            painter.drawImage(self._target, self.image)
        self.painted += 1


def grid(window: QWidget, count: int, sent: Size, place: Size) -> list[BareTile]:
    """So many tiles of the size `place`, about as many across as down."""
    picture = fitted(Size(place.width, place.width * sent.height // sent.width), place)
    target = QRect(
        (place.width - picture.width) // 2, (place.height - picture.height) // 2, picture.width, picture.height
    )
    across = round(count**0.5 + 0.49)
    window.resize(across * place.width, -(-count // across) * place.height)
    tiles = [BareTile(window, target) for _ in range(count)]
    for number, tile in enumerate(tiles):
        tile.setGeometry(number % across * place.width, number // across * place.height, place.width, place.height)
    return tiles


def shown(app: QApplication, tiles: list[BareTile], film: Film, fps: float, seconds: float) -> int:
    """Show them at their rate, evenly spread; return how many were painted."""
    before = sum(tile.painted for tile in tiles)
    begun, number = time.monotonic(), 0
    while (due := begun + number / fps / len(tiles)) < begun + seconds:
        time.sleep(max(0.0, due - time.monotonic()))
        place = number % len(tiles)
        tiles[place].show_jpeg(film.jpeg(place + number // len(tiles), film.size))
        app.processEvents()
        number += 1
    return sum(tile.painted for tile in tiles) - before


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.support.bare_wall")
    parser.add_argument("--count", type=int, default=16)
    parser.add_argument("--sent", default="640x480", help="the size in which the pictures come")
    parser.add_argument("--place", default="480x270", help="the size of a tile")
    parser.add_argument("--fps", type=float, default=15.0)
    parser.add_argument("--seconds", type=float, default=8.0)
    words = parser.parse_args()
    sent, place = Size.parse(words.sent), Size.parse(words.place)
    film = Film(usual_clip(sent), sent)
    for number in range(FRAMES):
        film.jpeg(number, sent)
    app = QApplication(["floor", "-platform", screen.PLATFORM])
    window = QWidget()
    tiles = grid(window, words.count, sent, place)
    window.show()
    shown(app, tiles, film, words.fps, 1.0)
    used, began = cpu.by_thread_class(), time.monotonic()
    painted = shown(app, tiles, film, words.fps, words.seconds)
    used = {name: each - used[name] for name, each in cpu.by_thread_class().items()}
    print(
        json.dumps(
            {
                "painted": painted,
                "fps": painted / (time.monotonic() - began) / words.count,
                "cpu_ms": 1000 * sum(used.values()) / max(1, painted),
                "picture": [tiles[0].image.width(), tiles[0].image.height()],
            }
        ),
        flush=True,
    )


if __name__ == "__main__":
    main()
