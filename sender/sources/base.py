"""Where pictures come from: the contract of every source."""

import threading
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from sender.asked import Asked

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Picture: TypeAlias = "npt.NDArray[np.uint8]"
NANO = 1_000_000_000


class SourceError(Exception):
    """The source cannot be used; the text says to a person what to do."""


class SourceLost(SourceError):
    """The source was open and has vanished. It is opened again until it is back."""


@dataclass(frozen=True, slots=True, eq=False)
class Capture:
    """One picture as its source gave it: decoded `pixels` or the camera's own `jpeg`, never both.

    `pixels`: (height, width, 3), uint8, BGR, C-contiguous; the source does not touch them again.
    `capture_time_ns` is on the clock of `time.monotonic_ns`.
    """

    capture_time_ns: int
    width: int
    height: int
    pixels: "Picture | None" = None
    jpeg: bytes | None = None

    @classmethod
    def of(cls, pixels: Picture, capture_time_ns: int | None = None) -> "Capture":
        """A picture taken at `capture_time_ns`, or now."""
        taken = time.monotonic_ns() if capture_time_ns is None else capture_time_ns
        return cls(taken, pixels.shape[1], pixels.shape[0], pixels=pixels)


class Source(ABC):
    """A source of pictures. `open`, `read` and `close` are called in the capture thread, `interrupt` in any.

    A subclass with an `__init__` of its own calls `super().__init__()`. Every wait is a `pause`.
    """

    asked_as: ClassVar[str] = ""
    """How to ask for it, for the sentence that lists what is possible."""
    rank: ClassVar[int] = 100
    """Its place in that sentence."""
    is_fallback: ClassVar[bool] = False
    """Whether it is taken only where no other source accepts."""

    def __init__(self) -> None:
        self._interrupted = threading.Event()

    @classmethod
    def accepts(cls, spec: str) -> bool:
        """Whether `spec`, as typed after `--source`, means this source."""
        return False

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "Source":
        """Make the source that `spec` means. Opens nothing. Raises SourceError."""
        raise SourceError(f"{cls.__name__} cannot be made from “{spec}”.")

    @abstractmethod
    def open(self) -> None:
        """Begin, or begin again after `close`. Raises SourceError with a sentence that says what to do."""

    @abstractmethod
    def read(self) -> Capture | None:
        """Block until the next picture. None: it has ended for good. Raises SourceLost."""

    def close(self) -> None:  # noqa: B027
        """Give back what `open` took. May be repeated."""

    @abstractmethod
    def describe(self) -> str:
        """What this is, in a few words for a viewer. Holds no password and no private path."""

    @property
    def is_interrupted(self) -> bool:
        """Whether the camera is stopping."""
        return self._interrupted.is_set()

    def interrupt(self) -> None:
        """End every pause, now and from now on. The only method for other threads."""
        self._interrupted.set()

    def pause(self, seconds: float) -> bool:
        """Wait. Returns True at once when the camera is stopping."""
        return self._interrupted.wait(max(0.0, seconds))

    def pause_until(self, time_ns: int) -> bool:
        """Wait until `time.monotonic_ns` is `time_ns`; not at all when that has passed."""
        remaining = time_ns - time.monotonic_ns()
        return self.pause(remaining / NANO) if remaining > 0 else self.is_interrupted
