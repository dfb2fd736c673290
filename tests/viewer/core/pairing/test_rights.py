"""What a camera lets this viewer do is all that it tries; and who else could see it is said."""

import pytest

from camwire.discovery import Announced
from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.messages import PROTOCOL, CameraHello
from camwire.rights import Rights
from tests.support.camera_host import CameraHost
from tests.support.stage import Stage
from viewer.core.finding.found import FoundCamera
from viewer.core.pairing.familiarity import Familiarity, familiarity
from viewer.core.pairing.keyring import Keyring
from viewer.core.sessions.identity import CameraIdentity
from viewer.core.sessions.permission import refusal, rights_of
from viewer.core.sessions.security import Security, security_of
from viewer.core.settings import PairedSettings

KEY = "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"
OTHER = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID"


def hello(rights: str) -> CameraHello:
    return CameraHello(protocol=PROTOCOL, id="id", name="porch", rights=rights)


def test_that_rights_are_those_that_the_camera_said() -> None:
    assert rights_of(None) is Rights.CONTROL
    assert rights_of(hello("")) is Rights.CONTROL
    assert rights_of(hello("talk")) is Rights.TALK
    assert rights_of(hello("something newer")) is Rights.WATCH


def test_that_only_what_is_allowed_is_said() -> None:
    assert refusal(Rights.CONTROL, "command") == ""
    assert refusal(Rights.TALK, "") == ""
    assert "no commands" in refusal(Rights.TALK, "command")
    assert "only watch" in refusal(Rights.WATCH, "")


def test_that_nothing_is_said_to_a_camera_that_may_only_be_watched(stage: Stage, host: CameraHost) -> None:
    stage.now(lambda: host.admit(stage.fleet.keyring.identity.public))
    camera = stage.camera(curve=host.curve)
    camera._introduction = hello("watch")
    session = stage.now(lambda: stage.fleet.add(str(camera.endpoint), camera_key=host.key))
    stage.until(lambda: session.is_connected)
    assert "only watch" in session.why_mute
    with pytest.raises(UsageError, match="only watch"):
        stage.now(lambda: session.say("hello"))
    assert not session.chat.lines


@pytest.mark.parametrize(
    ("identity", "is_foreign", "security"),
    [
        (CameraIdentity("k", "tcp://porch:5600", is_secured=True), False, Security.ENCRYPTED),
        (CameraIdentity("k", "tcp://127.0.0.1:5600"), False, Security.HERE),
        (CameraIdentity("k", "tcp://porch:5600"), False, Security.OPEN),
        (CameraIdentity("k", "tcp://*:5555"), False, Security.OPEN),
        (CameraIdentity("k", "tcp://127.0.0.1:5555"), True, Security.UNPROTECTED),
    ],
)
def test_that_it_is_known_who_else_could_see_a_camera(
    identity: CameraIdentity, is_foreign: bool, security: Security
) -> None:
    assert security_of(identity, is_foreign) is security


@pytest.mark.parametrize(
    ("id", "key", "expected"),
    [
        ("id", KEY, Familiarity.PAIRED),
        ("another id", KEY, Familiarity.PAIRED),
        ("id", OTHER, Familiarity.OTHER_KEY),
        ("id", "", Familiarity.OTHER_KEY),
        ("another id", OTHER, Familiarity.UNPAIRED),
        ("another id", "", Familiarity.OPEN),
    ],
)
def test_that_a_camera_of_the_network_is_as_familiar_as_its_key(id: str, key: str, expected: Familiarity) -> None:
    keyring = Keyring(paired=[PairedSettings(key=KEY, id="id", name="Porch")])
    camera = FoundCamera(Announced(id, "Porch", (1, 1), "", key), Endpoint("192.168.1.20", 5600))
    assert familiarity(camera, keyring) is expected
