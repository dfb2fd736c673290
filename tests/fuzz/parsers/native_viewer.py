"""Messages of our own viewers, as a camera hears them."""

from contextlib import suppress

from camwire import messages, values
from camwire.conversation import Conversation
from camwire.errors import WireError
from camwire.events import ChatReceived
from camwire.messages import PROTOCOL, CameraHello, Chat, ControlChange, Credit, Ping, Receipt, ViewerHello, Want
from camwire.viewer_peer import ViewerPeer
from tests.fuzz.framed import apart, joined

READS = ("camwire.viewer_peer", "camwire.messages", "camwire.peer", "camwire.conversation")
INTRODUCTION = CameraHello(protocol=PROTOCOL, id="cam-1", name="porch", software="tests")


def take(data: bytes) -> None:
    """One camera, one viewer; to what it says the camera answers with a line of its own."""
    conversation = Conversation("camera-log")
    viewer = ViewerPeer(INTRODUCTION, lambda hello: conversation, lambda: 0, 0.0)
    for number, parts in enumerate(apart(data)):
        conversation.say("a line", number)
        with suppress(WireError):
            for event in viewer.receive(parts, 1.0 + number / 10):
                if isinstance(event, ChatReceived):
                    values.summary(event.value)
        viewer.send_lines()
        viewer.send_receipt()
        viewer.send_taken(number, 2)
        assert viewer.credit.under_way >= 0


def seeds() -> dict[str, bytes]:
    hello = ViewerHello(protocol=PROTOCOL, id="viewer-1", name="desk", log="viewer-log", software="tests")
    chat, *payload = messages.encode(Chat(number=1, log="viewer-log", text="Hi", time_ns=5)), *values.encode([1, b"x"])
    said = {
        "hello": [messages.encode(hello)],
        "want": [messages.encode(Want(width=640, height=360, paused=False))],
        "credit": [messages.encode(Credit(taken=3, window=2))],
        "chat": [chat],
        "value": [[*chat, *payload]],
        "receipt": [messages.encode(Receipt(number=1, log="camera-log"))],
        "control": [messages.encode(ControlChange(number=1, name="exposure", value=5))],
        "ping": [messages.encode(Ping(sent_ns=7))],
    }
    return {name: joined([messages.encode(hello), *each]) for name, each in said.items()}
