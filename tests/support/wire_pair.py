"""A viewer and a camera joined in memory: every message is encoded, carried and decoded, and the clock is a number.

With `is_recorded` both ends have a disk (`Disk`): what is not on it when a program is killed was never said or heard.
"""

from collections import deque
from collections.abc import Callable
from itertools import count

from camwire.conversation import Conversation, Memory
from camwire.dialects.native import NativeCamera
from camwire.events import ChatReceived, Event, ReplyDue
from camwire.frame import EncodedFrame
from camwire.messages import PROTOCOL, CameraHello, Credit, Parts, ViewerHello, encode
from camwire.peer import Peer
from camwire.viewer_peer import ViewerPeer

# More messages one after the other than any honest pair has to exchange.
PATIENCE = 1000

INTRODUCTION = CameraHello(protocol=PROTOCOL, id="cam-1", name="porch", software="tests")


class Disk:
    """What survives of one end: its side of the conversation, and how many of its events."""

    def __init__(self, log: str) -> None:
        self.memory = Memory(log)
        self.events = 0

    def write(self, conversation: Conversation, events: list[Event]) -> None:
        """Everything is on disk now."""
        waiting = tuple(conversation.unreceipted)
        self.memory = Memory(
            conversation.log,
            conversation.said,
            conversation.first - 1,
            conversation.their_log,
            conversation.heard,
            waiting,
        )
        self.events = len(events)

    def load(self, new_log: Callable[[], str]) -> Conversation:
        """What a program begins with."""
        return Conversation(self.memory, is_recorded=True, new_log=new_log)


class WirePair:
    """Both ends of one link. Messages wait in `to_camera` and `to_viewer` until they are delivered or cut off."""

    def __init__(self, is_recorded: bool = False) -> None:
        self.now = 100.0
        self.camera_ahead = 50.0
        self.to_camera: deque[Parts] = deque()
        self.to_viewer: deque[Parts] = deque()
        self.at_camera: list[Event] = []
        self.at_viewer: list[Event] = []
        self._log_numbers = count(1)
        self.camera_disk = Disk(self._log("camera")) if is_recorded else None
        self.viewer_disk = Disk(self._log("viewer")) if is_recorded else None
        self.start_camera()
        self.start_viewer()

    def start_camera(self) -> None:
        """Begin the camera's program, or begin it again with nothing in memory but what is on disk."""
        self._conversations: dict[str, Conversation] = {}
        if self.camera_disk is not None:
            del self.at_camera[self.camera_disk.events :]
            self._conversations["viewer-1"] = self.camera_disk.load(lambda: self._log("camera"))
        self.accept()

    def start_viewer(self) -> None:
        """Begin the viewer's program, or begin it again with nothing in memory but what is on disk."""
        if self.viewer_disk is None:
            conversation = Conversation(self._log("viewer"))
        else:
            del self.at_viewer[self.viewer_disk.events :]
            conversation = self.viewer_disk.load(lambda: self._log("viewer"))
        self.viewer = NativeCamera("viewer-1", "desk", "tests", conversation, self.now)

    def record_camera(self, is_told: bool = True) -> None:
        """The camera's disk is done with everything; with `is_told`, the camera has noticed."""
        assert self.camera_disk is not None
        self.camera_disk.write(self.camera_conversation, self.at_camera)
        if is_told:
            self.to_viewer.extend(_safe(self.camera, self.camera_disk, self.camera_conversation))

    def record_viewer(self, is_told: bool = True) -> None:
        """The viewer's disk is done with everything; with `is_told`, the viewer has noticed."""
        assert self.viewer_disk is not None
        self.viewer_disk.write(self.viewer.conversation, self.at_viewer)
        if is_told:
            self.to_camera.extend(_safe(self.viewer, self.viewer_disk, self.viewer.conversation))

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
        return self._conversation("viewer-1")

    @property
    def camera_heard(self) -> list[str]:
        """Every line the camera was given, in order."""
        return [event.line.chat.text for event in self.at_camera if isinstance(event, ChatReceived)]

    @property
    def viewer_heard(self) -> list[str]:
        """Every line the viewer was given, in order."""
        return [event.line.chat.text for event in self.at_viewer if isinstance(event, ChatReceived)]

    def _conversation_with(self, hello: ViewerHello) -> Conversation:
        return self._conversation(hello.id)

    def _conversation(self, viewer_id: str) -> Conversation:
        if viewer_id not in self._conversations:
            self._conversations[viewer_id] = Conversation(self._log("camera"))
        return self._conversations[viewer_id]

    def _log(self, role: str) -> str:
        return f"{role}-log-{next(self._log_numbers)}"

    def _deliver(self, queue: deque[Parts], to: Peer, back: deque[Parts], at: list[Event]) -> list[Event]:
        if not queue:
            return []
        events = to.receive(queue.popleft(), self.now)
        back.extend(event.parts for event in events if isinstance(event, ReplyDue))
        at.extend(events)
        return events


def _safe(peer: Peer, disk: Disk, conversation: Conversation) -> list[Parts]:
    """Tell one end what is on its disk; return what it may send therefore."""
    conversation.recorded(disk.memory.log, disk.memory.said)
    conversation.confirm(disk.memory.their_log, disk.memory.heard)
    receipt = peer.send_receipt()
    return [*([] if receipt is None else [receipt]), *(due.parts for due in peer.send_lines())]


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
