"""The camera's side towards one viewer."""

from contextlib import suppress

import pytest
from hypothesis import given, settings

from camwire import messages
from camwire.conversation import Conversation
from camwire.errors import WireError
from camwire.events import (
    ChatReceived,
    CreditGranted,
    KeyframeRequested,
    PeerLeft,
    PeerRefused,
    ReplyDue,
    ViewerGreeted,
    WantChanged,
)
from camwire.messages import (
    CameraHello,
    Chat,
    Credit,
    Frame,
    Goodbye,
    KeyframeRequest,
    Ping,
    Pong,
    Receipt,
    Refusal,
    Want,
    encode,
)
from camwire.peer import PeerState
from camwire.viewer_peer import ViewerPeer
from tests.support.wire_messages import any_message, any_parts, damaged
from tests.support.wire_pair import INTRODUCTION, WirePair, camera_hello, jpeg, viewer_hello

STATES = list(PeerState)


def peer_in(state: PeerState) -> ViewerPeer:
    conversation = Conversation("camera-log")
    peer = ViewerPeer(INTRODUCTION, lambda viewer_id, log: conversation, lambda: 7, now=0.0)
    if state is not PeerState.GREETING:
        peer.receive(viewer_hello(), 0.0)
    if state is PeerState.CLOSED:
        peer.send_goodbye()
    return peer


def test_that_the_answer_to_a_hello_names_the_camera_and_its_log() -> None:
    reply, *_ = peer_in(PeerState.GREETING).receive(viewer_hello(log="theirs", first=4), 1.0)
    assert isinstance(reply, ReplyDue)
    hello = messages.decode(reply.parts)
    assert isinstance(hello, CameraHello)
    assert (hello.name, hello.log, hello.first) == ("porch", "camera-log", 1)
    assert (hello.heard_log, hello.heard) == ("theirs", 3)


def test_that_the_viewer_is_known_by_its_name_after_its_hello() -> None:
    peer = peer_in(PeerState.GREETING)
    assert peer.name == ""
    events = peer.receive(viewer_hello(name="desk"), 1.0)
    assert any(isinstance(event, ViewerGreeted) for event in events)
    assert peer.name == "desk"


def test_that_a_viewer_without_a_grant_gets_no_frames() -> None:
    peer = peer_in(PeerState.OPEN)
    assert peer.takes_frames
    assert not peer.credit.has_credit


def test_that_a_grant_is_an_event() -> None:
    peer = peer_in(PeerState.OPEN)
    assert peer.receive(encode(Credit(taken=0, window=2)), 1.0) == [CreditGranted(0)]
    assert peer.credit.has_credit


def test_that_a_paused_viewer_takes_no_frames() -> None:
    peer = peer_in(PeerState.OPEN)
    assert peer.receive(encode(Want(paused=True)), 1.0) == [WantChanged(Want(paused=True))]
    assert not peer.takes_frames


def test_that_a_keyframe_can_be_asked_for() -> None:
    assert peer_in(PeerState.OPEN).receive(encode(KeyframeRequest(stream=1)), 1.0) == [KeyframeRequested(1)]


def test_that_a_ping_is_answered_with_the_camera_clock() -> None:
    pong = Pong(sent_ns=-3, clock_ns=7)
    assert peer_in(PeerState.OPEN).receive(encode(Ping(sent_ns=-3)), 1.0) == [ReplyDue(encode(pong))]


LEFTOVERS: list[messages.Message] = [
    Want(),
    Credit(taken=9, window=9),
    KeyframeRequest(),
    Chat(number=9, log="viewer-log", text="late"),
    Receipt(number=9, log="camera-log"),
    Ping(sent_ns=1),
]


@pytest.mark.parametrize("message", LEFTOVERS)
def test_that_what_comes_before_the_hello_is_answered_with_one_knock(message: messages.Message) -> None:
    peer = peer_in(PeerState.GREETING)
    assert peer.receive(encode(message), 1.0) == [ReplyDue(encode(INTRODUCTION))]
    assert peer.receive(encode(message), 2.0) == []
    assert peer.state is PeerState.GREETING


@pytest.mark.parametrize("message", LEFTOVERS)
def test_that_a_camera_that_has_knocked_does_not_repeat_it(message: messages.Message) -> None:
    peer = peer_in(PeerState.GREETING)
    peer.send_knock()
    assert peer.receive(encode(message), 1.0) == []


def test_that_a_kind_of_the_future_before_the_hello_is_not_answered() -> None:
    assert peer_in(PeerState.GREETING).receive([b"\x81\xa4kind\xa8hologram"], 1.0) == []


def test_that_a_repeated_hello_forgets_credit_and_wishes() -> None:
    peer = peer_in(PeerState.OPEN)
    peer.receive(encode(Credit(taken=0, window=2)), 1.0)
    peer.receive(encode(Want(paused=True)), 1.0)
    peer.credit.sent(1)
    peer.receive(viewer_hello(), 2.0)
    assert (peer.credit.has_credit, peer.credit.under_way, peer.want) == (False, 0, Want())


def test_that_a_knock_has_no_log() -> None:
    hello = messages.decode(peer_in(PeerState.GREETING).send_knock())
    assert isinstance(hello, CameraHello)
    assert hello.log == ""


def test_that_a_frame_goes_out_as_header_and_payload() -> None:
    header, payload = peer_in(PeerState.OPEN).send_frame(jpeg(3))
    assert messages.decode([header]) == Frame(sequence=3, capture_time_ns=0, codec="jpeg", width=640, height=480)
    assert payload == jpeg(3).payload


def test_that_a_goodbye_closes_the_peer() -> None:
    peer = peer_in(PeerState.OPEN)
    assert peer.receive(encode(Goodbye(text="bye")), 1.0) == [PeerLeft("bye", on_purpose=True)]
    assert peer.state is PeerState.CLOSED
    assert not peer.takes_frames


def test_that_a_refusal_closes_the_peer() -> None:
    peer = peer_in(PeerState.GREETING)
    assert peer.receive(encode(Refusal(reason="full", text="Come later.")), 1.0) == [PeerRefused("full", "Come later.")]
    assert peer.state is PeerState.CLOSED


@pytest.mark.parametrize("state", [PeerState.GREETING, PeerState.OPEN])
@pytest.mark.parametrize("parts", [camera_hello(), encode(Pong(sent_ns=1, clock_ns=1)), messages.encode_frame(jpeg(1))])
def test_that_a_viewer_may_not_speak_like_a_camera(state: PeerState, parts: list[bytes]) -> None:
    with pytest.raises(WireError, match="nothing this peer may say"):
        peer_in(state).receive(parts, 1.0)


@pytest.mark.parametrize("number", [1, 9])
def test_that_a_line_of_another_log_is_ignored_without_a_receipt(number: int) -> None:
    peer = peer_in(PeerState.OPEN)
    assert peer.receive(encode(Chat(number=number, log="an earlier log", text="late")), 1.0) == []
    assert peer.conversation.heard == 0


def test_that_a_line_of_the_log_of_the_last_hello_is_receipted() -> None:
    peer = peer_in(PeerState.OPEN)
    peer.receive(viewer_hello(log="a new log"), 1.0)
    chat = Chat(number=1, log="a new log", text="hello")
    receipt = ReplyDue(encode(Receipt(number=1, log="a new log")))
    assert peer.receive(encode(chat), 2.0) == [ChatReceived(chat), receipt]


@pytest.mark.parametrize("parts", [camera_hello(), [b"rubbish"]])
def test_that_a_peer_is_not_heard_after_an_error_until_its_next_hello(parts: list[bytes]) -> None:
    peer = peer_in(PeerState.OPEN)
    with pytest.raises(WireError):
        peer.receive(parts, 1.0)
    assert peer.receive(encode(Ping(sent_ns=1)), 1.0) == []
    peer.receive(viewer_hello(), 2.0)
    assert peer.state is PeerState.OPEN


@pytest.mark.parametrize("state", [PeerState.GREETING, PeerState.OPEN])
def test_that_a_camera_of_another_version_is_no_viewer_to_be_updated(state: PeerState) -> None:
    peer = peer_in(state)
    with pytest.raises(WireError, match="nothing this peer may say"):
        peer.receive(camera_hello(protocol=(2, 0)), 1.0)
    assert peer.state is PeerState.CLOSED


@pytest.mark.parametrize("message", [*LEFTOVERS, Goodbye(), Refusal("a", "b"), CameraHello((2, 0), "c", "n")])
def test_that_a_closed_peer_is_not_heard(message: messages.Message) -> None:
    peer = peer_in(PeerState.CLOSED)
    heard = peer.last_heard
    assert peer.receive(encode(message), 9.0) == []
    assert peer.last_heard == heard


def test_that_a_closed_peer_is_heard_after_a_new_hello() -> None:
    peer = peer_in(PeerState.CLOSED)
    peer.receive(viewer_hello(), 1.0)
    assert peer.state is PeerState.OPEN


def test_that_a_viewer_that_heard_more_than_was_said_is_refused_and_closed() -> None:
    peer = peer_in(PeerState.GREETING)
    with pytest.raises(WireError, match="only 0 were said"):
        peer.receive(viewer_hello(heard_log="camera-log", heard=5), 1.0)
    assert peer.state is PeerState.CLOSED


def test_that_a_line_said_on_the_greeting_comes_after_the_lines_sent_again() -> None:
    pair = WirePair().connect()
    pair.camera_says("before the cut")
    pair.cut().accept()
    events = pair.camera.receive(pair.viewer.send_greeting(pair.now), pair.now)
    # A program that says a line on this event would otherwise say it before the older one, and be refused.
    assert [type(event) for event in events] == [ReplyDue, ReplyDue, ViewerGreeted]


@pytest.mark.parametrize("state", STATES)
@settings(deadline=None, max_examples=100)
@given(parts=any_parts() | any_message().map(encode) | any_message().map(encode).flatmap(damaged))
def test_that_any_bytes_give_events_or_a_wire_error_that_closes(state: PeerState, parts: list[bytes]) -> None:
    peer = peer_in(state)
    with suppress(WireError):
        assert isinstance(peer.receive(parts, 1.0), list)
        return
    assert peer.state is PeerState.CLOSED
