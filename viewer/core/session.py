"""The viewer's life with one camera. It never gives up, and it does not know how the camera is reached.

A *channel* (a dialled link, or a route of a listening one) brings parts and takes parts. The session keeps what
outlives a channel: the conversation, the statistics, the last picture, and the facts from which its state is derived.
Everything runs in the loop's thread; `clock` is monotonic, in seconds.
"""

import logging
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from camwire.conversation import Conversation
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
from camwire.peer import PING_SECONDS
from viewer.core.chat import ChatLine, ChatLog
from viewer.core.decoding import Decoded, DecodePool
from viewer.core.picture import Picture
from viewer.core.state import CameraState, Facts, derive
from viewer.core.stats import StreamStats

log = logging.getLogger(__name__)

WINDOW = 2
GREETING_SECONDS = 3.0


class Channel(Protocol):
    """A way to one camera, for as long as it lasts."""

    def send(self, parts: Parts) -> bool:
        """Hand parts over now; False if they cannot go."""
        ...

    def drop(self, is_trouble: bool) -> None:
        """Let go of the connection. A dialled camera is called again: soon, or after a while if there was trouble."""
        ...


class SessionObserver(Protocol):
    """Who wants to know. All calls come in the loop's thread; pictures are fetched, not sent."""

    def state_changed(self, state: CameraState) -> None: ...
    def hello_changed(self, hello: CameraHello) -> None: ...
    def picture_ready(self) -> None: ...
    def line_added(self, line: ChatLine) -> None: ...
    def lines_changed(self, lines: Sequence[ChatLine]) -> None: ...


@dataclass(frozen=True, slots=True)
class CameraIdentity:
    """How the wall knows a camera: `key` in its settings, `endpoint` to show, `given_name` as the person chose."""

    key: str
    endpoint: str
    given_name: str = ""


class Session:
    """One camera: connect, greet, pictures, chat, and again."""

    def __init__(
        self,
        identity: CameraIdentity,
        dialect: Callable[[Conversation, float], Dialect],
        pool: DecodePool,
        clock: Callable[[], float] = time.monotonic,
        keep_ages: int | None = None,
    ) -> None:
        self.identity = identity
        self.hello: CameraHello | None = None
        self.chat = ChatLog()
        self.stats = StreamStats(keep_ages) if keep_ages else StreamStats()
        self.last_picture: Picture | None = None
        self._conversation = Conversation(log=secrets.token_hex(8))
        self._clock = clock
        self._facts = Facts(began=clock(), shown_since=clock())
        self._dialect = dialect(self._conversation, clock())
        self._lane = pool.lane(self._decoded, self._decode_was_busy)
        self._channel: Channel | None = None
        self._observers: list[SessionObserver] = []
        self._fresh: Picture | None = None
        self._next_ping = 0.0
        self._greeting_due: float | None = None
        self._must_greet = False
        self._has_said_goodbye = False
        self._state = derive(self._facts, clock())
        self._want = Want()

    @property
    def name(self) -> str:
        """What to call the camera: the person's choice, its own name, or where it is."""
        own = self.hello.name if self.hello else ""
        return self.identity.given_name or " ".join(own.split()) or self.identity.endpoint

    @property
    def dialect(self) -> str:
        """The wire format the camera speaks."""
        return self._dialect.name

    @property
    def state(self) -> CameraState:
        """What was derived last."""
        return self._state

    @property
    def is_connected(self) -> bool:
        """Whether the camera is greeted and there is a way to it."""
        return self._channel is not None and self._dialect.is_open

    def observe(self, observer: SessionObserver) -> None:
        """Tell `observer` from now on."""
        self._observers.append(observer)

    def forget(self, observer: SessionObserver) -> None:
        """Tell it no more."""
        self._observers.remove(observer)

    def rename(self, name: str) -> None:
        """Call the camera `name`; an empty one means its own."""
        self.identity = CameraIdentity(self.identity.key, self.identity.endpoint, name)
        if self.hello is not None:
            self._tell_hello(self.hello)

    # Pictures

    def take_picture(self) -> Picture | None:
        """Return the newest picture that was not taken yet, to be painted now; its credit goes back to the camera."""
        picture, self._fresh = self._fresh, None
        if picture is not None:
            self.stats.picture_shown(picture.width, picture.height, picture.age(self._clock()), picture.uncertainty)
            self._send(self._dialect.send_taken(picture.sequence, WINDOW))
        return picture

    def show(self, is_shown: bool) -> None:
        """Whether anyone can see the pictures. Hidden ones cost nothing: the camera sends none."""
        if is_shown == self._facts.is_shown:
            return
        self._facts.is_shown = is_shown
        self._facts.shown_since = self._clock()
        self.stats.restarted()
        self._want = Want(paused=not is_shown)
        self._send(self._dialect.send_want(self._want))
        if is_shown and self._fresh is None and self.last_picture is not None:
            self._send(self._dialect.send_taken(self.last_picture.sequence, WINDOW))
        self.update_state()

    # Chat

    def say(self, text: str) -> ChatLine:
        """Say a line; it is sent now, or as soon as the camera is back. Raises UsageError if it cannot be carried."""
        chat = self._conversation.say(text, time.time_ns())
        line = self.chat.said(chat.number, chat.text, chat.time_ns)
        for observer in self._observers:
            observer.line_added(line)
        if self._send(self._dialect.send_chat(chat)):
            self._tell_lines(self.chat.sent(chat.number))
        return line

    # What channels tell

    def connected(self, channel: Channel) -> None:
        """There is a way to the camera; greet it."""
        self._channel = channel
        self._facts.is_connected = True
        self._facts.trouble = ""
        self._has_said_goodbye = False
        self._greeting_due = self._clock() + GREETING_SECONDS
        self._greet(self._clock())
        self.update_state()

    def disconnected(self) -> None:
        """The way is gone; what was not receipted waits."""
        self._channel = None
        self._facts.is_connected = False
        self._greeting_due = None
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
            log.warning("%s sent %s", self.identity.endpoint, error)
            self.refused(
                f"What answers at {self.identity.endpoint} is no camera that Watchword understands: it sent {error}. "
                "Check the address."
            )
            self._let_go(is_trouble=True)
            return
        self._facts.last_heard = self._clock()
        for event in events:
            self._take(event)

    def tick(self, now: float) -> None:
        """Ping, notice silence, bring the state up to date. Called a few times per second."""
        if self._channel is not None:
            self._keep_alive(now)
        self.update_state()

    def update_state(self) -> None:
        """Derive the state; tell if it changed."""
        self._facts.usual_interval = self.stats.usual_interval
        state = derive(self._facts, self._clock())
        if state != self._state:
            is_news = (state.phase, state.reason) != (self._state.phase, self._state.reason)
            self._state = state
            if is_news:
                log.info("%s: %s %s", self.name, state.phase.value, state.reason)
                for observer in self._observers:
                    observer.state_changed(state)

    def close(self) -> None:
        """Say goodbye. The channel's owner closes it."""
        if self._channel is not None and self._dialect.is_open:
            self._send(self._dialect.send_goodbye())
        self._channel = None

    def _greet(self, now: float) -> None:
        parts = self._dialect.send_greeting(now)
        self._must_greet = parts is not None and not self._send(parts)

    def _keep_alive(self, now: float) -> None:
        if self._must_greet:
            self._greet(now)
        if self._greeting_due is not None and now > self._greeting_due:
            self.in_trouble(f"Something answers at {self.identity.endpoint}, but not as a camera. Check the address.")
            self._let_go(is_trouble=True)
        elif self._dialect.is_open and self._dialect.is_silent(now):
            self._facts.left = now
            self._facts.trouble = "The camera stopped answering."
            self._let_go(is_trouble=False)
        elif now >= self._next_ping and self._dialect.is_open:
            self._next_ping = now + PING_SECONDS
            self._send(self._dialect.send_ping(now))

    def _take(self, event: Event) -> None:
        match event:
            case ReplyDue(parts):
                self._send(parts)
            case FrameReceived():
                self._frame_received(event)
            case ChatReceived(chat):
                line = self.chat.heard(chat.number, chat.text, chat.time_ns)
                for observer in self._observers:
                    observer.line_added(line)
            case ChatDelivered(number):
                self._tell_lines(self.chat.received(number))
            case CameraGreeted(hello):
                self._greeted(hello)
            case PeerRefused(_, text):
                self.refused(text)
                self._let_go(is_trouble=True)
            case PeerLeft(text):
                self._facts.left = self._clock()
                self._facts.trouble = text or "The camera was switched off."
                self._has_said_goodbye = True
                self._let_go(is_trouble=True)

    def _greeted(self, hello: CameraHello) -> None:
        self.hello = hello
        self._greeting_due = None
        facts, now = self._facts, self._clock()
        facts.greeted, facts.left, facts.refused, facts.trouble = now, None, None, ""
        self.stats.restarted()
        self._fresh = None
        self._next_ping = now + PING_SECONDS / 4
        self._send(self._dialect.send_want(self._want))
        self._send(self._dialect.send_taken(0, WINDOW))
        for number in range(self._conversation.first, self._conversation.first + len(self._conversation.unreceipted)):
            self._tell_lines(self.chat.sent(number))
        self._tell_hello(hello)
        self.update_state()

    def _frame_received(self, event: FrameReceived) -> None:
        frame = event.frame
        self.stats.frame_arrived(frame.sequence, frame.codec, len(frame.payload), self._clock())
        self._lane.put(event)

    def _decode_was_busy(self, event: FrameReceived) -> None:
        self.stats.dropped("decode-busy")

    def _decoded(self, decoded: Decoded) -> None:
        if decoded.picture is None:
            self._facts.decode_trouble = decoded.trouble
            self.stats.dropped("undecodable")
            self._send(self._dialect.send_taken(decoded.received.frame.sequence, WINDOW))
            return
        if self._fresh is not None:
            self.stats.dropped("paint-busy")
        self._fresh = self.last_picture = decoded.picture
        self._facts.decode_trouble = ""
        self._facts.last_picture = self._clock()
        self.update_state()
        for observer in self._observers:
            observer.picture_ready()

    def _send(self, parts: Parts | None) -> bool:
        return parts is not None and self._channel is not None and self._channel.send(parts)

    def _let_go(self, is_trouble: bool) -> None:
        channel = self._channel
        self.disconnected()
        if channel is not None:
            channel.drop(is_trouble)

    def _tell_hello(self, hello: CameraHello) -> None:
        for observer in self._observers:
            observer.hello_changed(hello)

    def _tell_lines(self, lines: Sequence[ChatLine]) -> None:
        if lines:
            for observer in self._observers:
                observer.lines_changed(lines)
