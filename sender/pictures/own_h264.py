"""H.264 that the hardware of a source's board makes of its pictures, where they lie: what source and encoder agree on.

A picture comes with what can make H.264 of it, and is encoded only when it is due for somebody, one after the other:
so no delta is made that nobody gets.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass


class HardwareFailed(Exception):
    """The hardware does not encode this, or nothing any more; the text says why."""


class H264Stream(ABC):
    """Pictures of which each builds on the one before. Belongs to the encode thread."""

    @abstractmethod
    def encode(self, memory: object, keyframe: bool) -> tuple[bytes, bool] | None:
        """Return the frame of the picture in `memory`, and whether it is a keyframe; waits for it.

        None: there is none, and the next one builds on the last that was returned, or is a keyframe. Raises
        HardwareFailed when there will be none.
        """

    @abstractmethod
    def close(self) -> None:
        """Let the hardware rest. Waits for nothing."""


class H264Hardware(ABC):
    """The hardware beside an open source. All of it is for the encode thread."""

    has_failed = False
    """It encodes nothing any more."""

    @property
    @abstractmethod
    def has_room(self) -> bool:
        """Whether one whose stream was refused may try again."""

    @abstractmethod
    def begin(self, quality: int) -> H264Stream | None:
        """Begin a stream that looks like JPEG of `quality`, 1 to 100. Raises HardwareFailed.

        None: not now, but with one of the next pictures, when another stream has ended.
        """


@dataclass(frozen=True, slots=True, eq=False)
class Encodable:
    """A picture beside `hardware`, which knows it by `memory`. None: it was copied, and only the next will do."""

    hardware: H264Hardware
    memory: object | None
