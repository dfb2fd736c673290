"""Many viewers of one camera: none disturbs another."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import zmq

from camwire import messages
from camwire.conversation import Conversation
from camwire.endpoint import Endpoint
from camwire.events import ChatReceived, Event, PeerLeft
from camwire.frame import EncodedFrame
from camwire.link import Link
from camwire.messages import PROTOCOL, CameraHello, Goodbye, Refusal, ViewerHello
from camwire.peer import SILENCE_SECONDS
from camwire.viewer_peer import ViewerPeer
from sender.asked import Size
from sender.audience.viewers import CLOSED_SECONDS, Viewers
from sender.pairing.guest import Guest
from sender.pictures.look import Look
from sender.pipeline.rendition import NEVER, Frames, Rendition
from tests.sender.support import ANYWHERE, Viewer, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]


class Stage:
    """The camera's end of one link, with everything it reports."""

    def __init__(self, context: Context) -> None:
        self.heard: list[tuple[str, str]] = []
        self.demands = 0
        self.sequence = 0
        self.conversations: dict[tuple[str, str], Conversation] = {}
        self.gone: list[str] = []
        self.viewers = Viewers(
            lambda on_parts: Link.bound(context, Endpoint.parse(ANYWHERE), on_parts),
            lambda: CameraHello(protocol=PROTOCOL, id="cam", name="porch"),
            self.conversation_with,
            self.told,
            self.demand_changed,
        )

    def conversation_with(self, hello: ViewerHello, guest: Guest) -> Conversation:
        viewer_id, log = hello.id, hello.log
        return self.conversations.setdefault((viewer_id, log), Conversation(f"camera-{len(self.conversations)}"))

    def told(self, viewers: Viewers, viewer: ViewerPeer, event: Event) -> None:
        assert viewers is self.viewers
        if isinstance(event, ChatReceived):
            self.heard.append((viewer.name, event.line.chat.text))
        if isinstance(event, PeerLeft):
            self.gone.append(viewer.name)

    def demand_changed(self) -> None:
        self.demands += 1

    @property
    def endpoint(self) -> Endpoint:
        return self.viewers.link.endpoint

    @property
    def names(self) -> set[str]:
        return {peer.name for peer in self.viewers.present}

    @property
    def is_wanted(self) -> bool:
        """Whether anybody has credit for a frame."""
        return any(demand.due_ns < NEVER for demand in self.viewers.streams.demands)

    def publish(self) -> None:
        self.sequence += 1
        frame = EncodedFrame(self.sequence, time.monotonic_ns(), "jpeg", 4, 4, b"picture")
        size = Size(frame.width, frame.height)
        frames = Frames(time.monotonic_ns(), Look(), size, {Rendition("jpeg", size): frame})
        self.viewers.streams.publish(frames, time.monotonic())

    async def wanted(self) -> None:
        await until(lambda: self.is_wanted)


@pytest.fixture
def stage(context: Context, run: Run) -> Iterator[Stage]:
    async def begin() -> Stage:
        return Stage(context)

    stage = run(begin())
    yield stage
    stage.viewers.close()


def test_that_a_viewer_is_greeted_and_gets_a_frame(run: Run, context: Context, stage: Stage) -> None:
    async def scene() -> None:
        with watching(context, stage.endpoint, Viewer("desk")) as viewer:
            await stage.wanted()
            stage.publish()
            await until(lambda: viewer.frames)
            assert bytes(viewer.frames[0].payload) == b"picture"
            assert stage.names == {"desk"}

    run(scene())


def test_that_a_viewer_that_returns_no_credit_does_not_slow_another(run: Run, context: Context, stage: Stage) -> None:
    async def scene() -> None:
        slow, fast = Viewer("slow", takes=False), Viewer("fast")
        with watching(context, stage.endpoint, slow), watching(context, stage.endpoint, fast):
            await until(lambda: len(stage.names) == 2)
            for number in range(1, 21):
                await stage.wanted()
                stage.publish()
                await until(lambda number=number: len(fast.frames) >= number)
            assert len(slow.frames) == 1
            assert stage.viewers.streams.drops["no-credit"] >= 19

    run(scene())


def test_that_a_viewer_with_a_window_of_two_has_two_under_way(run: Run, context: Context, stage: Stage) -> None:
    async def scene() -> None:
        with watching(context, stage.endpoint, Viewer("desk", window=2, takes=False)) as viewer:
            await stage.wanted()
            for _ in range(3):
                stage.publish()
            await until(lambda: len(viewer.frames) == 2)
            assert not stage.is_wanted

    run(scene())


def test_that_a_paused_viewer_wants_nothing(run: Run, context: Context, stage: Stage) -> None:
    async def scene() -> None:
        with watching(context, stage.endpoint, Viewer("desk")) as viewer:
            await stage.wanted()
            viewer.pause(True)
            await until(lambda: not stage.is_wanted)
            viewer.pause(False)
            await stage.wanted()

    run(scene())


def test_that_rubbish_closes_only_its_sender(
    run: Run, context: Context, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        good, bad = Viewer("good"), Viewer("bad")
        with watching(context, stage.endpoint, good), watching(context, stage.endpoint, bad):
            await until(lambda: stage.names == {"good", "bad"})
            for _ in range(5):
                bad.send(b"\xc1 rubbish")
            await until(lambda: bad.refusals == ["not-understood"])
            await stage.wanted()
            stage.publish()
            await until(lambda: good.frames)
            assert stage.names == {"good"}

    run(scene())
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_that_a_closed_peer_may_come_back_later(run: Run, context: Context, stage: Stage) -> None:
    async def scene() -> None:
        with watching(context, stage.endpoint, Viewer("desk")) as viewer:
            await stage.wanted()
            viewer.send(b"rubbish")
            await until(lambda: viewer.refusals)
            stage.viewers.tick(time.monotonic() + CLOSED_SECONDS + 1)
            viewer.send(*viewer.camera.send_greeting(time.monotonic()))
            await until(lambda: stage.names == {"desk"})

    run(scene())


def test_that_another_version_is_refused_with_a_reason(run: Run, context: Context, stage: Stage) -> None:
    async def scene() -> None:
        with watching(context, stage.endpoint, Viewer("desk")) as viewer:
            await stage.wanted()
            viewer.send(*messages.encode(ViewerHello(protocol=(2, 0), id="x", name="future", log="x")))
            await until(lambda: viewer.refusals == ["version"])
            assert stage.names == set()

    run(scene())


def test_that_a_silent_viewer_is_forgotten(run: Run, context: Context, stage: Stage) -> None:
    async def scene() -> None:
        with watching(context, stage.endpoint, Viewer("desk")):
            await stage.wanted()
            stage.viewers.tick(time.monotonic() + SILENCE_SECONDS - 0.5)
            assert stage.names == {"desk"}
            stage.viewers.tick(time.monotonic() + SILENCE_SECONDS + 0.5)
            assert stage.names == set()
            assert not stage.is_wanted

    run(scene())


def test_that_a_forgotten_viewer_is_asked_to_greet_again(run: Run, context: Context, stage: Stage) -> None:
    async def scene() -> None:
        with watching(context, stage.endpoint, Viewer("desk")) as viewer:
            await stage.wanted()
            stage.viewers.tick(time.monotonic() + SILENCE_SECONDS + 0.5)
            viewer.send(*viewer.camera.send_ping(time.monotonic()))
            await until(lambda: stage.names == {"desk"})

    run(scene())


def test_that_a_viewer_that_says_goodbye_is_gone_at_once(run: Run, context: Context, stage: Stage) -> None:
    async def scene() -> None:
        with watching(context, stage.endpoint, Viewer("desk")) as viewer:
            await stage.wanted()
            before = stage.demands
            viewer.send(*messages.encode(Goodbye()))
            await until(lambda: stage.names == set())
            assert stage.demands > before
            assert stage.gone == ["desk"]

    run(scene())


def test_that_what_was_said_while_a_viewer_was_away_reaches_it_on_its_return(
    run: Run, context: Context, stage: Stage
) -> None:
    async def scene() -> None:
        conversation = Conversation("the-viewers-log")
        with watching(context, stage.endpoint, Viewer("desk", conversation=conversation)):
            await stage.wanted()
        (ours,) = stage.conversations.values()
        ours.say("you were away", 0)
        stage.viewers.deliver(ours)
        with watching(context, stage.endpoint, Viewer("desk", conversation=conversation)) as viewer:
            await until(lambda: viewer.lines == ["you were away"])
            await until(lambda: not ours.unreceipted)

    run(scene())


def test_that_the_same_viewer_on_a_new_connection_replaces_the_old_one(
    run: Run, context: Context, stage: Stage
) -> None:
    async def scene() -> None:
        conversation = Conversation("the-viewers-log")
        old, new = (Viewer("desk", conversation=conversation) for _ in range(2))
        with watching(context, stage.endpoint, old):
            await stage.wanted()
            with watching(context, stage.endpoint, new):
                await until(lambda: new.camera.is_open)
                assert len(stage.viewers.present) == 1

    run(scene())


def test_that_lines_from_a_viewer_are_handed_up_in_order(run: Run, context: Context, stage: Stage) -> None:
    async def scene() -> None:
        with watching(context, stage.endpoint, Viewer("desk")) as viewer:
            await stage.wanted()
            for text in ("one", "", "three"):
                viewer.say(text)
            await until(lambda: len(stage.heard) == 3)
            assert stage.heard == [("desk", "one"), ("desk", ""), ("desk", "three")]
            await until(lambda: not viewer.conversation.unreceipted)

    run(scene())


def test_that_goodbye_reaches_the_viewer(run: Run, context: Context, stage: Stage) -> None:
    async def scene() -> None:
        with watching(context, stage.endpoint, Viewer("desk")) as viewer:
            await stage.wanted()
            assert stage.viewers.say_goodbye()
            await until(lambda: viewer.has_left)

    run(scene())


def test_that_nobody_is_heard_after_goodbye(run: Run, context: Context, stage: Stage) -> None:
    async def scene() -> None:
        with watching(context, stage.endpoint, Viewer("desk")) as viewer:
            await stage.wanted()
            stage.viewers.say_goodbye()
            for _ in range(3):
                stage.viewers.receive(b"anybody", viewer.camera.send_ping(0.0))
            await until(lambda: viewer.has_left)
            assert not viewer.camera.is_open
            assert stage.viewers._peers == {}

    run(scene())


def test_that_a_viewer_that_refuses_is_left_alone(
    run: Run, context: Context, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        with watching(context, stage.endpoint, Viewer("desk")) as viewer:
            await stage.wanted()
            viewer.send(*messages.encode(Refusal(reason="version", text="Update\nthe camera.")))
            for _ in range(3):
                viewer.send(*viewer.camera.send_ping(0.0))
            await until(lambda: stage.names == set())

    run(scene())
    assert [record.message for record in caplog.records] == ["A viewer cannot be served: 'Update\\nthe camera.'"]
