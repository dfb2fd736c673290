"""Frames for all viewers of one link, and what becomes of those that the link does not take."""

import time

from camwire import messages
from camwire.conversation import Conversation
from camwire.events import CreditGranted, KeyframeRequested, WantChanged
from camwire.frame import EncodedFrame
from camwire.link import Route
from camwire.messages import PROTOCOL, CameraHello, Credit, Parts, ViewerHello, Want
from camwire.viewer_peer import ViewerPeer
from sender.asked import Size
from sender.audience.streams import Streams
from sender.pictures.look import Look
from sender.pipeline.rendition import NEVER, Frames

OWN = Size(64, 48)


class Stage:
    """Two greeted viewers that decode H.264; the link takes what is sent while `is_open`."""

    def __init__(self) -> None:
        self.is_open = True
        self.sent: list[Route] = []
        self.parts: list[Parts] = []
        self.streams = Streams(("h264", "jpeg"), self.send)
        self.peers = {route: self.greeted() for route in (b"one", b"two")}
        for route, peer in self.peers.items():
            self.streams.begin(route, peer, 0.0)
        self.sequence = 0

    def greeted(self) -> ViewerPeer:
        camera = CameraHello(protocol=PROTOCOL, id="cam", name="porch")
        peer = ViewerPeer(camera, lambda _: Conversation("log"), time.monotonic_ns, 0.0)
        hello = ViewerHello(protocol=PROTOCOL, id="v", name="desk", log="l", codecs=["h264"])
        peer.receive(messages.encode(hello), 0.0)
        return peer

    def send(self, parts: Parts, route: Route) -> bool:
        if self.is_open:
            self.sent.append(route)
            self.parts.append(parts)
        return self.is_open

    def hear(self, route: Route, message: Credit | Want | messages.KeyframeRequest) -> None:
        for event in self.peers[route].receive(messages.encode(message), 0.0):
            assert isinstance(event, CreditGranted | WantChanged | KeyframeRequested)
            self.streams.receive(route, event, 0.0)

    def grant(self) -> None:
        for route in self.peers:
            self.hear(route, Credit(taken=self.sequence, window=4))

    def publish(self) -> None:
        self.sequence += 1
        frames = {}
        for demand in self.streams.demands:
            rendition = demand.rendition(Look(), OWN)
            frames[rendition] = EncodedFrame(self.sequence, 0, rendition.codec, *rendition.size, b"frame")
        self.streams.publish(Frames(0, Look(), OWN, frames), 0.0)


def test_that_everybody_with_credit_gets_the_frame() -> None:
    stage = Stage()
    assert {demand.due_ns for demand in stage.streams.demands} == {NEVER}
    stage.grant()
    assert {demand.due_ns for demand in stage.streams.demands} == {0}
    stage.publish()
    assert stage.sent == [b"one", b"two"]
    one, two = stage.parts
    assert one[0] is two[0]


def test_that_who_could_not_be_sent_a_frame_goes_on_with_a_keyframe_of_its_own() -> None:
    stage = Stage()
    stage.grant()
    stage.publish()
    assert [(each.keyframe, each.alone) for each in stage.streams.demands] == [(False, 0), (False, 0)]
    stage.is_open = False
    stage.publish()
    one, two = stage.streams.demands
    assert one.keyframe
    assert two.keyframe
    assert 0 != one.alone != two.alone != 0
    assert stage.streams.drops == {"queue-full": 2}


def test_that_each_viewer_is_heard_for_itself() -> None:
    stage = Stage()
    stage.grant()
    stage.publish()
    stage.hear(b"one", Want(width=32, height=32))
    stage.hear(b"two", Credit(taken=1, window=4))
    stage.hear(b"two", messages.KeyframeRequest())
    one, two = stage.streams.demands
    assert one.rendition(Look(), OWN).size == (32, 24)
    assert two.rendition(Look(), OWN).size == OWN
    assert (two.keyframe, two.alone > 0) == (True, True)


def test_that_who_has_gone_or_paused_demands_nothing() -> None:
    stage = Stage()
    stage.streams.end(b"one")
    assert len(stage.streams.demands) == 1
    stage.hear(b"two", Want(paused=True))
    assert stage.streams.demands == []
