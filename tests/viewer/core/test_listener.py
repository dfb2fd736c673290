"""Cameras that call us, on one port."""

import socket

import pytest
import zmq

from camwire.endpoint import Endpoint
from tests.support.scripted_camera import ScriptedCamera
from tests.support.stage import Stage
from tests.support.witness import Witness
from viewer.core.sessions.state import Phase


def listening(stage: Stage) -> Endpoint:
    return stage.now(lambda: stage.fleet.listen("tcp://127.0.0.1:0", False))


def called(stage: Stage, endpoint: Endpoint, name: str = "porch") -> tuple[ScriptedCamera, Witness]:
    """A camera that called, streams, and is live."""
    camera = stage.calling_camera(endpoint, name)
    stage.until(lambda: camera.viewers and f"id:id-of-{name}" in stage.keys)
    witness = Witness(stage.fleet[f"id:id-of-{name}"])
    stage.now(camera.stream)
    stage.until(lambda: witness.session.state.phase is Phase.LIVE and camera.frames_sent > 5)
    return camera, witness


def test_that_a_camera_that_calls_gets_a_session(stage: Stage) -> None:
    camera, witness = called(stage, listening(stage))
    assert (witness.session.name, len(stage.fleet)) == ("porch", 1)
    assert not stage.fleet.is_dialled(witness.session.identity.key)
    assert camera.most_under_way <= camera.widest_window


def test_that_many_cameras_share_one_port(stage: Stage) -> None:
    endpoint = listening(stage)
    names = [f"camera {number}" for number in range(6)]
    witnesses = [called(stage, endpoint, name)[1] for name in names]
    assert [witness.session.name for witness in witnesses] == names


def test_that_a_restarted_camera_gets_the_same_session(stage: Stage) -> None:
    endpoint = listening(stage)
    camera, witness = called(stage, endpoint)
    stage.now(camera.close)
    _, again = called(stage, endpoint)
    assert again.session is witness.session
    assert len(stage.fleet) == 1


def test_that_a_removed_camera_is_not_taken_in_again(stage: Stage) -> None:
    endpoint = listening(stage)
    camera, witness = called(stage, endpoint)
    stage.now(lambda: stage.fleet.remove(witness.session.identity.key))
    stage.now(camera.close)
    stage.calling_camera(endpoint, "porch")
    called(stage, endpoint, "gate")
    assert stage.keys == ["id:id-of-gate"]


def test_that_a_camera_that_falls_silent_is_offline_and_may_call_again(stage: Stage) -> None:
    endpoint = listening(stage)
    camera, witness = called(stage, endpoint)
    stage.silence(camera)
    stage.until(lambda: witness.session.state.phase is Phase.OFFLINE)
    stage.now(camera.close)
    called(stage, endpoint)


def test_that_chat_goes_both_ways_with_a_camera_that_called(stage: Stage) -> None:
    camera, witness = called(stage, listening(stage))
    stage.now(lambda: witness.session.say("hello"))
    stage.now(lambda: camera.say("hello yourself"))
    stage.until(lambda: camera.heard == ["hello"] and witness.heard == ["hello yourself"])


def test_that_what_was_said_while_a_caller_was_away_arrives_once(stage: Stage) -> None:
    endpoint = listening(stage)
    camera, witness = called(stage, endpoint)
    stage.silence(camera)
    stage.until(lambda: not witness.session.is_connected)
    stage.now(lambda: witness.session.say("later"))
    stage.now(camera.close)
    again, _ = called(stage, endpoint)
    stage.until(lambda: again.heard)
    assert again.heard == ["later"]


@pytest.mark.parametrize(
    "message", [[b""], [b"\xc1\xff"], [b"GET / HTTP/1.1\r\n"], [b"x"] * 40, [b"\x80", b"y" * 100_000]]
)
def test_that_rubbish_on_the_port_disturbs_nobody(stage: Stage, message: list[bytes]) -> None:
    endpoint = listening(stage)
    _, witness = called(stage, endpoint)
    rubbish = stage.context.socket(zmq.DEALER)
    rubbish.connect(str(endpoint))
    for _ in range(50):
        rubbish.send_multipart(message)
    seen = len(witness.pictures)
    stage.until(lambda: len(witness.pictures) > seen + 10)
    rubbish.close(linger=0)
    assert len(stage.fleet) == 1
    assert witness.session.state.phase is Phase.LIVE


def test_that_bytes_that_are_no_zeromq_disturb_nobody(stage: Stage) -> None:
    endpoint = listening(stage)
    _, witness = called(stage, endpoint)
    with socket.create_connection((endpoint.host, endpoint.port)) as stranger:
        stranger.sendall(b"GET / HTTP/1.1\r\n\r\n" * 100)
        seen = len(witness.pictures)
        stage.until(lambda: len(witness.pictures) > seen + 10)
    assert len(stage.fleet) == 1


def test_that_rubbish_of_one_caller_ends_that_one_only(stage: Stage) -> None:
    endpoint = listening(stage)
    good, bad = called(stage, endpoint, "good")[1], called(stage, endpoint, "bad")
    stage.now(lambda: bad[0].send([b"\xc1"]))
    stage.until(lambda: bad[1].session.state.phase is Phase.REFUSED)
    seen = len(good.pictures)
    stage.until(lambda: len(good.pictures) > seen + 10)
    assert good.session.state.phase is Phase.LIVE


def test_that_a_port_is_listened_on_once(stage: Stage) -> None:
    endpoint = listening(stage)
    assert stage.now(lambda: stage.fleet.listen(str(endpoint), False)) == endpoint
    assert stage.fleet.listening == [endpoint]


def test_that_a_removed_caller_is_told(stage: Stage) -> None:
    camera, witness = called(stage, listening(stage))
    stage.now(lambda: stage.fleet.remove(witness.session.identity.key))
    stage.until(lambda: not camera.viewers)
    assert len(stage.fleet) == 0


@pytest.mark.alone
def test_that_closing_is_quick_with_sixteen_callers(stage: Stage) -> None:
    endpoint = listening(stage)
    cameras = [stage.calling_camera(endpoint, f"camera {number}") for number in range(16)]
    stage.until(lambda: all(camera.viewers for camera in cameras) and len(stage.fleet) == 16)
    assert stage.seconds_to_close() < 0.5
