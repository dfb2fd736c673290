"""A viewer at the other end: what a camera runs, once per viewer."""

from collections.abc import Callable, Sequence
from math import inf

import msgspec

from camwire import messages
from camwire.conversation import Conversation
from camwire.credit import CreditWindow
from camwire.events import (
    ControlAsked,
    CreditGranted,
    Event,
    FrameReceived,
    KeyframeRequested,
    ReplyDue,
    ViewerGreeted,
    WantChanged,
)
from camwire.frame import Payload
from camwire.messages import (
    PROTOCOL,
    CameraHello,
    Chat,
    ControlAnswer,
    ControlChange,
    Credit,
    FileChunk,
    FileRefusal,
    FileRequest,
    Frame,
    Goodbye,
    KeyframeRequest,
    Parts,
    Ping,
    Pong,
    Receipt,
    Refusal,
    ViewerHello,
    Want,
)
from camwire.peer import Peer, PeerState, transitions
from camwire.rights import Rights


class ViewerPeer(Peer):
    """The camera's side of the native protocol towards one viewer.

    `conversation_with(hello)` finds or begins the conversation once the viewer has said who it is;
    `clock_ns` reads the clock that frames are stamped with. A viewer that has proved its key is `known_as` somebody,
    with `rights`: what they do not include is refused here, but for lines, which are refused by whoever answers them.
    Any other calls itself as it likes, and may do everything.
    """

    transitions = transitions(
        ViewerHello,
        *(Frame, Want, Credit, KeyframeRequest),
        *(Chat, Receipt, FileRequest, FileChunk, FileRefusal),
        *(ControlChange, Ping),
    )

    def __init__(
        self,
        introduction: CameraHello,
        conversation_with: Callable[[ViewerHello], Conversation],
        clock_ns: Callable[[], int],
        now: float,
        known_as: str = "",
        rights: Rights | None = None,
    ) -> None:
        super().__init__(None, now)
        self.rights = Rights.CONTROL if rights is None else rights
        self._known_as = known_as
        self._introduction = introduction if rights is None else _for_rights(introduction, rights)
        self._conversation_with = conversation_with
        self._clock_ns = clock_ns
        self.credit = CreditWindow()
        self.want = Want()
        self.hello: ViewerHello | None = None
        self._has_knocked = False

    @property
    def name(self) -> str:
        """The viewer's name, or empty before its hello."""
        return (self._known_as or self.hello.name) if self.hello else ""

    @property
    def takes_frames(self) -> bool:
        """Whether the viewer is greeted and wants pictures now."""
        return self.state is PeerState.OPEN and not self.want.paused

    @property
    def told_controls(self) -> list[msgspec.Raw]:
        """The table of controls as it stood in the camera's hello."""
        return self._introduction.controls

    def send_knock(self) -> Parts:
        """Return the first word of a camera that connects out to a viewer, or that has forgotten one."""
        self.state = PeerState.GREETING
        self._has_knocked = True
        return messages.encode(self._introduction)

    def version_refusal(self, theirs: int) -> str:
        ours = PROTOCOL[0]
        older = "camera" if theirs > ours else "viewer"
        return (
            f"Camera {self._introduction.name} speaks protocol {ours}, this viewer speaks {theirs}. Update the {older}."
        )

    def receive_leftover(self) -> list[Event]:
        # The viewer believes that it is greeted: it learns at once that it is not, and only once.
        return [] if self._has_knocked else [ReplyDue(self.send_knock())]

    def receive_hello(self, hello: ViewerHello, parts: Sequence[Payload], now: float) -> list[Event]:
        if hello.camera not in ("", self._introduction.id):
            # It takes us for another one: it must not be told that its lines for that one are heard here.
            return [ReplyDue(self.send_knock())]
        conversation = self._conversation_with(hello)
        is_other_log = conversation.their_log not in ("", hello.log)
        if is_other_log and not hello.camera and not self._has_knocked:
            # It goes on with a conversation of another log, but may have called without knowing whom, and find that log
            # when it does. How far it was heard must not be forgotten for the new one's sake.
            return [ReplyDue(self.send_knock())]
        self.hello = hello
        self.credit = CreditWindow()
        self.want = Want()
        self._conversation = conversation
        resumed = self._resume(hello.log, hello.first, hello.heard_log, hello.heard)
        answer = msgspec.structs.replace(
            self._introduction,
            log=self.conversation.log,
            first=self.conversation.first,
            heard_log=self.conversation.their_log,
            heard=self.conversation.confirmed,
        )
        return [ReplyDue(messages.encode(answer)), *resumed, *self.send_lines(), ViewerGreeted(hello)]

    def receive_frame(self, header: Frame, parts: Sequence[Payload], now: float) -> list[Event]:
        if not self.rights.includes(Rights.TALK):
            return []
        # Its time is on the viewer's clock, which means nothing here.
        return [FrameReceived(messages.frame_of(header, parts), now, inf)]

    def send_taken(self, sequence: int, window: int) -> Parts | None:
        """Return what says that all pictures of the viewer up to `sequence` were taken; None where it may send none."""
        may_send = self.state is PeerState.OPEN and self.rights.includes(Rights.TALK)
        return messages.encode(Credit(taken=sequence, window=window)) if may_send else None

    def receive_want(self, want: Want, parts: Sequence[Payload], now: float) -> list[Event]:
        self.want = want
        return [WantChanged(want)]

    def receive_credit(self, credit: Credit, parts: Sequence[Payload], now: float) -> list[Event]:
        self.credit.taken(credit.taken, credit.window)
        return [CreditGranted(credit.stream, credit.taken, credit.held_ns / 1e9)]

    def receive_keyframe_request(self, request: KeyframeRequest, parts: Sequence[Payload], now: float) -> list[Event]:
        return [KeyframeRequested(request.stream)]

    def receive_control_change(self, change: ControlChange, parts: Sequence[Payload], now: float) -> list[Event]:
        refusal = self.rights.refusal(Rights.CONTROL)
        if refusal:
            return [ReplyDue(messages.encode(ControlAnswer(change.number, change.name, text=refusal)))]
        return [ControlAsked(change)]

    def receive_file_message(
        self, message: FileRequest | FileChunk | FileRefusal, parts: Sequence[Payload], now: float
    ) -> list[Event]:
        refusal = self.rights.refusal(Rights.TALK)
        if not refusal:
            return super().receive_file_message(message, parts, now)
        is_answer = isinstance(message, FileRefusal)
        return [] if is_answer else [ReplyDue(messages.encode(FileRefusal(file=message.file, text=refusal)))]

    def receive_ping(self, ping: Ping, parts: Sequence[Payload], now: float) -> list[Event]:
        return [ReplyDue(messages.encode(Pong(sent_ns=ping.sent_ns, clock_ns=self._clock_ns())))]

    receivers = {  # noqa: RUF012
        ViewerHello: receive_hello,
        Frame: receive_frame,
        Want: receive_want,
        Credit: receive_credit,
        KeyframeRequest: receive_keyframe_request,
        Chat: Peer.receive_chat,
        Receipt: Peer.receive_receipt,
        FileRequest: receive_file_message,
        FileChunk: receive_file_message,
        FileRefusal: receive_file_message,
        ControlChange: receive_control_change,
        Ping: receive_ping,
        Refusal: Peer.receive_refusal,
        Goodbye: Peer.receive_goodbye,
    }


def _for_rights(introduction: CameraHello, rights: Rights) -> CameraHello:
    """The hello for who may do no more than that."""
    has_control = rights.includes(Rights.CONTROL)
    return msgspec.structs.replace(
        introduction,
        rights=rights.value,
        commands=introduction.commands if has_control else [],
        controls=introduction.controls if has_control else [],
        takes_pictures=introduction.takes_pictures and rights.includes(Rights.TALK),
    )
