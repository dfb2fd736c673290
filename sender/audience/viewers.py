"""All viewers of one link: who they are, what they may get, and that none disturbs another."""

import logging
import time
from collections.abc import Callable, Sequence
from typing import TypeAlias

from camwire import messages
from camwire.conversation import Conversation
from camwire.errors import WireError
from camwire.events import (
    CreditGranted,
    Event,
    KeyframeRequested,
    PeerLeft,
    PeerRefused,
    ReplyDue,
    ViewerGreeted,
    WantChanged,
)
from camwire.frame import Payload
from camwire.link import Link, Route
from camwire.messages import CameraHello, Parts, Refusal, ViewerHello
from camwire.peer import PeerState
from camwire.viewer_peer import ViewerPeer
from sender.audience.streams import Streams
from sender.audience.viewer_stream import EVERYBODYS

log = logging.getLogger(__name__)

# How long a peer that spoke rubbish is not listened to.
CLOSED_SECONDS = 10.0

OnParts: TypeAlias = Callable[[Route, list[Payload]], None]


class Viewers:
    """The viewers that come by the link which `make_link` makes. Runs on the loop.

    `introduce` gives the camera's hello, `conversation_with(hello)` the conversation with a viewer;
    `on_event(viewers, viewer, event)` takes what it says, that it is here, and that it is gone; `on_demand()` is called
    when what the `streams` demand may have changed. `codecs` are those that the camera can encode, the one it prefers
    first.
    """

    def __init__(
        self,
        make_link: Callable[[OnParts], Link],
        introduce: Callable[[], CameraHello],
        conversation_with: Callable[[ViewerHello], Conversation],
        on_event: "Callable[[Viewers, ViewerPeer, Event], None]",
        on_demand: Callable[[], None],
        codecs: Sequence[str] = (EVERYBODYS,),
    ) -> None:
        self._introduce = introduce
        self._conversation_with = conversation_with
        self._on_event = on_event
        self._on_demand = on_demand
        self._peers: dict[Route, ViewerPeer] = {}
        self._closed_until: dict[Route, float] = {}
        self.has_left = False
        self.streams = Streams(codecs, lambda parts, route: self.link.send(parts, route))
        """What each of them gets of the pictures."""
        self.link = make_link(self.receive)

    @property
    def present(self) -> list[ViewerPeer]:
        """The viewers that are greeted and have not left."""
        return [peer for peer in self._peers.values() if peer.state is PeerState.OPEN]

    def receive(self, route: Route, parts: list[Payload]) -> None:
        """Take one message of the link."""
        now = time.monotonic()
        if self.has_left or route in self._closed_until:
            return
        peer = self._peers.get(route)
        if peer is None:
            peer = self.begin(route, now)
        try:
            events = peer.receive(parts, now)
        except WireError as error:
            self._misunderstood(route, peer, error)
            return
        for event in events:
            if self._peers.get(route) is peer:
                try:
                    self._act(route, peer, event)
                except WireError as error:
                    self._misunderstood(route, peer, error)

    def begin(self, route: Route, now: float) -> ViewerPeer:
        """Expect a viewer at `route`; it has not introduced itself yet."""
        peer = ViewerPeer(self._introduce(), self._conversation_with, time.monotonic_ns, now)
        self._peers[route] = peer
        return peer

    def forget(self, route: Route, why: str) -> None:
        """The viewer at `route` is gone. Its conversation is kept."""
        peer = self._peers.pop(route, None)
        self.streams.end(route)
        if peer is not None:
            if peer.hello is not None:
                log.info("Viewer %s %s.", shown(peer), why)
                self._on_event(self, peer, PeerLeft("", on_purpose=False))
            self._on_demand()

    def tick(self, now: float) -> None:
        """Forget who has fallen silent. To be called about once a second."""
        for route, peer in list(self._peers.items()):
            if peer.is_silent(now):
                self.forget(route, "has fallen silent")
        self._closed_until = {route: until for route, until in self._closed_until.items() if until > now}

    def deliver(self, conversation: Conversation) -> None:
        """Send what waits in `conversation` to its viewer, if it is here. Otherwise it goes out when it is back."""
        for route, peer in list(self._peers.items()):
            if peer.hello is not None and peer.conversation is conversation:
                for due in peer.send_lines():
                    if self._peers.get(route) is peer:
                        self.send(route, due.parts)

    def receipt(self, conversation: Conversation) -> None:
        """Tell the viewer of `conversation`, if it is here, how much of what it said is safe."""
        for route, peer in list(self._peers.items()):
            if peer.hello is not None and peer.conversation is conversation:
                receipt = peer.send_receipt()
                if receipt is not None:
                    self.link.send(receipt, route)

    def tell(self, conversation: Conversation, parts: Parts) -> None:
        """Tell the viewer of `conversation`, if it is here, what may as well get lost."""
        for peer in self.present:
            if peer.conversation is conversation:
                self.send_to(peer, parts)

    def send_to(self, viewer: ViewerPeer, parts: Parts) -> bool:
        """Send to this viewer what may get lost; False if it cannot go now."""
        route = next((route for route, peer in self._peers.items() if peer is viewer), None)
        return route is not None and viewer.state is PeerState.OPEN and self.link.send(parts, route)

    def send(self, route: Route, parts: Parts) -> None:
        """Send what must not be lost: a viewer that cannot be reached has to be greeted again."""
        if not self.link.send(parts, route):
            self.forget(route, "cannot be reached")

    def say_goodbye(self) -> bool:
        """Take leave of all viewers, and hear nobody any more. Returns whether anybody was here to hear it."""
        self.has_left = True
        peers, self._peers = self._peers, {}
        for route, peer in peers.items():
            self.streams.end(route)
            self.link.send(peer.send_goodbye(), route)
        return bool(peers)

    def close(self) -> None:
        """End the link."""
        self.link.close()

    def _act(self, route: Route, peer: ViewerPeer, event: Event) -> None:
        match event:
            case ReplyDue(parts):
                self.send(route, parts)
            case ViewerGreeted():
                self._greeted(route, peer)
                self._on_event(self, peer, event)
            case CreditGranted() | WantChanged() | KeyframeRequested():
                self.streams.receive(route, event, time.monotonic())
                self._on_demand()
            case PeerLeft():
                self.forget(route, "has left")
            case PeerRefused(_, text):
                log.warning("A viewer cannot be served: %r", text)
                self._close(route)
            case _:
                self._on_event(self, peer, event)

    def _greeted(self, route: Route, peer: ViewerPeer) -> None:
        log.info("Viewer %s is here.", shown(peer))
        self.streams.begin(route, peer, time.monotonic())
        for other, older in list(self._peers.items()):
            if older is not peer and older.hello is not None and older.conversation is peer.conversation:
                # The same viewer on a new connection; the old one just has not been missed yet.
                self.forget(other, "has come back by a new connection")

    def _misunderstood(self, route: Route, peer: ViewerPeer, error: WireError) -> None:
        log.warning("A peer (%s) is not understood and closed: %s", shown(peer), error)
        text = "The camera does not understand what came from here. Connect with the Watchword viewer."
        self.link.send(messages.encode(Refusal(reason="not-understood", text=text)), route)
        self._close(route)

    def _close(self, route: Route) -> None:
        """Do not listen to `route` for a while."""
        self._closed_until[route] = time.monotonic() + CLOSED_SECONDS
        self.forget(route, "was closed")


def shown(peer: ViewerPeer) -> str:
    """The viewer's name for a log line."""
    return repr(peer.name) if peer.name else "nameless"
