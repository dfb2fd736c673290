"""The viewer's life with one camera. It never gives up, and it does not know how the camera is reached.

A *channel* (a dialled link, or a route of a listening one) brings parts and takes parts. The session keeps what
outlives a channel: the conversation, the statistics, the last picture, and the facts from which its state is derived.
Everything runs in the loop's thread; `clock` is monotonic, in seconds.
"""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from camwire.dialects.base import Dialect
from camwire.errors import UsageError, WireError
from camwire.events import (
    CameraGreeted,
    ControlAnswered,
    ControlsTold,
    CreditGranted,
    Event,
    FileMessageReceived,
    FrameReceived,
    HealthReceived,
    PeerLeft,
    PeerRefused,
)
from camwire.frame import Payload
from camwire.messages import NOT_UNDERSTOOD, REVOKED, ControlChange, Health, encode
from camwire.rights import Rights
from camwire.spoken import name_of
from camwire.translation import tr
from viewer.core.controls.camera_controls import CameraControls
from viewer.core.pictures.decoding import DecodePool
from viewer.core.pictures.stats import StreamStats
from viewer.core.sessions.contact import Again, Channel, Contact, Missing
from viewer.core.sessions.identity import CameraIdentity
from viewer.core.sessions.observing import SessionObserver
from viewer.core.sessions.permission import refusal, rights_of
from viewer.core.sessions.security import Security, security_of
from viewer.core.sessions.speaking import Speaking
from viewer.core.sessions.standing import Standing
from viewer.core.sessions.state import CameraState, Phase
from viewer.core.sessions.watching import Watching
from viewer.core.talk.chat import ChatLine, Said
from viewer.core.talk.talk import Talk

log = logging.getLogger(__name__)


class Session(Speaking, Watching):
    """One camera: connect, greet, pictures, chat, and again."""

    def __init__(
        self,
        identity: CameraIdentity,
        dialect: Dialect,
        pool: DecodePool,
        clock: Callable[[], float] = time.monotonic,
        keep_ages: int | None = None,
        talk: Talk | None = None,
    ) -> None:
        """`talk` is the conversation that the dialect was begun with; without it, none is kept."""
        contact = Contact(dialect, clock)
        observers: list[SessionObserver] = []
        standing = Standing(clock, dialect.can_be_silent, lambda: self.name, self._tell_state)
        stats = StreamStats(keep_ages) if keep_ages else StreamStats()
        Speaking.__init__(self, dialect, contact, observers, talk or Talk())
        Watching.__init__(self, dialect, contact, observers, standing, pool, stats, clock)
        self.identity = identity
        self.controls = CameraControls(self._send_change, clock, dialect.is_foreign)
        """What can be set at the camera's source."""
        self.health: Health | None = None
        """How the camera and its computer are doing, as it said; None while it is away or says nothing of it."""
        self.pictures_of = 0
        """Rises when another camera answers here: pictures from before are not its."""
        self._name_said = ""
        self._complained = ""
        self._listeners: list[Callable[[Event], None]] = []

    @property
    def name(self) -> str:
        """What to call the camera: the person's choice, its own name, or where it is."""
        return self.identity.given_name or self.identity.label or self.own_name or self.identity.endpoint

    @property
    def own_name(self) -> str:
        """What the camera calls itself, or did when it was last heard; empty if it never was."""
        return self._name_said or self.identity.own_name

    @property
    def dialect(self) -> str:
        """The wire format the camera speaks."""
        return self._dialect.name

    @property
    def has_greeted(self) -> bool:
        """Whether the camera was ever heard."""
        return self._standing.facts.greeted is not None

    @property
    def has_said_goodbye(self) -> bool:
        """Whether the camera left on purpose."""
        return self._standing.has_said_goodbye

    @property
    def security(self) -> Security | None:
        """Who else could see what it shows; None while it was never heard."""
        return security_of(self.identity, self._dialect.is_foreign) if self.has_greeted else None

    @property
    def rights(self) -> Rights:
        """What the camera lets this viewer do, as it said when it was last here; everything until then."""
        return rights_of(self.hello)

    @property
    def why_mute(self) -> str:
        """Why nothing can be said to this camera, as a sentence; empty if something can."""
        return refusal(self.rights, "") or super().why_mute

    def speak(self, what: Said) -> ChatLine:
        """Say `what`, now or as soon as the camera is back. Raises UsageError if it cannot be carried, or must not."""
        if why := refusal(self.rights, what.role):
            raise UsageError(why)
        return super().speak(what)

    @property
    def state(self) -> CameraState:
        """What was derived last."""
        return self._standing.state

    @property
    def last_heard(self) -> float | None:
        """When anything came from the camera, on the `clock`; None if nothing ever did."""
        return self._standing.facts.last_heard

    @property
    def is_connected(self) -> bool:
        """Whether the camera is greeted and there is a way to it."""
        return self._contact.is_open

    def listen(self, listener: Callable[[Event], None]) -> None:
        """Tell `listener` that the camera took pictures of ours."""
        self._listeners.append(listener)

    def unlisten(self, listener: Callable[[Event], None]) -> None:
        """Tell it no more."""
        self._listeners.remove(listener)

    def rename(self, name: str) -> None:
        """Call the camera `name`; an empty one means its own."""
        self.identity = replace(self.identity, given_name=name)
        self._tell_name()

    # What channels tell

    def connected(self, channel: Channel) -> None:
        """There is a way to the camera; greet it."""
        self._standing.connected()
        self._contact.begin(channel)
        self.update_state()

    def disconnected(self) -> None:
        """The way is gone; what was not receipted waits."""
        self._contact.end()
        self._standing.disconnected()
        self.controls.left()
        self._take_health(None)
        if self.files is not None:
            self.files.unlinked()
        self.tell_lines(self.chat.link_lost())
        self.update_state()

    def in_trouble(self, sentence: str) -> None:
        """There is no way to the camera, and this is why."""
        self._standing.in_trouble(sentence)
        self.update_state()

    def refused(self, sentence: str, phase: Phase = Phase.REFUSED) -> None:
        """One side will not serve the other; `phase` is one of `REFUSING`."""
        self._standing.refused(sentence, phase)
        self.update_state()

    def proved(self, key: str, endpoint: str) -> None:
        """There is a way to `endpoint`, where the camera has proved `key` (Z85; empty: none was asked for)."""
        self.identity = replace(self.identity, endpoint=endpoint, is_secured=bool(key), camera_key=key)

    def receive(self, parts: Sequence[Payload]) -> None:
        """Take one message from the camera."""
        try:
            events = self._dialect.receive(parts, self._clock())
        except WireError as error:
            self._misunderstood(str(error))
            return
        self._standing.facts.last_heard = self._clock()
        for event in events:
            self._take(event)

    def tick(self, now: float) -> None:
        """Ping, notice silence, bring the state up to date. Called a few times per second."""
        missing = self._contact.tick(now)
        self.controls.tick(now)
        self.tell_lines(self.talk.expire(time.time_ns()))
        if missing is Missing.GREETING:
            self.in_trouble(
                tr(
                    "Something answers at {endpoint}, but not as a camera. Check the address.",
                    endpoint=self.identity.endpoint,
                )
            )
            self._let_go(Again.AFTER_NONSENSE)
        elif missing is Missing.SIGN_OF_LIFE:
            self._standing.fell_silent(now)
            self._let_go(Again.AT_ONCE)
        self._keep_pace(now)
        self.update_state()

    def close(self) -> None:
        """Say goodbye. The channel's owner closes it."""
        if self._contact.is_open:
            self._contact.send(self._dialect.send_goodbye())
        self._contact.end()
        self.controls.left()
        if self.files is not None:
            self.files.close()
        self.talk.close()

    # What the camera says

    def _take(self, event: Event) -> None:
        match event:
            case FrameReceived():
                self._take_frame(event)
            case FileMessageReceived():
                self._take_file(event)
            case CreditGranted():
                for listener in list(self._listeners):
                    listener(event)
            case HealthReceived(health):
                self._take_health(health)
                self.update_state()
            case ControlsTold(state, rows):
                self.controls.told(state, rows)
            case ControlAnswered(answer):
                self.controls.answered(answer)
            case CameraGreeted():
                self._greeted(event)
            case PeerRefused(reason, text):
                self.refused(text, Phase.UNPAIRED if reason == REVOKED else Phase.REFUSED)
                self._let_go(Again.AFTER_NONSENSE if reason == NOT_UNDERSTOOD else Again.LATER)
            case PeerLeft(text):
                self._standing.said_goodbye(text)
                self._let_go(Again.LATER)
            case _:
                self.take_said(event)

    def _greeted(self, event: CameraGreeted) -> None:
        hello = event.hello
        if hello is not None and self.hello is not None and hello.id != self.hello.id:
            # What was shown is another camera's.
            self.pictures_of += 1
        self._name_said, self.hello = name_of(event.name), hello
        self.commands = event.commands
        self.controls.greeted(hello, event.controls)
        self.talk.named(self.name)
        self._contact.greeted()
        self._standing.greeted()
        self._begin_pictures()
        if self.files is not None:
            self.files.linked(self._contact.send)
        self._tell_name()
        self.update_state()

    def _take_health(self, health: Health | None) -> None:
        self.health = health
        self._standing.lost_source(health.trouble if health is not None else "")

    def _take_file(self, event: FileMessageReceived) -> None:
        if self.files is None:
            return
        try:
            self.files.receive(event)
        except WireError as error:
            self._misunderstood(str(error))

    def _misunderstood(self, what: str) -> None:
        if what != self._complained:
            self._complained = what
            log.warning("%s sent %s", self.identity.endpoint, what)
        self._contact.send(self._dialect.send_apology())
        may_be_silent = self._dialect.can_be_silent
        self.refused(
            tr("What answers is no camera that Watchword understands: it sent {what}. Check its program.", what=what)
            if may_be_silent
            else tr(
                "What answers at {endpoint} is no camera that Watchword understands: it sent {what}. "
                "Check the address.",
                endpoint=self.identity.endpoint,
                what=what,
            )
        )
        self._let_go(Again.AFTER_NONSENSE)

    def _let_go(self, again: Again) -> None:
        channel = self._contact.end()
        self.disconnected()
        if channel is not None:
            channel.drop(again)

    def _send_change(self, change: ControlChange) -> bool:
        return self._contact.is_open and self._contact.send(encode(change))

    def _tell_name(self) -> None:
        for observer in list(self._observers):
            observer.name_changed()

    def _tell_state(self, state: CameraState) -> None:
        for observer in list(self._observers):
            observer.state_changed(state)
