"""A camera that follows a script: real sockets, the real protocol, and a switch for everything that can go wrong."""

import asyncio
import time
from collections.abc import Callable
from enum import Enum, auto
from functools import cache

import zmq
from msgspec.structs import replace

from camwire.conversation import Conversation
from camwire.endpoint import Endpoint
from camwire.events import ChatReceived, Event, KeyframeRequested, ReplyDue, ViewerGreeted, WantChanged
from camwire.frame import EncodedFrame, Payload
from camwire.link import ONLY_PEER, Connection, CurveKeys, Link, Route
from camwire.messages import (
    PROTOCOL,
    CameraHello,
    Message,
    Parts,
    Ping,
    Pong,
    Refusal,
    ViewerHello,
    Want,
    decode,
    encode,
    encode_frame,
)
from camwire.peer import PeerState
from camwire.viewer_peer import ViewerPeer
from tests.support import jpegs

LOOPBACK = Endpoint("127.0.0.1", 0)
AHEAD_NS = 50_000_000_000
FPS = 50.0


class Answer(Enum):
    """What a viewer's hello is answered with."""

    HELLO = auto()
    NOTHING = auto()
    RUBBISH = auto()
    REFUSAL = auto()
    FUTURE_VERSION = auto()
    WRONG_ROLE = auto()


class ScriptedCamera:
    """Listens at `endpoint`, or calls a viewer at `calls`. Its monotonic clock is 50 seconds ahead of the viewer's."""

    def __init__(
        self,
        context: "zmq.Context[zmq.Socket[bytes]]",
        name: str = "porch",
        endpoint: Endpoint = LOOPBACK,
        calls: Endpoint | None = None,
        answer: Answer = Answer.HELLO,
        curve: CurveKeys | None = None,
    ) -> None:
        self.answer = answer
        self.is_silent = False
        self.has_pong = True
        self.echoes = False
        self.payload = jpegs.plain()
        self.codec = "jpeg"
        self.own_size: tuple[int, int] | None = None
        """Set it, and every viewer gets pictures that fit the place it wants them for."""
        self.heard: list[str] = []
        self.wants: list[Want] = []
        self.greetings = self.keyframe_requests = 0
        self.sequence = 0
        self.frames_sent = 0
        self.most_under_way = self.widest_window = 0
        self.name = name
        self._introduction = CameraHello(protocol=PROTOCOL, id=f"id-of-{name}", name=name, software="tests")
        self._conversations: dict[tuple[str, str], Conversation] = {}
        self._peers: dict[Route, ViewerPeer] = {}
        self._timer: asyncio.TimerHandle | None = None
        if calls is None:
            self._link = Link.bound(context, endpoint, self._received, curve)
        else:
            self._link = Link.connected(context, calls, self._received, self._connection_changed, curve)
        self.endpoint = self._link.endpoint

    @property
    def viewers(self) -> list[ViewerPeer]:
        """Who is greeted and has not left."""
        return [peer for peer in self._peers.values() if peer.state is PeerState.OPEN]

    @property
    def under_way(self) -> int:
        """Frames sent and not yet taken, of the viewer that has most."""
        return max((peer.credit.under_way for peer in self.viewers), default=0)

    @property
    def window(self) -> int:
        """How many frames may be under way, to the viewer that allows most."""
        return max((peer.credit._window for peer in self.viewers), default=0)

    def stream(self, fps: float = FPS) -> None:
        """Capture a frame `fps` times a second and send it to whoever has credit."""
        self._capture_at(fps, asyncio.get_running_loop())

    def pause(self) -> None:
        """Capture nothing more."""
        if self._timer is not None:
            self._timer.cancel()

    def capture(self, count: int = 1) -> None:
        """Capture `count` frames now; each goes out where there is credit."""
        for _ in range(count):
            self.sequence += 1
            frame = EncodedFrame(
                self.sequence, time.monotonic_ns() + AHEAD_NS, self.codec, 64, 48, self.payload, keyframe=True
            )
            for route, peer in self._peers.items():
                self._offer(route, peer, frame)

    def say(self, text: str) -> None:
        """Say a line to every viewer; it is kept for those that are away."""
        for route, peer in self._peers.items():
            peer.conversation.say(text, time.time_ns())
            for due in peer.send_lines():
                self._send(route, due.parts)

    def send(self, parts: Parts) -> None:
        """Send any parts to every viewer."""
        for route in self._peers:
            self._link.send(parts, route)

    def say_wrong_role(self) -> None:
        """Send what only a viewer may say."""
        self.send(encode(Ping(sent_ns=1)))

    def say_goodbye(self, text: str = "") -> None:
        """Say goodbye, and stay on the line."""
        for route, peer in self._peers.items():
            self._send(route, peer.send_goodbye(text))

    def close(self) -> None:
        """End without a word."""
        self.pause()
        self._link.close()

    def _capture_at(self, fps: float, loop: asyncio.AbstractEventLoop) -> None:
        # Qt may call this while a test is torn down, when no loop runs.
        self.capture()
        self._timer = loop.call_later(1 / fps, self._capture_at, fps, loop)

    def _offer(self, route: Route, peer: ViewerPeer, frame: EncodedFrame) -> None:
        if not (peer.takes_frames and peer.credit.has_credit) or self.is_silent:
            return
        if self.own_size is not None:
            width, height = fitted(self.own_size, peer.want)
            frame = replace(frame, width=width, height=height, payload=_picture(width, height))
        if self._link.send(encode_frame(frame), route):
            peer.credit.sent(frame.sequence)
            self.frames_sent += 1
            self.most_under_way = max(self.most_under_way, peer.credit.under_way)
            self.widest_window = max(self.widest_window, self.window)

    def _connection_changed(self, change: Connection) -> None:
        if change is Connection.UP:
            peer = self._peers[ONLY_PEER] = self._peer()
            self._link.send(peer.send_knock())

    def _received(self, route: Route, parts: list[Payload]) -> None:
        peer = self._peers.get(route)
        if peer is None:
            peer = self._peers[route] = self._peer()
        for event in peer.receive(parts, time.monotonic()):
            self._take(route, event)

    def _take(self, route: Route, event: Event) -> None:
        match event:
            case ReplyDue(parts):
                self._reply(route, parts)
            case ViewerGreeted():
                self.greetings += 1
            case KeyframeRequested():
                self.keyframe_requests += 1
            case WantChanged(want):
                self.wants.append(want)
            case ChatReceived(line):
                text = line.chat.text
                self.heard.append(text)
                if self.echoes:
                    self.say(f"you said: {text}")

    def _reply(self, route: Route, parts: Parts) -> None:
        message = decode(parts)
        if isinstance(message, CameraHello):
            answer = _ANSWERS[self.answer]
            parts = answer(message) if answer is not None else []
        if parts and (self.has_pong or not isinstance(message, Pong)):
            self._send(route, parts)

    def _send(self, route: Route, parts: Parts) -> None:
        if not self.is_silent:
            self._link.send(parts, route)

    def _peer(self) -> ViewerPeer:
        return ViewerPeer(
            self._introduction, self._conversation, lambda: time.monotonic_ns() + AHEAD_NS, time.monotonic()
        )

    def _conversation(self, hello: ViewerHello) -> Conversation:
        viewer_id, log = hello.id, hello.log
        known = self._conversations
        return known.setdefault((viewer_id, log), Conversation(f"log-of-{self.name}-{time.monotonic_ns()}"))


def fitted(own: tuple[int, int], want: Want) -> tuple[int, int]:
    """The size of a picture of the size `own` that fits what is wanted, in its own shape, never enlarged."""
    if not (want.width and want.height):
        return own
    share = min(1.0, want.width / own[0], want.height / own[1])
    return round(own[0] * share), round(own[1] * share)


@cache
def _picture(width: int, height: int) -> bytes:
    return jpegs.plain(width, height)


def _future(hello: Message) -> Parts:
    version = bytes([0x92, *PROTOCOL])
    return [encode(hello)[0].replace(version, b"\x92\x09\x00")]  # type: ignore[union-attr]


_ANSWERS: dict[Answer, Callable[[CameraHello], Parts] | None] = {
    Answer.HELLO: lambda hello: encode(hello),
    Answer.NOTHING: None,
    Answer.RUBBISH: lambda hello: [b"\xc1 rubbish \x00\xff", b"and more"],
    Answer.REFUSAL: lambda hello: encode(Refusal(reason="full", text="Three viewers watch already. Close one.")),
    Answer.FUTURE_VERSION: _future,
    Answer.WRONG_ROLE: lambda hello: encode(Ping(sent_ns=1)),
}
