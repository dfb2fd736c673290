"""The viewer's side towards one native camera."""

import math
from contextlib import suppress

import pytest
from hypothesis import given, settings

from camwire import messages
from camwire.conversation import Conversation
from camwire.dialects.base import Caller
from camwire.dialects.native import KNOCK_SECONDS, NativeCamera
from camwire.errors import WireError
from camwire.events import CameraGreeted, ChatReceived, FrameReceived, PeerLeft, PeerRefused, ReplyDue
from camwire.messages import Chat, Credit, Goodbye, KeyframeRequest, Ping, Pong, Receipt, Refusal, ViewerHello, Want
from camwire.messages import encode as encoded
from camwire.peer import PeerState
from tests.support.wire_messages import any_message, any_parts, damaged
from tests.support.wire_pair import WirePair, camera_hello, jpeg, viewer_hello

STATES = list(PeerState)


def camera_in(state: PeerState) -> NativeCamera:
    camera = NativeCamera("viewer-1", "desk", "tests", Conversation("viewer-log"), now=0.0)
    if state is not PeerState.GREETING:
        camera.receive(camera_hello(), 0.0)
    if state is PeerState.CLOSED:
        camera.send_goodbye()
    return camera


def test_that_the_greeting_names_the_viewer_and_its_log() -> None:
    hello = messages.decode(camera_in(PeerState.GREETING).send_greeting(1.0))
    assert hello == ViewerHello(protocol=(1, 0), id="viewer-1", name="desk", software="tests", log="viewer-log")


def test_that_the_camera_is_open_after_its_hello_and_asked_for_its_clock() -> None:
    camera = camera_in(PeerState.GREETING)
    ping, *rest = camera.receive(camera_hello(), 2.0)
    assert ping == ReplyDue(encoded(Ping(sent_ns=2_000_000_000)))
    assert [type(event) for event in rest] == [CameraGreeted]
    assert camera.is_open


def test_that_a_knock_is_answered_with_a_hello_and_opens_nothing() -> None:
    camera = camera_in(PeerState.GREETING)
    (reply,) = camera.receive(camera_hello(log=""), 1.0)
    assert isinstance(reply, ReplyDue)
    assert isinstance(messages.decode(reply.parts), ViewerHello)
    assert not camera.is_open


def test_that_a_knock_of_an_open_camera_begins_the_greeting_anew() -> None:
    camera = camera_in(PeerState.OPEN)
    camera.receive(camera_hello(log=""), 1.0)
    assert camera.state is PeerState.GREETING


def test_that_at_most_one_knock_a_second_is_answered() -> None:
    camera = camera_in(PeerState.OPEN)
    times = [quarter * KNOCK_SECONDS / 4 for quarter in range(13)]
    assert [now for now in times if camera.receive(camera_hello(log=""), now)] == [0.0, 1.0, 2.0, 3.0]


@pytest.mark.parametrize("state", STATES)
def test_that_a_knock_that_is_not_answered_changes_nothing(state: PeerState) -> None:
    camera = camera_in(PeerState.OPEN)
    camera.receive(camera_hello(log=""), 1.0)
    camera.state = state
    assert camera.receive(camera_hello(log=""), 1.9) == []
    assert (camera.state, camera.last_heard) == (state, 1.0)


def test_that_a_camera_that_only_knocks_never_opens() -> None:
    camera = camera_in(PeerState.GREETING)
    for now in range(10):
        camera.receive(camera_hello(log=""), float(now))
    assert not camera.is_open


def test_that_a_knock_forgets_the_clock_of_the_camera_before_its_reboot() -> None:
    pair = WirePair().connect()
    pair.ping()
    pair.accept()
    pair.viewer.receive(pair.camera.send_knock(), pair.now)
    assert pair.viewer.clock.to_ours(1.0) is None


def test_that_a_frame_before_the_first_answer_has_no_age() -> None:
    (event,) = camera_in(PeerState.OPEN).receive(messages.encode_frame(jpeg(1)), 1.0)
    assert event == FrameReceived(jpeg(1), None, math.inf)


def test_that_a_frame_is_dated_on_the_clock_of_the_viewer() -> None:
    pair = WirePair().connect()
    pair.ping(there=0.1, back=0.1)
    parts = pair.camera.send_frame(jpeg(1, pair.camera_clock_ns()))
    (event,) = pair.viewer.receive(parts, pair.now + 0.03)
    assert isinstance(event, FrameReceived)
    assert event.captured is not None
    assert math.isclose(event.captured, pair.now, abs_tol=1e-6)
    assert event.uncertainty < 0.11


@pytest.mark.parametrize("payload", [[], [b"one", b"two"]])
def test_that_a_frame_without_exactly_one_picture_is_refused(payload: list[bytes]) -> None:
    header = messages.encode_frame(jpeg(1))[0]
    with pytest.raises(WireError, match="instead of 2"):
        camera_in(PeerState.OPEN).receive([header, *payload], 1.0)


def test_that_a_line_said_on_the_greeting_comes_after_the_lines_sent_again() -> None:
    camera = camera_in(PeerState.GREETING)
    camera.conversation.say("before the cut", 0)
    events = camera.receive(camera_hello(), 1.0)
    assert [type(event) for event in events] == [ReplyDue, ReplyDue, CameraGreeted]


def test_that_a_new_greeting_forgets_the_clock() -> None:
    pair = WirePair().connect()
    pair.ping()
    pair.viewer.send_greeting(pair.now)
    assert pair.viewer.clock.to_ours(1.0) is None


def test_that_wishes_and_credit_are_written_as_said() -> None:
    camera = camera_in(PeerState.OPEN)
    assert messages.decode(camera.send_want(Want(width=320, paused=True))) == Want(width=320, paused=True)
    assert messages.decode(camera.send_taken(9, 2)) == Credit(taken=9, window=2)


def test_that_a_goodbye_closes_the_camera() -> None:
    camera = camera_in(PeerState.OPEN)
    assert camera.receive(encoded(Goodbye(text="bye")), 1.0) == [PeerLeft("bye", on_purpose=True)]
    assert not camera.is_open


@pytest.mark.parametrize("state", [PeerState.GREETING, PeerState.OPEN])
def test_that_a_refusal_closes_the_camera(state: PeerState) -> None:
    camera = camera_in(state)
    assert camera.receive(encoded(Refusal(reason="full", text="Later.")), 1.0) == [PeerRefused("full", "Later.")]
    assert camera.state is PeerState.CLOSED


@pytest.mark.parametrize("state", [PeerState.GREETING, PeerState.OPEN])
@pytest.mark.parametrize(
    "parts", [viewer_hello(), *map(encoded, (Want(), Credit(taken=0, window=1), KeyframeRequest(), Ping(sent_ns=1)))]
)
def test_that_a_camera_may_not_speak_like_a_viewer(state: PeerState, parts: list[bytes]) -> None:
    with pytest.raises(WireError, match="nothing this peer may say"):
        camera_in(state).receive(parts, 1.0)


@pytest.mark.parametrize(
    "parts",
    [
        messages.encode_frame(jpeg(1)),
        encoded(Chat(number=5, log="camera-log", text="late")),
        encoded(Receipt(number=9, log="viewer-log")),
        encoded(Pong(sent_ns=0, clock_ns=0)),
    ],
)
def test_that_what_was_under_way_before_the_hello_is_not_acted_upon(parts: list[bytes]) -> None:
    camera = camera_in(PeerState.GREETING)
    assert camera.receive(parts, 1.0) == []
    assert camera.clock.to_ours(0.0) is None


@pytest.mark.parametrize("number", [1, 9])
def test_that_a_line_of_another_log_is_ignored_without_a_receipt(number: int) -> None:
    camera = camera_in(PeerState.OPEN)
    assert camera.receive(encoded(Chat(number=number, log="an earlier log", text="late")), 1.0) == []
    assert camera.conversation.heard == 0


def test_that_a_line_of_the_log_of_the_last_hello_is_receipted() -> None:
    camera = camera_in(PeerState.OPEN)
    camera.receive(camera_hello(log="a new log"), 1.0)
    chat = Chat(number=1, log="a new log", text="hello")
    receipt = ReplyDue(encoded(Receipt(number=1, log="a new log")))
    assert camera.receive(encoded(chat), 2.0) == [ChatReceived(chat), receipt]


@pytest.mark.parametrize("parts", [viewer_hello(), encoded(Receipt(number=1, log="viewer-log")), [b"rubbish"]])
def test_that_a_camera_is_not_heard_after_an_error_until_its_next_hello(parts: list[bytes]) -> None:
    camera = camera_in(PeerState.OPEN)
    with pytest.raises(WireError):
        camera.receive(parts, 1.0)
    assert camera.receive(messages.encode_frame(jpeg(1)), 1.0) == []
    camera.receive(camera_hello(), 2.0)
    assert camera.is_open


def test_that_a_closed_camera_is_not_heard_until_its_next_hello() -> None:
    camera = camera_in(PeerState.CLOSED)
    assert camera.receive(messages.encode_frame(jpeg(1)), 1.0) == []
    assert camera.receive(encoded(Goodbye()), 1.0) == []
    assert camera.receive(viewer_hello(protocol=(2, 0)), 1.0) == []
    camera.receive(camera_hello(), 2.0)
    assert camera.is_open


def test_that_only_a_hello_of_a_camera_is_recognised() -> None:
    caller = Caller(id="cam-1", name="porch")
    assert NativeCamera.caller(camera_hello()) == caller
    assert NativeCamera.caller(camera_hello(log="")) == caller
    assert NativeCamera.caller(viewer_hello()) is None
    assert NativeCamera.caller(messages.encode_frame(jpeg(1))) is None


def test_that_a_camera_of_another_version_is_recognised_to_be_refused() -> None:
    assert NativeCamera.caller(camera_hello(protocol=(2, 0))) == Caller()
    assert NativeCamera.caller(viewer_hello(protocol=(2, 0))) is None


@pytest.mark.parametrize("state", [PeerState.GREETING, PeerState.OPEN])
def test_that_a_viewer_of_another_version_is_no_camera_to_be_updated(state: PeerState) -> None:
    camera = camera_in(state)
    with pytest.raises(WireError, match="nothing this peer may say"):
        camera.receive(viewer_hello(protocol=(2, 0)), 1.0)
    assert camera.state is PeerState.CLOSED


@pytest.mark.parametrize("state", STATES)
@settings(deadline=None, max_examples=100)
@given(parts=any_parts() | any_message().map(encoded) | any_message().map(encoded).flatmap(damaged))
def test_that_any_bytes_give_events_or_a_wire_error_that_closes(state: PeerState, parts: list[bytes]) -> None:
    camera = camera_in(state)
    with suppress(WireError):
        assert isinstance(camera.receive(parts, 1.0), list)
        return
    assert camera.state is PeerState.CLOSED
