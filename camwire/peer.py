"""One peer's state, whichever program it is: greeting → open → closed.

The core of both ends: parts in, events out, `now` (this side's monotonic clock, seconds) passed in. What a peer may
say in which state stands in one table per role; what is missing there is a `WireError`, which closes the peer. A
closed peer is not heard until it is greeted again.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from typing import Any, TypeAlias

from camwire import messages, values
from camwire.conversation import Conversation
from camwire.errors import WireError
from camwire.events import (
    ChatDelivered,
    ChatReceived,
    Event,
    FileMessageReceived,
    LinesWithdrawn,
    LogRenewed,
    PeerLeft,
    PeerRefused,
    ReplyDue,
)
from camwire.frame import Payload
from camwire.line import Line
from camwire.messages import Chat, FileChunk, FileRefusal, FileRequest, Goodbye, Message, Parts, Receipt, Refusal

PING_SECONDS = 1.0
SILENCE_SECONDS = 2.5


class PeerState(Enum):
    """How far we are with a peer."""

    GREETING = auto()
    OPEN = auto()
    CLOSED = auto()


Transitions: TypeAlias = Mapping[tuple[PeerState, type[Message]], PeerState]


def transitions(hello: type[Message], *when_open: type[Message]) -> Transitions:
    """The table of a peer that opens with `hello` and may then say `when_open`.

    While greeting, the messages of `when_open` are tolerated and not acted upon: they are what was under way when a
    connection broke and came back.
    """
    greeting, opened, closed = PeerState.GREETING, PeerState.OPEN, PeerState.CLOSED
    return {
        (greeting, hello): opened,
        (opened, hello): opened,
        **{(greeting, kind): greeting for kind in when_open},
        **{(opened, kind): opened for kind in when_open},
        **{(state, ending): closed for state in (greeting, opened) for ending in (Refusal, Goodbye)},
    }


class Peer:
    """What both roles share: states, versions, conversation, silence. Not thread-safe."""

    # Set by each role: its table, and which method takes which message.
    transitions: Transitions
    receivers: Mapping[type[Message], Callable[[Any, Any, Sequence[Payload], float], list[Event]]]

    def __init__(self, conversation: Conversation | None, now: float) -> None:
        self.state = PeerState.GREETING
        self.last_heard = now
        self._conversation = conversation

    @property
    def conversation(self) -> Conversation:
        """The conversation with this peer. A viewer's is known only after its hello."""
        if self._conversation is None:
            raise WireError("a message before the hello")
        return self._conversation

    def receive(self, parts: Sequence[Payload], now: float) -> list[Event]:
        """Take one message from the peer. Raises WireError, and is closed, for anything a peer must not say."""
        try:
            return self._receive(parts, now)
        except WireError:
            self.state = PeerState.CLOSED
            raise

    def is_silent(self, now: float) -> bool:
        """Whether nothing was heard for so long that the peer must be gone."""
        return now - self.last_heard > SILENCE_SECONDS

    def send_lines(self) -> list[ReplyDue]:
        """Return what may go now of the lines said in `conversation`; the rest follows receipts, or a greeting."""
        if self.state is not PeerState.OPEN:
            return []
        return [
            ReplyDue(messages.encode(line.chat, *line.payload), line=line.chat.number)
            for line in self.conversation.hand_out()
        ]

    def send_receipt(self) -> Parts | None:
        """Return what says how much of the peer's lines is safe here; None while it cannot be told."""
        if self.state is not PeerState.OPEN:
            return None
        conversation = self.conversation
        return messages.encode(Receipt(number=conversation.confirmed, log=conversation.their_log))

    def send_goodbye(self, text: str = "") -> Parts:
        """Return the parts that end this peer's link on purpose."""
        self.state = PeerState.CLOSED
        return messages.encode(Goodbye(text=text))

    @abstractmethod
    def version_refusal(self, theirs: int) -> str:
        """The sentence that tells a person which program to update."""

    def is_ignored(self, message: Message, now: float) -> bool:
        """Whether `message` is to be taken as if it had not come."""
        return False

    def receive_leftover(self) -> list[Event]:
        """The peer spoke before its hello, as if we had greeted it already."""
        return []

    def _receive(self, parts: Sequence[Payload], now: float) -> list[Event]:
        try:
            message = messages.decode(parts)
        except messages.OtherVersion as other:
            return self._refuse_version(other.protocol) if self._after(other.kind) else []
        if message is None:
            if self.state is not PeerState.CLOSED:
                self.last_heard = now
            return []
        after = self._after(type(message))
        if after is None or self.is_ignored(message, now):
            return []
        self.last_heard = now
        is_leftover = self.state is after is PeerState.GREETING
        self.state = after
        return self.receive_leftover() if is_leftover else self.receivers[type(message)](self, message, parts, now)

    def _after(self, kind: type[Message]) -> PeerState | None:
        """The state that a message of `kind` leads to; None when the peer is closed and not heard. Raises WireError."""
        is_closed = self.state is PeerState.CLOSED
        after = self.transitions.get((PeerState.GREETING if is_closed else self.state, kind))
        if is_closed and after is not PeerState.OPEN:
            return None
        if after is None:
            raise WireError(f"{kind.__name__} is nothing this peer may say")
        return after

    def _refuse_version(self, theirs: tuple[int, int]) -> list[Event]:
        text = self.version_refusal(theirs[0])
        self.state = PeerState.CLOSED
        return [
            ReplyDue(messages.encode(Refusal(reason="version", text=text))),
            PeerRefused("version", text),
        ]

    def receive_chat(self, chat: Chat, parts: Sequence[Payload], now: float) -> list[Event]:
        conversation = self.conversation
        if chat.log != conversation.their_log:
            # Left over from before the peer began its log anew; its number means nothing here.
            return []
        told: list[Event] = []
        if conversation.receive(chat):
            payload = tuple(parts[1:])
            told.append(ChatReceived(Line(chat, payload), values.read(payload) if payload else chat.text))
        # First the line, then its receipt: a receipt that cannot be sent must not keep the line back.
        receipt = self.send_receipt() if conversation.confirmed >= chat.last else None
        return told if receipt is None else [*told, ReplyDue(receipt)]

    def receive_file_message(
        self, message: FileRequest | FileChunk | FileRefusal, parts: Sequence[Payload], now: float
    ) -> list[Event]:
        return [FileMessageReceived(message, tuple(parts))]

    def receive_receipt(self, receipt: Receipt, parts: Sequence[Payload], now: float) -> list[Event]:
        if receipt.log != self.conversation.log:
            return []
        if not self.conversation.receipted(receipt.number):
            return []
        return [ChatDelivered(receipt.number), *self.send_lines()]

    def receive_refusal(self, refusal: Refusal, parts: Sequence[Payload], now: float) -> list[Event]:
        return [PeerRefused(refusal.reason, refusal.text)]

    def receive_goodbye(self, goodbye: Goodbye, parts: Sequence[Payload], now: float) -> list[Event]:
        return [PeerLeft(goodbye.text, on_purpose=True)]

    def _resume(self, their_log: str, first: int, heard_log: str, heard: int) -> list[Event]:
        """Bring the conversation to the state of a hello; what the peer has not heard is due again."""
        conversation, log, before = self.conversation, self.conversation.log, self.conversation.first
        is_known = conversation.resume(their_log, first, heard_log, heard)
        resumed: list[Event] = [ChatDelivered(heard)] if is_known and conversation.first > before else []
        if conversation.withdrawn:
            resumed.append(LinesWithdrawn(conversation.withdrawn))
        return resumed if is_known else [*resumed, LogRenewed(log)]
