"""Everything that can go wrong between a viewer and its cameras, over real sockets."""

import pytest

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.messages import ViewerHello, encode
from tests.support.scripted_camera import Answer, ScriptedCamera
from tests.support.stage import Stage, free_endpoint, open_descriptors
from tests.support.strangers import Stranger
from tests.support.witness import Witness
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import PATIENCE_SECONDS, Phase


def is_live(session: Session) -> bool:
    return session.state.phase is Phase.LIVE


def test_that_a_camera_that_is_gone_freezes_then_is_offline_then_is_live_again_by_itself(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.now(camera.close)
    stage.clock.skip(1.1)
    stage.until(lambda: Phase.FROZEN in witness.phases)
    stage.clock.skip(2)
    stage.until(lambda: Phase.OFFLINE in witness.phases)
    assert witness.phases[-2:] == [Phase.FROZEN, Phase.OFFLINE]
    again = stage.camera(endpoint=camera.endpoint)
    stage.now(again.stream)
    stage.until(lambda: is_live(witness.session))


def test_that_nobody_at_the_address_is_named_while_offline(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.now(camera.close)
    stage.until(lambda: not witness.session.is_connected)
    stage.clock.skip(3.1)
    stage.until(lambda: witness.session.state.phase is Phase.OFFLINE)
    stage.until(lambda: witness.session.state.reason.startswith(f"Nothing answers at {camera.endpoint}."))


def test_that_a_camera_that_falls_silent_is_offline_and_comes_back(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.silence(camera)
    stage.until(lambda: witness.session.state.phase is Phase.OFFLINE)
    assert witness.session.state.reason == "The camera stopped answering."
    camera.is_silent = False
    stage.until(lambda: is_live(witness.session))


def test_that_a_restarted_camera_that_counts_from_one_is_live_again(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.until(lambda: camera.sequence > 20)
    stage.now(camera.close)
    again = stage.camera(endpoint=camera.endpoint)
    stage.now(again.stream)
    stage.until(lambda: again.frames_sent > 10)
    assert is_live(witness.session)
    assert witness.pictures[-1].sequence < camera.sequence
    assert witness.session.stats.drops["not-sent"] < camera.sequence


def test_that_nothing_at_an_address_is_said_in_words(stage: Stage) -> None:
    free = free_endpoint()
    witness = stage.witness(free)
    stage.until(lambda: witness.session.state.reason)
    assert witness.session.state.phase is Phase.CONNECTING
    assert witness.session.state.reason == f"Nothing answers at {free}. Is watchword-camera running there?"
    stage.clock.skip(PATIENCE_SECONDS)
    stage.until(lambda: witness.session.state.phase is Phase.OFFLINE)


@pytest.mark.parametrize("banner", [b"SSH-2.0-OpenSSH_9.2\r\n", b"", b"\xff" * 500])
def test_that_another_program_at_the_address_is_said_in_words(stage: Stage, banner: bytes) -> None:
    stranger = stage.stranger(banner)
    witness = stage.witness(stranger)
    stage.until(lambda: witness.session.state.phase is Phase.REFUSED)
    assert witness.session.state.reason == (
        f"Something else listens at {stranger.endpoint}, no Watchword camera. Check the port."
    )


@pytest.mark.slow
def test_that_a_program_that_takes_the_call_and_says_nothing_is_said_in_words(stage: Stage) -> None:
    stranger = stage.stranger(b"", hangs_up=False)
    witness = stage.witness(stranger)
    stage.until(lambda: witness.session.state.reason)
    assert witness.session.state.reason.startswith(f"{stranger.endpoint} takes the call but says nothing.")


def test_that_a_camera_that_never_answers_the_greeting_is_said_in_words(stage: Stage) -> None:
    camera = stage.camera(answer=Answer.NOTHING)
    witness = stage.witness(camera)
    stage.until(lambda: camera.greetings)
    stage.clock.skip(3.1)
    stage.until(lambda: witness.session.state.reason)
    assert "but not as a camera" in witness.session.state.reason


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer.RUBBISH, "is no camera that Watchword understands"),
        (Answer.WRONG_ROLE, "is no camera that Watchword understands"),
        (Answer.REFUSAL, "Three viewers watch already. Close one."),
        (Answer.FUTURE_VERSION, "This camera speaks protocol 9, this viewer speaks 1. Update the viewer."),
    ],
)
def test_that_a_camera_that_cannot_be_served_is_refused_in_words(stage: Stage, answer: Answer, reason: str) -> None:
    witness = stage.witness(stage.camera(answer=answer))
    stage.until(lambda: witness.session.state.phase is Phase.REFUSED)
    assert reason in witness.session.state.reason


@pytest.mark.parametrize("answer", [Answer.RUBBISH, Answer.REFUSAL, Answer.FUTURE_VERSION, Answer.NOTHING])
def test_that_a_camera_that_was_mended_is_live_by_itself(stage: Stage, answer: Answer) -> None:
    camera = stage.camera(answer=answer)
    session = stage.add(camera)
    stage.until(lambda: camera.greetings)
    stage.clock.skip(3.1)
    stage.until(lambda: stage.fleet.next_try(session.identity.key))
    camera.answer = Answer.HELLO
    Witness(session)
    stage.now(camera.stream)
    stage.clock.skip(3)
    stage.until(lambda: is_live(session))


@pytest.mark.alone
def test_that_a_camera_that_was_mended_is_called_at_once_on_request(stage: Stage) -> None:
    camera = stage.camera(answer=Answer.REFUSAL)
    witness = stage.witness(camera)
    stage.until(lambda: witness.session.state.phase is Phase.REFUSED)
    camera.answer = Answer.HELLO
    stage.now(camera.stream)
    stage.now(lambda: stage.fleet.retry_now(witness.session.identity.key))
    assert stage.until(lambda: is_live(witness.session)) < 1.0


def test_that_a_camera_that_keeps_talking_rubbish_is_called_ever_more_seldom(stage: Stage) -> None:
    camera = stage.camera(answer=Answer.RUBBISH)
    key = stage.add(camera).identity.key
    waits = []
    for _ in range(4):
        stage.until(lambda: stage.fleet.next_try(key))
        waits.append((stage.fleet.next_try(key) or 0) - stage.clock())
        stage.clock.skip(waits[-1])
        stage.until(lambda: stage.fleet.next_try(key) is None or camera.greetings > len(waits))
    assert waits[0] < 2.1
    assert waits[3] > 2 * waits[0]
    assert camera.greetings <= 5


@pytest.mark.parametrize("parts", [[b"\xc1\xff"], [b""], [], [b"x"] * 17])
def test_that_rubbish_in_the_middle_ends_that_link_only(stage: Stage, parts: list[bytes]) -> None:
    camera, witness = stage.live("rubbish")
    _, other = stage.live("other")
    stage.now(lambda: camera.send(list(parts) or [b"\x80"]))
    stage.until(lambda: witness.session.state.phase is Phase.REFUSED)
    seen = len(other.pictures)
    stage.until(lambda: len(other.pictures) > seen + 5)
    assert other.phases.count(Phase.LIVE) == 1
    assert set(other.phases) <= {Phase.CONNECTING, Phase.LIVE}


def test_that_a_message_of_the_wrong_role_ends_that_link(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.now(camera.say_wrong_role)
    stage.until(lambda: witness.session.state.phase is Phase.REFUSED)
    assert "it sent Ping is nothing this peer may say" in witness.session.state.reason


def test_that_a_goodbye_is_told_with_its_words(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.now(lambda: camera.say_goodbye("Back at noon."))
    stage.until(lambda: witness.session.state.phase is Phase.OFFLINE)
    stage.now(camera.close)
    stage.clock.skip(3)
    stage.until(lambda: stage.fleet.next_try(witness.session.identity.key) is None)
    assert witness.session.state.reason == "Back at noon."


def test_that_a_camera_that_said_goodbye_and_stayed_is_called_again(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.now(camera.say_goodbye)
    stage.until(lambda: witness.session.state.phase is Phase.OFFLINE)
    stage.clock.skip(3)
    stage.until(lambda: is_live(witness.session))


def test_that_a_camera_is_reached_where_a_stranger_was(stage: Stage) -> None:
    stranger = stage.stranger()
    witness = stage.witness(stranger)
    stage.until(lambda: witness.session.state.phase is Phase.REFUSED)
    endpoint = stranger.endpoint
    stage.finish(stranger.close())
    camera = stage.camera(endpoint=endpoint)
    stage.now(camera.stream)
    stage.until(lambda: is_live(witness.session))


def test_that_every_trouble_at_once_leaves_the_others_live(stage: Stage) -> None:
    _, good = stage.live("good")
    bad: list[ScriptedCamera | Stranger] = [stage.camera(answer.name, answer=answer) for answer in list(Answer)[1:]]
    bad += [stage.stranger(), stage.stranger(b"\xff" * 500), stage.stranger(b"", hangs_up=False)]
    for each in bad:
        stage.add(each)
    seen = len(good.pictures)
    stage.until(lambda: len(good.pictures) > seen + 60)
    assert good.phases.count(Phase.LIVE) == 1
    assert Phase.FROZEN not in good.phases


def test_that_a_removed_camera_is_told_and_leaves_no_sockets(stage: Stage) -> None:
    stage.live("stays")
    before = open_descriptors()
    camera = stage.camera("goes")
    with_camera = open_descriptors()
    session = stage.add(camera)
    stage.until(lambda: camera.viewers and session.is_connected)
    assert open_descriptors() > with_camera
    stage.now(lambda: stage.fleet.remove(session.identity.key))
    stage.until(lambda: not camera.viewers and open_descriptors() <= with_camera)
    stage.now(camera.close)
    stage.until(lambda: open_descriptors() <= before)
    assert len(stage.fleet) == 1


def test_that_a_camera_can_be_removed_and_added_again(stage: Stage) -> None:
    camera, witness = stage.live()
    stage.now(lambda: stage.fleet.remove(witness.session.identity.key))
    again = stage.witness(camera)
    stage.until(lambda: is_live(again.session))


@pytest.mark.parametrize("address", ["", "ftp://porch", "porch:99999", "127.0.0.1:0", "*:5600"])
def test_that_an_address_that_cannot_be_called_is_refused_and_leaves_nothing(stage: Stage, address: str) -> None:
    with pytest.raises(UsageError):
        stage.now(lambda: stage.fleet.add(address))
    assert len(stage.fleet) == 0
    stage.live()


def test_that_a_refused_address_disturbs_no_other_camera(stage: Stage) -> None:
    camera, witness = stage.live()
    with pytest.raises(UsageError):
        stage.now(lambda: stage.fleet.add("*:5600"))
    stage.silence(camera)
    stage.until(lambda: witness.session.state.phase is Phase.OFFLINE)


def test_that_a_mistake_in_who_observes_one_camera_stops_no_other(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    clumsy = stage.witness(stage.stranger(b"", hangs_up=False))
    camera, good = stage.live("good")
    clumsy.session.observe(object())  # type: ignore[arg-type]
    stage.silence(camera, PATIENCE_SECONDS)
    stage.until(lambda: good.session.state.phase is Phase.OFFLINE)
    assert "A mistake in the session with" in caplog.text


def test_that_a_camera_is_on_the_wall_once(stage: Stage) -> None:
    camera, _ = stage.live()
    with pytest.raises(UsageError, match=rf"porch at {camera.endpoint} is on the wall already"):
        stage.add(camera)
    assert len(stage.fleet) == 1


@pytest.mark.alone
def test_that_sixteen_cameras_are_live_and_closing_is_quick(stage: Stage) -> None:
    cameras = [stage.camera(f"camera {number}") for number in range(16)]
    witnesses = [stage.witness(camera) for camera in cameras]
    for camera in cameras:
        stage.stream(camera, 10)
    stage.until(lambda: all(is_live(each.session) for each in witnesses))
    assert stage.seconds_to_close() < 0.5


@pytest.mark.alone
def test_that_closing_is_quick_when_nobody_answers(stage: Stage) -> None:
    for _ in range(8):
        stage.add(free_endpoint())
        stage.add(stage.stranger(b"", hangs_up=False))
    stage.until(lambda: sum(bool(session.state.reason) for session in stage.fleet) == 8)
    assert stage.seconds_to_close() < 0.5


def test_that_a_viewer_s_hello_from_a_camera_is_no_camera(stage: Stage) -> None:
    camera, witness = stage.live()
    hello = encode(ViewerHello(protocol=(1, 0), id="x", name="x", log="x"))
    stage.now(lambda: camera.send(hello))
    stage.until(lambda: witness.session.state.phase is Phase.REFUSED)


def test_that_a_port_of_another_machine_is_not_listened_on_without_permission(stage: Stage) -> None:
    with pytest.raises(UsageError, match="Add --open"):
        stage.now(lambda: stage.fleet.listen(str(Endpoint("0.0.0.0", 0)), False))
