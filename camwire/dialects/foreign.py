"""What the formats of other programs share: a camera that sends a message, and may wait for one answer to each."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Final, Self

from camwire.arrays import Array, checked_picture
from camwire.dialects.base import Dialect, Viewpoint
from camwire.errors import UsageError
from camwire.events import CameraGreeted, ChatDelivered, ChatReceived, Event, FrameReceived, PeerLeft, ReplyDue
from camwire.frame import EncodedFrame, Payload
from camwire.line import Line
from camwire.messages import Chat, Parts
from camwire.pace import Pace
from camwire.spoken import text_of
from camwire.turns import Turns

JPEG_BEGIN = b"\xff\xd8"
NOTHING: Final = object()
"""What a camera says that says nothing beside its picture: distinct from every value it could send."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One message: a picture with what came beside it, or a goodbye (no picture)."""

    picture: Array | None
    name: str = ""
    said: object = NOTHING


class ForeignCamera(Dialect):
    """The viewer's side towards a camera that can be told nothing but answers."""

    is_foreign = True
    can_be_silent = True

    def __init__(self, viewpoint: Viewpoint, now: float) -> None:
        self.viewpoint = viewpoint
        self._is_open = False
        self._turns = Turns()
        self._told_delivered = 0
        self._frames = 0
        self._lines = 0
        self._last_said: str | None = None
        self._unsaid: str | None = None
        self._pace = Pace()

    @classmethod
    def begin(cls, viewpoint: Viewpoint, now: float) -> Self:
        return cls(viewpoint, now)

    @property
    def is_open(self) -> bool:
        return self._is_open

    @abstractmethod
    def read(self, parts: Sequence[Payload]) -> Heard:
        """Take a message apart. Raises WireError."""

    @abstractmethod
    def encode(self, value: object) -> Parts:
        """The answer that carries `value`. Raises UsageError where the format cannot."""

    @abstractmethod
    def empty_answer(self) -> Parts | None:
        """The answer to a frame when nothing is to be said; None where the camera expects none."""

    def farewell(self) -> Parts | None:
        """The answer to a goodbye."""
        return self.empty_answer()

    def send_greeting(self, now: float) -> None:
        self._is_open = False
        self._turns.lost()

    def send_apology(self) -> Parts | None:
        return self.empty_answer() if self.viewpoint.can_answer else None

    def send_goodbye(self, text: str = "") -> None:
        self._is_open = False

    def say(self, value: object, time_ns: int) -> int:
        if self.why_mute:
            raise UsageError(self.why_mute)
        return self._turns.say(self.encode(value))

    def give_up_lines(self) -> None:
        self._turns.give_up()

    def receive(self, parts: Sequence[Payload], now: float) -> list[Event]:
        self._turns.came_again()
        heard = self.read(parts)
        if heard.picture is None:
            self._is_open = False
            return [*self._due(self.farewell()), *self._delivered(), PeerLeft("", on_purpose=True)]
        frame = self._frame(heard.picture)
        # The answer goes first: whatever happens to the picture, the camera waits for nothing but this.
        greeted = [] if self._is_open else [CameraGreeted(heard.name)]
        self._is_open = True
        return [*self._answer(), *greeted, *self._delivered(), *self._said(heard, now), FrameReceived(frame, now, inf)]

    def _answer(self) -> list[Event]:
        # A camera that came back in another mode would not hear it; it waits for the camera to change again.
        line = None if self.why_mute else self._turns.hand_out()
        if line is not None:
            return [ReplyDue(*line)]
        return self._due(self.empty_answer())

    def _due(self, parts: Parts | None) -> list[Event]:
        return [ReplyDue(parts)] if parts is not None and self.viewpoint.can_answer else []

    def _delivered(self) -> list[Event]:
        if self._turns.received == self._told_delivered:
            return []
        self._told_delivered = self._turns.received
        return [ChatDelivered(self._told_delivered)]

    def _said(self, heard: Heard, now: float) -> list[Event]:
        """What came beside the picture, when it is not what came the last time; of a flood, the newest now and then."""
        # As a person reads it: to Python, not a number (NaN) is never the same again.
        text = None if heard.said is NOTHING else text_of(heard.said)
        before, self._last_said = self._last_said, text
        if text is not None and text != before:
            self._unsaid = text
        if self._unsaid is None or not self._pace.allows(now):
            return []
        text, self._unsaid = self._unsaid, None
        self._lines += 1
        return [ChatReceived(Line(Chat(number=self._lines, log=self.name, text=text, time_ns=0)), text)]

    def _frame(self, picture: Array) -> EncodedFrame:
        width, height = (0, 0) if picture.codec == "jpeg" else checked_picture(picture.layout)
        self._frames += 1
        return EncodedFrame(
            sequence=self._frames,
            capture_time_ns=None,
            codec=picture.codec,
            width=width,
            height=height,
            payload=picture.payload,
            layout=picture.layout,
        )


def is_jpeg(payload: Payload) -> bool:
    """Whether the bytes begin like a JPEG picture."""
    return bytes(payload[:2]) == JPEG_BEGIN
