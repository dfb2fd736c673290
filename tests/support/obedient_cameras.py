"""Cameras that take commands, and answer them as a test wants."""

import time
from collections.abc import Callable, Sequence

from camwire import values
from camwire.commands import Command, Parameter, announced
from camwire.conversation import Conversation
from camwire.events import ChatReceived, Event, ReplyDue
from camwire.link import Route
from camwire.messages import PROTOCOL, CameraHello, Chat, Parts, ViewerHello
from camwire.viewer_peer import ViewerPeer
from tests.support.joined_camera import JoinedCamera
from tests.support.scripted_camera import LOOPBACK, ScriptedCamera
from tests.support.stage import Stage
from viewer.core.sessions.session import Session

LAMP = Command("lamp", "Switch the lamp.", (Parameter("state", "choice", is_required=True, choices=("on", "off")),))
STATUS = Command("status", "How the camera is doing.")
RESTART = Command("restart", "Start anew.", is_dangerous=True)


class Obeys:
    """What becomes of a command: an answer, a failure when `fails_with` is set, or nothing while it `is_slow`."""

    def __init__(self) -> None:
        self.fails_with = ""
        self.is_slow = False
        self.value: object = "done"

    def answer(self, conversation: Conversation, chat: Chat) -> None:
        """Answer a line, if it is a command."""
        if chat.role != "command" or self.is_slow:
            return
        about = {"about": chat.number, "about_log": chat.log}
        if self.fails_with:
            conversation.say(self.fails_with, time.time_ns(), role="failure", **about)
        elif isinstance(self.value, str):
            conversation.say(self.value, time.time_ns(), role="answer", **about)
        else:
            payload = values.encode(self.value)
            conversation.say(values.summary(self.value), time.time_ns(), payload, role="answer", **about)


class ObedientCamera(ScriptedCamera):
    """On the wire. Begin it with `on_wire`."""

    obeys: Obeys

    def _take(self, route: Route, event: Event) -> None:
        super()._take(route, event)
        if isinstance(event, ChatReceived):
            peer = self._peers[route]
            self.obeys.answer(peer.conversation, event.line.chat)
            for due in peer.send_lines():
                self._send(route, due.parts)


def on_wire(stage: Stage, name: str, commands: Sequence[Command] = (LAMP, STATUS)) -> tuple[ObedientCamera, Obeys]:
    """A camera that listens."""

    def begin() -> ObedientCamera:
        camera = ObedientCamera(stage.context, name, LOOPBACK)
        camera.obeys = Obeys()
        camera._introduction = CameraHello(
            protocol=PROTOCOL, id=f"id-of-{name}", name=name, software="tests", commands=announced(commands)
        )
        return camera

    camera = stage.now(begin)
    stage._kept(camera)
    return camera, camera.obeys


class ObedientJoinedCamera(JoinedCamera):
    """Joined in memory: its answers are there before what asked returns."""

    def __init__(self, session: Session, name: str, commands: Sequence[Command] = (LAMP, STATUS)) -> None:
        super().__init__(session, name)
        self.obeys = Obeys()
        hello = CameraHello(
            protocol=PROTOCOL, id=f"id-of-{session.identity.key}", name=name, commands=announced(commands)
        )
        make: Callable[[ViewerHello], Conversation] = lambda _hello: self.conversation  # noqa: E731
        self.peer = ViewerPeer(hello, make, time.monotonic_ns, time.monotonic())

    def send(self, parts: Parts) -> bool:
        for event in self.peer.receive(parts, time.monotonic()):
            if isinstance(event, ReplyDue):
                self.session.receive(event.parts)
            elif isinstance(event, ChatReceived):
                self.heard.append(event.line.chat.text)
                self.obeys.answer(self.conversation, event.line.chat)
        for due in self.peer.send_lines():
            self.session.receive(due.parts)
        return True
