"""Cameras that call us: one listening port, any number of cameras, told apart by their first message."""

import asyncio
import contextlib
import logging
from collections.abc import Collection
from typing import Protocol

import zmq

from camwire import dialects, envelope, messages
from camwire.dialects.base import Dialect
from camwire.endpoint import SECURE, Endpoint
from camwire.errors import WireError
from camwire.events import ReplyDue
from camwire.excess import TOO_MUCH
from camwire.frame import Payload
from camwire.link import CurveKeys, Knock, Link, Offence, Route
from camwire.messages import Parts, Refusal
from camwire.translation import tr
from viewer.core.calls.callers import Call
from viewer.core.sessions.contact import Again
from viewer.core.sessions.session import Session

log = logging.getLogger(__name__)

MAX_ROUTES = 1000
# A camera that is not shown is answered all the same, or it would end for good; but it need not hurry.
UNWANTED_SECONDS = 1.0
# VidGear opens a new socket when it ran out of patience, and the end of the old one may be known a moment later.
RETURN_SECONDS = 0.2
NOT_ADMITTED = (
    "This viewer does not take the camera in: it was removed there (until the viewer starts again), speaks another "
    "version, is not among those that were asked for, or there are too many cameras."
)
# Nothing is known of who waits for it: text to some, JSON that says nothing to the others.
ANSWER_TO_ANYBODY = b'{"port": "", "return_type": "NoneType", "data": null}'


class Host(Protocol):
    """What a listener needs of the fleet."""

    def admit(self, call: Call) -> Session | None:
        """Find or make the session of a camera that called; None if it is not to be shown."""
        ...

    def stranger(self, call: Call) -> Dialect:
        """Somebody to answer a camera that says goodbye before anybody knew it."""
        ...

    def knocked(self, endpoint: Endpoint, knock: Knock) -> None:
        """Somebody called who could not be let in."""
        ...

    def not_understood(self, endpoint: Endpoint, address: str) -> None:
        """Somebody sent what no camera says."""
        ...

    def offended(self, offence: Offence, who: str) -> None:
        """Somebody was over a limit: `who`, if that is known."""
        ...


class Listener:
    """Owns a bound link and knows which session each route belongs to."""

    def __init__(
        self, context: "zmq.Context[zmq.Socket[bytes]]", endpoint: Endpoint, host: Host, curve: CurveKeys | None = None
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._host = host
        self._has_envelopes = endpoint.pattern in ("", SECURE)
        self._is_secured = curve is not None
        self._peers: dict[Route, _Peer] = {}
        # Of ours, none waits for an answer to silence.
        answer = [] if endpoint.pattern == SECURE else [b"", ANSWER_TO_ANYBODY]
        self._link = Link.bound(context, endpoint, self._received, curve, self._gone, self._knocked, answer)
        self._link.on_offence = self._offended
        self.endpoint = self._link.endpoint

    def serves(self, session: Session) -> bool:
        """Whether a connection of this session's camera is here, even if it is not being heard."""
        return any(peer.session is session for peer in self._peers.values())

    def forget_session(self, session: Session) -> None:
        """The session was removed: its camera is not wanted any more, for as long as its connection lasts."""
        for peer in self._peers.values():
            if peer.session is session:
                peer.session, peer.is_heard, peer.is_unwanted = None, False, True

    def cut_off(self, keys: Collection[str]) -> None:
        """End the connections of paired cameras but of those with these public keys."""
        for route in [each for each in self._peers if self._link.key_of(each).decode() not in keys]:
            self._link.cut(route)

    def hang_up(self) -> None:
        """Hear nobody any more, while the cameras stay on the wall."""
        for route in list(self._peers):
            self._gone(route)
        self.close()

    def close(self) -> None:
        """Hear nobody any more."""
        self._link.close()
        self._peers.clear()

    def _received(self, route: Route, parts: list[Payload]) -> None:
        peer = self._peers.get(route)
        if peer is None:
            if len(self._peers) >= MAX_ROUTES and not self._forget_a_stranger():
                return
            peer = self._peers[route] = _Peer(self._link, route, self.endpoint.pattern == "pair")
            # Only the first socket of a VidGear sender numbers its requests.
            peer.may_be_back = self._has_envelopes and envelope.strip(parts)[0] == envelope.EMPTY
        peer.envelope, body = envelope.strip(parts) if self._has_envelopes else ((), parts)
        peer.owes_answer = bool(peer.envelope) or self.endpoint.pattern == "pair"
        if self._loop.time() < peer.deaf_until:
            self._answer_later(peer)
        else:
            self._take(peer, body)

    def _take(self, peer: "_Peer", body: list[Payload]) -> None:
        is_here = self._peers.get(peer.route) is peer
        if is_here and (peer.is_heard or self._first_message(peer, body)):
            assert peer.session is not None
            peer.session.receive(body)

    def _first_message(self, peer: "_Peer", body: list[Payload]) -> bool:
        """Find the session of a peer that is not being heard; False if there is none."""
        found = None if peer.is_unwanted else dialects.detect(body)
        if found is None:
            self._not_understood(peer)
            return False
        key = self._link.key_of(peer.route).decode() if self.endpoint.pattern == SECURE else ""
        call = Call(*found, self.endpoint, self._link.address_of(peer.route), self._is_secured, key)
        if call.caller.is_leaving and peer.session is None:
            self._take_leave(peer, self._host.stranger(call), body)
            return False
        if peer.may_be_back:
            peer.may_be_back = False
            self._loop.call_later(RETURN_SECONDS, self._take, peer, body)
            return False
        if peer.session is None or peer.session.dialect != call.dialect.name:
            peer.session = self._host.admit(call)
        if peer.session is None:
            self._turn_away(peer)
            return False
        self._take_over(peer)
        return True

    def _take_leave(self, peer: "_Peer", dialect: Dialect, body: list[Payload]) -> None:
        """Answer a goodbye. A camera that was never shown is not shown for that."""
        with contextlib.suppress(WireError):
            for event in dialect.receive(body, self._loop.time()):
                if isinstance(event, ReplyDue):
                    peer.send(event.parts)

    def _take_over(self, peer: "_Peer") -> None:
        """From now on the session's camera is at this route."""
        assert peer.session is not None
        for old in self._peers.values():
            if old is not peer and old.session is peer.session:
                old.session, old.is_heard = None, False
        peer.is_heard = True
        peer.session.connected(peer)

    def _turn_away(self, peer: "_Peer") -> None:
        peer.deaf_until = self._loop.time() + UNWANTED_SECONDS
        if peer.owes_answer:
            self._answer_later(peer)
        elif self._has_envelopes:
            peer.send(messages.encode(Refusal(reason="not-admitted", text=NOT_ADMITTED)))

    def _not_understood(self, peer: "_Peer") -> None:
        if peer.session is None:
            # Reading what nobody understands takes time that belongs to the others.
            peer.deaf_until = self._loop.time() + UNWANTED_SECONDS
        self._answer_later(peer)
        if not (peer.is_unwanted or peer.session):
            log.debug("A message from an unknown peer at %s was ignored", self.endpoint)
            self._host.not_understood(self.endpoint, self._link.address_of(peer.route))

    def _answer_later(self, peer: "_Peer") -> None:
        if peer.owes_answer and not peer.is_answer_due:
            peer.is_answer_due = True
            self._loop.call_later(UNWANTED_SECONDS, peer.answer_anything)

    def _forget_a_stranger(self) -> bool:
        """Make room for somebody who may be a camera; False if only cameras are here."""
        stranger = next((route for route, peer in self._peers.items() if peer.session is None), None)
        return stranger is not None and self._peers.pop(stranger) is not None

    def _gone(self, route: Route) -> None:
        peer = self._peers.pop(route, None)
        if peer is not None and peer.session is not None:
            peer.session.disconnected()
            peer.session.in_trouble(tr("The camera's connection ended."))

    def _offended(self, offence: Offence) -> None:
        peer = self._peers.get(offence.route)
        if peer is not None and self._has_envelopes and not peer.owes_answer:
            peer.send(messages.encode(Refusal(reason=TOO_MUCH, text=offence.sentence())))
        self._host.offended(offence, peer.session.name if peer is not None and peer.session is not None else "")

    def _knocked(self, knock: Knock) -> None:
        # A camera without keys hangs up at a secured port, often before anything has failed here.
        is_plain = self._is_secured and knock is Knock.STRANGER
        self._host.knocked(self.endpoint, Knock.SECURITY if is_plain else knock)


class _Peer:
    """One connection to a listening port, and the way of its session to its camera."""

    def __init__(self, link: Link, route: Route, is_pair: bool) -> None:
        self.route = route
        self.is_pair = is_pair
        self.session: Session | None = None
        self.is_heard = False
        self.is_unwanted = False
        self.may_be_back = False
        self.envelope: tuple[bytes, ...] = ()
        self.owes_answer = False
        self.is_answer_due = False
        self.deaf_until = 0.0
        self._link = link

    def send(self, parts: Parts) -> bool:
        if self._takes_turns and not self.owes_answer:
            # Such a camera takes one answer to each message.
            return False
        self.owes_answer = False
        return self._link.send([*self.envelope, *parts], self.route)

    def answer_anything(self) -> None:
        """Let a camera that waits go on."""
        self.is_answer_due = False
        self.send([ANSWER_TO_ANYBODY])

    @property
    def _takes_turns(self) -> bool:
        return bool(self.envelope) or self.is_pair

    def drop(self, again: Again) -> None:
        """What comes from now on is a first message again; it is still known whose."""
        self.is_heard = False
