"""A camera joined to a session in memory: the real protocol core on both sides, no socket between."""

import time

import numpy as np
import simplejpeg

from camwire.conversation import Conversation
from camwire.dialects.native import NativeCamera
from camwire.events import ChatReceived, ReplyDue, WantChanged
from camwire.frame import EncodedFrame
from camwire.messages import PROTOCOL, CameraHello, Parts, Want, encode_frame
from camwire.viewer_peer import ViewerPeer
from viewer.core.pictures.decoding import DecodePool
from viewer.core.sessions.contact import Again
from viewer.core.sessions.identity import CameraIdentity
from viewer.core.sessions.session import Session


def make_session(pool: DecodePool, key: str = "tcp://127.0.0.1:5600", given_name: str = "") -> Session:
    """A session as the fleet makes it, which nobody has connected yet."""

    dialect = NativeCamera("tester", "Tester", "test", Conversation("viewer-log"), time.monotonic())
    return Session(CameraIdentity(key, key, given_name), dialect, pool)


class JoinedCamera:
    """The camera's side, and the channel between."""

    def __init__(self, session: Session, name: str = "porch") -> None:
        self.session = session
        self.heard: list[str] = []
        self.wants: list[Want] = []
        self.conversation = Conversation("camera-log")
        hello = CameraHello(protocol=PROTOCOL, id=f"id-of-{session.identity.key}", name=name)
        self.peer = ViewerPeer(hello, lambda _hello: self.conversation, time.monotonic_ns, time.monotonic())
        self._sequence = 0

    def join(self) -> None:
        """Connect: the session greets, the camera answers."""
        self.session.connected(self)

    def leave(self) -> None:
        """Break the connection."""
        self.session.disconnected()

    def send(self, parts: Parts) -> bool:
        for event in self.peer.receive(parts, time.monotonic()):
            if isinstance(event, ReplyDue):
                self.session.receive(event.parts)
            elif isinstance(event, ChatReceived):
                self.heard.append(event.line.chat.text)
            elif isinstance(event, WantChanged):
                self.wants.append(event.want)
        return True

    def drop(self, again: Again) -> None:
        self.session.disconnected()

    def say(self, text: str) -> None:
        """Say a line to the viewer."""
        self.conversation.say(text, time.time_ns())
        for due in self.peer.send_lines():
            self.session.receive(due.parts)

    def show(self, colour: tuple[int, int, int] = (40, 120, 200), width: int = 64, height: int = 48) -> int:
        """Send a picture of one colour (blue, green, red); return its sequence number."""
        pixels = np.full((height, width, 3), colour, np.uint8)
        payload = simplejpeg.encode_jpeg(pixels, quality=95, colorspace="BGR", colorsubsampling="444")
        return self.show_bytes(payload, width, height)

    def show_bytes(self, payload: bytes, width: int = 64, height: int = 48) -> int:
        """Send any bytes as a frame."""
        self._sequence += 1
        frame = EncodedFrame(self._sequence, time.monotonic_ns(), "jpeg", width, height, payload)
        self.peer.credit.sent(self._sequence)
        self.session.receive(encode_frame(frame))
        return self._sequence
