"""A camera at the other end, whatever format it speaks: what a viewer runs, once per camera.

A dialect sees messages, never sockets. It returns parts for the link to send, or None for what its format cannot say.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from camwire.conversation import Conversation
from camwire.events import Event, ReplyDue
from camwire.frame import Payload
from camwire.messages import Parts, Want


class Dialect(ABC):
    """The viewer's side of one wire format towards one camera. Not thread-safe."""

    name: ClassVar[str]

    @classmethod
    @abstractmethod
    def recognises(cls, parts: Sequence[Payload]) -> bool:
        """Whether `parts` can be the first message of a camera that speaks this."""

    @property
    @abstractmethod
    def conversation(self) -> Conversation:
        """What was and is said to this camera."""

    @property
    @abstractmethod
    def is_open(self) -> bool:
        """Whether the camera has been greeted and not left since."""

    @abstractmethod
    def receive(self, parts: Sequence[Payload], now: float) -> list[Event]:
        """Take one message; `now` is the viewer's monotonic clock in seconds. Raises WireError."""

    @abstractmethod
    def is_silent(self, now: float) -> bool:
        """Whether nothing was heard for so long that the camera must be gone."""

    def send_greeting(self, now: float) -> Parts | None:
        """The first word on a new connection."""
        return None

    def send_ping(self, now: float) -> Parts | None:
        """A sign of life that asks for one."""
        return None

    def send_want(self, want: Want) -> Parts | None:
        """What the viewer can use from now on."""
        return None

    def send_taken(self, sequence: int, window: int) -> Parts | None:
        """Every frame up to `sequence` was painted or dropped; `window` may be under way."""
        return None

    def send_lines(self) -> list[ReplyDue]:
        """What may go now of the lines said in `conversation`."""
        return []

    def send_goodbye(self, text: str = "") -> Parts | None:
        """The last word."""
        return None
