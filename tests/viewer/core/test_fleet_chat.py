"""Conversations over real sockets, through cut cables and restarts."""

import pytest

from camwire.errors import UsageError
from tests.support.stage import Stage, free_endpoint
from tests.support.witness import Witness
from viewer.core.sessions.state import Phase
from viewer.core.talk.chat import Delivery


def say(stage: Stage, witness: Witness, *texts: str) -> None:
    for text in texts:
        stage.say(witness, text)


def deliveries(witness: Witness) -> list[Delivery | None]:
    return [line.delivery for line in witness.lines if line.is_mine]


def test_that_a_line_arrives_and_is_receipted(stage: Stage) -> None:
    camera, witness = stage.greeted()
    say(stage, witness, "hello")
    stage.until(lambda: deliveries(witness) == [Delivery.RECEIVED])
    assert witness.deliveries == [(1, Delivery.SENT), (1, Delivery.RECEIVED)]
    assert camera.heard == ["hello"]


def test_that_a_line_of_the_camera_arrives_and_is_receipted(stage: Stage) -> None:
    camera, witness = stage.greeted()
    stage.now(lambda: camera.say("somebody is at the door"))
    stage.until(lambda: witness.heard == ["somebody is at the door"])
    stage.until(lambda: not camera.viewers[0].conversation.unreceipted)
    assert witness.session.chat.unread == 1


def test_that_lines_said_while_nobody_is_there_arrive_once_and_in_order(stage: Stage) -> None:
    endpoint = free_endpoint()
    witness = stage.witness(endpoint)
    wanted = [f"line {number}" for number in range(50)]
    say(stage, witness, *wanted)
    assert set(deliveries(witness)) == {Delivery.QUEUED}
    camera = stage.camera(endpoint=endpoint)
    stage.until(lambda: set(deliveries(witness)) == {Delivery.RECEIVED})
    assert camera.heard == wanted


def test_that_lines_said_while_the_camera_is_gone_arrive_once_and_in_order(stage: Stage) -> None:
    camera, witness = stage.greeted()
    say(stage, witness, "before")
    stage.until(lambda: deliveries(witness) == [Delivery.RECEIVED])
    stage.now(camera.close)
    stage.until(lambda: not witness.session.is_connected)
    say(stage, witness, "one", "two", "three")
    again = stage.camera(endpoint=camera.endpoint)
    stage.until(lambda: set(deliveries(witness)) == {Delivery.RECEIVED})
    assert again.heard == ["one", "two", "three"]


def test_that_a_line_to_a_silent_camera_waits_and_arrives_once(stage: Stage) -> None:
    camera, witness = stage.greeted()
    camera.is_silent = True
    say(stage, witness, "are you there?")
    stage.until(lambda: camera.heard)
    stage.clock.skip(3.1)
    stage.until(lambda: witness.session.state.phase is Phase.OFFLINE)
    assert deliveries(witness) == [Delivery.QUEUED]
    camera.is_silent = False
    stage.until(lambda: deliveries(witness) == [Delivery.RECEIVED])
    assert camera.heard == ["are you there?"]


def test_that_the_camera_s_lines_arrive_once_and_in_order_after_a_cut(stage: Stage) -> None:
    camera, witness = stage.greeted()
    stage.now(lambda: camera.say("one"))
    stage.until(lambda: witness.heard)
    camera.is_silent = True
    stage.now(lambda: camera.say("two"))
    stage.now(lambda: camera.say("three"))
    stage.clock.skip(3.1)
    stage.until(lambda: not witness.session.is_connected)
    camera.is_silent = False
    stage.until(lambda: len(witness.heard) == 3)
    assert witness.heard == ["one", "two", "three"]


def test_that_a_restarted_camera_begins_its_lines_anew(stage: Stage) -> None:
    camera, witness = stage.greeted()
    stage.now(lambda: camera.say("first life"))
    stage.until(lambda: witness.heard)
    stage.now(camera.close)
    again = stage.camera(endpoint=camera.endpoint)
    stage.until(lambda: again.viewers)
    stage.now(lambda: again.say("second life"))
    stage.until(lambda: witness.heard == ["first life", "second life"])


def test_that_what_is_said_to_one_camera_is_heard_by_no_other(stage: Stage) -> None:
    one, to_one = stage.live("one")
    two, to_two = stage.live("two")
    say(stage, to_one, "for one")
    say(stage, to_two, "for two")
    stage.until(lambda: one.heard and two.heard)
    assert (one.heard, two.heard) == (["for one"], ["for two"])


@pytest.mark.parametrize("text", ["", " ", "zwölf Boxkämpfer 🎥", "a\nb\0c", "x" * 65_536])
def test_that_any_text_arrives_as_it_was(stage: Stage, text: str) -> None:
    camera, witness = stage.greeted()
    say(stage, witness, text)
    stage.until(lambda: camera.heard)
    assert camera.heard == [text]


def test_that_half_a_character_is_refused_and_the_conversation_goes_on(stage: Stage) -> None:
    camera, witness = stage.greeted()
    with pytest.raises(UsageError, match="lone surrogate"):
        say(stage, witness, "\ud83d")
    say(stage, witness, "whole")
    stage.until(lambda: camera.heard == ["whole"])


def test_that_chat_goes_through_while_pictures_flow(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.now(lambda: camera.stream(500))
    say(stage, witness, *(str(number) for number in range(100)))
    stage.until(lambda: set(deliveries(witness)) == {Delivery.RECEIVED})
    assert camera.heard == [str(number) for number in range(100)]
