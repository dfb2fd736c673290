"""All viewers of one link: who they are, what they may get, and that none disturbs another."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from datetime import datetime
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
from camwire.excess import TELL_AGAIN_SECONDS, TOO_MUCH
from camwire.frame import Payload
from camwire.link import Link, Offence, Route
from camwire.messages import CameraHello, Parts, Refusal, ViewerHello
from camwire.peer import PeerState
from camwire.repeats import Repeats
from camwire.viewer_peer import ViewerPeer
from sender.audience.streams import Streams
from sender.audience.viewer_stream import EVERYBODYS
from sender.pairing.guest import ANYBODY, Guest

log = logging.getLogger(__name__)

# How long a peer that spoke rubbish is not listened to.
CLOSED_SECONDS = 10.0
# For the last words to arrive.
TURN_OUT_SECONDS = 0.1
# Programs that call by one key: a wall, its copy on another computer, some scripts.
MOST_OF_ONE_KEY = 6
NO_LONGER_PAIRED = "This viewer is not paired with the camera any more. Pair it anew: watchword-camera pair"

OnParts: TypeAlias = Callable[[Route, list[Payload]], None]


class Viewers:
    """The viewers that come by the link which `make_link` makes. Runs on the loop.

    `introduce` gives the camera's hello, `conversation_with(hello, guest)` the conversation with a viewer;
    `on_event(viewers, viewer, event)` takes what it says, that it is here, and that it is gone; `on_demand()` is called
    when what the `streams` demand may have changed. `codecs` are those that the camera can encode, the one it prefers
    first. `guest_of(key)` says who has proved which key; None for somebody who is not to be here.
    """

    def __init__(
        self,
        make_link: Callable[[OnParts], Link],
        introduce: Callable[[], CameraHello],
        conversation_with: Callable[[ViewerHello, Guest], Conversation],
        on_event: "Callable[[Viewers, ViewerPeer, Event], None]",
        on_demand: Callable[[], None],
        codecs: Sequence[str] = (EVERYBODYS,),
        *,
        guest_of: Callable[[bytes], Guest | None] = lambda key: ANYBODY,
    ) -> None:
        self._introduce = introduce
        self._conversation_with = conversation_with
        self._on_event = on_event
        self._on_demand = on_demand
        self._guest_of = guest_of
        self._peers: dict[Route, ViewerPeer] = {}
        self._guests: dict[Route, Guest] = {}
        self._since: dict[Route, datetime] = {}
        # Those that are to introduce themselves again.
        self._called_on: set[Route] = set()
        self._closed_until: dict[Route, float] = {}
        self.has_left = False
        self.streams = Streams(codecs, lambda parts, route: self.link.send(parts, route))
        """What each of them gets of the pictures."""
        self.link = make_link(self.receive)
        self._told = Repeats(TELL_AGAIN_SECONDS)
        self.link.on_offence = self._offended

    @property
    def present(self) -> list[ViewerPeer]:
        """The viewers that are greeted and have not left."""
        return [peer for peer in self._peers.values() if peer.state is PeerState.OPEN]

    @property
    def table(self) -> list[dict[str, str]]:
        """The same, with their rights, since when they are here, and over what they came."""
        return [
            {
                "name": peer.name,
                "rights": peer.rights.value,
                "since": f"{self._since[route]:%Y-%m-%d %H:%M:%S}",
                "address": self.link.address_of(route) or "called from here",
                "link": "encrypted" if self._guests[route].key else "open",
            }
            for route, peer in self._peers.items()
            if peer.state is PeerState.OPEN
        ]

    def receive(self, route: Route, parts: list[Payload]) -> None:
        """Take one message of the link."""
        now = time.monotonic()
        if self.has_left or route in self._closed_until:
            return
        guest = self._guest_of(self.link.key_of(route))
        if guest is None:
            self._turn_out(route)
            return
        peer = self._peers.get(route)
        if peer is None or self._guests[route] != guest:
            peer = self._begin(route, guest, now)
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

    def knock(self, route: Route) -> None:
        """Have the viewer at `route` introduce itself."""
        guest = self._guest_of(self.link.key_of(route))
        if guest is not None:
            self.send(route, self._begin(route, guest, time.monotonic()).send_knock())

    def recheck(self) -> None:
        """Who is known has changed, or what they may do: begin anew with those, and turn out who is not known."""
        for route, before in list(self._guests.items()):
            guest = self._guest_of(before.key.encode())
            if guest is None:
                self._turn_out(route)
            elif guest != before:
                log.info("Viewer %s may now %s.", shown(self._peers[route]), guest.rights)
                self.forget(route, "begins anew")
                self.knock(route)
                if route in self._peers:
                    self._called_on.add(route)

    def forget(self, route: Route, why: str) -> None:
        """The viewer at `route` is gone. Its conversation is kept."""
        peer = self._peers.pop(route, None)
        self._guests.pop(route, None)
        self._since.pop(route, None)
        self._called_on.discard(route)
        self.streams.end(route)
        if peer is not None:
            if peer.hello is not None:
                log.info("Viewer %s %s.", shown(peer), why)
                self._on_event(self, peer, PeerLeft("", on_purpose=False))
            self._on_demand()

    def tick(self, now: float) -> None:
        """Forget who has fallen silent. To be called about once a second."""
        self._called_on = {each for each in self._called_on if self._peers[each].state is PeerState.GREETING}
        for route, peer in list(self._peers.items()):
            if peer.is_silent(now):
                self.forget(route, "has fallen silent")
            elif route in self._called_on and peer.state is PeerState.GREETING:
                # A viewer answers one knock a second.
                self.send(route, peer.send_knock())
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
        peers, self._peers, self._guests, self._since = self._peers, {}, {}, {}
        self._called_on.clear()
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
                if self._is_one_too_many(route):
                    self._refuse(route, peer)
                    return
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
        self._since.setdefault(route, datetime.now())
        self.streams.begin(route, peer, time.monotonic())
        for other, older in list(self._peers.items()):
            if older is not peer and older.hello is not None and older.conversation is peer.conversation:
                # The same viewer on a new connection; the old one just has not been missed yet.
                self.forget(other, "has come back by a new connection")

    def _is_one_too_many(self, route: Route) -> bool:
        """Whether somebody has come so often by one key, under ever more names, that others would get less."""
        key = self._guests[route].key
        same = [each for each, guest in self._guests.items() if guest.key == key and each in self._since]
        return bool(key) and route not in same and len(same) >= MOST_OF_ONE_KEY

    def _refuse(self, route: Route, peer: ViewerPeer) -> None:
        if self._told.is_new(self._guests[route].key, time.monotonic()):
            log.warning("Viewer %s is refused: %d are here by its key already.", shown(peer), MOST_OF_ONE_KEY)
        text = f"{MOST_OF_ONE_KEY} programs watch this camera by the key of this viewer already. Close one of them."
        self.link.send(messages.encode(Refusal(reason="too-many", text=text)), route)
        self._close(route)

    def _misunderstood(self, route: Route, peer: ViewerPeer, error: WireError) -> None:
        if self._told.is_new((shown(peer), str(error)), time.monotonic()):
            log.warning("A peer (%s) is not understood and closed: %s", shown(peer), error)
        text = "The camera does not understand what came from here. Connect with the Watchword viewer."
        self.link.send(messages.encode(Refusal(reason=messages.NOT_UNDERSTOOD, text=text)), route)
        self._close(route)

    def _offended(self, offence: Offence) -> None:
        """Somebody was over a limit of the link's, and was slowed down or is cut off."""
        peer = self._peers.get(offence.route)
        who = f"Viewer {shown(peer)}" if peer is not None and peer.hello is not None else ""
        sentence = offence.sentence(who)
        if self._told.is_new(sentence, time.monotonic()):
            log.warning("%s", sentence)
        if peer is not None and offence.is_over:
            self.link.send(messages.encode(Refusal(reason=TOO_MUCH, text=offence.sentence(peer.name))), offence.route)
            self._close(offence.route)

    def _begin(self, route: Route, guest: Guest, now: float) -> ViewerPeer:
        """Expect a viewer at `route`; it has not introduced itself yet."""
        self.forget(route, "is somebody else now")
        rights = guest.rights if guest.key else None
        peer = ViewerPeer(
            self._introduce(),
            lambda hello: self._conversation_with(hello, guest),
            time.monotonic_ns,
            now,
            guest.name,
            rights,
        )
        self._peers[route], self._guests[route] = peer, guest
        return peer

    def _turn_out(self, route: Route) -> None:
        """End the connection of somebody who was known once, and tell them."""
        peer = self._peers.get(route)
        log.warning("Viewer %s is not paired with this camera any more.", shown(peer) if peer else "nameless")
        self.link.send(messages.encode(Refusal(reason=messages.REVOKED, text=NO_LONGER_PAIRED)), route)
        self._close(route)
        asyncio.get_running_loop().call_later(TURN_OUT_SECONDS, self.link.cut, route)

    def _close(self, route: Route) -> None:
        """Do not listen to `route` for a while."""
        self._closed_until[route] = time.monotonic() + CLOSED_SECONDS
        self.forget(route, "was closed")


def shown(peer: ViewerPeer) -> str:
    """The viewer's name for a log line."""
    return repr(peer.name) if peer.name else "nameless"
