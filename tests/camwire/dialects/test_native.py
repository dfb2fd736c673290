"""The viewer's side towards one native camera."""

import math
from contextlib import suppress

import pytest
from hypothesis import given, settings
from msgspec import Raw

from camwire import messages, values
from camwire.controls import ControlRow, announced
from camwire.conversation import Conversation
from camwire.dialects.base import Caller, Viewpoint
from camwire.dialects.native import KNOCK_SECONDS, NativeCamera
from camwire.errors import WireError
from camwire.events import (
    CameraGreeted,
    ChatReceived,
    ControlAnswered,
    ControlsTold,
    CreditGranted,
    Event,
    FileMessageReceived,
    FrameReceived,
    HealthReceived,
    LogRenewed,
    PeerLeft,
    PeerRefused,
    ProgressReceived,
    ReplyDue,
)
from camwire.messages import (
    Chat,
    ControlAnswer,
    ControlChange,
    ControlState,
    Credit,
    FileChunk,
    FileRefusal,
    FileRequest,
    Goodbye,
    Health,
    KeyframeRequest,
    Ping,
    Pong,
    Progress,
    Receipt,
    Refusal,
    ViewerHello,
    Want,
)
from camwire.messages import encode as encoded
from camwire.peer import PeerState
from tests.support.wire_messages import any_message, any_parts, damaged
from tests.support.wire_pair import WirePair, camera_hello, jpeg, viewer_hello

STATES = list(PeerState)
CHANGE = ControlChange(number=1, name="exposure", value=5)
EXPOSURE = ControlRow("exposure", "integer", title="Exposure", least=29, most=66_666)


def camera_in(state: PeerState) -> NativeCamera:
    camera = NativeCamera("viewer-1", "desk", "tests", Conversation("viewer-log"), now=0.0)
    if state is not PeerState.GREETING:
        camera.receive(camera_hello(), 0.0)
    if state is PeerState.CLOSED:
        camera.send_goodbye()
    return camera


def test_that_the_greeting_names_the_viewer_and_its_log() -> None:
    hello = messages.decode(camera_in(PeerState.GREETING).send_greeting(1.0))
    assert hello == ViewerHello(
        protocol=messages.PROTOCOL, id="viewer-1", name="desk", software="tests", log="viewer-log"
    )


def test_that_the_greeting_says_what_can_be_decoded() -> None:
    camera = NativeCamera.begin(Viewpoint("viewer-1", "desk", "tests", "viewer-log", codecs=("h264",)), 0.0)
    hello = messages.decode(camera.send_greeting(0.0))
    assert isinstance(hello, ViewerHello)
    assert hello.codecs == ["h264"]


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
    parts = messages.encode_frame(jpeg(1, pair.camera_clock_ns()))
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
    assert messages.decode(camera.send_taken(9, 2, held=0.25)) == Credit(taken=9, window=2, held_ns=250_000_000)


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
@pytest.mark.parametrize("parts", [viewer_hello(), *map(encoded, (Want(), KeyframeRequest(), Ping(sent_ns=1), CHANGE))])
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
        encoded(Credit(taken=0, window=2)),
        encoded(Progress(about=1, log="viewer-log")),
        encoded(Health(level="bad")),
        encoded(ControlState(values={"exposure": 5})),
        encoded(ControlAnswer(number=1, name="exposure", value=5)),
        encoded(FileRequest(file="f1", offset=0, until=9)),
        encoded(FileChunk(file="f1", offset=0), b"piece"),
        encoded(FileRefusal(file="f1", text="No.")),
    ],
)
def test_that_what_was_under_way_before_the_hello_is_not_acted_upon(parts: list[bytes]) -> None:
    camera = camera_in(PeerState.GREETING)
    assert camera.receive(parts, 1.0) == []
    assert camera.clock.to_ours(0.0) is None
    assert not camera.credit.has_credit


@pytest.mark.parametrize("number", [1, 9])
def test_that_a_line_of_another_log_is_ignored_without_a_receipt(number: int) -> None:
    camera = camera_in(PeerState.OPEN)
    assert camera.receive(encoded(Chat(number=number, log="an earlier log", text="late")), 1.0) == []
    assert camera.conversation.heard == 0


def test_that_a_line_of_the_log_of_the_last_hello_is_receipted() -> None:
    camera = camera_in(PeerState.OPEN)
    camera.receive(camera_hello(log="a new log"), 1.0)
    chat = Chat(number=1, log="a new log", text="hello")
    received, receipt = camera.receive(encoded(chat), 2.0)
    assert isinstance(received, ChatReceived)
    assert (received.line.chat, received.line.payload, received.value) == (chat, (), "hello")
    assert receipt == ReplyDue(encoded(Receipt(number=1, log="a new log")))


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


class Kept:
    """Conversations by the id of the camera, as a viewer's disk would have them; "" is with whoever answers."""

    def __init__(self, *known: str) -> None:
        self.by_id = {each: Conversation(f"log for {each or 'whoever'}") for each in ("", *known)}
        self.asked: list[str] = []

    def __call__(self, camera_id: str) -> Conversation:
        self.asked.append(camera_id)
        if camera_id not in self.by_id:
            # It turned out with whom that was.
            self.by_id[camera_id] = self.by_id.pop("")
        return self.by_id[camera_id]

    def begin(self, camera_id: str = "") -> NativeCamera:
        """The dialect as a viewer makes it for the camera it knows at an address."""
        return NativeCamera.begin(
            Viewpoint("viewer-1", "desk", "tests", "unused", camera_id=camera_id, conversation_with=self), 0.0
        )


def hello_in(events: list[Event]) -> ViewerHello:
    (reply,) = (event for event in events if isinstance(event, ReplyDue))
    hello = messages.decode(reply.parts)
    assert isinstance(hello, ViewerHello)
    return hello


def test_that_a_camera_that_nobody_knew_is_greeted_and_its_conversation_goes_on() -> None:
    kept = Kept()
    camera = kept.begin()
    camera.conversation.say("whoever is there", 0)
    assert messages.decode(camera.send_greeting(0.0)) == ViewerHello(
        messages.PROTOCOL, "viewer-1", "desk", "log for whoever", "tests"
    )
    events = camera.receive(camera_hello(), 1.0)
    assert [type(event) for event in events] == [ReplyDue, ReplyDue, CameraGreeted]
    assert (list(kept.by_id), kept.asked) == (["cam-1"], ["", "cam-1"])


def test_that_a_camera_that_was_known_by_its_id_is_greeted_again_in_its_own_conversation() -> None:
    kept = Kept("cam-1")
    kept.by_id["cam-1"].say("for cam-1", 0)
    camera = kept.begin()
    camera.send_greeting(0.0)
    hello = hello_in(camera.receive(camera_hello(), 1.0))
    assert (hello.camera, hello.log) == ("cam-1", "log for cam-1")
    assert not camera.is_open
    *_, line, greeted = camera.receive(camera_hello(heard_log="log for cam-1"), 1.0)
    assert isinstance(greeted, CameraGreeted)
    assert isinstance(line, ReplyDue)
    assert messages.decode(line.parts) == Chat(number=1, log="log for cam-1", text="for cam-1")


def test_that_a_camera_that_is_meant_is_named_in_the_greeting_and_greeted_once() -> None:
    kept = Kept("cam-1")
    camera = kept.begin("cam-1")
    hello = messages.decode(camera.send_greeting(0.0))
    assert isinstance(hello, ViewerHello)
    assert (hello.camera, hello.log) == ("cam-1", "log for cam-1")
    assert any(isinstance(event, CameraGreeted) for event in camera.receive(camera_hello(), 1.0))


@pytest.mark.parametrize("log", ["", "camera-log"])
def test_that_another_camera_at_the_same_address_never_gets_lines_for_the_one_before(log: str) -> None:
    kept = Kept("cam-1", "cam-2")
    kept.by_id["cam-1"].say("for cam-1", 0)
    camera = kept.begin("cam-1")
    camera.send_greeting(0.0)
    # The right answer is a knock; an older camera, or a careless one, answers with a whole hello.
    hello = hello_in(camera.receive(camera_hello(id="cam-2", log=log), 1.0))
    assert (hello.camera, hello.log) == ("cam-2", "log for cam-2")
    events = camera.receive(camera_hello(id="cam-2"), 1.0)
    assert [type(event) for event in events] == [ReplyDue, CameraGreeted]
    assert camera.send_lines() == []
    assert len(kept.by_id["cam-1"].unreceipted) == 1


def test_that_what_another_camera_says_before_it_is_greeted_is_not_heard_in_anybodys_conversation() -> None:
    kept = Kept("cam-1", "cam-2")
    camera = kept.begin("cam-1")
    camera.send_greeting(0.0)
    camera.receive(camera_hello(id="cam-2"), 1.0)
    assert camera.receive(encoded(Chat(number=1, log="camera-log", text="hello")), 1.0) == []
    assert [each.heard for each in kept.by_id.values()] == [0, 0, 0]


def test_that_a_knock_names_the_camera_to_be_greeted() -> None:
    kept = Kept("cam-1")
    hello = hello_in(kept.begin().receive(camera_hello(log=""), 1.0))
    assert (hello.camera, hello.log) == ("cam-1", "log for cam-1")


def test_that_a_camera_that_heard_what_was_never_sent_is_told_of_a_new_log_at_once() -> None:
    camera = camera_in(PeerState.GREETING)
    camera.conversation.say("said since", 0)
    renewed, reply = camera.receive(camera_hello(heard_log="viewer-log", heard=5), 1.0)
    assert renewed == LogRenewed("viewer-log")
    hello = hello_in([reply])
    assert hello.log not in ("", "viewer-log")
    assert not camera.is_open
    *_, line, greeted = camera.receive(camera_hello(heard_log=hello.log), 1.0)
    assert isinstance(line, ReplyDue)
    assert messages.decode(line.parts) == Chat(number=1, log=hello.log, text="said since")
    assert isinstance(greeted, CameraGreeted)


def test_that_a_recorded_line_is_receipted_and_counted_as_heard_only_when_it_is_safe() -> None:
    conversation = Conversation("viewer-log", is_recorded=True)
    camera = NativeCamera("viewer-1", "desk", "tests", conversation, now=0.0)
    camera.receive(camera_hello(), 0.0)
    for number in (1, 2):
        events = camera.receive(encoded(Chat(number=number, log="camera-log", text="hello")), 1.0)
        assert [type(event) for event in events] == [ChatReceived]
    assert camera.send_receipt() == encoded(Receipt(number=0, log="camera-log"))
    conversation.confirm("camera-log", 1)
    assert camera.send_receipt() == encoded(Receipt(number=1, log="camera-log"))
    hello = messages.decode(camera.send_greeting(2.0))
    assert isinstance(hello, ViewerHello)
    assert (hello.heard_log, hello.heard) == ("camera-log", 1)
    # Both come again: one that is safe is receipted, the other is not.
    camera.receive(camera_hello(), 3.0)
    again = [encoded(Chat(number=number, log="camera-log", text="hello")) for number in (1, 2)]
    receipt = ReplyDue(encoded(Receipt(number=1, log="camera-log")))
    assert [camera.receive(parts, 3.0) for parts in again] == [[receipt], []]


def test_that_a_camera_grants_credit_for_our_pictures() -> None:
    camera = camera_in(PeerState.OPEN)
    assert camera.receive(encoded(Credit(taken=0, window=1)), 1.0) == [CreditGranted(0)]
    camera.credit.sent(1)
    assert not camera.credit.has_credit
    camera.receive(encoded(Credit(taken=1, window=1)), 1.0)
    assert camera.credit.has_credit


@pytest.mark.parametrize("knocks", [True, False])
def test_that_a_new_greeting_forgets_credit_and_the_pictures_that_were_under_way(knocks: bool) -> None:
    camera = camera_in(PeerState.OPEN)
    camera.receive(encoded(Credit(taken=0, window=1)), 1.0)
    camera.credit.sent(7)
    if knocks:
        camera.receive(camera_hello(log=""), 5.0)
    else:
        camera.send_greeting(5.0)
    camera.receive(camera_hello(), 5.0)
    assert (camera.credit.has_credit, camera.credit.under_way) == (False, 0)
    camera.receive(encoded(Credit(taken=0, window=1)), 5.0)
    assert camera.credit.has_credit


def test_that_progress_is_told_of_our_own_lines_only() -> None:
    camera = camera_in(PeerState.OPEN)
    progress = Progress(about=3, log="viewer-log", fraction=0.5, text="halfway")
    assert camera.receive(encoded(progress), 1.0) == [ProgressReceived(progress)]
    assert camera.receive(encoded(Progress(about=3, log="an earlier log")), 1.0) == []


def test_that_the_table_of_controls_stands_in_the_hello() -> None:
    told = camera_in(PeerState.GREETING).receive(camera_hello(controls=announced([EXPOSURE])), 1.0)
    assert [event.controls for event in told if isinstance(event, CameraGreeted)] == [(EXPOSURE,)]


def test_that_what_a_camera_of_version_1_0_has_instead_is_not_read() -> None:
    old = camera_hello(protocol=(1, 0), controls=[*announced([EXPOSURE]), Raw(b"\x03")])
    told = camera_in(PeerState.GREETING).receive(old, 1.0)
    assert [event.controls for event in told if isinstance(event, CameraGreeted)] == [()]


def test_that_values_are_told_with_the_table_only_where_it_came() -> None:
    camera = camera_in(PeerState.OPEN)
    state = ControlState(values={"exposure": 30})
    assert camera.receive(encoded(state), 1.0) == [ControlsTold(state, None)]
    anew = ControlState(values={"exposure": 30}, controls=announced([EXPOSURE]))
    assert camera.receive(encoded(anew), 1.0) == [ControlsTold(anew, (EXPOSURE,))]


def test_that_the_answer_to_a_change_is_told() -> None:
    answer = ControlAnswer(number=1, name="exposure", text="exposure goes from 29 to 66,666.")
    assert camera_in(PeerState.OPEN).receive(encoded(answer), 1.0) == [ControlAnswered(answer)]


def test_that_the_cameras_health_is_told() -> None:
    health = Health(level="warning", text="Hot.", facts={"temperature °C": 81.5, "power": "good"})
    assert camera_in(PeerState.OPEN).receive(encoded(health), 1.0) == [HealthReceived(health)]


@pytest.mark.parametrize(
    "message",
    [
        FileRequest(file="f1", offset=0, until=65_536),
        FileChunk(file="f1", offset=0),
        FileRefusal(file="f1", text="No room."),
    ],
)
def test_that_what_is_said_of_a_file_goes_up_with_its_payload(
    message: FileRequest | FileChunk | FileRefusal,
) -> None:
    parts = encoded(message, b"a piece")
    assert camera_in(PeerState.OPEN).receive(parts, 1.0) == [FileMessageReceived(message, tuple(parts))]


def test_that_any_value_is_said_with_a_text_for_people() -> None:
    camera = camera_in(PeerState.OPEN)
    assert camera.say("plain text", 5) == 1
    assert camera.say({"degrees": 8}, 6) == 2
    plain, value = camera.send_lines()
    assert plain.parts == encoded(Chat(number=1, log="viewer-log", text="plain text", time_ns=5))
    assert values.decode(value.parts[1:]) == {"degrees": 8}
    chat = messages.decode(value.parts)
    assert isinstance(chat, Chat)
    assert "degrees" in chat.text


@pytest.mark.parametrize("state", STATES)
@settings(deadline=None, max_examples=100)
@given(parts=any_parts() | any_message().map(encoded) | any_message().map(encoded).flatmap(damaged))
def test_that_any_bytes_give_events_or_a_wire_error_that_closes(state: PeerState, parts: list[bytes]) -> None:
    camera = camera_in(state)
    with suppress(WireError):
        assert isinstance(camera.receive(parts, 1.0), list)
        return
    assert camera.state is PeerState.CLOSED
