"""The viewer's life with one camera. It never gives up, and it does not know how the camera is reached.

A *channel* (a dialled link, or a route of a listening one) brings parts and takes parts. The session keeps what
outlives a channel: the conversation, the statistics, the last picture, and the facts from which its state is derived.
Everything runs in the loop's thread; `clock` is monotonic, in seconds.
"""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf

import msgspec

from camwire.dialects.base import Dialect
from camwire.dialects.native import NativeCamera
from camwire.errors import WireError
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
from camwire.frame import EncodedFrame, Payload
from camwire.messages import CameraHello, ControlChange, Health, Parts, encode, encode_frame
from camwire.spoken import name_of
from viewer.core.contact import Channel, Contact, Missing
from viewer.core.controls import CameraControls
from viewer.core.crediting import LEAST_FRAMES, Crediting, window_for
from viewer.core.decoding import DecodePool
from viewer.core.picture import Picture
from viewer.core.picture_stream import PictureStream
from viewer.core.speaking import Speaking
from viewer.core.state import LATE_SECONDS, CameraState, Facts, Phase, derive
from viewer.core.stats import StreamStats
from viewer.core.talk import Talk
from viewer.core.wanting import Place, Wanting

log = logging.getLogger(__name__)

LOG_SECONDS = 1.0


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


class Session(Speaking):
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
        super().__init__(dialect, Contact(dialect, clock), talk or Talk())
        self.identity = identity
        self.hello: CameraHello | None = None
        self.stats = StreamStats(keep_ages) if keep_ages else StreamStats()
        self.controls = CameraControls(self._send_change, clock, dialect.is_foreign)
        """What can be set at the camera's source."""
        self.health: Health | None = None
        """How the camera and its computer are doing, as it said; None while it is away or says nothing of it."""
        self._clock = clock
        self._facts = Facts(began=clock(), shown_since=clock(), may_be_silent=dialect.can_be_silent)
        self._name_said = ""
        self._complained = ""
        self._logged = -inf
        self._pictures = PictureStream(pool, self.stats, clock, self._give_credit, self._picture_ready)
        self._wanting = Wanting()
        self._crediting = Crediting()
        self._window = LEAST_FRAMES
        self._contact.repeat(self._credit)
        self._listeners: list[Callable[[Event], None]] = []
        self._takers: list[Callable[[FrameReceived], None]] = []
        self._sent_pictures = 0
        self.pictures_of = 0
        """Rises when another camera answers here: pictures from before are not its."""
        self._has_said_goodbye = False
        self._state = derive(self._facts, clock())

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

    def listen(self, listener: Callable[[Event], None]) -> None:
        """Tell `listener` that the camera took pictures of ours."""
        self._listeners.append(listener)

    def unlisten(self, listener: Callable[[Event], None]) -> None:
        """Tell it no more."""
        self._listeners.remove(listener)

    def rename(self, name: str) -> None:
        """Call the camera `name`; an empty one means its own."""
        self.identity = replace(self.identity, given_name=name)
        for observer in list(self._observers):
            observer.name_changed()

    # Pictures

    def take_picture(self) -> Picture | None:
        """Return the newest picture that was not taken yet, to be painted now; its credit goes back to the camera."""
        picture = self._pictures.take()
        self._see_pictures()
        return picture

    def show(self, is_shown: bool) -> None:
        """Whether anyone can see the pictures. Hidden ones cost nothing: the camera sends none."""
        if is_shown == self._facts.is_shown:
            return
        self._facts.is_shown = self._wanting.is_shown = is_shown
        self._facts.shown_since = self._clock()
        self._say_want()
        self._pictures.resume()
        self.update_state()

    def place(self, place: Place | None, is_moving: bool = False) -> None:
        """Where the pictures are shown; None, as at first: in their full size. The camera sends them no larger than
        fits there, and is not told of every step while the place `is_moving`."""
        self._pictures.place = place
        self._wanting.put(place, is_moving)
        self._say_want()

    def limit(self, bytes_per_second: int) -> None:
        """Let the pictures take no more of the link than that; 0: as much as they need."""
        if bytes_per_second != self._wanting.limit:
            self._wanting.limit = bytes_per_second
            self._say_want()

    @property
    def own_size(self) -> tuple[int, int]:
        """Width and height of the camera's own pictures, which it may send smaller; (0, 0) as long as it has not said
        that."""
        streams = self.hello.streams if self.hello is not None else []
        return (streams[0].width, streams[0].height) if streams else (0, 0)

    @property
    def limited_to(self) -> int:
        """Bytes per second that the pictures may take; 0: as many as they need."""
        return self._wanting.limit

    @property
    def is_limitable(self) -> bool:
        """Whether the camera can be told how much its pictures may take."""
        return not self._dialect.is_foreign

    @property
    def is_sending(self) -> bool:
        """Whether pictures come now, as far as they can be asked for."""
        return self.is_connected and not (self.is_limitable and self._wanting.is_paused)

    def pass_on(self, taker: Callable[[FrameReceived], None]) -> None:
        """Give `taker` every frame as it came, undecoded, at its own pace: whether or not it is painted here."""
        self._takers.append(taker)
        self._wanting.takers += 1
        self._say_want()
        # What is here and not painted still occupies the camera's window.
        self._pictures.release()

    def stop_passing_on(self, taker: Callable[[FrameReceived], None]) -> None:
        """Give it no more."""
        self._takers.remove(taker)
        self._wanting.takers -= 1
        self._say_want()

    @property
    def takes_pictures(self) -> bool:
        """Whether the camera said that it takes pictures of ours."""
        return self.hello is not None and self.hello.takes_pictures

    def send_picture(self, frame: EncodedFrame) -> bool:
        """Send the camera a picture of ours; False if it is away, takes none, or has not taken those before."""
        camera = self._dialect
        if not (isinstance(camera, NativeCamera) and self.takes_pictures and self.is_connected):
            return False
        if not camera.credit.has_credit:
            return False
        self._sent_pictures += 1
        if not self._contact.send(encode_frame(msgspec.structs.replace(frame, sequence=self._sent_pictures))):
            return False
        camera.credit.sent(self._sent_pictures)
        return True

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
        self.controls.left()
        self._take_health(None)
        if self.files is not None:
            self.files.unlinked()
        self.tell_lines(self.chat.link_lost())
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
        self.controls.tick(now)
        self.tell_lines(self.talk.expire(time.time_ns()))
        if missing is Missing.GREETING:
            self.in_trouble(f"Something answers at {self.identity.endpoint}, but not as a camera. Check the address.")
            self._let_go(is_trouble=True)
        elif missing is Missing.SIGN_OF_LIFE:
            self._facts.left = now
            self._facts.trouble = "The camera stopped answering."
            self._let_go(is_trouble=False)
        self._window = window_for(self._dialect.least_round_trip, self.stats.fps(now))
        self._ask_for_keyframe()
        self.update_state()

    def update_state(self) -> None:
        """Derive the state; tell if it changed."""
        facts, pictures = self._facts, self._pictures
        facts.last_picture, facts.decode_trouble = pictures.arrived, pictures.trouble
        facts.usual_interval = self.stats.usual_interval
        now = self._clock()
        facts.age, facts.is_unpainted = pictures.age, pictures.is_left(now)
        state = derive(self._facts, now)
        if state != self._state:
            is_other = state.phase is not self._state.phase
            is_news = is_other or state.reason != self._state.reason
            self._state = state
            if is_news:
                if is_other or now - self._logged > LOG_SECONDS:
                    # A camera that sends nonsense may be wrong for another reason with every frame.
                    self._logged = now
                    log.info("%s: %s", self.name, f"{state.phase.value} {state.reason}".strip())
                for observer in list(self._observers):
                    observer.state_changed(state)

    def close(self) -> None:
        """Say goodbye. The channel's owner closes it."""
        if self._contact.is_open:
            self._contact.send(self._dialect.send_goodbye())
        self._contact.end()
        self.controls.left()
        if self.files is not None:
            self.files.close()
        self.talk.close()

    def _take(self, event: Event) -> None:
        match event:
            case FrameReceived():
                self._take_frame(event)
            case FileMessageReceived() if self.files is not None:
                self._take_file(event)
            case FileMessageReceived():
                pass
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
            case CameraGreeted(name, hello, commands, rows):
                if hello is not None and self.hello is not None and hello.id != self.hello.id:
                    # What was shown is another camera's.
                    self.pictures_of += 1
                self._name_said, self.hello = name_of(name), hello
                self.commands = commands
                self.controls.greeted(hello, rows)
                self.talk.named(self.name)
                self._greeted()
            case PeerRefused(_, text):
                self.refused(text)
                self._let_go(is_trouble=True)
            case PeerLeft(text):
                self._facts.left = self._clock()
                self._facts.trouble = text or "The camera was switched off."
                self._has_said_goodbye = True
                self._let_go(is_trouble=True)
            case _:
                self.take_said(event)

    def _take_frame(self, received: FrameReceived) -> None:
        self._crediting.arrived(received.frame.sequence, self._clock())
        for taker in list(self._takers):
            taker(received)
        if self._facts.is_shown:
            self._pictures.put(received)
            if not received.frame.keyframe:
                self._ask_for_keyframe()
            if self._takers:
                self._pictures.release()
        else:
            # It was asked to pause just now, cannot be asked, or is wanted elsewhere.
            self._pictures.skip(received)

    def _ask_for_keyframe(self) -> None:
        if self._contact.is_open and self._pictures.must_ask_for_keyframe(self._clock()):
            self._contact.send(self._dialect.send_keyframe_request())

    def _say_want(self) -> None:
        if self._contact.is_open and (want := self._wanting.news()) is not None:
            self._contact.send_in_order(self._dialect.send_want(want))

    def _take_health(self, health: Health | None) -> None:
        self.health = health
        trouble = health.trouble if health is not None else ""
        if trouble != self._facts.source_trouble:
            self._facts.source_trouble, self._facts.troubled_since = trouble, self._clock()

    def _send_change(self, change: ControlChange) -> bool:
        return self._contact.is_open and self._contact.send(encode(change))

    def _take_file(self, event: FileMessageReceived) -> None:
        assert self.files is not None
        try:
            self.files.receive(event)
        except WireError as error:
            self._misunderstood(str(error))

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
        self._contact.send_in_order(self._dialect.send_want(self._wanting.anew()))
        self._crediting.restart()
        self._window = LEAST_FRAMES
        self._pictures.restart()
        if self.files is not None:
            self.files.linked(self._contact.send)
        for observer in list(self._observers):
            observer.name_changed()
        self.update_state()

    def _see_pictures(self) -> None:
        is_late = (self._pictures.age or 0.0) > LATE_SECONDS
        if is_late or self._pictures.trouble or self._state.phase is not Phase.LIVE:
            # Otherwise it changes nothing that cannot wait for the next tick.
            self.update_state()

    def _picture_ready(self) -> None:
        self._see_pictures()
        if self._pictures.is_waiting:
            for observer in list(self._observers):
                observer.picture_ready()
        else:
            self._ask_for_keyframe()

    def _credit(self) -> Parts | None:
        now, crediting = self._clock(), self._crediting
        crediting.took(self._pictures.taken, now)
        return self._dialect.send_taken(crediting.taken, self._window, crediting.held)

    def _give_credit(self) -> None:
        self._contact.send(self._credit())

    def _let_go(self, is_trouble: bool) -> None:
        channel = self._contact.end()
        self.disconnected()
        if channel is not None:
            channel.drop(is_trouble)
