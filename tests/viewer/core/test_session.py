"""One camera's session, with a clock that is a number and a channel that is a list."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from camwire.errors import UsageError
from camwire.messages import (
    NOT_UNDERSTOOD,
    PROTOCOL,
    CameraHello,
    Chat,
    Credit,
    Frame,
    Goodbye,
    Ping,
    Pong,
    Receipt,
    Refusal,
    ViewerHello,
    Want,
)
from camwire.peer import PING_SECONDS, SILENCE_SECONDS
from tests.support import jpegs
from tests.support.clocks import NumberClock
from tests.support.scripted_channel import ScriptedChannel, native
from tests.support.waiting import until
from tests.support.witness import Witness
from viewer.core.pictures.crediting import LEAST_FRAMES
from viewer.core.pictures.decoding import DecodePool
from viewer.core.pictures.wanting import Place
from viewer.core.sessions.contact import GREETING_SECONDS, Again
from viewer.core.sessions.identity import CameraIdentity
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase
from viewer.core.talk.chat import Delivery

ENDPOINT = "tcp://127.0.0.1:5600"


class Cast:
    """A session, its channel, its clock, and who observes it."""

    def __init__(self, run: Callable[..., Any]) -> None:
        self.run = run
        self.clock = NumberClock()
        self.pool: DecodePool = run(self._pool())
        self.session = Session(CameraIdentity(ENDPOINT, ENDPOINT), native(self.clock()), self.pool, self.clock)
        self.witness = Witness(self.session, paints=False)
        self.channel = ScriptedChannel(self.session)

    @property
    def phase(self) -> Phase:
        return self.session.state.phase

    @property
    def reason(self) -> str:
        return self.session.state.reason

    def greeted(self) -> "Cast":
        self.channel.connect().greet()
        return self

    def frame(self, sequence: int, payload: bytes = b"", captured_ns: int = 0) -> None:
        """A frame arrives and is decoded."""
        before = self.witness.ready + self.session.stats.drops["undecodable"]
        self.frame_begins(sequence, payload, captured_ns)
        self.run(until(lambda: self.witness.ready + self.session.stats.drops["undecodable"] > before))

    def frame_begins(self, sequence: int, payload: bytes = b"", captured_ns: int = 0) -> None:
        """A frame arrives."""
        header = Frame(sequence=sequence, capture_time_ns=captured_ns, codec="jpeg", width=64, height=48)
        self.channel.camera_says(header, payload or jpegs.plain())

    def later(self, seconds: float) -> None:
        """Time goes by, and the session looks at the clock."""
        self.clock.now += seconds
        self.session.tick(self.clock.now)

    async def _pool(self) -> DecodePool:
        return DecodePool(asyncio.get_running_loop(), threads=1)


@pytest.fixture
def cast(run: Callable[..., Any]) -> Iterator[Cast]:
    cast = Cast(run)
    yield cast
    cast.pool.close()


def test_that_a_connected_camera_is_greeted(cast: Cast) -> None:
    cast.channel.connect()
    (hello,) = cast.channel.sent
    assert isinstance(hello, ViewerHello)
    assert (hello.id, hello.name) == ("viewer-1", "desk")


def test_that_a_greeting_that_could_not_leave_is_said_again(cast: Cast) -> None:
    cast.channel.is_open = False
    cast.channel.connect()
    cast.channel.is_open = True
    cast.later(0.2)
    assert len(cast.channel.of(ViewerHello)) == 1


def test_that_a_greeted_camera_is_told_what_is_wanted_and_gets_credit(cast: Cast) -> None:
    cast.greeted()
    assert cast.channel.of(Want) == [Want()]
    assert cast.channel.of(Credit) == [Credit(taken=0, window=LEAST_FRAMES)]
    assert cast.phase is Phase.CONNECTING


def test_that_a_camera_is_live_with_its_first_picture(cast: Cast) -> None:
    cast.greeted().frame(1)
    assert cast.witness.phases[-1] is Phase.LIVE


def test_that_a_change_of_state_is_told_once(cast: Cast) -> None:
    cast.greeted()
    for sequence in range(1, 6):
        cast.frame(sequence)
        cast.later(0.1)
    assert cast.witness.phases.count(Phase.LIVE) == 1


def test_that_credit_goes_back_when_a_picture_is_taken_and_only_then(cast: Cast) -> None:
    cast.greeted().frame(1)
    before = cast.channel.of(Credit)
    picture = cast.witness.paint()
    assert picture is not None
    assert cast.channel.of(Credit)[len(before) :] == [Credit(taken=1, window=LEAST_FRAMES)]
    assert len(before) == 1


def test_that_a_picture_is_taken_once(cast: Cast) -> None:
    cast.greeted().frame(1)
    assert cast.witness.paint() is not None
    assert cast.witness.paint() is None
    assert len(cast.channel.of(Credit)) == 2


def test_that_a_picture_that_was_not_painted_in_time_is_counted(cast: Cast) -> None:
    cast.greeted()
    cast.frame(1)
    cast.frame(2)
    picture = cast.witness.paint()
    assert picture is not None
    assert picture.sequence == 2
    assert cast.session.stats.drops == {"paint-busy": 1}


def test_that_a_picture_has_an_age_once_the_camera_s_clock_is_known(cast: Cast) -> None:
    cast.greeted()
    cast.channel.camera_says(Pong(sent_ns=100_000_000_000, clock_ns=7_000_000_000))
    cast.frame(1, captured_ns=6_900_000_000)
    cast.witness.paint()
    assert cast.session.stats.ages[0] == pytest.approx(0.1)


def test_that_a_picture_has_no_age_before(cast: Cast) -> None:
    cast.greeted().frame(1)
    picture = cast.witness.paint()
    assert picture is not None
    assert picture.age(cast.clock.now) is None
    assert not cast.session.stats.ages


@pytest.mark.parametrize("payload", [jpegs.corrupt(), jpegs.truncated(), jpegs.gigapixel()])
def test_that_a_frame_that_cannot_be_decoded_gives_its_credit_back(cast: Cast, payload: bytes) -> None:
    cast.greeted().frame(1, payload)
    assert cast.channel.of(Credit)[-1] == Credit(taken=1, window=LEAST_FRAMES)
    assert cast.session.stats.drops == {"undecodable": 1}
    cast.later(2)
    cast.frame(2, payload)
    cast.later(2.1)
    cast.channel.camera_says(Pong(sent_ns=0, clock_ns=0))
    cast.later(0.1)
    assert cast.phase is Phase.FROZEN
    assert cast.reason.startswith("The camera sends ")


def test_that_a_good_picture_ends_the_trouble_with_bad_ones(cast: Cast) -> None:
    cast.greeted().frame(1, jpegs.corrupt())
    cast.frame(2)
    assert (cast.phase, cast.reason) == (Phase.LIVE, "")
    assert cast.session._standing.facts.decode_trouble == ""


def test_that_credit_begins_anew_with_a_camera_that_restarts_while_its_tile_is_hidden(cast: Cast) -> None:
    cast.greeted().frame(5000)
    cast.witness.paint()
    assert cast.channel.of(Credit)[-1].taken == 5000
    cast.session.show(False)
    cast.channel.greet()
    cast.session.show(True)
    assert cast.channel.of(Credit)[-1].taken == 0
    cast.frame(1)
    cast.witness.paint()
    assert cast.channel.of(Credit)[-1].taken == 1


def test_that_pings_go_out_once_a_second(cast: Cast) -> None:
    cast.greeted()
    before = len(cast.channel.of(Ping))
    for _ in range(10):
        cast.later(PING_SECONDS / 2)
        cast.channel.camera_says(Pong(sent_ns=0, clock_ns=0))
    assert 4 <= len(cast.channel.of(Ping)) - before <= 6


def test_that_a_silent_camera_is_let_go_and_called_again_at_once(cast: Cast) -> None:
    cast.greeted().frame(1)
    cast.later(SILENCE_SECONDS + 0.1)
    assert (cast.phase, cast.reason) == (Phase.OFFLINE, "The camera stopped answering.")
    assert cast.channel.drops == [Again.AT_ONCE]
    assert not cast.session.is_connected


def test_that_a_peer_that_does_not_answer_the_greeting_is_let_go_for_a_while(cast: Cast) -> None:
    cast.channel.connect()
    cast.later(GREETING_SECONDS + 0.1)
    assert cast.channel.drops == [Again.AFTER_NONSENSE]
    assert cast.reason == f"Something answers at {ENDPOINT}, but not as a camera. Check the address."


def test_that_a_goodbye_is_offline_at_once_and_the_camera_is_called_again_later(cast: Cast) -> None:
    cast.greeted().frame(1)
    cast.channel.camera_says(Goodbye(text="Maintenance until noon."))
    cast.later(0.0)
    assert (cast.phase, cast.reason) == (Phase.OFFLINE, "Maintenance until noon.")
    assert cast.channel.drops == [Again.LATER]


def test_that_the_camera_s_last_words_are_not_lost_when_nobody_answers_any_more(cast: Cast) -> None:
    cast.greeted().frame(1)
    cast.channel.camera_says(Goodbye())
    cast.session.disconnected()
    cast.session.in_trouble("Nothing answers.")
    assert cast.reason == "The camera was switched off."


def test_that_a_refusal_is_told_with_its_own_words(cast: Cast) -> None:
    cast.channel.connect()
    cast.channel.camera_says(Refusal(reason="full", text="Close another viewer."))
    assert (cast.phase, cast.reason) == (Phase.REFUSED, "Close another viewer.")
    assert cast.channel.drops == [Again.LATER]


def test_that_another_version_is_refused_and_told_to_both_sides(cast: Cast) -> None:
    cast.channel.connect()
    cast.channel.camera_says(CameraHello(protocol=(PROTOCOL[0] + 1, 0), id="cam-1", name="porch"))
    (refusal,) = cast.channel.of(Refusal)
    assert isinstance(refusal, Refusal)
    assert cast.reason == refusal.text
    assert cast.reason.endswith("Update the viewer.")


def test_that_rubbish_is_refused(cast: Cast) -> None:
    cast.greeted()
    cast.session.receive([b"\xc1 rubbish"])
    assert (cast.phase, cast.channel.drops) == (Phase.REFUSED, [Again.AFTER_NONSENSE])
    assert "is no camera that Watchword understands" in cast.reason


def test_that_a_camera_to_which_this_viewer_makes_no_sense_is_called_as_after_nonsense(cast: Cast) -> None:
    cast.greeted()
    cast.channel.camera_says(Refusal(reason=NOT_UNDERSTOOD, text="What?"))
    assert (cast.phase, cast.channel.drops) == (Phase.REFUSED, [Again.AFTER_NONSENSE])


def test_that_a_camera_that_is_greeted_again_is_no_longer_refused(cast: Cast) -> None:
    cast.channel.connect()
    cast.channel.camera_says(Refusal(reason="full", text="Close another viewer."))
    cast.greeted()
    assert cast.phase is Phase.CONNECTING


def test_that_a_line_said_before_the_greeting_waits(cast: Cast) -> None:
    line = cast.session.say("early")
    cast.channel.connect()
    assert (line.delivery, cast.channel.of(Chat)) == (Delivery.QUEUED, [])
    cast.channel.greet()
    assert line.delivery is Delivery.SENT
    assert [chat.text for chat in cast.channel.of(Chat) if isinstance(chat, Chat)] == ["early"]


def test_that_a_receipt_says_a_line_is_received(cast: Cast) -> None:
    cast.greeted().session.say("hello")
    cast.channel.camera_says(Receipt(number=1, log="viewer-log"))
    assert cast.witness.deliveries == [(1, Delivery.SENT), (1, Delivery.RECEIVED)]


def test_that_a_line_without_receipt_waits_again_when_the_link_is_lost(cast: Cast) -> None:
    cast.greeted().session.say("hello")
    cast.session.disconnected()
    cast.greeted()
    assert cast.witness.deliveries == [(1, Delivery.SENT), (1, Delivery.QUEUED), (1, Delivery.SENT)]
    assert len(cast.channel.of(Chat)) == 2


def test_that_a_camera_that_heard_a_line_before_the_cut_does_not_get_it_again(cast: Cast) -> None:
    line = cast.greeted().session.say("hello")
    cast.session.disconnected()
    cast.channel.connect().greet(heard=1)
    assert line.delivery is Delivery.RECEIVED
    assert len(cast.channel.of(Chat)) == 1


def test_that_a_line_that_could_not_leave_is_not_called_sent(cast: Cast) -> None:
    cast.greeted().channel.is_open = False
    assert cast.session.say("hello").delivery is Delivery.QUEUED


def test_that_a_line_that_cannot_be_carried_is_refused_to_who_said_it(cast: Cast) -> None:
    with pytest.raises(UsageError, match="Split it"):
        cast.session.say("x" * 100_000)
    assert list(cast.session.chat.lines) == []


def test_that_a_line_of_the_camera_is_receipted_and_told(cast: Cast) -> None:
    cast.greeted().channel.camera_says(Chat(number=1, log="camera-log", text="visitor"))
    assert cast.witness.heard == ["visitor"]
    assert cast.session.chat.unread == 1
    assert cast.channel.of(Receipt) == [Receipt(number=1, log="camera-log")]


def test_that_a_line_that_comes_twice_is_told_once(cast: Cast) -> None:
    cast.greeted()
    for _ in range(2):
        cast.channel.camera_says(Chat(number=1, log="camera-log", text="visitor"))
    assert cast.witness.heard == ["visitor"]


def test_that_a_hidden_camera_is_asked_to_pause(cast: Cast) -> None:
    cast.greeted().session.show(False)
    assert cast.channel.of(Want)[-1] == Want(paused=True)
    cast.session.show(True)
    assert cast.channel.of(Want)[-1] == Want(paused=False)


def test_that_showing_what_is_shown_says_nothing(cast: Cast) -> None:
    cast.greeted().session.show(True)
    assert len(cast.channel.of(Want)) == 1


def test_that_a_camera_hidden_before_the_greeting_is_asked_to_pause(cast: Cast) -> None:
    cast.session.show(False)
    cast.greeted()
    assert cast.channel.of(Want) == [Want(paused=True)]


def test_that_a_camera_is_told_how_large_its_pictures_are_shown(cast: Cast) -> None:
    cast.session.place(Place(640, 360))
    cast.greeted()
    cast.session.place(Place(320, 180))
    cast.session.place(None)
    assert cast.channel.of(Want) == [Want(width=640, height=360), Want(width=320, height=180), Want()]


def test_that_a_camera_that_greets_again_is_told_again(cast: Cast) -> None:
    cast.session.place(Place(640, 360))
    cast.greeted().session.limit(50_000)
    cast.session.disconnected()
    cast.session.limit(60_000)
    cast.greeted()
    assert cast.channel.of(Want)[-1] == Want(width=640, height=360, bytes_per_second=60_000)
    assert len(cast.channel.of(Want)) == 3


def test_that_whoever_gets_the_frames_as_they_come_gets_them_in_full_size(cast: Cast) -> None:
    cast.session.place(Place(64, 48))
    cast.greeted().session.pass_on(print)
    cast.session.stop_passing_on(print)
    small = Want(width=64, height=48)
    assert cast.channel.of(Want) == [small, Want(codec="jpeg"), small]


def test_that_credit_says_how_long_a_frame_was_held(cast: Cast) -> None:
    cast.greeted().frame(1)
    cast.clock.now += 0.25
    cast.witness.paint()
    assert cast.channel.of(Credit)[-1] == Credit(taken=1, window=LEAST_FRAMES, held_ns=250_000_000)
    cast.later(PING_SECONDS)
    assert cast.channel.of(Credit)[-1] == Credit(taken=1, window=LEAST_FRAMES, held_ns=250_000_000)
    assert len(cast.channel.of(Credit)) == 3


def test_that_the_window_is_as_wide_as_the_way_to_the_camera_is_long(cast: Cast) -> None:
    cast.greeted()
    asked_ns = round(cast.clock.now * 1e9)
    cast.clock.now += 0.2
    cast.channel.camera_says(Pong(sent_ns=asked_ns, clock_ns=7_000_000_000))
    for sequence in range(1, 41):
        cast.frame(sequence)
        cast.witness.paint()
        cast.clock.now += 0.05
    cast.later(0.05)
    cast.frame(41)
    cast.witness.paint()
    credit = cast.channel.of(Credit)[-1]
    assert isinstance(credit, Credit)
    # Of twenty a second, four are under way in 0.2 s; the figure of the last two seconds may be a little higher.
    assert credit.window in (5, 6)


def test_that_a_picture_shown_again_is_not_called_live(cast: Cast) -> None:
    cast.greeted().frame(1)
    cast.session.show(False)
    cast.clock.now += 3600
    cast.channel.camera_says(Pong(sent_ns=0, clock_ns=0))
    cast.session.show(True)
    assert cast.phase is Phase.CONNECTING


def test_that_frames_not_sent_while_hidden_are_no_drops(cast: Cast) -> None:
    cast.greeted().frame(1)
    cast.session.show(False)
    cast.session.show(True)
    cast.frame(500)
    assert cast.session.stats.drops["not-sent"] == 0


def test_that_numbers_from_one_after_a_restart_are_no_gap_and_have_credit(cast: Cast) -> None:
    cast.greeted()
    cast.frame(70)
    cast.session.disconnected()
    cast.channel.connect().greet(log="another-log")
    cast.frame(1)
    cast.witness.paint()
    assert cast.session.stats.drops == {}
    assert cast.channel.of(Credit)[-1] == Credit(taken=1, window=LEAST_FRAMES)


def test_that_a_camera_is_called_by_the_name_a_person_gave_or_its_own_or_its_address(cast: Cast) -> None:
    assert cast.session.name == ENDPOINT
    cast.channel.connect().greet(name="  front \n porch ")
    assert cast.session.name == "front porch"
    cast.session.rename("Gate")
    assert cast.session.name == "Gate"
    cast.session.rename("")
    assert cast.session.name == "front porch"


def test_that_who_stops_observing_is_told_no_more(cast: Cast) -> None:
    cast.session.forget(cast.witness)
    cast.greeted()
    assert (cast.witness.states, cast.witness.hellos) == ([], [])


def test_that_closing_says_goodbye_to_a_greeted_camera_only(cast: Cast) -> None:
    cast.channel.connect()
    cast.session.close()
    assert cast.channel.of(Goodbye) == []
    cast.greeted().session.close()
    assert cast.channel.of(Goodbye) == [Goodbye()]


def test_that_a_picture_decoded_after_closing_goes_nowhere(cast: Cast) -> None:
    cast.greeted().frame_begins(1)
    cast.session.close()
    cast.run(until(lambda: cast.witness.ready))
    cast.witness.paint()
    assert len(cast.channel.of(Credit)) == 1
