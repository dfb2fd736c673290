"""A source whose controls are switches of a test."""

import threading

from camwire.errors import UsageError
from sender import Capture, Source, SourceError, SourceLost
from sender.control import Control, Value
from tests.sender.support import GREY


class Settable(Source):
    """Has `table`, and takes whatever it is given; `taken` is all of it, in order.

    A value shows after `frames_late` pictures, rounded to tens where the control has steps of ten. While `released` is
    not set, the driver keeps the capture thread. `refuses` is what it says to every value. Cut the cable with
    `is_plugged`.
    """

    def __init__(self, *table: Control) -> None:
        super().__init__()
        self.table = list(table)
        self.taken: list[tuple[str, Value]] = []
        self.shown: dict[str, Value] = {}
        self.frames_late = 0
        self.refuses: Exception | None = None
        self.is_plugged = True
        self.released = threading.Event()
        self.released.set()
        self._coming: list[tuple[int, str, Value]] = []
        self._frames = 0

    def open(self) -> None:
        if not self.is_plugged:
            raise SourceError("No cable.")

    def read(self) -> Capture | None:
        if not self.is_plugged:
            raise SourceLost("The cable is cut.")
        if self.pause(0.01):
            return None
        self._frames += 1
        for frame, name, value in self._coming:
            if frame <= self._frames:
                self.shown[name] = value
        self._coming = [each for each in self._coming if each[0] > self._frames]
        return Capture.of(GREY)

    def describe(self) -> str:
        return "settable source"

    def controls(self) -> list[Control]:
        return self.table

    def get(self, name: str) -> Value:
        if name not in self.shown:
            raise UsageError("The driver does not tell.")
        return self.shown[name]

    def set(self, name: str, value: Value) -> Value:
        self.released.wait(10)
        self.taken.append((name, value))
        if self.refuses is not None:
            raise self.refuses
        control = next(each for each in self.table if each.name == name)
        made = round(value, -1) if control.step == 10 and not isinstance(value, str) else value
        if not self.frames_late:
            self.shown[name] = made
            return made
        self._coming.append((self._frames + self.frames_late, name, made))
        return value
