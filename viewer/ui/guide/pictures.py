"""The pictures of a page of the guide, each loaded in a pass of the loop of its own."""

from collections import deque
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader

KEPT = 12


class Wanted(NamedTuple):
    """A picture at the width that it has on the page, in device pixels, of which `ratio` are one of the page's."""

    name: str
    file: Path
    width: int
    ratio: float


class Pictures(QObject):
    """To read a page and its pictures at once would hold up what lives beside it. Lives in the window's thread."""

    loaded = Signal(str, QImage)  # the name, as it was wanted

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: dict[Wanted, QImage] = {}
        self._waiting: deque[Wanted] = deque()
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._load)

    def forget_waiting(self) -> None:
        """Load none of those that were wanted before: another page is read."""
        self._waiting.clear()
        self._next.stop()

    def picture(self, wanted: Wanted) -> QImage:
        """It, or, until it is loaded, nothing of the same size; a null one where there is none in the file."""
        if wanted in self._kept:
            return self._kept[wanted]
        own = QImageReader(str(wanted.file)).size()
        if own.isEmpty():
            return QImage()
        if wanted not in self._waiting:
            self._waiting.append(wanted)
            self._next.start()
        blank = QImage(_scaled(own, wanted.width), QImage.Format.Format_ARGB32_Premultiplied)
        blank.fill(Qt.GlobalColor.transparent)
        blank.setDevicePixelRatio(wanted.ratio)
        return blank

    def _load(self) -> None:
        wanted = self._waiting.popleft()
        if not self._waiting:
            self._next.stop()
        image = QImage(str(wanted.file))
        if image.isNull():
            return
        size = _scaled(image.size(), wanted.width)
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(wanted.ratio)
        self._kept[wanted] = image
        if len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        self.loaded.emit(wanted.name, image)


def _scaled(own: QSize, most: int) -> QSize:
    width = min(own.width(), most)
    return QSize(width, max(1, round(own.height() * width / own.width())))
