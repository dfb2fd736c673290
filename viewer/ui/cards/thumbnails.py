"""Small versions of pictures, made beside the GUI thread and kept within bounds."""

import threading
from collections import OrderedDict, deque
from collections.abc import Hashable

import numpy as np
import simplejpeg
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from camwire.errors import WireError
from camwire.jpegs import require_bounded, size_by_library
from camwire.values import Jpeg
from viewer.ui.cards.kinds import Pixels

KEPT_BYTES = 48 * 1024 * 1024
FINER = 2
"""Pixels are dropped down to this many times the size, and averaged from there."""

Key = tuple[Hashable, int, int]


class Thumbnails(QObject):
    """Call from the GUI thread. 12 megapixels of JPEG take 30 ms even at an eighth, so JPEGs are decoded in a thread.

    The thread lives while there is something to decode. `close` ends it.
    """

    made = Signal()
    """A picture that was asked for can be painted (or turned out to be damaged)."""

    def __init__(self, parent: QObject | None = None, kept_bytes: int = KEPT_BYTES) -> None:
        super().__init__(parent)
        self._kept_bytes = kept_bytes
        self._bytes = 0
        self._kept: OrderedDict[Key, QImage] = OrderedDict()
        self._lock = threading.Lock()
        self._wanted: deque[tuple[Key, Jpeg]] = deque()
        self._ready: list[tuple[Key, QImage]] = []
        self._under_way: set[Key] = set()
        self._thread: threading.Thread | None = None
        self.made.connect(self._on_made)

    def of(self, key: Hashable, picture: Jpeg | Pixels, size: QSize) -> QImage | None:
        """`picture` in `size` device pixels; None while it is being made; a null image if it is damaged.

        The newest asked for is made first: it is what one looks at.
        """
        full = (key, size.width(), size.height())
        if full in self._kept:
            self._kept.move_to_end(full)
            return self._kept[full]
        if not isinstance(picture, Jpeg):
            self._keep(full, scaled(image_of_pixels(_thinned(picture, size)), size))
            return self._kept.get(full)
        with self._lock:
            if full not in self._under_way:
                self._under_way.add(full)
                self._wanted.append((full, picture))
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="thumbnails")
                self._thread.start()
        return None

    @property
    def bytes(self) -> int:
        """How much the kept ones take."""
        return self._bytes

    @property
    def is_busy(self) -> bool:
        """Whether a picture that was asked for is still to come."""
        with self._lock:
            return bool(self._under_way)

    def close(self) -> None:
        """Make no more; wait for the one that is being made."""
        with self._lock:
            self._wanted.clear()
            self._under_way.clear()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._thread = None
                    return
                key, picture = self._wanted.pop()
            image = small_jpeg(picture, QSize(key[1], key[2]))
            with self._lock:
                self._ready.append((key, image))
            try:
                self.made.emit()
            except RuntimeError:  # The window went while this was being made.
                return

    def _on_made(self) -> None:
        with self._lock:
            ready, self._ready = self._ready, []
            self._under_way.difference_update(key for key, _ in ready)
        for key, image in ready:
            self._keep(key, image)

    def _keep(self, key: Key, image: QImage) -> None:
        if key in self._kept:
            return
        self._kept[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._kept_bytes and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()


def thumbnails_of(window: QWidget) -> Thumbnails:
    """The ones that everything in a window shares; they end with it."""
    known = window.findChild(Thumbnails, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if known is not None:
        return known
    made = Thumbnails(window)
    window.destroyed.connect(made.close)
    return made


def small_jpeg(picture: Jpeg, size: QSize) -> QImage:
    """Decode at 1/2, 1/4 or 1/8 where that is enough, then scale. Null if damaged. Any thread."""
    try:
        require_bounded(picture.data, picture.width, picture.height)
        return scaled(decoded(picture, size), size)
    except (WireError, ValueError):
        return QImage()


def decoded(picture: Jpeg, least: QSize | None = None) -> QImage:
    """The picture, not smaller than `least` if that is given. Raises ValueError if damaged."""
    if size_by_library(picture.data) != (picture.width, picture.height):
        raise ValueError("another size than it was said to have")
    small = {"min_width": least.width(), "min_height": least.height(), "min_factor": 1} if least else {}
    pixels = simplejpeg.decode_jpeg(picture.data, colorspace="BGRX", fastdct=True, fastupsample=True, **small)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def image_of_pixels(pixels: Pixels) -> QImage:
    """A copy of (height, width[, 1, 3 or 4]) uint8 (gray, BGR, BGRA) as Qt paints it."""
    height, width = pixels.shape[:2]
    channels = pixels.shape[2] if pixels.ndim == 3 else 1
    kinds = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_BGR888, 4: QImage.Format.Format_ARGB32}
    rows = np.ascontiguousarray(pixels)
    return QImage(rows.data, width, height, channels * width, kinds[channels]).copy()


def scaled(image: QImage, size: QSize) -> QImage:
    """`image` in exactly `size`, in the kind that is painted fastest."""
    small = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return small.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _thinned(pixels: Pixels, size: QSize) -> Pixels:
    down = max(1, pixels.shape[0] // (FINER * size.height()))
    across = max(1, pixels.shape[1] // (FINER * size.width()))
    return pixels[::down, ::across]
