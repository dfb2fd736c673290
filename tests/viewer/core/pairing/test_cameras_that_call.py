"""Cameras that call at a port where only paired ones are let in."""

import pytest

from camwire.endpoint import SECURE, Endpoint
from camwire.identity import Identity
from camwire.link import CurveKeys
from camwire.pairing.messages import PairOffer
from camwire.rights import Rights
from tests.support.scripted_camera import ScriptedCamera
from tests.support.stage import Stage
from viewer.core.fleet import Fleet
from viewer.core.sessions.security import Security
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase


@pytest.fixture
def port(stage: Stage) -> Endpoint:
    """Where the viewer listens."""
    return stage.now(lambda: stage.fleet.listen("secure+tcp://127.0.0.1:0", False))


@pytest.fixture
def told(stage: Stage) -> list[str]:
    told: list[str] = []
    stage.now(lambda: stage.fleet.observe(_Told(told)))
    return told


def knows(fleet: Fleet, identity: Identity, camera_id: str = "id-of-porch") -> None:
    fleet.keyring.add(PairOffer(1, camera_id, "Porch", identity.public.decode(), bytes(33), Rights.CONTROL), 0)


def calling(stage: Stage, port: Endpoint, identity: Identity, name: str = "porch") -> ScriptedCamera:
    keys = CurveKeys(identity.public, identity.secret, stage.fleet.keyring.identity.public)
    where = Endpoint(port.host, port.port)
    return stage._kept(stage.now(lambda: ScriptedCamera(stage.context, name, calls=where, curve=keys)))


def test_that_a_paired_camera_that_calls_is_shown(stage: Stage, port: Endpoint) -> None:
    assert port.pattern == SECURE
    identity = Identity.new()
    stage.now(lambda: knows(stage.fleet, identity))
    camera = calling(stage, port, identity)
    stage.until(lambda: stage.keys == ["id:id-of-porch"])
    (session,) = stage.fleet
    stage.stream(camera)
    stage.until(lambda: session.state.phase is Phase.LIVE)
    assert session.security is Security.ENCRYPTED
    assert session.identity.camera_key == identity.public.decode()


def test_that_one_that_is_not_paired_is_not_let_in_and_is_told_of(
    stage: Stage, port: Endpoint, told: list[str]
) -> None:
    camera = calling(stage, port, Identity.new())
    stage.until(lambda: told)
    assert "not paired with" in told[0]
    assert stage.keys == []
    assert camera.greetings == 0


def test_that_a_paired_camera_cannot_pass_for_another_one(stage: Stage, port: Endpoint, told: list[str]) -> None:
    real, other = Identity.new(), Identity.new()
    stage.now(lambda: knows(stage.fleet, real))
    stage.now(lambda: knows(stage.fleet, other, "id-of-somebody"))
    camera = calling(stage, port, other, "porch")
    stage.until(lambda: told)
    assert "uses the id of another one" in told[0]
    assert stage.keys == []
    assert camera.heard == []


def test_that_a_camera_whose_pairing_is_forgotten_is_cut_off(stage: Stage, port: Endpoint) -> None:
    identity = Identity.new()
    stage.now(lambda: knows(stage.fleet, identity))
    calling(stage, port, identity)
    stage.until(lambda: stage.keys)
    (session,) = stage.fleet
    stage.until(lambda: session.is_connected)
    stage.now(lambda: stage.fleet.keyring.forget(identity.public.decode()))
    stage.until(lambda: not session.is_connected)


class _Told:
    def __init__(self, told: list[str]) -> None:
        self.told = told.append

    def session_added(self, session: Session) -> None: ...
    def session_removed(self, session: Session) -> None: ...
