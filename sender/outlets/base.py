"""The camera's side of a foreign format towards one receiver: what goes on the wire, and what comes back."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from camwire.arrays import Array
from camwire.errors import UsageError
from camwire.frame import EncodedFrame, Payload
from camwire.messages import Parts
from camwire.spoken import check_text
from sender.sending import Sending


class Outlet(ABC):
    """Sees messages, never sockets, and no envelope. It keeps no time, and no lines: those wait with its owner."""

    name: ClassVar[str]
    title: ClassVar[str]
    """How its makers write it."""
    patterns: ClassVar[tuple[str, ...]]
    codecs: ClassVar[tuple[str, ...]]
    """What its frames can hold, the usual first."""
    modes: ClassVar[frozenset[str]] = frozenset()
    """Those of VidGear's exclusive modes that it has."""
    listening: ClassVar[tuple[str, ...]] = ()
    """Patterns in which the camera listens and the receiver dials."""

    def __init__(self, sending: Sending, camera: str, port: int) -> None:
        self.sending = sending
        self.camera = camera
        self.port = port
        self._heard: object = None

    @property
    @abstractmethod
    def answers_goodbye(self) -> bool:
        """Whether the receiver answers the camera's goodbye; it is harmed if the camera is gone by then."""

    @property
    def why_mute(self) -> str:
        """Why no line can go with a picture, as a sentence; empty if one can."""
        return ""

    def check(self, line: str) -> None:
        """Raise UsageError, with the reason, if `line` cannot go with a picture."""
        if self.why_mute:
            raise UsageError(self.why_mute)
        if not line:
            raise UsageError(f"An empty line cannot be said: to {self.title} it is nothing.")
        check_text(line)

    @abstractmethod
    def send_frame(self, frame: EncodedFrame, line: str | None) -> Parts:
        """The message that shows `frame` and says `line`, if that is not None."""

    @abstractmethod
    def receive(self, parts: Sequence[Payload]) -> list[object]:
        """Take the answer to a frame; return what it brings that is new (an `Array` unopened). Raises WireError."""

    def send_goodbye(self) -> Parts | None:
        """The last word; None where there is none, or where it would do harm."""
        return None

    def begin(self) -> None:
        """The connection is new: whoever is there knows nothing of this camera."""
        self._heard = None

    def _changed(self, value: object) -> list[object]:
        """`value` if it is not what was heard the last time. VidGear and hubs repeat the same answer to every frame
        until they are given another; None stands for nothing."""
        before, self._heard = self._heard, value
        return [] if value is None or _is_same(before, value) else [value]


def _is_same(before: object, after: object) -> bool:
    if isinstance(before, Array) and isinstance(after, Array):
        is_alike = (before.layout, before.codec) == (after.layout, after.codec)
        return is_alike and bytes(before.payload) == bytes(after.payload)
    try:
        return type(before) is type(after) and bool(before == after)
    except RecursionError:
        return False
