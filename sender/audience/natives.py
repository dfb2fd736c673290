"""All viewers that speak our own format, over all of a camera's links: frames for those who are ready, and the
conversations."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from functools import partial

import zmq

from camwire import messages
from camwire.conversation import Conversation
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.events import (
    ChatDelivered,
    ChatReceived,
    ControlAsked,
    Event,
    FileMessageReceived,
    FrameReceived,
    LinesWithdrawn,
    LogRenewed,
    PeerLeft,
    ViewerGreeted,
)
from camwire.messages import CameraHello, Health, Parts, Progress, ViewerHello
from camwire.record import Record
from camwire.rights import Rights
from camwire.viewer_peer import ViewerPeer
from sender.audience.base import Audience, OnDemand, tell_all
from sender.audience.viewers import Viewers
from sender.audience.ways_in import WaysIn
from sender.pairing.entrance import Entrance
from sender.pairing.guest import Guest, conversation_id, key_in
from sender.pipeline.rendition import Frames
from sender.state import State
from sender.talk.conversations import Conversations
from sender.talk.expiring import Expiring
from sender.talk.inbox import Inbox, Staff
from sender.talk.said import Said
from sender.talk.shown_pictures import OnPicture, ShownPictures
from sender.talk.viewer_files import ViewerFiles

log = logging.getLogger(__name__)

GOODBYE_SECONDS = 0.05
# Who is away for longer has no use for it.
HEALTH_NEWS_KEPT = timedelta(days=1)


class NativeAudience(Audience):
    """`introduce` gives the camera's hello; `codecs` are those it can encode, the one it prefers first.

    `state` is what the camera keeps, `staff` answers what viewers say. `on_picture` takes pictures of theirs, if
    anything does. `entrance` lets viewers in where links are encrypted; it is opened and closed here.
    """

    def __init__(
        self,
        introduce: Callable[[], CameraHello],
        codecs: Sequence[str],
        on_demand: OnDemand,
        staff: Staff,
        state: State,
        on_picture: "OnPicture | None" = None,
        entrance: Entrance | None = None,
    ) -> None:
        self._introduce = introduce
        self._codecs = codecs
        self._on_demand = on_demand
        self._pictures = None if on_picture is None else ShownPictures(on_picture, self._send)
        self._links: list[Viewers] = []
        self._controls = staff.controls
        self._controls.news.serve(
            lambda: [each for each in self.present if each.rights.includes(Rights.CONTROL)], self._send
        )
        self._ways = WaysIn(entrance, self._links, self._introduce)
        self._health: Health | None = None
        self._is_goodbye_heard = False
        self._conversations = Conversations(
            state.ledger,
            self._is_in_use,
            lambda record: self._files.is_fetching(record),
            self._forgotten,
            key_of=key_in,
        )
        self._expiring = Expiring()
        self._files = ViewerFiles(state, lambda *came: self._inbox.file_came(*came))
        self._inbox = Inbox(staff, self._tell_progress, self._files.answer, self._files.admit, self._files.expect)

    def open(
        self, context: "zmq.Context[zmq.Socket[bytes]]", listen: Endpoint | None, dial: Iterable[Endpoint]
    ) -> Endpoint | None:
        rest = (self._introduce, self._conversation_with, self._told, self._demand_changed, self._codecs)
        bound = self._ways.open(context, listen, dial, rest)
        self._go_on()
        return bound

    def say_goodbye(self) -> None:
        heard = [each.say_goodbye() for each in self._links]
        self._is_goodbye_heard = any(heard)

    async def linger(self) -> None:
        if self._pictures is not None:
            await self._pictures.close()
        if self._is_goodbye_heard:
            # A viewer's ZMQ_IMMEDIATE socket throws away what it has not read when the connection ends.
            await asyncio.sleep(GOODBYE_SECONDS)

    def close(self) -> None:
        self._files.close()
        self._ways.close()

    @property
    def present(self) -> list[ViewerPeer]:
        """The viewers that are here."""
        return [peer for each in self._links for peer in each.present]

    @property
    def names(self) -> list[str]:
        return [peer.name for peer in self.present]

    @property
    def table(self) -> list[dict[str, str]]:
        return [row for each in self._links for row in each.table]

    @property
    def drops(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for each in self._links:
            for cause, count in each.streams.drops.items():
                found[cause] = found.get(cause, 0) + count
        return found

    def tick(self, now: float) -> None:
        self._ways.tick(now)
        for each in self._links:
            each.tick(now)
        for peer in self.present:
            self._conversations.is_here(self._conversations[peer.conversation])
        self._expiring.tick()

    def publish(self, frames: Frames) -> None:
        now = time.monotonic()
        for each in self._links:
            each.streams.publish(frames, now)
        self._demand_changed()

    def say(self, said: Said) -> None:
        self._conversations.make_room(said.bytes)
        self._say([each for each in self._conversations if self._ways.rights_of(each).includes(Rights.TALK)], said)

    def say_to(self, name: str, said: Said) -> None:
        named = [peer for peer in self.present if peer.name == name]
        if not named:
            raise UsageError(f"No viewer called “{name}” is here.")
        talking = [peer.conversation for peer in named if peer.rights.includes(Rights.TALK)]
        if not talking:
            raise UsageError(f"Viewer “{name}” may only watch. Allow more by: watchword-camera rights NAME talk")
        self._say([self._conversations[each] for each in talking], said)

    def show_health(self, health: Health, news: Sequence[str]) -> None:
        self._health = health
        parts = messages.encode(health)
        for link in self._links:
            for viewer in link.present:
                link.send_to(viewer, parts)
        for sentence in news:
            try:
                self.say(Said.of(sentence, HEALTH_NEWS_KEPT))
            except UsageError as error:
                log.warning("It could not be said: %s (%s)", sentence, error)

    # What viewers bring

    def _conversation_with(self, hello: ViewerHello, guest: Guest) -> Conversation:
        whose = conversation_id(guest, hello.id)
        conversation = self._conversations.with_viewer(whose, hello.log, hello.heard_log)
        self._serve(self._conversations[conversation])
        # Before what the viewer has not heard goes out again.
        self._expiring.expire(self._conversations[conversation])
        return conversation

    def _serve(self, record: Record) -> None:
        conversation = record.conversation
        record.on_recorded = lambda: self._each(lambda link: link.deliver(conversation))
        record.on_confirmed = lambda: self._each(lambda link: link.receipt(conversation))

    def _told(self, viewers: Viewers, viewer: ViewerPeer, event: Event) -> None:
        if isinstance(event, FrameReceived):
            if self._pictures is not None:
                self._pictures.put(viewer, event.frame)
            return
        if isinstance(event, ControlAsked):
            self._controls.asked(viewer, event.change)
            return
        record = self._conversations[viewer.conversation]
        match event:
            case ChatReceived(line, value):
                self._inbox.hear(record, line, value, viewer.rights)
            case ChatDelivered(number):
                record.receipted(record.conversation.log, number)
            case LinesWithdrawn(lines):
                record.withdraw_lines(lines)
            case LogRenewed(log):
                record.renewed(log)
            case FileMessageReceived():
                self._files.receive(record, event)
            case PeerLeft():
                self._conversations.was_here(record)
                self._files.unlinked(record)
            case ViewerGreeted():
                record.used(time.time_ns(), viewer.name)
                self._files.linked(record, lambda parts: viewers.send_to(viewer, parts))
                if viewer.rights.includes(Rights.CONTROL):
                    self._controls.greeted(viewer)
                if self._health is not None:
                    viewers.send_to(viewer, messages.encode(self._health))
                if self._pictures is not None:
                    self._pictures.greeted(viewer)

    def _tell_progress(self, record: Record, progress: Progress) -> None:
        self._each(lambda link: link.tell(record.conversation, messages.encode(progress)))

    # Inside

    def _go_on(self) -> None:
        """Take up what was under way when the camera ended."""
        self._conversations.load()
        for record in self._conversations:
            self._serve(record)
            self._expiring.watch(record)
            self._files.restore(record)
            self._inbox.go_on(record, self._ways.rights_of(record))

    def _say(self, records: Iterable[Record], said: Said) -> None:
        tell_all([(record.name, partial(self._deliver, record, said)) for record in records])

    def _deliver(self, record: Record, said: Said) -> None:
        if said.file is not None:
            self._files.send(record, said.file)
        else:
            record.say(said.text, said.time_ns, said.payload, expires_ns=said.expires_ns)
            self._expiring.said(record, said.expires_ns)

    def _forgotten(self, record: Record) -> None:
        record.on_recorded = record.on_confirmed = lambda: None
        self._expiring.forget(record)
        self._files.forget(record)

    def _is_in_use(self, conversation: Conversation) -> bool:
        is_here = any(peer.hello is not None and peer.conversation is conversation for peer in self.present)
        return is_here or self._inbox.is_busy(self._conversations[conversation])

    def _send(self, viewer: ViewerPeer, parts: Parts) -> bool:
        return any(link.send_to(viewer, parts) for link in self._links)

    def _each(self, do: Callable[[Viewers], None]) -> None:
        for link in self._links:
            do(link)

    def _demand_changed(self) -> None:
        self._on_demand(tuple(demand for each in self._links for demand in each.streams.demands))
