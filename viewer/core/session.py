"""The viewer's life with one camera. It never gives up, and it does not know how the camera is reached.

A *channel* (a dialled link, or a route of a listening one) brings parts and takes parts. The session keeps what
outlives a channel: the conversation, the statistics, the last picture, and the facts from which its state is derived.
Everything runs in the loop's thread; `clock` is monotonic, in seconds.
"""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from camwire.dialects.base import Dialect
from camwire.errors import WireError
from camwire.events import (
    CameraGreeted,
    ChatDelivered,
    ChatReceived,
    Event,
    FrameReceived,
    PeerLeft,
    PeerRefused,
    ReplyDue,
)
from camwire.frame import Payload
from camwire.messages import CameraHello, Parts, Want
from camwire.spoken import name_of, text_of
from viewer.core.chat import ChatLine, ChatLog
from viewer.core.contact import Channel, Contact, Missing
from viewer.core.decoding import DecodePool
from viewer.core.picture import Picture
from viewer.core.picture_stream import WINDOW, PictureStream
from viewer.core.state import CameraState, Facts, derive
from viewer.core.stats import StreamStats

log = logging.getLogger(__name__)


class SessionObserver(Protocol):
    """Who wants to know. All calls come in the loop's thread; pictures are fetched, not sent."""

    def state_changed(self, state: CameraState) -> None: ...
    def name_changed(self) -> None: ...
    def picture_ready(self) -> None: ...
    def line_added(self, line: ChatLine) -> None: ...
    def lines_changed(self, lines: Sequence[ChatLine]) -> None: ...


@dataclass(frozen=True, slots=True)
class CameraIdentity:
    """How the wall knows a camera: `key` in its settings, `endpoint` to show, `given_name` as the person chose,
    `own_name` as the camera called itself when it was last heard, `label` as the wall tells it from others that say no
    more of themselves. `is_secured`: it proved a key."""

    key: str
    endpoint: str
    given_name: str = ""
    own_name: str = ""
    label: str = ""
    is_secured: bool = False


class Session:
    """One camera: connect, greet, pictures, chat, and again."""

    def __init__(
        self,
        identity: CameraIdentity,
        dialect: Dialect,
        pool: DecodePool,
        clock: Callable[[], float] = time.monotonic,
        keep_ages: int | None = None,
    ) -> None:
        self.identity = identity
        self.hello: CameraHello | None = None
        self.chat = ChatLog()
        self.stats = StreamStats(keep_ages) if keep_ages else StreamStats()
        self._clock = clock
        self._facts = Facts(began=clock(), shown_since=clock(), may_be_silent=dialect.can_be_silent)
        self._dialect = dialect
        self._name_said = ""
        self._complained = ""
        self._pictures = PictureStream(pool, self.stats, clock, self._give_credit, self._picture_decoded)
        self._contact = Contact(self._dialect, clock)
        self._contact.repeat(self._credit)
        self._observers: list[SessionObserver] = []
        self._has_said_goodbye = False
        self._state = derive(self._facts, clock())
        self._want = Want()

    @property
    def name(self) -> str:
        """What to call the camera: the person's choice, its own name, or where it is."""
        return self.identity.given_name or self.identity.label or self.own_name or self.identity.endpoint

    @property
    def own_name(self) -> str:
        """What the camera calls itself, or did when it was last heard; empty if it never was."""
        return name_of(self._name_said) or self.identity.own_name

    @property
    def dialect(self) -> str:
        """The wire format the camera speaks."""
        return self._dialect.name

    @property
    def has_greeted(self) -> bool:
        """Whether the camera was ever heard."""
        return self._facts.greeted is not None

    @property
    def has_said_goodbye(self) -> bool:
        """Whether the camera left on purpose."""
        return self._has_said_goodbye

    @property
    def is_unprotected(self) -> bool:
        """Whether nobody can know who is at the other end: a foreign format without keys."""
        return self._dialect.is_foreign and not self.identity.is_secured

    @property
    def state(self) -> CameraState:
        """What was derived last."""
        return self._state

    @property
    def is_connected(self) -> bool:
        """Whether the camera is greeted and there is a way to it."""
        return self._contact.is_open

    def observe(self, observer: SessionObserver) -> None:
        """Tell `observer` from now on."""
        self._observers.append(observer)

    def forget(self, observer: SessionObserver) -> None:
        """Tell it no more."""
        self._observers.remove(observer)

    def rename(self, name: str) -> None:
        """Call the camera `name`; an empty one means its own."""
        self.identity = replace(self.identity, given_name=name)
        for observer in list(self._observers):
            observer.name_changed()

    # Pictures

    def take_picture(self) -> Picture | None:
        """Return the newest picture that was not taken yet, to be painted now; its credit goes back to the camera."""
        return self._pictures.take()

    def show(self, is_shown: bool) -> None:
        """Whether anyone can see the pictures. Hidden ones cost nothing: the camera sends none."""
        if is_shown == self._facts.is_shown:
            return
        self._facts.is_shown = is_shown
        self._facts.shown_since = self._clock()
        self._want = Want(paused=not is_shown)
        self._contact.send_in_order(self._dialect.send_want(self._want))
        self._pictures.resume()
        self.update_state()

    # Chat

    @property
    def why_mute(self) -> str:
        """Why nothing can be said to this camera, as a sentence; empty if something can."""
        return self._dialect.why_mute

    @property
    def name_varies(self) -> bool:
        """Whether what the camera called itself has turned out to be no name."""
        return self._dialect.name_varies

    @property
    def caution(self) -> str:
        """What a person should know who says something to this camera; empty if nothing."""
        return self._dialect.caution

    @property
    def picture_codec(self) -> str:
        """As what a picture can be said to this camera: `jpeg`, `raw`, or empty if it cannot."""
        return self._dialect.picture_codec

    def give_up_lines(self) -> None:
        """Somebody comes who may not be the camera to which they were said."""
        if self.chat.waiting:
            self._dialect.give_up_lines()
            self._tell_lines(self.chat.given_up())

    def say(self, value: object, text: str = "") -> ChatLine:
        """Say a line, or any value the camera's format carries, of which `text` is shown in the chat.

        It is sent now, or as soon as the camera is back. Raises UsageError if it cannot be carried.
        """
        now = time.time_ns()
        line = self.chat.said(self._dialect.say(value, now), text or text_of(value), now)
        for observer in list(self._observers):
            observer.line_added(line)
        for due in self._dialect.send_lines():
            self._send_due(due)
        return line

    # What channels tell

    def connected(self, channel: Channel) -> None:
        """There is a way to the camera; greet it."""
        self._facts.is_connected = True
        self._facts.trouble = ""
        self._has_said_goodbye = False
        self._contact.begin(channel)
        self.update_state()

    def disconnected(self) -> None:
        """The way is gone; what was not receipted waits."""
        self._contact.end()
        self._facts.is_connected = False
        self._tell_lines(self.chat.link_lost())
        self.update_state()

    def in_trouble(self, sentence: str) -> None:
        """There is no way to the camera, and this is why."""
        self._facts.refused = None
        if not self._has_said_goodbye:
            self._facts.trouble = sentence
        self.update_state()

    def refused(self, sentence: str) -> None:
        """One side will not serve the other."""
        self._facts.refused = self._clock() if self._facts.refused is None else self._facts.refused
        self._facts.refusal = sentence
        self.update_state()

    def receive(self, parts: Sequence[Payload]) -> None:
        """Take one message from the camera."""
        try:
            events = self._dialect.receive(parts, self._clock())
        except WireError as error:
            self._misunderstood(str(error))
            return
        self._facts.last_heard = self._clock()
        for event in events:
            self._take(event)

    def tick(self, now: float) -> None:
        """Ping, notice silence, bring the state up to date. Called a few times per second."""
        missing = self._contact.tick(now)
        if missing is Missing.GREETING:
            self.in_trouble(f"Something answers at {self.identity.endpoint}, but not as a camera. Check the address.")
            self._let_go(is_trouble=True)
        elif missing is Missing.SIGN_OF_LIFE:
            self._facts.left = now
            self._facts.trouble = "The camera stopped answering."
            self._let_go(is_trouble=False)
        self.update_state()

    def update_state(self) -> None:
        """Derive the state; tell if it changed."""
        facts, pictures = self._facts, self._pictures
        facts.last_picture, facts.decode_trouble = pictures.arrived, pictures.trouble
        facts.usual_interval = self.stats.usual_interval
        facts.age, facts.is_unpainted = pictures.age, pictures.is_waiting
        state = derive(self._facts, self._clock())
        if state != self._state:
            is_news = (state.phase, state.reason) != (self._state.phase, self._state.reason)
            self._state = state
            if is_news:
                log.info("%s: %s", self.name, f"{state.phase.value} {state.reason}".strip())
                for observer in list(self._observers):
                    observer.state_changed(state)

    def close(self) -> None:
        """Say goodbye. The channel's owner closes it."""
        if self._contact.is_open:
            self._contact.send(self._dialect.send_goodbye())
        self._contact.end()

    def _take(self, event: Event) -> None:
        match event:
            case ReplyDue():
                self._send_due(event)
            case FrameReceived() if self._facts.is_shown or not self._facts.may_be_silent:
                self._pictures.put(event)
            case FrameReceived():
                # This camera cannot be asked to pause.
                self._pictures.skip(event)
            case ChatReceived(chat):
                # A format without a clock gives 0: the line is of now.
                line = self.chat.heard(chat.number, chat.text, chat.time_ns or time.time_ns())
                for observer in list(self._observers):
                    observer.line_added(line)
            case ChatDelivered(number):
                self._tell_lines(self.chat.received(number))
            case CameraGreeted(name, hello):
                self._name_said, self.hello = name, hello
                self._greeted()
            case PeerRefused(_, text):
                self.refused(text)
                self._let_go(is_trouble=True)
            case PeerLeft(text):
                self._facts.left = self._clock()
                self._facts.trouble = text or "The camera was switched off."
                self._has_said_goodbye = True
                self._let_go(is_trouble=True)

    def _send_due(self, due: ReplyDue) -> None:
        if due.line and not self._contact.is_open:
            # An earlier line could not go. This one must not overtake it; both follow the next greeting.
            return
        if self._contact.send_in_order(due.parts) and due.line:
            self._tell_lines(self.chat.sent(due.line))

    def _misunderstood(self, what: str) -> None:
        if what != self._complained:
            self._complained = what
            log.warning("%s sent %s", self.identity.endpoint, what)
        self._contact.send(self._dialect.send_apology())
        is_elsewhere = "" if self._facts.may_be_silent else f" at {self.identity.endpoint}"
        self.refused(
            f"What answers{is_elsewhere} is no camera that Watchword understands: it sent {what}. "
            + ("Check its program." if self._facts.may_be_silent else "Check the address.")
        )
        self._let_go(is_trouble=True)

    def _greeted(self) -> None:
        self._contact.greeted()
        facts, now = self._facts, self._clock()
        facts.greeted, facts.left, facts.refused, facts.trouble = now, None, None, ""
        self._contact.send_in_order(self._dialect.send_want(self._want))
        self._pictures.restart()
        for observer in list(self._observers):
            observer.name_changed()
        self.update_state()

    def _picture_decoded(self) -> None:
        self.update_state()
        if not self._pictures.trouble:
            for observer in list(self._observers):
                observer.picture_ready()

    def _credit(self) -> Parts | None:
        return self._dialect.send_taken(self._pictures.taken, WINDOW)

    def _give_credit(self) -> None:
        self._contact.send(self._credit())

    def _let_go(self, is_trouble: bool) -> None:
        channel = self._contact.end()
        self.disconnected()
        if channel is not None:
            channel.drop(is_trouble)

    def _tell_lines(self, lines: Sequence[ChatLine]) -> None:
        if lines:
            for observer in list(self._observers):
                observer.lines_changed(lines)
