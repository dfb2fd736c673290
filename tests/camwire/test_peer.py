"""Both ends together: greeting, versions, restarts, cuts, silence."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from camwire import limits, values
from camwire.conversation import Conversation
from camwire.dialects.base import Viewpoint
from camwire.dialects.native import NativeCamera
from camwire.events import (
    CameraGreeted,
    ChatDelivered,
    ChatReceived,
    LogRenewed,
    PeerLeft,
    PeerRefused,
    ReplyDue,
    ViewerGreeted,
)
from camwire.messages import Refusal, decode, encode_frame
from camwire.peer import PING_SECONDS, SILENCE_SECONDS, Peer, PeerState
from camwire.viewer_peer import ViewerPeer
from tests.support.wire_pair import WirePair, camera_hello, jpeg, viewer_hello


def test_that_a_hello_and_its_answer_open_both_ends() -> None:
    pair = WirePair().connect()
    assert pair.viewer.state is pair.camera.state is PeerState.OPEN
    assert [type(event) for event in pair.at_camera if not isinstance(event, ReplyDue)] == [ViewerGreeted]
    assert [type(event) for event in pair.at_viewer if not isinstance(event, ReplyDue)] == [CameraGreeted]


def test_that_a_camera_that_dials_out_is_greeted_once() -> None:
    pair = WirePair().dial_out()
    assert pair.viewer.state is pair.camera.state is PeerState.OPEN
    assert sum(isinstance(event, CameraGreeted) for event in pair.at_viewer) == 1


def test_that_a_camera_that_dials_out_and_is_greeted_at_once_opens_too() -> None:
    pair = WirePair()
    pair.to_viewer.append(pair.camera.send_knock())
    pair.to_camera.append(pair.viewer.send_greeting(pair.now))
    pair.settle()
    assert pair.viewer.state is pair.camera.state is PeerState.OPEN


def test_that_lines_said_before_the_greeting_leave_after_it() -> None:
    pair = WirePair()
    pair.viewer_says("anyone?")
    pair.camera_says("hello")
    pair.connect()
    assert (pair.camera_heard, pair.viewer_heard) == (["anyone?"], ["hello"])


def test_that_a_line_is_confirmed() -> None:
    pair = WirePair().connect()
    pair.viewer_says("a")
    pair.settle()
    assert ChatDelivered(1) in pair.at_viewer
    assert pair.viewer.conversation.unreceipted == []


def test_that_a_lost_receipt_is_made_up_for_by_the_next_hello() -> None:
    pair = WirePair().connect()
    pair.viewer_says("a")
    pair.deliver_to_camera()
    pair.cut().connect()
    assert pair.camera_heard == ["a"]
    assert pair.at_viewer.count(ChatDelivered(1)) == 1


def test_that_a_repeated_hello_doubles_nothing() -> None:
    pair = WirePair().connect()
    pair.viewer_says("a")
    pair.camera_says("b")
    pair.settle()
    pair.to_camera.append(pair.viewer.send_greeting(pair.now))
    pair.settle()
    assert (pair.camera_heard, pair.viewer_heard) == (["a"], ["b"])


def test_that_a_restarted_camera_hears_what_was_not_confirmed_and_goes_on() -> None:
    pair = WirePair().connect()
    pair.viewer_says("confirmed")
    pair.settle()
    pair.viewer_says("lost")
    pair.cut().start_camera()
    pair.connect()
    pair.viewer_says("new")
    pair.camera_says("back again")
    pair.settle()
    assert pair.camera_heard == ["confirmed", "lost", "new"]
    assert pair.viewer_heard == ["back again"]


def test_that_a_restarted_viewer_hears_what_was_not_confirmed_and_goes_on() -> None:
    pair = WirePair().connect()
    pair.camera_says("confirmed")
    pair.settle()
    pair.camera_says("lost")
    pair.cut().start_viewer()
    pair.connect()
    pair.camera_says("new")
    pair.viewer_says("back again")
    pair.settle()
    assert pair.viewer_heard == ["confirmed", "lost", "new"]
    assert pair.camera_heard == ["back again"]


def test_that_a_camera_restarted_behind_nat_goes_on() -> None:
    pair = WirePair().dial_out()
    pair.viewer_says("lost")
    pair.cut().start_camera()
    pair.dial_out()
    assert pair.camera_heard == ["lost"]


def test_that_a_late_line_from_before_the_viewer_restarted_takes_no_place_in_its_new_log() -> None:
    pair = WirePair().connect()
    pair.viewer_says("from an earlier life")
    late = pair.to_camera.popleft()
    pair.start_viewer()
    pair.connect()
    pair.to_camera.append(late)
    pair.viewer_says("new")
    assert pair.settle().camera_heard == ["new"]


def test_that_a_camera_that_forgot_its_viewer_is_greeted_again_at_its_next_word() -> None:
    pair = WirePair().connect()
    pair.accept()
    pair.ping()
    assert pair.viewer.state is pair.camera.state is PeerState.OPEN
    assert sum(isinstance(event, ViewerGreeted) for event in pair.at_camera) == 2


def test_that_a_line_said_to_a_camera_that_forgot_its_viewer_arrives_once() -> None:
    pair = WirePair().connect()
    pair.accept()
    pair.viewer_says("a")
    pair.viewer_says("b")
    assert pair.settle().camera_heard == ["a", "b"]


@pytest.mark.parametrize("trip", [0.0, 0.6, 5.0])
def test_that_a_leftover_followed_by_a_hello_settles(trip: float) -> None:
    pair = WirePair().connect()
    pair.accept()
    pair.to_camera.append(pair.viewer.send_ping(pair.now))
    pair.to_camera.append(pair.viewer.send_greeting(pair.now))
    pair.settle(trip)
    assert pair.viewer.state is pair.camera.state is PeerState.OPEN
    assert sum(isinstance(event, ViewerGreeted) for event in pair.at_camera) == 3


def test_that_late_lines_of_the_old_connection_double_nothing() -> None:
    pair = WirePair().connect()
    pair.viewer_says("a")
    old, late = pair.camera, pair.to_camera.popleft()
    pair.connect()
    assert [type(event) for event in old.receive(late, pair.now)] == [ReplyDue]
    assert pair.camera_heard == ["a"]


def test_that_frames_need_a_grant_after_each_greeting() -> None:
    pair = WirePair().connect()
    pair.grant(taken=0, window=1)
    assert pair.camera.credit.has_credit
    pair.cut().connect()
    assert not pair.camera.credit.has_credit


def test_that_credit_comes_back_when_the_frame_is_taken() -> None:
    pair = WirePair().connect()
    pair.grant(taken=0, window=1)
    pair.camera.credit.sent(1)
    pair.to_viewer.append(encode_frame(jpeg(1)))
    pair.settle()
    assert not pair.camera.credit.has_credit
    pair.grant(taken=1, window=1)
    assert pair.camera.credit.has_credit


@pytest.mark.parametrize(("theirs", "older"), [(2, "camera"), (0, "viewer")])
def test_that_a_camera_tells_a_viewer_of_another_version_whom_to_update(theirs: int, older: str) -> None:
    pair = WirePair()
    pair.to_camera.append(viewer_hello(protocol=(theirs, 3)))
    pair.settle()
    text = f"Camera porch speaks protocol 1, this viewer speaks {theirs}. Update the {older}."
    assert pair.at_camera[-1] == pair.at_viewer[-1] == PeerRefused("version", text)
    assert pair.viewer.state is pair.camera.state is PeerState.CLOSED


@pytest.mark.parametrize(("theirs", "older"), [(2, "viewer"), (0, "camera")])
def test_that_a_viewer_tells_a_camera_of_another_version_whom_to_update(theirs: int, older: str) -> None:
    pair = WirePair()
    pair.to_viewer.append(camera_hello(protocol=(theirs, 3)))
    pair.settle()
    text = f"This camera speaks protocol {theirs}, this viewer speaks 1. Update the {older}."
    assert pair.at_camera[-1] == pair.at_viewer[-1] == PeerRefused("version", text)
    assert pair.viewer.state is pair.camera.state is PeerState.CLOSED


def test_that_a_refusal_is_not_answered() -> None:
    pair = WirePair()
    (reply, _) = pair.camera.receive(viewer_hello(protocol=(9, 0)), pair.now)
    assert isinstance(reply, ReplyDue)
    assert isinstance(decode(reply.parts), Refusal)
    assert not any(isinstance(event, ReplyDue) for event in pair.viewer.receive(reply.parts, pair.now))


def test_that_a_refused_viewer_is_greeted_once_it_was_updated() -> None:
    pair = WirePair()
    pair.camera.receive(viewer_hello(protocol=(2, 0)), pair.now)
    pair.camera.receive(viewer_hello(), pair.now)
    assert pair.camera.state is PeerState.OPEN


def test_that_a_goodbye_closes_both_ends_and_lines_wait() -> None:
    pair = WirePair().connect()
    pair.to_camera.append(pair.viewer.send_goodbye("the window was closed"))
    pair.settle()
    assert pair.at_camera[-1] == PeerLeft("the window was closed", on_purpose=True)
    pair.camera_says("are you there?")
    assert not pair.to_viewer
    assert pair.connect().viewer_heard == ["are you there?"]


def test_that_a_kind_of_the_future_changes_nothing_but_is_a_sign_of_life() -> None:
    pair = WirePair().connect()
    assert pair.camera.receive([b"\x81\xa4kind\xa8hologram"], pair.now + 1) == []
    assert pair.camera.state is PeerState.OPEN
    assert pair.camera.last_heard == pair.now + 1


def test_that_a_peer_is_silent_only_after_the_limit() -> None:
    pair = WirePair().connect()
    assert not pair.camera.is_silent(pair.now + SILENCE_SECONDS)
    assert pair.camera.is_silent(pair.now + SILENCE_SECONDS + 0.1)


def test_that_pings_keep_both_ends_from_silence() -> None:
    pair = WirePair().connect()
    for _ in range(10):
        pair.now += PING_SECONDS
        pair.ping()
        assert not pair.camera.is_silent(pair.now)
        assert not pair.viewer.is_silent(pair.now)


def test_that_a_greeting_gives_the_camera_time_to_answer() -> None:
    pair = WirePair()
    pair.viewer.send_greeting(pair.now + 60)
    assert not pair.viewer.is_silent(pair.now + 60 + SILENCE_SECONDS)


@pytest.mark.parametrize("role", [NativeCamera, ViewerPeer])
def test_that_every_message_of_the_table_has_its_method(role: type[Peer]) -> None:
    assert {kind for _, kind in role.transitions} == set(role.receivers)


def test_that_a_camera_set_back_to_an_old_disk_begins_a_new_log_and_nothing_is_lost_or_doubled() -> None:
    pair = WirePair(is_recorded=True).connect()
    assert pair.camera_disk is not None
    pair.camera_says("c0")
    settle(pair)
    backup = pair.camera_disk.memory, pair.camera_disk.events
    for number in (1, 2, 3):
        pair.camera_says(f"c{number}")
        pair.viewer_says(f"v{number}")
        settle(pair)
    heard = pair.camera_heard
    pair.cut()
    pair.camera_disk.memory, _ = backup
    pair.start_camera()
    pair.camera_says("c4")
    pair.camera_says("c5")
    pair.viewer_says("v4")
    settle(pair.connect())
    assert any(isinstance(event, LogRenewed) for event in pair.at_camera)
    pair.camera_says("c6")
    settle(pair)
    assert pair.viewer_heard == ["c0", "c1", "c2", "c3", "c4", "c5", "c6"]
    assert pair.camera_heard == [*heard, "v4"]
    assert pair.viewer.conversation.unreceipted == pair.camera_conversation.unreceipted == []


@pytest.mark.parametrize("trip", [0.0, 0.3])
def test_that_a_viewer_set_back_to_an_old_disk_begins_a_new_log_and_nothing_is_lost_or_doubled(trip: float) -> None:
    pair = WirePair(is_recorded=True).connect()
    assert pair.viewer_disk is not None
    pair.viewer_says("v0")
    settle(pair)
    backup = pair.viewer_disk.memory
    for number in (1, 2, 3):
        pair.viewer_says(f"v{number}")
        pair.camera_says(f"c{number}")
        settle(pair)
    heard = pair.viewer_heard
    pair.cut()
    pair.viewer_disk.memory = backup
    pair.start_viewer()
    # As many as it once said, and more: their numbers are those of other lines.
    for number in (4, 5, 6, 7):
        pair.viewer_says(f"v{number}")
    pair.record_viewer()
    pair.camera_says("c4")
    pair.accept()
    pair.to_camera.append(pair.viewer.send_greeting(pair.now))
    settle(pair, trip)
    assert any(isinstance(event, LogRenewed) for event in pair.at_viewer)
    pair.viewer_says("v8")
    settle(pair)
    assert pair.camera_heard == [f"v{number}" for number in range(9)]
    assert pair.viewer_heard == [*heard, "c4"]
    assert pair.viewer.conversation.unreceipted == pair.camera_conversation.unreceipted == []


def test_that_an_end_that_is_killed_before_its_new_log_is_on_disk_tries_again() -> None:
    pair = WirePair(is_recorded=True).connect()
    assert pair.viewer_disk is not None
    backup = pair.viewer_disk.memory
    pair.viewer_says("v0")
    settle(pair)
    pair.cut()
    pair.viewer_disk.memory = backup
    for _ in range(3):
        pair.start_viewer()
        pair.connect().cut()
    pair.start_viewer()
    pair.viewer_says("v1")
    pair.record_viewer()
    settle(pair.connect())
    assert pair.camera_heard == ["v0", "v1"]


def test_that_a_recorded_line_leaves_when_it_is_on_disk() -> None:
    pair = WirePair(is_recorded=True).connect()
    pair.viewer_says("a")
    assert pair.settle().camera_heard == []
    pair.record_viewer()
    assert pair.settle().camera_heard == ["a"]


def test_that_a_receipt_leaves_when_the_line_is_on_disk() -> None:
    pair = WirePair(is_recorded=True).connect()
    pair.viewer_says("a")
    pair.record_viewer()
    pair.settle()
    assert pair.camera_heard == ["a"]
    assert len(pair.viewer.conversation.unreceipted) == 1
    pair.record_camera()
    assert pair.settle().viewer.conversation.unreceipted == []


def test_that_a_hello_says_only_what_is_on_disk() -> None:
    pair = WirePair(is_recorded=True).connect()
    pair.viewer_says("a")
    pair.record_viewer()
    pair.settle()
    pair.record_camera(is_told=False)
    pair.viewer_says("b")
    pair.record_viewer()
    pair.settle()
    assert pair.camera_heard == ["a", "b"]
    pair.cut().start_camera()
    # The first is on disk, though nobody was told; the second is not, and comes again.
    assert pair.camera_heard == ["a"]
    assert settle(pair.connect()).camera_heard == ["a", "b"]


def test_that_a_line_that_comes_again_before_it_is_on_disk_is_dropped_and_receipted_when_it_is() -> None:
    pair = WirePair(is_recorded=True).connect()
    pair.viewer_says("a")
    pair.record_viewer()
    pair.settle()
    pair.cut().connect()
    assert pair.camera_heard == ["a"]
    assert len(pair.viewer.conversation.unreceipted) == 1
    pair.record_camera()
    pair.settle()
    assert (pair.camera_heard, pair.viewer.conversation.unreceipted) == (["a"], [])


def test_that_a_line_that_comes_again_when_it_is_on_disk_is_receipted_again() -> None:
    pair = WirePair(is_recorded=True).connect()
    pair.viewer_says("a")
    pair.record_viewer()
    line = pair.to_camera[-1]
    pair.settle()
    pair.record_camera()
    # That receipt is lost, and the line is sent once more on the same connection.
    pair.to_viewer.clear()
    pair.to_camera.append(line)
    pair.settle()
    assert (pair.camera_heard, pair.viewer.conversation.unreceipted) == (["a"], [])


def test_that_the_number_of_a_line_that_was_taken_back_is_heard_and_receipted() -> None:
    pair = WirePair()
    for text in "abc":
        pair.viewer_says(text)
    pair.viewer.conversation.withdraw(lambda line: line.chat.text == "b")
    pair.connect()
    heard = [event.line.chat for event in pair.at_camera if isinstance(event, ChatReceived)]
    assert [(chat.text, chat.role) for chat in heard] == [("a", ""), ("", "void"), ("c", "")]
    assert pair.viewer.conversation.unreceipted == []


def test_that_large_lines_do_not_stand_before_small_ones_for_longer_than_the_window() -> None:
    pair = WirePair().connect()
    payload = values.encode(bytes(limits.BYTES_UNDER_WAY // 2))
    for number in range(6):
        pair.viewer.conversation.say(f"large {number}", 0, payload)
    pair.viewer_says("small")
    assert len(pair.to_camera) == 1
    pair.settle()
    assert pair.camera_heard == [*(f"large {number}" for number in range(6)), "small"]


def test_that_a_viewer_that_took_the_camera_for_another_talks_with_the_right_one_in_its_own_conversation() -> None:
    pair = WirePair()
    conversations = {each: Conversation(f"viewer-log-for-{each}") for each in ("cam-1", "cam-2")}
    for each, conversation in conversations.items():
        conversation.say(f"for {each}", 0)
    viewpoint = Viewpoint(
        "viewer-1", "desk", "tests", "", camera_id="cam-2", conversation_with=conversations.__getitem__
    )
    pair.viewer = NativeCamera.begin(viewpoint, pair.now)
    pair.connect()
    assert pair.camera_heard == ["for cam-1"]
    assert [type(event) for event in pair.at_viewer if not isinstance(event, ReplyDue)] == [
        CameraGreeted,
        ChatDelivered,
    ]
    assert len(conversations["cam-2"].unreceipted) == 1


def test_that_a_viewer_that_calls_without_knowing_whom_doubles_nothing_of_the_conversation_it_finds() -> None:
    # The camera has a new address, and the receipt for the last line was lost with the old one.
    pair = WirePair().connect()
    pair.viewer_says("a")
    pair.deliver_to_camera()
    pair.cut()
    conversations = {"": Conversation("whoever answers"), "cam-1": pair.viewer.conversation}
    viewpoint = Viewpoint("viewer-1", "desk", "tests", "", conversation_with=conversations.__getitem__)
    pair.viewer = NativeCamera.begin(viewpoint, pair.now)
    conversations["cam-1"].say("b", 0)
    pair.connect()
    assert pair.camera_heard == ["a", "b"]
    assert conversations["cam-1"].unreceipted == []


def settle(pair: WirePair, trip: float = 0.0) -> WirePair:
    """Let both disks and the link come to rest."""
    for _ in range(3):
        pair.settle(trip)
        pair.record_camera()
        pair.record_viewer()
    return pair.settle(trip)


class CutConversation(RuleBasedStateMachine):
    """Both ends talk; the link is cut and comes back at any moment, by either end's call, or the camera forgets."""

    def __init__(self) -> None:
        super().__init__()
        self.pair = self.make_pair()
        self.count = 0
        self.viewer_said: list[str] = []
        self.camera_said: list[str] = []

    def make_pair(self) -> WirePair:
        return WirePair()

    @rule()
    def viewer_says(self) -> None:
        self.count += 1
        self.viewer_said.append(f"v{self.count}")
        self.pair.viewer_says(self.viewer_said[-1])

    @rule()
    def camera_says(self) -> None:
        self.count += 1
        self.camera_said.append(f"c{self.count}")
        self.pair.camera_says(self.camera_said[-1])

    @rule(count=st.integers(1, 5))
    def deliver_to_camera(self, count: int) -> None:
        for _ in range(count):
            self.pair.deliver_to_camera()

    @rule(count=st.integers(1, 5))
    def deliver_to_viewer(self, count: int) -> None:
        for _ in range(count):
            self.pair.deliver_to_viewer()

    @rule()
    def viewer_reconnects(self) -> None:
        self.pair.cut().accept()
        self.pair.to_camera.append(self.pair.viewer.send_greeting(self.pair.now))

    @rule()
    def camera_reconnects(self) -> None:
        self.pair.cut().accept()
        self.pair.to_viewer.append(self.pair.camera.send_knock())

    @rule()
    def viewer_greets_again(self) -> None:
        self.pair.to_camera.append(self.pair.viewer.send_greeting(self.pair.now))

    @rule()
    def camera_forgets(self) -> None:
        self.pair.accept()

    @rule()
    def viewer_pings(self) -> None:
        if self.pair.viewer.is_open:
            self.pair.to_camera.append(self.pair.viewer.send_ping(self.pair.now))

    @rule()
    def time_passes(self) -> None:
        self.pair.now += PING_SECONDS

    @rule()
    def both_settle(self) -> None:
        self.pair.settle()

    @invariant()
    def nothing_is_doubled_or_reordered(self) -> None:
        assert self.pair.camera_heard == self.viewer_said[: len(self.pair.camera_heard)]
        assert self.pair.viewer_heard == self.camera_said[: len(self.pair.viewer_heard)]

    def teardown(self) -> None:
        self.pair.cut().connect()
        self.check_all_arrived()

    def check_all_arrived(self) -> None:
        assert (self.pair.camera_heard, self.pair.viewer_heard) == (self.viewer_said, self.camera_said)
        assert self.pair.viewer.conversation.unreceipted == self.pair.camera_conversation.unreceipted == []


class KilledConversation(CutConversation):
    """The same with disks; programs are killed at any moment, and lose what was not written."""

    def make_pair(self) -> WirePair:
        return WirePair(is_recorded=True)

    @rule(is_told=st.booleans())
    def camera_writes(self, is_told: bool) -> None:
        self.pair.record_camera(is_told)

    @rule(is_told=st.booleans())
    def viewer_writes(self, is_told: bool) -> None:
        self.pair.record_viewer(is_told)

    @rule()
    def camera_is_killed(self) -> None:
        self.pair.cut().start_camera()
        self.camera_said = _kept(self.pair.camera_conversation, self.camera_said)

    @rule()
    def viewer_is_killed(self) -> None:
        self.pair.cut().start_viewer()
        self.viewer_said = _kept(self.pair.viewer.conversation, self.viewer_said)

    @rule()
    def a_waiting_line_is_taken_back(self) -> None:
        conversation = self.pair.viewer.conversation
        # Of what may have left in an earlier life nobody knows before the next hello whether it was heard.
        taken = conversation.withdraw(lambda line: line.chat.number % 3 == 0 and line.chat.number > conversation._left)
        for line in taken:
            self.viewer_said[line.chat.number - 1] = ""
        self.pair.record_viewer(is_told=False)

    @invariant()
    def nothing_left_before_it_was_written(self) -> None:
        for disk, conversation, other in (
            (self.pair.viewer_disk, self.pair.viewer.conversation, self.pair.camera_conversation),
            (self.pair.camera_disk, self.pair.camera_conversation, self.pair.viewer.conversation),
        ):
            assert disk is not None
            assert other.their_log != conversation.log or other.heard <= disk.memory.said
            # What is receipted here can be lost no more there.
            their_disk = self.pair.camera_disk if other is self.pair.camera_conversation else self.pair.viewer_disk
            assert their_disk is not None
            assert conversation.first - 1 <= (their_disk.memory.heard if their_disk.memory.their_log else 0)

    def teardown(self) -> None:
        settle(self.pair)
        settle(self.pair.cut().connect())
        self.check_all_arrived()


def _kept(conversation: Conversation, said: list[str]) -> list[str]:
    """Of what was said, what a program that was killed and started again has said."""
    kept = said[: conversation.said]
    for line in conversation.unreceipted:
        kept[line.chat.number - 1] = line.chat.text
    return kept


TestCutConversation = CutConversation.TestCase
TestCutConversation.settings = settings(deadline=None, max_examples=60, stateful_step_count=40)
TestKilledConversation = KilledConversation.TestCase
TestKilledConversation.settings = settings(deadline=None, max_examples=100, stateful_step_count=60)
