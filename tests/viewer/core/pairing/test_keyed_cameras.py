"""Cameras that encrypt, called by a whole viewer: who is shown, who is not, and what is said of it."""

from camwire.identity import Identity
from camwire.pairing.messages import PairOffer
from camwire.rights import Rights
from tests.support.camera_host import CameraHost
from tests.support.scripted_camera import ScriptedCamera
from tests.support.stage import Stage
from tests.support.witness import Witness
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase


def added(stage: Stage, camera: ScriptedCamera, key: str = "") -> Session:
    return stage.now(lambda: stage.fleet.add(str(camera.endpoint), camera_key=key))


def knows(stage: Stage, host: CameraHost, camera_id: str = "id-of-porch") -> None:
    """The viewer is paired with the cameras of `host`, as far as it knows."""
    offer = PairOffer(1, camera_id, "Porch", host.key, bytes(33), Rights.CONTROL)
    stage.now(lambda: stage.fleet.keyring.add(offer, 0))


def is_(session: Session, phase: Phase) -> bool:
    return session.state.phase is phase


def nothing_got_through(camera: ScriptedCamera) -> bool:
    return not (camera.greetings or camera.frames_sent or camera.heard or camera.wants)


def test_that_a_camera_whose_key_is_known_is_shown_and_talks(stage: Stage, host: CameraHost) -> None:
    camera = stage.camera(curve=host.curve)
    stage.now(lambda: host.admit(stage.fleet.keyring.identity.public))
    witness = Witness(added(stage, camera, host.key), True)
    stage.stream(camera)
    stage.until(lambda: is_(witness.session, Phase.LIVE))
    stage.say(witness, "hello")
    stage.until(lambda: camera.heard == ["hello"])
    assert witness.session.identity.is_secured
    assert witness.session.identity.camera_key == host.key


def test_that_an_unpaired_viewer_is_told_so_and_gets_nothing(stage: Stage, host: CameraHost) -> None:
    camera = stage.camera(curve=host.curve)
    stage.stream(camera)
    session = added(stage, camera)
    stage.until(lambda: is_(session, Phase.UNPAIRED))
    assert "Pair with it" in session.state.reason
    assert nothing_got_through(camera)
    assert not session.identity.is_secured


def test_that_another_camera_of_a_paired_computer_needs_no_code(stage: Stage, host: CameraHost) -> None:
    strange = stage.now(lambda: CameraHost.__new__(CameraHost))
    strange.identity = Identity.new()
    knows(stage, strange, "id-of-somebody")
    knows(stage, host, "id-of-somebody-else")
    stage.now(lambda: host.admit(stage.fleet.keyring.identity.public))
    camera = stage.camera(curve=host.curve)
    session = added(stage, camera)
    stage.until(lambda: session.is_connected)
    assert session.identity.camera_key == host.key
    assert stage.fleet.called_at(session.identity.key)[1] == host.key


def test_that_a_viewer_whom_the_camera_forgot_is_told_so(stage: Stage, host: CameraHost) -> None:
    camera = stage.camera(curve=host.curve)
    session = added(stage, camera, host.key)
    stage.until(lambda: is_(session, Phase.UNPAIRED))
    assert "does not know this viewer any more" in session.state.reason
    assert nothing_got_through(camera)


def test_that_another_key_is_an_alarm_and_gets_nothing(stage: Stage, host: CameraHost) -> None:
    camera = stage.camera(curve=host.curve)
    stage.now(lambda: host.admit(stage.fleet.keyring.identity.public))
    told: list[str] = []
    stage.now(lambda: stage.fleet.observe(_Told(told)))
    session = added(stage, camera, Identity.new().public.decode())
    stage.until(lambda: is_(session, Phase.ALARM))
    assert "has not the key" in session.state.reason
    assert len(told) == 1
    assert session.name in told[0]
    assert nothing_got_through(camera)


def test_that_a_paired_camera_that_does_not_encrypt_any_more_is_an_alarm_and_gets_nothing(
    stage: Stage, host: CameraHost
) -> None:
    camera = stage.camera()
    session = added(stage, camera, host.key)
    stage.until(lambda: is_(session, Phase.ALARM))
    assert "does not encrypt" in session.state.reason
    assert nothing_got_through(camera)


def test_that_who_has_a_key_of_its_own_cannot_pass_for_another_camera(stage: Stage, host: CameraHost) -> None:
    elsewhere = stage.now(lambda: CameraHost.__new__(CameraHost))
    elsewhere.identity = Identity.new()
    knows(stage, elsewhere, "id-of-porch")
    stage.now(lambda: host.admit(stage.fleet.keyring.identity.public))
    camera = stage.camera("porch", curve=host.curve)
    session = added(stage, camera, host.key)
    stage.until(lambda: is_(session, Phase.ALARM))
    assert "by the id of a camera that you paired with" in session.state.reason
    assert not session.has_greeted
    assert camera.heard == []
    assert camera.frames_sent == 0


def test_that_an_alarm_ends_when_the_right_key_is_back(stage: Stage, host: CameraHost) -> None:
    stage.now(lambda: host.admit(stage.fleet.keyring.identity.public))
    impostor = stage.camera()
    session = added(stage, impostor, host.key)
    stage.until(lambda: is_(session, Phase.ALARM))
    where = impostor.endpoint
    stage.now(impostor.close)
    stage.camera(endpoint=where, curve=host.curve)
    stage.now(lambda: stage.fleet.retry_now(session.identity.key))
    stage.until(lambda: session.is_connected)


class _Told:
    def __init__(self, told: list[str]) -> None:
        self.told = told.append

    def session_added(self, session: Session) -> None: ...
    def session_removed(self, session: Session) -> None: ...
