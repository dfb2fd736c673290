"""A viewer at the other end: what a camera runs, once per viewer."""

from collections.abc import Callable, Sequence

import msgspec

from camwire import messages
from camwire.conversation import Conversation
from camwire.credit import CreditWindow
from camwire.events import CreditGranted, Event, KeyframeRequested, ReplyDue, ViewerGreeted, WantChanged
from camwire.frame import EncodedFrame, Payload
from camwire.messages import (
    PROTOCOL,
    CameraHello,
    Chat,
    Credit,
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


class ViewerPeer(Peer):
    """The camera's side of the native protocol towards one viewer.

    `conversation_with(viewer_id, log)` finds or begins the conversation once the viewer has said who it is;
    `clock_ns` reads the clock that frames are stamped with.
    """

    transitions = transitions(ViewerHello, Want, Credit, KeyframeRequest, Chat, Receipt, Ping)

    def __init__(
        self,
        introduction: CameraHello,
        conversation_with: Callable[[str, str], Conversation],
        clock_ns: Callable[[], int],
        now: float,
    ) -> None:
        super().__init__(None, now)
        self._introduction = introduction
        self._conversation_with = conversation_with
        self._clock_ns = clock_ns
        self.credit = CreditWindow()
        self.want = Want()
        self.hello: ViewerHello | None = None
        self._has_knocked = False

    @property
    def name(self) -> str:
        """The viewer's own name, or empty before its hello."""
        return self.hello.name if self.hello else ""

    @property
    def takes_frames(self) -> bool:
        """Whether the viewer is greeted and wants pictures now."""
        return self.state is PeerState.OPEN and not self.want.paused

    def send_knock(self) -> Parts:
        """Return the first word of a camera that connects out to a viewer, or that has forgotten one."""
        self.state = PeerState.GREETING
        self._has_knocked = True
        return messages.encode(self._introduction)

    def send_frame(self, frame: EncodedFrame) -> Parts:
        """Return the parts of `frame`. Ask `takes_frames` and `credit` first; call `credit.sent` once it went out."""
        return messages.encode_frame(frame)

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
        self.hello = hello
        self.credit = CreditWindow()
        self.want = Want()
        self._conversation = self._conversation_with(hello.id, hello.log)
        resumed = self._resume(hello.log, hello.first, hello.heard_log, hello.heard)
        answer = msgspec.structs.replace(
            self._introduction,
            log=self.conversation.log,
            first=self.conversation.first,
            heard_log=self.conversation.their_log,
            heard=self.conversation.heard,
        )
        return [ReplyDue(messages.encode(answer)), *resumed, ViewerGreeted(hello)]

    def receive_want(self, want: Want, parts: Sequence[Payload], now: float) -> list[Event]:
        self.want = want
        return [WantChanged(want)]

    def receive_credit(self, credit: Credit, parts: Sequence[Payload], now: float) -> list[Event]:
        self.credit.taken(credit.taken, credit.window)
        return [CreditGranted(credit.stream)]

    def receive_keyframe_request(self, request: KeyframeRequest, parts: Sequence[Payload], now: float) -> list[Event]:
        return [KeyframeRequested(request.stream)]

    def receive_ping(self, ping: Ping, parts: Sequence[Payload], now: float) -> list[Event]:
        return [ReplyDue(messages.encode(Pong(sent_ns=ping.sent_ns, clock_ns=self._clock_ns())))]

    receivers = {  # noqa: RUF012
        ViewerHello: receive_hello,
        Want: receive_want,
        Credit: receive_credit,
        KeyframeRequest: receive_keyframe_request,
        Chat: Peer.receive_chat,
        Receipt: Peer.receive_receipt,
        Ping: receive_ping,
        Refusal: Peer.receive_refusal,
        Goodbye: Peer.receive_goodbye,
    }
