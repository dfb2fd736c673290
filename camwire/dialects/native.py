"""Our own format, as a viewer hears it from a camera."""

from collections.abc import Callable, Sequence
from typing import Self

from camwire import controls, messages, values
from camwire.clock import ClockOffset
from camwire.commands import received
from camwire.conversation import Conversation
from camwire.credit import CreditWindow
from camwire.dialects.base import Caller, Dialect, Viewpoint
from camwire.errors import WireError
from camwire.events import (
    CameraGreeted,
    ControlAnswered,
    ControlsTold,
    CreditGranted,
    Event,
    FrameReceived,
    HealthReceived,
    ProgressReceived,
    ReplyDue,
)
from camwire.frame import Payload
from camwire.messages import (
    PROTOCOL,
    CameraHello,
    Chat,
    ControlAnswer,
    ControlState,
    Credit,
    FileChunk,
    FileRefusal,
    FileRequest,
    Frame,
    Goodbye,
    Health,
    KeyframeRequest,
    Message,
    Parts,
    Ping,
    Pong,
    Progress,
    Receipt,
    Refusal,
    ViewerHello,
    Want,
)
from camwire.peer import Peer, PeerState, transitions
from camwire.translation import tr

NANO = 1_000_000_000

# A camera that knocks again and again, whatever it is told, is not answered any faster.
KNOCK_SECONDS = 1.0

# Version 1.0 kept a place for them in the hello, and did not say what stands there.
CONTROLS_SINCE = (1, 1)


class NativeCamera(Peer, Dialect):
    """The viewer's side of the native protocol towards one camera."""

    name = "native"
    title = "Watchword"
    transitions = transitions(
        CameraHello,
        *(Frame, Credit, Chat, Receipt, Progress, FileRequest, FileChunk, FileRefusal),
        *(ControlState, ControlAnswer, Health, Pong),
    )

    def __init__(
        self,
        viewer_id: str,
        viewer_name: str,
        software: str,
        conversation: Conversation,
        now: float,
        conversation_with: Callable[[str], Conversation] | None = None,
        camera_id: str = "",
        codecs: Sequence[str] = (),
    ) -> None:
        """`conversation_with` finds the conversation with the camera of an id, which may not be the one begun with:
        that is with `camera_id`, or, when it is empty, with whoever answers. `codecs` can be decoded beside `jpeg`."""
        super().__init__(conversation, now)
        self._conversation_with = conversation_with
        self._camera_id = camera_id
        self._viewer_id = viewer_id
        self._viewer_name = viewer_name
        self._software = software
        self._codecs = list(codecs)
        self.clock = ClockOffset()
        self.credit = CreditWindow()
        """For pictures of ours to the camera."""
        self._answered_knock = float("-inf")

    @classmethod
    def begin(cls, viewpoint: Viewpoint, now: float) -> Self:
        view, find, camera_id = viewpoint, viewpoint.conversation_with, viewpoint.camera_id
        conversation = Conversation(view.log) if find is None else find(camera_id)
        return cls(view.id, view.name, view.software, conversation, now, find, camera_id, view.codecs)

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

    @property
    def log(self) -> str:
        return self.conversation.log

    def say(self, value: object, time_ns: int) -> int:
        if type(value) is str:
            return self.conversation.say(value, time_ns).chat.number
        return self.conversation.say(values.summary(value), time_ns, values.encode(value)).chat.number

    def send_greeting(self, now: float) -> Parts:
        self.state = PeerState.GREETING
        self.last_heard = now
        self._forget_connection()
        return self._hello()

    def send_ping(self, now: float) -> Parts:
        return messages.encode(Ping(sent_ns=round(now * NANO)))

    def send_want(self, want: Want) -> Parts:
        return messages.encode(want)

    @property
    def least_round_trip(self) -> float | None:
        return self.clock.least_round_trip

    def send_taken(self, sequence: int, window: int, held: float = 0.0) -> Parts:
        return messages.encode(Credit(taken=sequence, window=window, held_ns=round(held * NANO)))

    def send_keyframe_request(self) -> Parts:
        return messages.encode(KeyframeRequest())

    def version_refusal(self, theirs: int) -> str:
        ours = PROTOCOL[0]
        what = tr("This camera speaks protocol {theirs}, this viewer speaks {ours}.", theirs=theirs, ours=ours)
        return f"{what} {tr('Update the viewer.') if theirs > ours else tr('Update the camera.')}"

    def _hello(self) -> Parts:
        return messages.encode(
            ViewerHello(
                protocol=PROTOCOL,
                id=self._viewer_id,
                name=self._viewer_name,
                camera=self._camera_id,
                codecs=self._codecs,
                software=self._software,
                log=self.conversation.log,
                first=self.conversation.first,
                heard_log=self.conversation.their_log,
                heard=self.conversation.confirmed,
            )
        )

    def is_ignored(self, message: Message, now: float) -> bool:
        is_knock = isinstance(message, CameraHello) and not message.log
        return is_knock and now - self._answered_knock < KNOCK_SECONDS

    def receive_hello(self, hello: CameraHello, parts: Sequence[Payload], now: float) -> list[Event]:
        commands = received(hello.commands)
        rows = controls.received(hello.controls) if hello.protocol >= CONTROLS_SINCE else ()
        is_meant = self._turn_to(hello.id)
        if not hello.log:
            self._answered_knock = now
        if not hello.log or not is_meant:
            # It may have been rebooted, and its clock with it.
            return self._greet_again()
        log = self.conversation.log
        resumed = self._resume(hello.log, hello.first, hello.heard_log, hello.heard)
        if self.conversation.log != log:
            return [*resumed, *self._greet_again()]
        greeted = CameraGreeted(hello.name, hello, commands, rows)
        return [ReplyDue(self.send_ping(now)), *resumed, *self.send_lines(), greeted]

    def _turn_to(self, camera_id: str) -> bool:
        """Go on with the conversation with this camera; False if that is another one than we had begun."""
        before = self.conversation
        if self._conversation_with is not None:
            self._conversation = self._conversation_with(camera_id)
        self._camera_id = camera_id
        return self.conversation is before

    def _greet_again(self) -> list[Event]:
        self.state = PeerState.GREETING
        self._forget_connection()
        return [ReplyDue(self._hello())]

    def _forget_connection(self) -> None:
        self.clock = ClockOffset()
        self.credit = CreditWindow()

    def receive_credit(self, credit: Credit, parts: Sequence[Payload], now: float) -> list[Event]:
        self.credit.taken(credit.taken, credit.window)
        return [CreditGranted(credit.stream)]

    def receive_progress(self, progress: Progress, parts: Sequence[Payload], now: float) -> list[Event]:
        return [ProgressReceived(progress)] if progress.log == self.conversation.log else []

    def receive_frame(self, header: Frame, parts: Sequence[Payload], now: float) -> list[Event]:
        frame = messages.frame_of(header, parts)
        captured = self.clock.to_ours(header.capture_time_ns / NANO)
        return [FrameReceived(frame, captured, self.clock.uncertainty(now))]

    def receive_control_state(self, state: ControlState, parts: Sequence[Payload], now: float) -> list[Event]:
        return [ControlsTold(state, None if state.controls is None else controls.received(state.controls))]

    def receive_control_answer(self, answer: ControlAnswer, parts: Sequence[Payload], now: float) -> list[Event]:
        return [ControlAnswered(answer)]

    def receive_health(self, health: Health, parts: Sequence[Payload], now: float) -> list[Event]:
        return [HealthReceived(health)]

    def receive_pong(self, pong: Pong, parts: Sequence[Payload], now: float) -> list[Event]:
        self.clock.pong(pong.sent_ns / NANO, pong.clock_ns / NANO, now)
        return []

    receivers = {  # noqa: RUF012
        CameraHello: receive_hello,
        Frame: receive_frame,
        Credit: receive_credit,
        Chat: Peer.receive_chat,
        Receipt: Peer.receive_receipt,
        Progress: receive_progress,
        FileRequest: Peer.receive_file_message,
        FileChunk: Peer.receive_file_message,
        FileRefusal: Peer.receive_file_message,
        ControlState: receive_control_state,
        ControlAnswer: receive_control_answer,
        Health: receive_health,
        Pong: receive_pong,
        Refusal: Peer.receive_refusal,
        Goodbye: Peer.receive_goodbye,
    }
