"""A viewer that speaks the real protocol over a real socket, and a source with switches."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import zmq

from camwire import values
from camwire.conversation import Conversation
from camwire.dialects.native import NativeCamera
from camwire.endpoint import Endpoint
from camwire.events import ChatReceived, Event, FrameReceived, PeerLeft, PeerRefused, ProgressReceived, ReplyDue
from camwire.frame import EncodedFrame, Payload
from camwire.link import Connection, CurveKeys, Link, Route
from camwire.messages import Progress, Want
from sender import Capture, Source, SourceError, SourceLost

CLIP = str(Path(__file__).parents[2] / "resources" / "bigbuckbunny.mp4")
ANYWHERE = "tcp://127.0.0.1:0"
GREY = np.full((48, 64, 3), 128, np.uint8)
_numbers = count(1)


class Viewer:
    """Gives `window` credit at greeting, and one for each frame while `takes`."""

    def __init__(
        self,
        name: str,
        window: int = 1,
        takes: bool = True,
        conversation: Conversation | None = None,
        viewer_id: str = "",
        conversation_with: Callable[[str], Conversation] | None = None,
        codecs: Sequence[str] = (),
    ) -> None:
        number = next(_numbers)
        self.conversation = conversation or Conversation(f"log-{number}")
        viewer_id = viewer_id or f"id-{self.conversation.log}"
        now = time.monotonic()
        self.camera = NativeCamera(viewer_id, name, "tests", self.conversation, now, conversation_with, codecs=codecs)
        self.window, self.takes = window, takes
        self.frames: list[EncodedFrame] = []
        self.events: list[Event] = []
        self.changes: list[Connection] = []
        self.link: Link

    @property
    def lines(self) -> list[str]:
        return [event.line.chat.text for event in self.received]

    @property
    def received(self) -> list[ChatReceived]:
        return [event for event in self.events if isinstance(event, ChatReceived)]

    def answers(self, role: str = "answer") -> list[tuple[int, object]]:
        """What the camera answered: the number of the question, and the value."""
        told = [event for event in self.received if event.line.chat.role == role]
        return [(event.line.chat.about, event.value) for event in told]

    @property
    def progress(self) -> list[Progress]:
        return [event.progress for event in self.events if isinstance(event, ProgressReceived)]

    @property
    def has_left(self) -> bool:
        return any(isinstance(event, PeerLeft) for event in self.events)

    @property
    def refusals(self) -> list[str]:
        return [event.reason for event in self.events if isinstance(event, PeerRefused)]

    def say(self, text: str, payload: Iterable[Payload] = (), **more: Any) -> int:
        """Say it; return the number of the line."""
        line = self.conversation.say(text, time.time_ns(), payload, **more)
        for due in self.camera.send_lines():
            assert self.link.send(due.parts)
        return line.chat.number

    def command(self, name: str, /, **arguments: object) -> int:
        """Give a command as our own viewer does."""
        return self.say(f"/{name}", values.encode(arguments), role="command", command=name)

    def send(self, *parts: Payload) -> None:
        assert self.link.send(parts)

    def pause(self, paused: bool) -> None:
        self.send(*self.camera.send_want(Want(paused=paused)))

    def receive(self, route: Route, parts: list[Payload]) -> None:
        self.route = route
        for event in self.camera.receive(parts, time.monotonic()):
            self.events.append(event)
            if isinstance(event, ReplyDue):
                self.link.send(event.parts, route)
            if isinstance(event, FrameReceived):
                self.frames.append(event.frame)
            if type(event).__name__ == "CameraGreeted" or (isinstance(event, FrameReceived) and self.takes):
                sequence = self.frames[-1].sequence if self.frames else 0
                self.link.send(self.camera.send_taken(sequence, self.window), route)

    def connection_changed(self, connection: Connection) -> None:
        self.changes.append(connection)
        if connection is Connection.UP:
            self.link.send(self.camera.send_greeting(time.monotonic()))


@contextmanager
def watching(
    context: "zmq.Context[zmq.Socket[bytes]]",
    endpoint: Endpoint | None,
    viewer: Viewer,
    curve: CurveKeys | None = None,
) -> Iterator[Viewer]:
    """`viewer` connects to the camera at `endpoint`."""
    assert endpoint is not None
    viewer.link = Link.connected(context, endpoint, viewer.receive, viewer.connection_changed, curve)
    try:
        yield viewer
    finally:
        viewer.link.close()


@contextmanager
def listening(
    context: "zmq.Context[zmq.Socket[bytes]]", viewer: Viewer, curve: CurveKeys | None = None
) -> Iterator[str]:
    """`viewer` waits for a camera that dials; yields where."""
    viewer.link = Link.bound(context, Endpoint.parse(ANYWHERE), viewer.receive, curve)
    try:
        yield str(viewer.link.endpoint)
    finally:
        viewer.link.close()


class SwitchedSource(Source):
    """Gives one picture for each `give`. Cut the cable with `is_plugged`; `opened` counts."""

    def __init__(self, picture: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]" = GREY) -> None:
        super().__init__()
        self.is_plugged = True
        self.is_reading = threading.Event()
        self.opened = 0
        self.lost = 0
        self.last_time_ns = 0
        self.is_at_end = False
        self._picture = picture
        self._due = threading.Semaphore(0)

    def give(self, pictures: int = 1) -> None:
        self._due.release(pictures)

    def open(self) -> None:
        if not self.is_plugged:
            raise SourceError("No cable.")
        self.opened += 1

    def read(self) -> Capture | None:
        self.is_reading.set()
        while not self._due.acquire(timeout=0.01):
            if self.is_interrupted or self.is_at_end:
                return None
            if not self.is_plugged:
                self.lost += 1
                raise SourceLost("The cable is cut.")
        capture = Capture.of(self._picture)
        self.last_time_ns = capture.capture_time_ns
        return capture

    def describe(self) -> str:
        return "switched source"


async def in_thread(source: Source, pictures: int) -> list[Capture]:
    """Read `pictures` pictures of an open source."""

    def read() -> list[Capture]:
        captures = (source.read() for _ in range(pictures))
        return [each for each in captures if each is not None]

    return await asyncio.to_thread(read)
