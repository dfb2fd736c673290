"""Pictures of a folder, one after the other."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

from camwire.errors import UsageError
from sender.asked import Asked, Size
from sender.errors import SourceError, SourceLost
from sender.imaging.chosen import imaging
from sender.pictures.capture import Capture, Picture
from sender.pictures.pacing import Pacing
from sender.sources.base import Source

log = logging.getLogger(__name__)

DEFAULT_FPS = 1.0
MOST_BYTES = 256_000_000
SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"})


class ImageFolder(Source):
    """Shows the pictures in `path`, in the order of their names (2 before 10), `fps` a second.

    With `loop` it begins again at the end, with those that lie there then, or waits for some.
    What cannot be read is left out.
    """

    asked_as = "a folder of pictures"
    rank = 18
    is_fallback = True
    without_controls = "A folder of pictures has no controls. /fps changes how fast they follow each other."

    def __init__(self, path: str, fps: float | None = None, loop: bool = False) -> None:
        super().__init__()
        self._path = Path(path)
        self._loop = loop
        self._files: Iterator[Path] = iter(())
        self._pacing = Pacing(DEFAULT_FPS, fps)
        self._told: set[Path] = set()

    @classmethod
    def accepts(cls, spec: str) -> bool:
        return "://" not in spec and Path(spec).is_dir()

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "ImageFolder":
        return cls(spec, asked.fps, asked.loop)

    def open(self) -> None:
        if not self._path.is_dir():
            raise SourceError(f"There is no folder “{self._path}”. Check the path.")
        files = self._listed()
        if not files:
            known = ", ".join(sorted(SUFFIXES))
            raise SourceError(f"There are no pictures in “{self._path}”. Put some there that end in {known}.")
        self._files = iter(files)
        self._pacing.begin()

    def read(self) -> Capture | None:
        if self.pause_until(self._pacing.due_ns):
            return None
        picture = self._next()
        if picture is None and self._loop and not self.is_called:
            picture = self._first_again()
        self._pacing.step()
        return None if picture is None else Capture.of(picture)

    def describe(self) -> str:
        return f"pictures of {self._path.resolve().name}"

    def prefer_fps(self, fps: float | None) -> None:
        self._pacing.change(fps)

    def _listed(self) -> list[Path]:
        try:
            found = [each for each in self._path.iterdir() if each.suffix.lower() in SUFFIXES]
        except OSError as error:
            raise SourceError(f"The folder “{self._path}” cannot be read: {error.strerror}.") from None
        return sorted(found, key=lambda each: _natural(each.name))

    def _first_again(self) -> "Picture | None":
        """The first of those that lie there now; None when the camera has something else to do. Raises SourceLost."""
        try:
            self._files = iter(self._listed())
        except SourceError as error:
            raise SourceLost(str(error)) from None
        picture = self._next()
        if picture is None and not self.is_called:
            # Another program may be about to replace them, or the disk may be back soon.
            raise SourceLost(f"There are no {self.describe()} now that can be read.")
        return picture

    def _next(self) -> "Picture | None":
        """The next that can be read; None at the end, or when the camera has something else to do."""
        while not self.is_called:
            path = next(self._files, None)
            if path is None:
                return None
            picture = _read(path)
            if picture is not None:
                return picture
            if path not in self._told:
                self._told.add(path)
                log.warning("“%s” is left out: it is no picture that can be read here.", path.name)
        return None


def _natural(name: str) -> list[tuple[int, str]]:
    """Numbers in it are compared as numbers."""
    return [(int(each), "") if each.isdecimal() else (-1, each.lower()) for each in re.split(r"(\d+)", name)]


def _read(path: Path) -> "Picture | None":
    """As it is meant to be seen: turned as the camera was held, without transparency."""
    failures: tuple[type[Exception], ...] = (OSError, UsageError, *imaging().failures)
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            # To read from a named pipe would take for ever.
            return None
        picture = imaging().read(path.read_bytes())
        if picture is not None:
            Size(picture.shape[1], picture.shape[0]).checked()
    except failures:
        return None
    return picture
