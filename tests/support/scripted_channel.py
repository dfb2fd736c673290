"""A way to a camera that is a list: what a session sends is kept, what a camera says is passed in."""

from camwire.conversation import Conversation
from camwire.dialects.native import NativeCamera
from camwire.messages import PROTOCOL, CameraHello, Message, Parts, decode, encode
from viewer.core.sessions.contact import Again
from viewer.core.sessions.session import Session


class ScriptedChannel:
    """Carries nothing while `is_open` is False."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.is_open = True
        self.sent: list[Message | None] = []
        self.drops: list[Again] = []

    def send(self, parts: Parts) -> bool:
        if self.is_open:
            self.sent.append(decode(parts))
        return self.is_open

    def drop(self, again: Again) -> None:
        self.drops.append(again)

    def connect(self) -> "ScriptedChannel":
        """The session gets its way to the camera."""
        self.session.connected(self)
        return self

    def camera_says(self, message: Message, *payload: bytes) -> None:
        """One message of the camera arrives."""
        self.session.receive(encode(message, *payload))

    def greet(self, name: str = "porch", log: str = "camera-log", heard: int = 0) -> "ScriptedChannel":
        """The camera answers the session's hello; it has heard our lines up to `heard`."""
        ours = "viewer-log"
        self.camera_says(CameraHello(protocol=PROTOCOL, id="cam-1", name=name, log=log, heard_log=ours, heard=heard))
        return self

    def of(self, kind: type[Message]) -> list[Message]:
        """Everything of one kind that was sent."""
        return [message for message in self.sent if isinstance(message, kind)]


def native(now: float) -> NativeCamera:
    """The native dialect as the fleet makes it."""
    return NativeCamera("viewer-1", "desk", "tests", Conversation("viewer-log"), now)
