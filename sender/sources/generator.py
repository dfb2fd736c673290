"""Pictures from the user's own Python: any iterable of NumPy arrays."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from sender.libraries import opencv
from sender.sources.base import NANO, Capture, Picture, Source, SourceError

Pictures: TypeAlias = Iterable[Any] | Callable[[], Iterable[Any]]

_END = object()


class GeneratorSource(Source):
    """Takes the pictures that `pictures` (an iterable, or a function that returns one) yields.

    With `fps` they are taken at that pace; without, as fast as they come: then the iterable itself must wait.
    """

    def __init__(self, pictures: Pictures, fps: float | None = None, loop: bool = False) -> None:
        super().__init__()
        self._pictures = pictures
        self._interval_ns = round(NANO / fps) if fps else 0
        self._loop = loop
        self._iterator: Iterator[Any] = iter(())
        self._due_ns = 0

    def open(self) -> None:
        self._begin()
        self._due_ns = time.monotonic_ns()

    def read(self) -> Capture | None:
        if self._interval_ns:
            if self.pause_until(self._due_ns):
                return None
            self._due_ns = max(self._due_ns + self._interval_ns, time.monotonic_ns() - self._interval_ns)
        picture = next(self._iterator, _END)
        if picture is _END and self._loop:
            self._begin()
            picture = next(self._iterator, _END)
        return None if picture is _END or self.is_interrupted else Capture.of(bgr(picture))

    def close(self) -> None:
        end = getattr(self._iterator, "close", None)
        if end is not None:
            end()

    def describe(self) -> str:
        return "pictures of its own"

    def _begin(self) -> None:
        pictures = self._pictures() if callable(self._pictures) else self._pictures
        try:
            self._iterator = iter(pictures)
        except TypeError:
            raise SourceError(
                f"Pictures come from an iterable or a generator function (def with yield), not from "
                f"{type(pictures).__name__}."
            ) from None


def bgr(picture: Any) -> Picture:
    """Return `picture` as (height, width, 3) uint8 BGR, C-contiguous and not shared with the user's code."""
    import numpy as np

    if not isinstance(picture, np.ndarray):
        raise SourceError(f"A picture must be a NumPy array; this is {type(picture).__name__}.")
    is_grey, is_colour = picture.ndim == 2, picture.ndim == 3 and picture.shape[2] == 3
    if picture.dtype != np.uint8 or not (is_grey or is_colour) or 0 in picture.shape:
        raise SourceError(
            f"A picture must have the shape (height, width, 3) or (height, width) and the type uint8; "
            f"this one has {picture.shape} and {picture.dtype}."
        )
    copy: Picture = opencv().cvtColor(picture, opencv().COLOR_GRAY2BGR) if is_grey else np.array(picture, order="C")
    return copy
