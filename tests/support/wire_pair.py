"""A viewer and a camera joined in memory: every message is encoded, carried and decoded, and the clock is a number."""

from collections import deque
from itertools import count

from camwire.conversation import Conversation
from camwire.dialects.native import NativeCamera
from camwire.events import ChatReceived, Event, ReplyDue
from camwire.frame import EncodedFrame
from camwire.messages import PROTOCOL, CameraHello, Credit, Parts, ViewerHello, encode
from camwire.peer import Peer
from camwire.viewer_peer import ViewerPeer

# More messages one after the other than any honest pair has to exchange.
PATIENCE = 1000

INTRODUCTION = CameraHello(protocol=PROTOCOL, id="cam-1", name="porch", software="tests")


class WirePair:
    """Both ends of one link. Messages wait in `to_camera` and `to_viewer` until they are delivered or cut off."""

    def __init__(self) -> None:
        self.now = 100.0
        self.camera_ahead = 50.0
        self.to_camera: deque[Parts] = deque()
        self.to_viewer: deque[Parts] = deque()
        self.at_camera: list[Event] = []
        self.at_viewer: list[Event] = []
        self._log_numbers = count(1)
        self.start_camera()
        self.start_viewer()

    def start_camera(self) -> None:
        """Begin the camera's program, or begin it again with nothing in memory."""
        self._conversations: dict[str, Conversation] = {}
        self.accept()

    def start_viewer(self) -> None:
        """Begin the viewer's program, or begin it again with nothing in memory."""
        conversation = Conversation(f"viewer-log-{next(self._log_numbers)}")
        self.viewer = NativeCamera("viewer-1", "desk", "tests", conversation, self.now)

    def accept(self) -> None:
        """The camera gets a new connection: a new peer, the same conversations."""
        self.camera = ViewerPeer(INTRODUCTION, self._conversation_with, self.camera_clock_ns, self.now)

    def camera_clock_ns(self) -> int:
        """The camera's monotonic clock."""
        return round((self.now + self.camera_ahead) * 1e9)

    def connect(self) -> "WirePair":
        """The viewer connects and greets; everything that follows is delivered."""
        self.accept()
        self.to_camera.append(self.viewer.send_greeting(self.now))
        return self.settle()

    def dial_out(self) -> "WirePair":
        """The camera connects and knocks; everything that follows is delivered."""
        self.accept()
        self.to_viewer.append(self.camera.send_knock())
        return self.settle()

    def cut(self) -> "WirePair":
        """The cable is cut for a second: what was under way is lost."""
        self.now += 1.0
        self.to_camera.clear()
        self.to_viewer.clear()
        return self

    def settle(self, trip: float = 0.0) -> "WirePair":
        """Deliver until nothing is under way, each way in `trip` seconds. Fails if the two never come to an end."""
        for _ in range(PATIENCE):
            if not (self.to_camera or self.to_viewer):
                return self
            self.now += trip
            self.deliver_to_camera()
            self.now += trip
            self.deliver_to_viewer()
        raise AssertionError("the two ends never settle")

    def deliver_to_camera(self) -> list[Event]:
        """Deliver the oldest message on its way to the camera, if there is one."""
        return self._deliver(self.to_camera, self.camera, self.to_viewer, self.at_camera)

    def deliver_to_viewer(self) -> list[Event]:
        """Deliver the oldest message on its way to the viewer, if there is one."""
        return self._deliver(self.to_viewer, self.viewer, self.to_camera, self.at_viewer)

    def viewer_says(self, text: str) -> None:
        """The viewer's user writes a line; it leaves when the link is open."""
        self.viewer.conversation.say(text, 0)
        self.to_camera.extend(due.parts for due in self.viewer.send_lines())

    def camera_says(self, text: str) -> None:
        """The camera writes a line; it leaves when the link is open."""
        self.camera_conversation.say(text, 0)
        self.to_viewer.extend(due.parts for due in self.camera.send_lines())

    def ping(self, there: float = 0.0, back: float = 0.0) -> None:
        """Ask for the camera's clock; question and answer take the given seconds."""
        self.to_camera.append(self.viewer.send_ping(self.now))
        self.now += there
        self.deliver_to_camera()
        self.now += back
        self.settle()

    def grant(self, taken: int, window: int) -> None:
        """The viewer grants credit."""
        self.to_camera.append(encode(Credit(taken=taken, window=window)))
        self.settle()

    @property
    def camera_conversation(self) -> Conversation:
        """The camera's end of the conversation with `viewer-1`."""
        return self._conversation_with("viewer-1", "")

    @property
    def camera_heard(self) -> list[str]:
        """Every line the camera was given, in order."""
        return [event.chat.text for event in self.at_camera if isinstance(event, ChatReceived)]

    @property
    def viewer_heard(self) -> list[str]:
        """Every line the viewer was given, in order."""
        return [event.chat.text for event in self.at_viewer if isinstance(event, ChatReceived)]

    def _conversation_with(self, viewer_id: str, log: str) -> Conversation:
        if viewer_id not in self._conversations:
            self._conversations[viewer_id] = Conversation(f"camera-log-{next(self._log_numbers)}")
        return self._conversations[viewer_id]

    def _deliver(self, queue: deque[Parts], to: Peer, back: deque[Parts], at: list[Event]) -> list[Event]:
        if not queue:
            return []
        events = to.receive(queue.popleft(), self.now)
        back.extend(event.parts for event in events if isinstance(event, ReplyDue))
        at.extend(events)
        return events


def jpeg(sequence: int, capture_time_ns: int = 0) -> EncodedFrame:
    """A small frame."""
    return EncodedFrame(sequence, capture_time_ns, "jpeg", 640, 480, b"\xff\xd8\xff\xd9")


def viewer_hello(**changes: object) -> Parts:
    """The parts of a viewer's hello."""
    fields = {"protocol": PROTOCOL, "id": "viewer-1", "name": "desk", "log": "viewer-log", **changes}
    return encode(ViewerHello(**fields))  # type: ignore[arg-type]


def camera_hello(**changes: object) -> Parts:
    """The parts of a camera's hello."""
    fields = {"protocol": PROTOCOL, "id": "cam-1", "name": "porch", "log": "camera-log", **changes}
    return encode(CameraHello(**fields))  # type: ignore[arg-type]
