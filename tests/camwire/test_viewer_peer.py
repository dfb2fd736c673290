"""The camera's side towards one viewer."""

import math
from contextlib import suppress

import pytest
from hypothesis import given, settings

from camwire import messages, values
from camwire.conversation import Conversation
from camwire.errors import WireError
from camwire.events import (
    ChatReceived,
    ControlAsked,
    CreditGranted,
    FileMessageReceived,
    FrameReceived,
    KeyframeRequested,
    LogRenewed,
    PeerLeft,
    PeerRefused,
    ReplyDue,
    ViewerGreeted,
    WantChanged,
)
from camwire.messages import (
    PROTOCOL,
    CameraHello,
    Chat,
    ControlChange,
    Credit,
    FileChunk,
    FileRefusal,
    FileRequest,
    Frame,
    Goodbye,
    KeyframeRequest,
    Ping,
    Pong,
    Progress,
    Receipt,
    Refusal,
    ViewerHello,
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
    peer = ViewerPeer(INTRODUCTION, lambda hello: conversation, lambda: 7, now=0.0)
    if state is not PeerState.GREETING:
        peer.receive(viewer_hello(), 0.0)
    if state is PeerState.CLOSED:
        peer.send_goodbye()
    return peer


def peer_conversation(peer: ViewerPeer) -> Conversation:
    """The one conversation that a peer made above has."""
    return peer._conversation_with(ViewerHello(protocol=PROTOCOL, id="viewer-1", name="desk", log="viewer-log"))


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


@pytest.mark.parametrize("value", [5, True, 0.5, "day", None, [1, {"a": b"b"}]])
def test_that_a_control_may_be_asked_to_be_anything(value: object) -> None:
    change = ControlChange(number=1, name="exposure", value=value)
    assert peer_in(PeerState.OPEN).receive(encode(change), 1.0) == [ControlAsked(change)]


def test_that_a_ping_is_answered_with_the_camera_clock() -> None:
    pong = Pong(sent_ns=-3, clock_ns=7)
    assert peer_in(PeerState.OPEN).receive(encode(Ping(sent_ns=-3)), 1.0) == [ReplyDue(encode(pong))]


LEFTOVERS: list[messages.Message] = [
    Want(),
    Credit(taken=9, window=9),
    KeyframeRequest(),
    Chat(number=9, log="viewer-log", text="late"),
    Receipt(number=9, log="camera-log"),
    FileRequest(file="f1", offset=0, until=9),
    FileChunk(file="f1", offset=0),
    FileRefusal(file="f1", text="No."),
    ControlChange(number=1, name="exposure", value=5),
    Frame(sequence=1, capture_time_ns=0, codec="jpeg", width=1, height=1),
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
    header, payload = messages.encode_frame(jpeg(3))
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
@pytest.mark.parametrize(
    "parts", [camera_hello(), encode(Pong(sent_ns=1, clock_ns=1)), encode(Progress(about=1, log="viewer-log"))]
)
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
    peer.receive(viewer_hello(log="a new log", camera="cam-1"), 1.0)
    chat = Chat(number=1, log="a new log", text="hello")
    received, receipt = peer.receive(encode(chat), 2.0)
    assert isinstance(received, ChatReceived)
    assert (received.line.chat, received.line.payload, received.value) == (chat, (), "hello")
    assert receipt == ReplyDue(encode(Receipt(number=1, log="a new log")))


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


def test_that_a_viewer_that_heard_more_than_was_said_is_told_of_a_new_log() -> None:
    peer = peer_in(PeerState.GREETING)
    peer_conversation(peer).say("said since", 0)
    reply, renewed, line, greeted = peer.receive(viewer_hello(heard_log="camera-log", heard=5), 1.0)
    assert isinstance(reply, ReplyDue)
    assert isinstance(line, ReplyDue)
    hello = messages.decode(reply.parts)
    assert isinstance(hello, CameraHello)
    assert hello.log not in ("", "camera-log")
    assert hello.first == 1
    assert renewed == LogRenewed("camera-log")
    assert messages.decode(line.parts) == Chat(number=1, log=hello.log, text="said since")
    assert isinstance(greeted, ViewerGreeted)


def test_that_a_receipt_for_a_line_never_said_is_refused() -> None:
    peer = peer_in(PeerState.OPEN)
    with pytest.raises(WireError, match="only 0 were said"):
        peer.receive(encode(Receipt(number=1, log="camera-log")), 1.0)
    assert peer.state is PeerState.CLOSED


def test_that_a_viewer_that_means_another_camera_is_answered_with_a_knock_and_nothing_is_resumed() -> None:
    peer = peer_in(PeerState.GREETING)
    peer_conversation(peer).say("for whoever is here", 0)
    hello = viewer_hello(camera="cam-2", log="lines for cam-2", first=7, heard_log="log of cam-2", heard=9)
    assert peer.receive(hello, 1.0) == [ReplyDue(encode(INTRODUCTION))]
    assert (peer.state, peer.hello) == (PeerState.GREETING, None)
    assert (peer_conversation(peer).their_log, peer_conversation(peer).heard) == ("", 0)
    assert not peer.takes_frames
    assert peer.send_receipt() is None


def test_that_a_viewer_that_turns_to_another_camera_is_not_served_any_more() -> None:
    peer = peer_in(PeerState.OPEN)
    peer.receive(viewer_hello(camera="cam-2"), 1.0)
    assert peer.state is PeerState.GREETING
    assert peer.receive(encode(Chat(number=1, log="viewer-log", text="for cam-2")), 1.0) == []


@pytest.mark.parametrize("camera", ["", "cam-1"])
def test_that_a_viewer_that_means_this_camera_or_whoever_answers_is_greeted(camera: str) -> None:
    peer = peer_in(PeerState.GREETING)
    peer.receive(viewer_hello(camera=camera), 1.0)
    assert peer.state is PeerState.OPEN


def test_that_a_viewer_that_calls_without_knowing_whom_is_asked_first_when_another_log_of_it_is_known() -> None:
    conversation = Conversation("camera-log")
    conversation.resume("the log we know", 1, "", 0)
    conversation.receive(Chat(number=1, log="the log we know", text="a"))
    peer = ViewerPeer(INTRODUCTION, lambda hello: conversation, lambda: 7, now=0.0)
    assert peer.receive(viewer_hello(log="another"), 1.0) == [ReplyDue(encode(INTRODUCTION))]
    assert (conversation.their_log, conversation.heard) == ("the log we know", 1)
    # It says the same once more: then that is what it means.
    peer.receive(viewer_hello(log="another"), 1.0)
    assert (peer.state, conversation.their_log) == (PeerState.OPEN, "another")


def test_that_a_viewer_that_knows_whom_it_calls_may_come_with_another_log_at_once() -> None:
    conversation = Conversation("camera-log")
    conversation.resume("the log we know", 1, "", 0)
    peer = ViewerPeer(INTRODUCTION, lambda hello: conversation, lambda: 7, now=0.0)
    peer.receive(viewer_hello(log="another", camera="cam-1"), 1.0)
    assert (peer.state, conversation.their_log) == (PeerState.OPEN, "another")


def test_that_a_recorded_line_is_receipted_and_counted_as_heard_only_when_it_is_safe() -> None:
    conversation = Conversation("camera-log", is_recorded=True)
    peer = ViewerPeer(INTRODUCTION, lambda hello: conversation, lambda: 7, now=0.0)
    assert peer.send_receipt() is None
    peer.receive(viewer_hello(), 1.0)
    for number in (1, 2):
        events = peer.receive(encode(Chat(number=number, log="viewer-log", text="hello")), 1.0)
        assert [type(event) for event in events] == [ChatReceived]
    conversation.confirm("viewer-log", 1)
    assert peer.send_receipt() == encode(Receipt(number=1, log="viewer-log"))
    (reply, *_) = peer.receive(viewer_hello(), 2.0)
    assert isinstance(reply, ReplyDue)
    hello = messages.decode(reply.parts)
    assert isinstance(hello, CameraHello)
    assert (hello.heard_log, hello.heard) == ("viewer-log", 1)


def test_that_a_picture_of_the_viewer_is_of_now_as_far_as_anybody_knows() -> None:
    frame = jpeg(3, capture_time_ns=99)
    assert peer_in(PeerState.OPEN).receive(messages.encode_frame(frame), 1.5) == [FrameReceived(frame, 1.5, math.inf)]


@pytest.mark.parametrize("payload", [[], [b"one", b"two"]])
def test_that_a_frame_without_exactly_one_picture_is_refused(payload: list[bytes]) -> None:
    header = messages.encode_frame(jpeg(1))[0]
    with pytest.raises(WireError, match="instead of 2"):
        peer_in(PeerState.OPEN).receive([header, *payload], 1.0)


def test_that_the_camera_grants_credit_for_pictures_only_to_who_is_greeted() -> None:
    parts = peer_in(PeerState.OPEN).send_taken(3, 2)
    assert parts is not None
    assert messages.decode(parts) == Credit(taken=3, window=2)
    assert peer_in(PeerState.GREETING).send_taken(3, 2) is None
    assert peer_in(PeerState.CLOSED).send_taken(3, 2) is None


FILE_MESSAGES: list[FileRequest | FileChunk | FileRefusal] = [
    FileRequest(file="f1", offset=0, until=65_536),
    FileChunk(file="f1", offset=0),
    FileRefusal(file="f1", text="No room."),
]


@pytest.mark.parametrize("message", FILE_MESSAGES)
def test_that_what_is_said_of_a_file_goes_up_with_its_payload(message: FileRequest | FileChunk | FileRefusal) -> None:
    parts = encode(message, b"a piece")
    assert peer_in(PeerState.OPEN).receive(parts, 1.0) == [FileMessageReceived(message, tuple(parts))]


def test_that_a_value_comes_with_its_line() -> None:
    payload = values.encode({"degrees": 8, "path": [1.5, (None, "x")]})
    chat = Chat(number=1, log="viewer-log", text="/move 8", role="command", command="move")
    received, _ = peer_in(PeerState.OPEN).receive(encode(chat, *payload), 1.0)
    assert isinstance(received, ChatReceived)
    assert received.value == {"degrees": 8, "path": [1.5, (None, "x")]}
    assert (received.line.chat, list(received.line.payload)) == (chat, payload)


def test_that_a_line_whose_value_cannot_be_read_is_heard_as_its_text() -> None:
    peer = peer_in(PeerState.OPEN)
    received, receipt = peer.receive(encode(Chat(number=1, log="viewer-log", text="x"), b"\xc1"), 1.0)
    assert isinstance(received, ChatReceived)
    assert received.line.chat.text == "x"
    assert isinstance(received.value, values.Unreadable)
    assert received.value.reason
    # Else it would come again at each greeting, and nothing after it.
    assert receipt == ReplyDue(encode(Receipt(number=1, log="viewer-log")))
    assert peer.state is PeerState.OPEN


def test_that_a_line_that_comes_again_is_not_read_again() -> None:
    peer = peer_in(PeerState.OPEN)
    peer.receive(encode(Chat(number=1, log="viewer-log", text="x")), 1.0)
    events = peer.receive(encode(Chat(number=1, log="viewer-log", text="x"), b"\xc1"), 1.0)
    assert [type(event) for event in events] == [ReplyDue]


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
