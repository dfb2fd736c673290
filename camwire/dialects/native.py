"""Our own format, as a viewer hears it from a camera."""

from collections.abc import Sequence
from typing import Self

from camwire import messages
from camwire.clock import ClockOffset
from camwire.conversation import Conversation
from camwire.dialects.base import Caller, Dialect, Viewpoint
from camwire.errors import UsageError, WireError
from camwire.events import CameraGreeted, Event, FrameReceived, ReplyDue
from camwire.frame import Payload
from camwire.messages import (
    PROTOCOL,
    CameraHello,
    Chat,
    Credit,
    Frame,
    Goodbye,
    Message,
    Parts,
    Ping,
    Pong,
    Receipt,
    Refusal,
    ViewerHello,
    Want,
)
from camwire.peer import Peer, PeerState, transitions

NANO = 1_000_000_000

# A camera that knocks again and again, whatever it is told, is not answered any faster.
KNOCK_SECONDS = 1.0


class NativeCamera(Peer, Dialect):
    """The viewer's side of the native protocol towards one camera."""

    name = "native"
    title = "Watchword"
    transitions = transitions(CameraHello, Frame, Chat, Receipt, Pong)

    def __init__(self, viewer_id: str, viewer_name: str, software: str, conversation: Conversation, now: float) -> None:
        super().__init__(conversation, now)
        self._viewer_id = viewer_id
        self._viewer_name = viewer_name
        self._software = software
        self.clock = ClockOffset()
        self._answered_knock = float("-inf")

    @classmethod
    def begin(cls, viewpoint: Viewpoint, now: float) -> Self:
        return cls(viewpoint.id, viewpoint.name, viewpoint.software, Conversation(viewpoint.log), now)

    @classmethod
    def caller(cls, parts: Sequence[Payload]) -> Caller | None:
        try:
            hello = messages.decode(parts)
        except messages.OtherVersion as other:
            # Nobody that could be told apart from others; the refusal names the version.
            return Caller() if other.kind is CameraHello else None
        except WireError:
            return None
        return Caller(id=hello.id, name=hello.name) if isinstance(hello, CameraHello) else None

    @property
    def is_open(self) -> bool:
        return self.state is PeerState.OPEN

    def say(self, value: object, time_ns: int) -> int:
        if not isinstance(value, str):
            raise UsageError(f"Only text can be said to this camera yet, and this is {type(value).__name__}.")
        return self.conversation.say(value, time_ns).number

    def send_greeting(self, now: float) -> Parts:
        self.state = PeerState.GREETING
        self.last_heard = now
        self.clock = ClockOffset()
        return self._hello()

    def send_ping(self, now: float) -> Parts:
        return messages.encode(Ping(sent_ns=round(now * NANO)))

    def send_want(self, want: Want) -> Parts:
        return messages.encode(want)

    def send_taken(self, sequence: int, window: int) -> Parts:
        return messages.encode(Credit(taken=sequence, window=window))

    def version_refusal(self, theirs: int) -> str:
        ours = PROTOCOL[0]
        older = "viewer" if theirs > ours else "camera"
        return f"This camera speaks protocol {theirs}, this viewer speaks {ours}. Update the {older}."

    def _hello(self) -> Parts:
        return messages.encode(
            ViewerHello(
                protocol=PROTOCOL,
                id=self._viewer_id,
                name=self._viewer_name,
                software=self._software,
                log=self.conversation.log,
                first=self.conversation.first,
                heard_log=self.conversation.their_log,
                heard=self.conversation.heard,
            )
        )

    def is_ignored(self, message: Message, now: float) -> bool:
        is_knock = isinstance(message, CameraHello) and not message.log
        return is_knock and now - self._answered_knock < KNOCK_SECONDS

    def receive_hello(self, hello: CameraHello, parts: Sequence[Payload], now: float) -> list[Event]:
        if not hello.log:
            # It may have been rebooted, and its clock with it.
            self.state = PeerState.GREETING
            self._answered_knock = now
            self.clock = ClockOffset()
            return [ReplyDue(self._hello())]
        resumed = self._resume(hello.log, hello.first, hello.heard_log, hello.heard)
        return [ReplyDue(self.send_ping(now)), *resumed, CameraGreeted(hello.name, hello)]

    def receive_frame(self, header: Frame, parts: Sequence[Payload], now: float) -> list[Event]:
        frame = messages.frame_of(header, parts)
        captured = self.clock.to_ours(header.capture_time_ns / NANO)
        return [FrameReceived(frame, captured, self.clock.uncertainty(now))]

    def receive_pong(self, pong: Pong, parts: Sequence[Payload], now: float) -> list[Event]:
        self.clock.pong(pong.sent_ns / NANO, pong.clock_ns / NANO, now)
        return []

    receivers = {  # noqa: RUF012
        CameraHello: receive_hello,
        Frame: receive_frame,
        Chat: Peer.receive_chat,
        Receipt: Peer.receive_receipt,
        Pong: receive_pong,
        Refusal: Peer.receive_refusal,
        Goodbye: Peer.receive_goodbye,
    }
