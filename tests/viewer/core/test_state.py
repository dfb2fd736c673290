"""What a person is told, from facts and a clock that is a number."""

from dataclasses import fields, replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from viewer.core.sessions.state import (
    FROZEN_INTERVALS,
    FROZEN_SECONDS,
    LONGEST_INTERVAL,
    OFFLINE_SECONDS,
    PATIENCE_SECONDS,
    CameraState,
    Facts,
    Phase,
    derive,
)

NEW = Facts(began=100.0)
GREETED = Facts(began=100.0, greeted=101.0, last_heard=101.0, is_connected=True)
LIVE = replace(GREETED, last_picture=110.0, last_heard=110.0)


def test_that_a_camera_is_connecting_at_first() -> None:
    assert derive(NEW, 100.0) == CameraState(Phase.CONNECTING, 100.0)


def test_that_what_stands_in_the_way_is_said_while_connecting() -> None:
    facts = replace(NEW, trouble="Nothing answers.")
    assert derive(facts, 101.0) == CameraState(Phase.CONNECTING, 100.0, "Nothing answers.")


def test_that_a_camera_that_never_answered_is_offline_after_a_while() -> None:
    facts = replace(NEW, trouble="Nothing answers.")
    assert derive(facts, 100.1 + PATIENCE_SECONDS) == CameraState(Phase.OFFLINE, 100.0, "Nothing answers.")


def test_that_a_greeted_camera_is_connecting_until_its_first_picture() -> None:
    assert derive(GREETED, 102.0).phase is Phase.CONNECTING


def test_that_a_camera_that_was_just_greeted_is_not_blamed_for_its_source() -> None:
    assert derive(GREETED, 101.0) == CameraState(Phase.CONNECTING, 101.0, "")


def test_that_a_first_picture_that_cannot_be_decoded_is_named_at_once() -> None:
    facts = replace(GREETED, decode_trouble="damaged pictures")
    assert derive(facts, 101.1).reason == "The camera sends damaged pictures."


def test_that_a_camera_whose_first_picture_does_not_come_is_frozen() -> None:
    facts = replace(GREETED, last_heard=106.0)
    state = derive(facts, 106.0)
    assert (state.phase, state.reason) == (Phase.FROZEN, "The camera answers, its source does not.")


def test_that_a_camera_with_a_new_picture_is_live() -> None:
    assert derive(LIVE, 110.5) == CameraState(Phase.LIVE, 110.0)


def test_that_a_picture_that_is_not_followed_freezes() -> None:
    facts = replace(LIVE, last_heard=111.0)
    assert derive(facts, 111.1) == CameraState(Phase.FROZEN, 110.0, "The camera answers, its source does not.")


@pytest.mark.parametrize("facts", [replace(GREETED, last_heard=111.0), replace(LIVE, last_heard=111.1)])
def test_that_a_camera_that_says_why_no_pictures_come_is_quoted(facts: Facts) -> None:
    state = derive(replace(facts, source_trouble="The webcam is gone."), 111.2)
    assert (state.phase, state.reason) == (Phase.FROZEN, "The webcam is gone.")


def test_that_nothing_is_waited_for_where_the_camera_says_that_none_will_come() -> None:
    state = derive(replace(GREETED, source_trouble="The webcam is gone."), 101.1)
    assert (state.phase, state.reason) == (Phase.FROZEN, "The webcam is gone.")


def test_that_pictures_are_believed_more_than_words() -> None:
    facts = replace(LIVE, source_trouble="The webcam is gone.", troubled_since=109.9)
    assert derive(facts, 110.5) == CameraState(Phase.LIVE, 110.0)


def test_that_a_camera_whose_source_is_gone_is_not_live_however_seldom_its_pictures_come() -> None:
    facts = replace(LIVE, usual_interval=5.0, source_trouble="The webcam is gone.", troubled_since=110.1)
    assert derive(facts, 110.2) == CameraState(Phase.FROZEN, 110.0, "The webcam is gone.")


def test_that_a_camera_that_stopped_answering_is_told_from_one_without_a_source() -> None:
    assert derive(LIVE, 111.6).reason == "The camera does not answer."


def test_that_pictures_that_cannot_be_decoded_are_named() -> None:
    facts = replace(LIVE, last_heard=112.0, decode_trouble="damaged pictures")
    assert derive(facts, 112.0) == CameraState(Phase.FROZEN, 110.0, "The camera sends damaged pictures.")


def test_that_a_broken_connection_freezes_the_picture_and_says_so() -> None:
    state = derive(replace(LIVE, is_connected=False), 111.1)
    assert (state.phase, state.reason) == (Phase.FROZEN, "The connection broke.")


def test_that_a_known_reason_goes_before_a_broken_connection() -> None:
    facts = replace(LIVE, is_connected=False, trouble="Nothing answers.")
    assert derive(facts, 111.1).reason == "Nothing answers."


def test_that_a_camera_that_was_not_heard_for_long_is_offline_since_it_was_heard_last() -> None:
    state = derive(replace(LIVE, trouble="Nothing answers."), 110.1 + OFFLINE_SECONDS)
    assert state == CameraState(Phase.OFFLINE, 110.0, "Nothing answers.")


def test_that_a_camera_that_said_goodbye_is_offline_at_once() -> None:
    state = derive(replace(LIVE, left=110.2, trouble="The camera was switched off."), 110.2)
    assert state == CameraState(Phase.OFFLINE, 110.2, "The camera was switched off.")


def test_that_a_refusal_goes_before_everything_else() -> None:
    facts = replace(LIVE, refused=105.0, refusal="Update the viewer.", left=110.0, trouble="Gone.")
    assert derive(facts, 110.1) == CameraState(Phase.REFUSED, 105.0, "Update the viewer.")


def test_that_a_hidden_camera_that_answers_is_not_called_frozen() -> None:
    facts = replace(LIVE, is_shown=False, last_heard=500.0)
    assert derive(facts, 501.0).phase is Phase.LIVE


def test_that_a_hidden_camera_that_is_silent_is_offline() -> None:
    assert derive(replace(LIVE, is_shown=False), 114.0).phase is Phase.OFFLINE


def test_that_a_tile_shown_again_waits_for_a_picture_and_does_not_call_the_old_one_live() -> None:
    facts = replace(LIVE, shown_since=500.0, last_heard=500.0)
    assert derive(facts, 500.1).phase is Phase.CONNECTING


def test_that_a_tile_shown_again_without_new_pictures_is_frozen_since_its_last_one() -> None:
    facts = replace(LIVE, shown_since=500.0, last_heard=502.0)
    state = derive(facts, 502.0)
    assert (state.phase, state.since) == (Phase.FROZEN, 110.0)


def test_that_a_camera_that_is_back_waits_for_a_picture() -> None:
    facts = replace(LIVE, greeted=500.0, last_heard=500.0)
    assert derive(facts, 500.1).phase is Phase.CONNECTING


@pytest.mark.parametrize("since_the_last", [0.1, 1.0, 1.9, 2.1, 5.9])
def test_that_a_slow_camera_is_not_called_frozen_between_its_pictures(since_the_last: float) -> None:
    now = 110.0 + since_the_last
    facts = replace(LIVE, usual_interval=2.0, last_heard=now)
    assert derive(facts, now).phase is Phase.LIVE


def test_that_a_slow_camera_freezes_too() -> None:
    facts = replace(LIVE, usual_interval=2.0, last_heard=116.1)
    assert derive(facts, 116.1).phase is Phase.FROZEN


def test_that_no_camera_is_so_slow_that_its_picture_never_freezes() -> None:
    facts = replace(LIVE, usual_interval=3600.0, last_heard=141.0)
    assert derive(facts, 141.0).phase is Phase.FROZEN


times = st.floats(0, 20)
maybe = st.none() | times
all_facts = st.builds(
    Facts,
    began=times,
    greeted=maybe,
    last_heard=maybe,
    last_picture=maybe,
    usual_interval=st.just(0.0) | st.floats(0, 100),
    is_shown=st.booleans(),
    shown_since=times,
    refused=maybe,
    refusal=st.just("Refused."),
    trouble=st.sampled_from(["", "Trouble."]),
    decode_trouble=st.sampled_from(["", "damaged pictures"]),
    left=maybe,
    is_connected=st.booleans(),
)


@given(facts=all_facts, now=times)
@example(facts=replace(LIVE, shown_since=500.0, last_heard=500.0), now=500.1)
def test_that_a_frozen_picture_is_never_shown_as_live(facts: Facts, now: float) -> None:
    is_called_live = facts.is_shown and derive(facts, now).phase is Phase.LIVE
    allowed = max(FROZEN_SECONDS, FROZEN_INTERVALS * min(facts.usual_interval, LONGEST_INTERVAL))
    is_new = facts.last_picture is not None and now - facts.last_picture <= allowed
    assert is_new or not is_called_live


@given(facts=all_facts, now=times)
def test_that_a_camera_that_is_not_heard_is_never_live(facts: Facts, now: float) -> None:
    heard = facts.greeted if facts.last_heard is None else facts.last_heard
    is_heard = facts.left is None and heard is not None and now - heard <= OFFLINE_SECONDS
    assert is_heard or derive(facts, now).phase is not Phase.LIVE


@given(facts=all_facts, now=times)
def test_that_the_facts_stay_as_they_are(facts: Facts, now: float) -> None:
    before = {each.name: getattr(facts, each.name) for each in fields(facts)}
    derive(facts, now)
    assert before == {each.name: getattr(facts, each.name) for each in fields(facts)}


@given(facts=all_facts, now=times)
def test_that_a_frozen_tile_always_says_why(facts: Facts, now: float) -> None:
    state = derive(facts, now)
    assert state.phase is not Phase.FROZEN or state.reason.endswith(".")


def test_that_pictures_that_come_very_late_are_not_called_live() -> None:
    state = derive(
        Facts(began=0.0, greeted=1.0, last_heard=99.9, last_picture=99.9, is_connected=True, age=3600.0), 100.0
    )
    assert state.phase is Phase.FROZEN
    assert state.reason == "The pictures come 3600 s late."
