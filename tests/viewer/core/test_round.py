"""One thing said to several cameras, over real sockets."""

import pytest

from camwire.limits import TEXT_CHARACTERS
from tests.support.obedient_cameras import LAMP, RESTART, STATUS, ObedientCamera, Obeys, on_wire
from tests.support.stage import Stage, free_endpoint
from viewer.core.round import NO_COMMANDS, NOT_HERE_YET, REMOVED, Receipt, Round, all_commands, dangerous
from viewer.core.sessions.session import Session
from viewer.core.talk.chat import Delivery


class Hall:
    """Cameras on the wall, and what a round said of them."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.sessions: list[Session] = []
        self.told: list[Receipt] = []

    def add(self, name: str, *commands: object) -> tuple[ObedientCamera, Obeys]:
        """A camera that has said what it can do."""
        camera, obeys = on_wire(self.stage, name, commands or (LAMP, STATUS))  # type: ignore[arg-type]
        session = self.stage.add(camera)
        self.sessions.append(session)
        self.stage.until(lambda: session.has_greeted)
        return camera, obeys

    def say(self, text: str) -> Round:
        """Say it to all of them."""
        said = Round(text, self.sessions, self.told.append)
        self.stage.now(said.say)
        return said

    def until(self, said: Round, *states: Delivery) -> None:
        self.stage.until(lambda: tuple(each.state for each in said.receipts) == states)


@pytest.fixture
def hall(stage: Stage) -> Hall:
    return Hall(stage)


def test_that_each_camera_has_it_and_words_want_no_answer(hall: Hall) -> None:
    (one, _), (other, _) = hall.add("one"), hall.add("two")
    said = hall.say("Lamps out, please")
    hall.until(said, Delivery.RECEIVED, Delivery.RECEIVED)
    assert one.heard == other.heard == ["Lamps out, please"]
    assert [each.words for each in said.receipts] == ["", ""]


def test_that_each_answer_is_kept_with_how_long_it_took(hall: Hall) -> None:
    (_, one), (_, other) = hall.add("one"), hall.add("two")
    one.value, other.value = "Lamp is on.", {"lamp": "on", "watts": 12}
    said = hall.say("/lamp on")
    hall.until(said, Delivery.ANSWERED, Delivery.ANSWERED)
    first, second = said.receipts
    assert first.words == "Lamp is on."
    assert "watts" in second.words
    assert second.answer is not None
    assert second.session.talk.value(second.answer) == {"lamp": "on", "watts": 12}
    assert all(each.seconds is not None and 0 <= each.seconds < 5 for each in said.receipts)


def test_that_a_camera_without_the_command_gets_a_sentence_and_nothing_is_sent_to_it(hall: Hall) -> None:
    hall.add("one")
    dull, _ = hall.add("two", STATUS)
    said = hall.say("/lamp on")
    hall.until(said, Delivery.ANSWERED, Delivery.FAILED)
    assert said.receipts[1].words == "It has no command /lamp."
    assert said.receipts[1].line is None
    assert dull.heard == []


def test_that_a_camera_that_takes_no_commands_gets_a_sentence(hall: Hall, stage: Stage) -> None:
    hall.add("one")
    plain = stage.camera("two")
    hall.sessions.append(stage.add(plain))
    stage.until(lambda: hall.sessions[1].has_greeted)
    hall.sessions.append(stage.add(free_endpoint()))
    said = hall.say("/status")
    hall.until(said, Delivery.ANSWERED, Delivery.FAILED, Delivery.FAILED)
    assert [each.words for each in said.receipts[1:]] == [NO_COMMANDS, NOT_HERE_YET]


def test_that_a_wrong_argument_is_said_for_each(hall: Hall) -> None:
    hall.add("one"), hall.add("two")
    said = hall.say("/lamp blue")
    assert all("on or off" in each.words for each in said.receipts)
    assert not any(each.line for each in said.receipts)


def test_that_two_slashes_say_one(hall: Hall) -> None:
    camera, _ = hall.add("one")
    said = hall.say("//lamp is what you type")
    hall.until(said, Delivery.RECEIVED)
    assert camera.heard == ["/lamp is what you type"]


def test_that_a_slash_is_only_words_where_nobody_takes_commands(hall: Hall, stage: Stage) -> None:
    plain = stage.camera("one")
    hall.sessions.append(stage.add(plain))
    stage.until(lambda: hall.sessions[0].has_greeted)
    said = hall.say("/lamp on")
    hall.until(said, Delivery.RECEIVED)
    assert plain.heard == ["/lamp on"]


def test_that_a_camera_that_is_off_gets_it_when_it_is_back(hall: Hall, stage: Stage) -> None:
    hall.add("one")
    endpoint = free_endpoint()
    hall.sessions.append(stage.add(endpoint))
    said = hall.say("Good night")
    hall.until(said, Delivery.RECEIVED, Delivery.QUEUED)
    back = stage.camera(endpoint=endpoint)
    hall.until(said, Delivery.RECEIVED, Delivery.RECEIVED)
    assert back.heard == ["Good night"]


def test_that_a_failure_is_in_the_camera_s_own_words_and_only_it_is_retried(hall: Hall) -> None:
    (one, _), (other, obeys) = hall.add("one"), hall.add("two")
    obeys.fails_with = "The lamp is not plugged in."
    said = hall.say("/lamp on")
    hall.until(said, Delivery.ANSWERED, Delivery.FAILED)
    assert said.receipts[1].words == "The lamp is not plugged in."
    obeys.fails_with = ""
    assert hall.stage.now(said.retry_failed) == 1
    hall.until(said, Delivery.ANSWERED, Delivery.ANSWERED)
    assert (one.heard, other.heard) == (["/lamp on"], ["/lamp on", "/lamp on"])
    assert said.receipts[1].words == "done"


def test_that_an_answer_belongs_to_its_own_question(hall: Hall) -> None:
    _, obeys = hall.add("one")
    obeys.is_slow = True
    slow = hall.say("/status")
    hall.until(slow, Delivery.RECEIVED)
    obeys.is_slow, obeys.value = False, "second"
    quick = hall.say("/status")
    hall.until(quick, Delivery.ANSWERED)
    assert quick.receipts[0].words == "second"
    assert slow.receipts[0].state is Delivery.RECEIVED
    assert slow.receipts[0].answer is None


def test_that_a_camera_removed_meanwhile_has_failed_and_is_not_retried(hall: Hall, stage: Stage) -> None:
    hall.add("one")
    _, obeys = hall.add("two")
    obeys.is_slow = True
    said = hall.say("/status")
    hall.until(said, Delivery.ANSWERED, Delivery.RECEIVED)
    for session in hall.sessions:
        stage.now(lambda session=session: (stage.fleet.remove(session.identity.key), said.removed(session)))  # type: ignore[misc]
    assert [each.words for each in said.receipts] == ["done", REMOVED]
    assert [each.state for each in said.receipts] == [Delivery.ANSWERED, Delivery.FAILED]
    assert stage.now(said.retry_failed) == 0


def test_that_what_cannot_be_carried_is_said_for_each(hall: Hall) -> None:
    hall.add("one")
    said = hall.say("x" * (TEXT_CHARACTERS + 1))
    assert "at most" in said.receipts[0].words


def test_that_who_follows_it_is_told_every_step_until_it_is_closed(hall: Hall) -> None:
    _, obeys = hall.add("one")
    said = hall.say("/status")
    hall.until(said, Delivery.ANSWERED)
    assert hall.told.count(said.receipts[0]) >= 3
    said.close()
    before = len(hall.told)
    obeys.value = "again"
    again = hall.say("/status")
    hall.until(again, Delivery.ANSWERED)
    assert said.receipts[0].words == "done"
    assert hall.told[before:].count(said.receipts[0]) == 0


def test_that_the_commands_of_all_are_offered_once(hall: Hall) -> None:
    hall.add("one", STATUS), hall.add("two", LAMP, STATUS)
    assert [command.name for command in all_commands(hall.sessions)] == ["status", "lamp"]


def test_that_a_command_that_is_dangerous_is_known_with_how_many_would_run_it(hall: Hall) -> None:
    hall.add("one", RESTART, STATUS), hall.add("two", STATUS), hall.add("three", RESTART)
    found = dangerous("/restart", hall.sessions)
    assert found is not None
    assert (found[0].name, found[1]) == ("restart", 2)
    assert dangerous("/status", hall.sessions) is None
    assert dangerous("restart, please", hall.sessions) is None
