"""Lines for a camera that takes one with each answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camwire import limits
from camwire.errors import UsageError
from camwire.messages import Parts
from camwire.turns import Turns


def said(*texts: bytes) -> Turns:
    turns = Turns()
    for text in texts:
        turns.say([text])
    return turns


def test_that_lines_are_numbered_from_one() -> None:
    turns = Turns()
    assert [turns.say([b"x"]) for _ in range(3)] == [1, 2, 3]


def test_that_nothing_is_handed_out_when_nothing_was_said() -> None:
    turns = Turns()
    turns.came_again()
    assert turns.hand_out() is None
    assert turns.received == 0


def test_that_a_line_is_received_when_the_camera_speaks_again() -> None:
    turns = said(b"one", b"two")
    assert turns.hand_out() == ([b"one"], 1)
    assert turns.received == 0
    turns.came_again()
    assert turns.received == 1
    assert turns.hand_out() == ([b"two"], 2)


def test_that_a_camera_that_only_speaks_receives_nothing() -> None:
    turns = said(b"one")
    for _ in range(3):
        turns.came_again()
    assert turns.received == 0
    assert turns.hand_out() == ([b"one"], 1)


def test_that_what_was_lost_is_handed_out_again() -> None:
    turns = said(b"one", b"two")
    turns.hand_out()
    turns.lost()
    turns.came_again()
    assert turns.received == 0
    assert turns.hand_out() == ([b"one"], 1)


def test_that_what_was_received_cannot_be_lost() -> None:
    turns = said(b"one", b"two")
    turns.hand_out()
    turns.came_again()
    turns.lost()
    assert turns.received == 1
    assert turns.hand_out() == ([b"two"], 2)


def test_that_too_many_waiting_lines_are_refused_until_some_are_received() -> None:
    turns = said(*[b"x"] * limits.UNRECEIPTED_MESSAGES)
    with pytest.raises(UsageError, match="10,000 messages are waiting already"):
        turns.say([b"one more"])
    turns.hand_out()
    turns.came_again()
    assert turns.say([b"one more"]) == limits.UNRECEIPTED_MESSAGES + 1


@settings(deadline=None, max_examples=300)
@given(deeds=st.lists(st.sampled_from(["say", "frame", "frame", "cut before it arrives", "cut after it arrived"])))
def test_that_a_camera_gets_every_line_in_order_and_twice_only_where_a_connection_broke(deeds: list[str]) -> None:
    turns = Turns()
    count = 0
    heard: list[Parts] = []
    cuts = 0
    for deed in [*deeds, *["frame"] * (len(deeds) + 1)]:
        if deed == "say":
            count += 1
            assert turns.say([b"%d" % count]) == count
            continue
        turns.came_again()
        line = turns.hand_out()
        if line is not None and deed != "cut before it arrives":
            heard.append(line[0])
        if deed.startswith("cut"):
            cuts += 1
            turns.lost()
    turns.came_again()
    assert turns.received == count
    once = list(dict.fromkeys(bytes(line[0]) for line in heard))
    assert once == [b"%d" % number for number in range(1, count + 1)]
    assert len(heard) <= count + cuts
    assert [bytes(line[0]) for line in heard] == sorted((bytes(line[0]) for line in heard), key=int)
