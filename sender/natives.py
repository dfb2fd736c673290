"""All viewers that speak our own format, over all of a camera's links: frames for those who are ready, and the
conversations."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import zmq

from camwire import messages
from camwire.conversation import Conversation
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.frame import EncodedFrame
from camwire.link import Link
from camwire.messages import CameraHello, Chat
from camwire.viewer_peer import ViewerPeer
from sender.audience import KEPT_LINES, Audience, OnDemand
from sender.chat import Answering, excuse
from sender.conversations import Conversations
from sender.dialling import DialledViewers
from sender.message import Message
from sender.viewers import Viewers

log = logging.getLogger(__name__)

GOODBYE_SECONDS = 0.05


class NativeAudience(Audience):
    """`introduce` gives the camera's hello; `answering` takes what viewers say, if anything does."""

    def __init__(
        self,
        introduce: Callable[[], CameraHello],
        on_demand: OnDemand,
        answering: Answering | None,
    ) -> None:
        self._introduce = introduce
        self._on_demand = on_demand
        self._answering = answering
        self._conversations = Conversations()
        self._links: list[Viewers] = []
        self._is_goodbye_heard = False

    def open(
        self, context: "zmq.Context[zmq.Socket[bytes]]", listen: Endpoint | None, dial: Iterable[Endpoint]
    ) -> Endpoint | None:
        rest = (self._introduce, self._conversations, self._chat_received, self._demand_changed)
        bound = None
        if listen is not None:
            viewers = Viewers(lambda on_parts: Link.bound(context, listen, on_parts), *rest)
            self._links.append(viewers)
            bound = viewers.link.endpoint
        for endpoint in dial:
            self._links.append(DialledViewers(context, endpoint, *rest))
        return bound

    def say_goodbye(self) -> None:
        heard = [each.say_goodbye() for each in self._links]
        self._is_goodbye_heard = any(heard)

    async def linger(self) -> None:
        if self._is_goodbye_heard:
            # A viewer's ZMQ_IMMEDIATE socket throws away what it has not read when the connection ends.
            await asyncio.sleep(GOODBYE_SECONDS)

    def close(self) -> None:
        for each in self._links:
            each.close()
        self._links = []

    @property
    def present(self) -> list[ViewerPeer]:
        """The viewers that are here."""
        return [peer for each in self._links for peer in each.present]

    @property
    def names(self) -> list[str]:
        return [peer.name for peer in self.present]

    def tick(self, now: float) -> None:
        for each in self._links:
            each.tick(now)

    def publish(self, frame: EncodedFrame) -> None:
        parts = messages.encode_frame(frame)
        for each in self._links:
            each.publish(frame.sequence, parts)
        self._demand_changed()

    def say(self, text: str) -> None:
        present = [peer.conversation for peer in self.present]
        errors: list[UsageError] = []
        for conversation in self._conversations:
            if conversation not in present and len(conversation.unreceipted) >= KEPT_LINES:
                self._conversations.forget(conversation)
                continue
            try:
                self._deliver(conversation, text)
            except UsageError as error:
                errors.append(error)
        if errors:
            raise errors[0]

    def say_to(self, name: str, text: str) -> None:
        named = [peer.conversation for peer in self.present if peer.name == name]
        if not named:
            raise UsageError(f"No viewer called “{name}” is here.")
        for conversation in named:
            self._deliver(conversation, text)

    # A command is a line that begins with "/": it will branch off here, to the function declared for it.
    def _chat_received(self, viewer: ViewerPeer, chat: Chat) -> None:
        if self._answering is None:
            return
        # No clock shows a time before 1970; it stands for "unknown".
        seconds = chat.time_ns / 1e9 if chat.time_ns > 0 else time.time()
        message = Message(chat.text, viewer.name, datetime.fromtimestamp(seconds, UTC), chat.text)
        conversation = viewer.conversation
        self._answering.hear(message, lambda text: self._reply(conversation, text))

    def _reply(self, conversation: Conversation, text: str) -> None:
        try:
            self._deliver(conversation, text)
        except UsageError as error:
            log.warning("An answer cannot be sent: %s", error)
            with contextlib.suppress(UsageError):
                self._deliver(conversation, excuse(str(error)))

    def _deliver(self, conversation: Conversation, text: str) -> None:
        conversation.say(text, time.time_ns())
        for each in self._links:
            each.deliver(conversation)

    def _demand_changed(self) -> None:
        self._on_demand(any(each.want_frames for each in self._links))
