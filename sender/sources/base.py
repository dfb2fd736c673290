"""Where pictures come from: the contract of every source."""

import threading
import time
from abc import ABC, abstractmethod
from typing import ClassVar

from camwire.errors import UsageError
from sender.asked import Asked, Size
from sender.available import Available
from sender.control import Control, Value
from sender.errors import SourceError
from sender.pictures.capture import Capture

NANO = 1_000_000_000
WHENEVER = 2**63
"""In the place of a time until which no picture is to be expected: they come when something happens."""


class Source(ABC):
    """A source of pictures. All of it is called in the capture thread, but `interrupt` and `call`, which are for any.

    A subclass with an `__init__` of its own calls `super().__init__()`. Every wait is a `pause`; when one ends with
    True, `read` returns None, and is called again where the camera goes on. A source with `controls` has `get` and
    `set`, too; values are checked before they come to it.
    """

    asked_as: ClassVar[str] = ""
    """How to ask for it, for the sentence that lists what is possible."""
    rank: ClassVar[int] = 100
    """Its place in that sentence."""
    is_fallback: ClassVar[bool] = False
    """Whether it is taken only where no other source accepts."""
    without_controls: ClassVar[str] = "This source has no controls."
    """What to tell who looks for controls where there are none."""
    takes_options: ClassVar[bool] = False
    """Whether `from_spec` heeds `asked.options`."""

    def __init__(self) -> None:
        self._is_interrupted = False
        self._called = threading.Event()
        self.silent_until_ns = 0
        """Until then no picture is to be expected, on the clock of `time.monotonic_ns`: it is slow on purpose.
        `WHENEVER`: nobody can tell."""

    @classmethod
    def accepts(cls, spec: str) -> bool:
        """Whether `spec`, as typed after `--source`, means this source."""
        return False

    @classmethod
    def from_spec(cls, spec: str, asked: Asked) -> "Source":
        """Make the source that `spec` means. Opens nothing. Raises SourceError."""
        raise SourceError(f"{cls.__name__} cannot be made from “{spec}”.")

    @classmethod
    def available(cls) -> list[Available]:
        """What of this kind this computer has, told without opening it. May take a second, and may fail."""
        return []

    @abstractmethod
    def open(self) -> None:
        """Begin, or begin again after `close`. Raises SourceError with a sentence that says what to do."""

    @abstractmethod
    def read(self) -> Capture | None:
        """Block until the next picture. None: it has ended for good, or a `pause` was cut short. Raises SourceLost."""

    def close(self) -> None:  # noqa: B027
        """Give back what `open` took. May be repeated."""

    @abstractmethod
    def describe(self) -> str:
        """What this is, in a few words for a viewer. Holds no password and no private path."""

    def controls(self) -> list[Control]:
        """What can be set while it is open, as it is now. Raises UsageError when the driver does not answer."""
        return []

    def get(self, name: str) -> Value:
        """The value of one of the `controls`, read back from where it works. Raises UsageError."""
        raise UsageError(self.without_controls)

    def set(self, name: str, value: Value) -> Value:
        """Set one of the `controls` to a value in its range; return the value in force then. Raises UsageError."""
        raise UsageError(self.without_controls)

    def prefer_fps(self, fps: float | None) -> None:  # noqa: B027
        """Give about `fps` pictures a second from now on, or its own rate, if it can choose. The rest is dropped."""

    def prefer_size(self, size: Size | None) -> bool:
        """Take pictures of `size`, if it can choose, as soon as it is opened again. Returns whether it can choose.

        None is what it was made with.
        """
        return False

    @property
    def is_interrupted(self) -> bool:
        """Whether the camera is stopping."""
        return self._is_interrupted

    @property
    def is_called(self) -> bool:
        """Whether somebody waits for the capture thread."""
        return self._called.is_set()

    def interrupt(self) -> None:
        """End every pause, now and from now on. For any thread."""
        self._is_interrupted = True
        self._called.set()

    def revive(self) -> None:
        """Undo `interrupt`, before a camera opens it that is not the first, or not for the first time."""
        self._is_interrupted = False
        self._called.clear()

    def call(self) -> None:
        """End the pause there is, or the next: the capture thread has something else to do. For any thread."""
        self._called.set()

    def heed(self) -> None:
        """The capture thread has come: pauses last again."""
        self._called.clear()
        if self._is_interrupted:
            self._called.set()

    def pause(self, seconds: float) -> bool:
        """Wait. Returns True at once when the camera is stopping or something is asked: then return from `read`."""
        return self._called.wait(max(0.0, seconds))

    def pause_until(self, time_ns: int) -> bool:
        """Wait for the next picture until `time.monotonic_ns` is `time_ns`; not at all when that has passed."""
        self.silent_until_ns = time_ns
        remaining = time_ns - time.monotonic_ns()
        return self.pause(remaining / NANO) if remaining > 0 else self.is_interrupted
