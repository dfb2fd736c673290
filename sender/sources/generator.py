"""Pictures from the user's own Python: any iterable of NumPy arrays or planes, plain or async."""

import asyncio
import inspect
import time
from collections.abc import AsyncIterable, Callable, Iterable, Iterator
from typing import Any, TypeAlias

from sender.errors import SourceError
from sender.from_loop import FromLoop
from sender.pictures.capture import Capture, Picture
from sender.pictures.yuv import Yuv420
from sender.sources.base import NANO, WHENEVER, Source

Pictures: TypeAlias = Iterable[Any] | AsyncIterable[Any] | Callable[[], Iterable[Any] | AsyncIterable[Any]]

_END = object()
_NOT_YET = object()
# What is waited for ends the pause, too.
_LOOK_SECONDS = 1.0


class GeneratorSource(Source):
    """Takes the pictures that `pictures` (an iterable, plain or async, or a function that returns one) yields.

    An async iterable runs on the loop on which this source was made, a plain one in the capture thread. With `fps` they
    are taken at that pace; without, as fast as they come: then the iterable itself must wait.
    """

    without_controls = (
        "These pictures are made by a program, so there are no controls. It may have commands of its own."
    )

    def __init__(self, pictures: Pictures, fps: float | None = None, loop: bool = False) -> None:
        super().__init__()
        self._pictures = pictures
        self._own_fps = fps
        self._interval_ns = round(NANO / fps) if fps else 0
        self._loop = loop
        self._home = _running_loop()
        self._iterator: Iterator[Any] | FromLoop = iter(())
        self._has_given = self._has_ended = False
        self._due_ns = 0

    def open(self) -> None:
        self._begin()
        self._due_ns = time.monotonic_ns()

    def read(self) -> Capture | None:
        if self._has_ended or (self._interval_ns and self.pause_until(self._due_ns)):
            return None
        # A program's pictures may come when something moves, or when somebody rings.
        self.silent_until_ns = WHENEVER
        picture = self._next()
        if picture is _END and self._loop and self._has_given:
            self._begin()
            picture = self._next()
        if picture is _NOT_YET:
            return None
        self._due_ns = max(self._due_ns + self._interval_ns, time.monotonic_ns() - self._interval_ns)
        self._has_given, self._has_ended = True, picture is _END
        return None if self._has_ended or self.is_interrupted else Capture.of(own(picture))

    def close(self) -> None:
        end = getattr(self._iterator, "close", None)
        if end is not None:
            end()

    def describe(self) -> str:
        return "pictures of its own"

    def prefer_fps(self, fps: float | None) -> None:
        # Without a pace of its own the iterable waits; to hold it up would make its pictures old.
        if self._own_fps:
            self._interval_ns = round(NANO / (fps or self._own_fps))

    def _begin(self) -> None:
        self._has_given = self._has_ended = False
        pictures: Any = self._pictures() if callable(self._pictures) else self._pictures
        if isinstance(pictures, AsyncIterable):
            if self._home is None:
                raise SourceError("Async pictures need a loop. Give them to a Camera, or make their source on one.")
            self._iterator = FromLoop(pictures, self._home)
            return
        if inspect.iscoroutine(pictures):
            pictures.close()
        try:
            self._iterator = iter(pictures)
        except TypeError:
            raise SourceError(
                f"Pictures come from an iterable or a generator function (def with yield), not from "
                f"{type(pictures).__name__}."
            ) from None

    def _next(self) -> Any:
        if not isinstance(self._iterator, FromLoop):
            return next(self._iterator, _END)
        self._iterator.ask(self.call)
        while not self._iterator.is_ready:
            if self.pause(_LOOK_SECONDS):
                break
        return self._iterator.take(_END) if self._iterator.is_ready else _NOT_YET


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def own(picture: Any) -> "Picture | Yuv420":
    """Return `picture` as (height, width, 3) uint8 BGR, or as planes; C-contiguous, not shared with the user's code."""
    import numpy as np

    if isinstance(picture, Yuv420):
        return Yuv420(*(np.array(plane, order="C") for plane in picture))
    if not isinstance(picture, np.ndarray):
        raise SourceError(f"A picture must be a NumPy array; this is {type(picture).__name__}.")
    is_grey, is_colour = picture.ndim == 2, picture.ndim == 3 and picture.shape[2] == 3
    if picture.dtype != np.uint8 or not (is_grey or is_colour) or 0 in picture.shape:
        raise SourceError(
            f"A picture must have the shape (height, width, 3) or (height, width) and the type uint8; "
            f"this one has {picture.shape} and {picture.dtype}."
        )
    copy: Picture = np.empty((*picture.shape[:2], 3), np.uint8)
    copy[...] = picture[..., None] if is_grey else picture
    return copy
