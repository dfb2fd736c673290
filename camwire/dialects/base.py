"""A camera at the other end, whatever format it speaks: what a viewer runs, once per camera.

A dialect sees messages, never sockets, and no envelope. It returns parts for the link to send, or None for what its
format cannot say.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from camwire.conversation import Conversation
from camwire.events import Event, ReplyDue
from camwire.frame import Payload
from camwire.messages import Parts, Want


@dataclass(frozen=True, slots=True)
class Caller:
    """Who a first message says it comes from.

    `id` is one in the world, or empty; `name` tells cameras of one computer apart, or is empty; `port` is the port that
    the camera claims to be known by.
    """

    id: str = ""
    name: str = ""
    port: str = ""
    is_leaving: bool = False


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """What a dialect has to know of the viewer, and of the link on which it meets the camera.

    `log` names the viewer's side of a new conversation. `port` is where the viewer listens, 0 where it connected.
    `can_answer` is False where the link carries nothing to the camera.
    """

    id: str
    name: str
    software: str
    log: str
    port: int = 0
    can_answer: bool = True
    camera_id: str = ""
    conversation_with: Callable[[str], Conversation] | None = None
    """`camera_id`: who is meant, empty where whoever answers is. `conversation_with` finds what was kept of the
    conversation with the camera of an id (or with whoever answers)."""
    codecs: tuple[str, ...] = ()
    """What the viewer can decode beside `jpeg`."""


class Dialect(ABC):
    """The viewer's side of one wire format towards one camera. Not thread-safe."""

    name: ClassVar[str]
    title: ClassVar[str]
    """How its makers write it."""
    is_foreign: ClassVar[bool] = False
    """Whether it is another program's format: nobody can know who speaks it, and what it says is never encrypted."""
    can_be_silent: ClassVar[bool] = False
    """Whether a camera may say nothing for long and be well: nothing asks it for a sign of life."""

    @classmethod
    @abstractmethod
    def caller(cls, parts: Sequence[Payload]) -> Caller | None:
        """Who calls, if `parts` can be the first message of a camera that speaks this; else None."""

    @classmethod
    @abstractmethod
    def begin(cls, viewpoint: Viewpoint, now: float) -> Self:
        """Expect a camera that was never heard before."""

    @property
    @abstractmethod
    def is_open(self) -> bool:
        """Whether the camera has been greeted and not left since."""

    @abstractmethod
    def receive(self, parts: Sequence[Payload], now: float) -> list[Event]:
        """Take one message; `now` is the viewer's monotonic clock in seconds. Raises WireError."""

    @abstractmethod
    def say(self, value: object, time_ns: int) -> int:
        """Keep `value` for the camera until it has it; return its number, counted from 1.

        Raises UsageError, with the reason, for what the format cannot carry.
        """

    @property
    def log(self) -> str:
        """In which the numbers that `say` returns count; empty where the format has none."""
        return ""

    @property
    def why_mute(self) -> str:
        """Why nothing can be said to this camera, as a sentence; empty if something can."""
        return ""

    @property
    def name_varies(self) -> bool:
        """Whether what the camera called itself has turned out to be no name."""
        return False

    @property
    def caution(self) -> str:
        """What a person should know who says something, as a sentence; empty if nothing."""
        return ""

    @property
    def picture_codec(self) -> str:
        """As what a picture is said to this camera: `jpeg`, `raw`, or empty where none can be."""
        return ""

    def give_up_lines(self) -> None:
        """Forget what was said and is not known to have arrived: who comes now may be somebody else."""
        raise NotImplementedError(f"{self.name} cameras say who they are")

    def is_silent(self, now: float) -> bool:
        """Whether nothing was heard for so long that the camera must be gone."""
        return False

    def send_greeting(self, now: float) -> Parts | None:
        """A connection begins: the first word on it. What the camera is not known to have is due again."""
        return None

    def send_ping(self, now: float) -> Parts | None:
        """A sign of life that asks for one."""
        return None

    def send_want(self, want: Want) -> Parts | None:
        """What the viewer can use from now on."""
        return None

    @property
    def least_round_trip(self) -> float | None:
        """Seconds to the camera and back when nothing is in the way; None where that is not known."""
        return None

    def send_taken(self, sequence: int, window: int, held: float = 0.0) -> Parts | None:
        """Every frame up to `sequence` was painted or dropped, that one `held` seconds after it had come; `window` may
        be under way."""
        return None

    def send_keyframe_request(self) -> Parts | None:
        """Nothing can be decoded before the next keyframe."""
        return None

    def send_receipt(self) -> Parts | None:
        """How much of what the camera said is safe here, where it wants to know."""
        return None

    def send_lines(self) -> list[ReplyDue]:
        """What may go now of what was said."""
        return []

    def send_apology(self) -> Parts | None:
        """The answer to a message that `receive` could not take, where the camera waits for one."""
        return None

    def send_goodbye(self, text: str = "") -> Parts | None:
        """The last word."""
        return None
