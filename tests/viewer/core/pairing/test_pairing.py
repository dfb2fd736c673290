"""A code that a person types, tried at a real pairing port; what is kept of it, and what is not."""

from pathlib import Path

import pytest

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from camwire.identity import Identity
from camwire.link import Link
from camwire.pairing.asking import Refused, Trouble
from camwire.pairing.code import Code
from camwire.pairing.messages import PairOffer
from camwire.rights import Rights
from tests.support.camera_host import CODE, WRONG, CameraHost
from tests.support.scripted_camera import LOOPBACK, ScriptedCamera
from tests.support.stage import Stage, free_endpoint
from viewer.core.known_cameras import KnownCameras
from viewer.core.pairing.asking import Proved, pairing_places
from viewer.core.pairing.refusals import sentence_of
from viewer.core.sessions.state import Phase
from viewer.core.settings import SettingsFile


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.toml")


@pytest.fixture
def known(stage: Stage, file: SettingsFile) -> KnownCameras:
    stage.fleet.keyring._paired = file.settings.paired
    return KnownCameras(stage.fleet, file, lambda sentence: None)


def tried(stage: Stage, places: list[Endpoint], code: Code = CODE) -> Proved | Refused:
    return stage.finish(stage.fleet.pair(places, code))


def opened(stage: Stage, host: CameraHost, camera: ScriptedCamera, **more: str) -> Endpoint:
    return stage.now(lambda: host.open_code(camera.endpoint, f"id-of-{camera.name}", **more))


def test_that_the_right_code_makes_both_known_and_puts_the_camera_on_the_wall(
    stage: Stage, host: CameraHost, known: KnownCameras, file: SettingsFile
) -> None:
    camera = stage.camera(curve=host.curve)
    proved = tried(stage, [opened(stage, host, camera)])
    assert isinstance(proved, Proved)
    session = stage.now(lambda: known.pair(proved))
    assert session is not None
    stage.until(lambda: session.is_connected)
    assert [each.key.encode() for each in host.paired] == [stage.fleet.keyring.identity.public]
    settings = SettingsFile(file.path).settings
    (paired,) = settings.paired
    assert (paired.key, paired.id, paired.name, paired.rights) == (host.key, "id-of-porch", "Porch", Rights.TALK)
    assert [(each.endpoint, each.key) for each in settings.camera] == [(str(camera.endpoint), host.key)]


def test_that_a_camera_that_is_on_the_wall_unpaired_goes_on_there(
    stage: Stage, host: CameraHost, known: KnownCameras
) -> None:
    cameras = [stage.camera(name, curve=host.curve) for name in ("porch", "garden")]
    sessions = [stage.now(lambda camera=camera: known.add(str(camera.endpoint), "")) for camera in cameras]
    stage.until(lambda: all(each.state.phase is Phase.UNPAIRED for each in sessions))
    proved = tried(stage, [opened(stage, host, cameras[0])])
    assert isinstance(proved, Proved)
    assert stage.now(lambda: known.pair(proved, sessions[0])) is sessions[0]
    stage.until(lambda: all(each.is_connected for each in sessions))
    assert len(stage.fleet) == 2


def test_that_a_wrong_code_is_refused_three_times_and_nothing_is_kept(
    stage: Stage, host: CameraHost, known: KnownCameras
) -> None:
    camera = stage.camera(curve=host.curve)
    port = opened(stage, host, camera)
    said = [tried(stage, [port], WRONG) for _ in range(3)]
    assert [(each.trouble, each.tries) for each in said if isinstance(each, Refused)] == [
        (Trouble.WRONG, 2),
        (Trouble.WRONG, 1),
        (Trouble.WRONG, 0),
    ]
    closed = tried(stage, [port])
    assert isinstance(closed, Refused)
    assert closed.trouble is Trouble.CLOSED
    assert "watchword-camera pair" in sentence_of(closed)
    assert host.paired == []
    assert list(stage.fleet.keyring.paired) == []


def test_that_who_stands_between_and_swaps_the_key_is_not_believed(
    stage: Stage, host: CameraHost, known: KnownCameras
) -> None:
    camera = stage.camera(curve=host.curve)
    between = Identity.new().public.decode()
    # All goes through as it was said, but for the key.
    real = opened(stage, host, camera)
    middle = stage.now(lambda: _Between(stage, real, host.key.encode(), between.encode()))
    found = tried(stage, [middle.endpoint])
    stage.now(middle.close)
    assert isinstance(found, Refused)
    assert found.trouble is Trouble.WRONG
    assert host.paired == []
    assert list(stage.fleet.keyring.paired) == []


def test_that_only_one_try_is_spent_for_each_code_that_is_typed(stage: Stage, host: CameraHost) -> None:
    camera = stage.camera(curve=host.curve)
    port = opened(stage, host, camera)
    tried(stage, [port, camera.endpoint, port], WRONG)
    assert host.offering.tries == 2


def test_that_where_no_code_is_open_it_is_said_what_to_do(stage: Stage, host: CameraHost) -> None:
    camera = stage.camera(curve=host.curve)
    for places in ([free_endpoint()], pairing_places(camera.endpoint)):
        with pytest.raises(UsageError, match="watchword-camera pair"):
            tried(stage, places)
    assert camera.greetings == 0


def test_that_another_program_at_the_port_is_said_in_words(stage: Stage) -> None:
    stranger = stage.stranger()
    with pytest.raises(UsageError, match="no Watchword camera"):
        tried(stage, [stranger.endpoint])


def test_that_the_port_behind_the_camera_is_asked_unless_another_one_is_told() -> None:
    camera = Endpoint("porch", 5600)
    assert pairing_places(camera) == [Endpoint("porch", 5601), camera]
    assert pairing_places(camera, 6000) == [Endpoint("porch", 6000)]
    assert pairing_places(Endpoint("porch", 65535)) == [Endpoint("porch", 65535)]


def test_that_a_camera_that_was_set_up_anew_takes_the_place_of_its_old_key(
    stage: Stage, host: CameraHost, known: KnownCameras
) -> None:
    camera = stage.camera(curve=host.curve)
    session = stage.now(lambda: known.add(str(camera.endpoint), "", Identity.new().public.decode()))
    stage.until(lambda: session.state.phase is Phase.ALARM)
    proved = tried(stage, [opened(stage, host, camera)])
    assert isinstance(proved, Proved)
    stage.now(lambda: known.pair(proved, session))
    stage.until(lambda: session.is_connected)
    assert session.identity.camera_key == host.key


def test_that_a_camera_cannot_take_the_place_of_another_one_by_being_paired(
    stage: Stage, host: CameraHost, known: KnownCameras
) -> None:
    other = Identity.new().public.decode()
    offer = PairOffer(1, "id-of-porch", "Porch", other, bytes(33), Rights.CONTROL)
    stage.now(lambda: stage.fleet.keyring.add(offer, 0))
    real = stage.now(lambda: known.add(str(free_endpoint()), "", other))
    camera = stage.camera(curve=host.curve)
    proved = tried(stage, [opened(stage, host, camera)])
    assert isinstance(proved, Proved)
    with pytest.raises(UsageError, match="calls itself by the id of Porch"):
        stage.now(lambda: known.pair(proved))
    assert [each.key for each in stage.fleet.keyring.paired] == [other]
    assert stage.fleet.called_at(real.identity.key)[1] == other
    assert len(stage.fleet) == 1


def test_that_a_pairing_that_is_forgotten_counts_no_more(stage: Stage, host: CameraHost, known: KnownCameras) -> None:
    camera = stage.camera(curve=host.curve)
    proved = tried(stage, [opened(stage, host, camera)])
    assert isinstance(proved, Proved)
    session = stage.now(lambda: known.pair(proved))
    assert session is not None
    stage.until(lambda: session.is_connected)
    stage.now(lambda: known.forget_pairing(host.key))
    stage.until(lambda: session.state.phase is Phase.UNPAIRED)
    assert list(stage.fleet.keyring.paired) == []


class _Between:
    """Passes on what is said at a pairing port, and puts another key for the camera's."""

    def __init__(self, stage: Stage, real: Endpoint, key: bytes, other: bytes) -> None:
        self._key, self._other = key, other
        self._back = b""
        self._bound = Link.bound(stage.context, LOOPBACK, self._there)
        self._called = Link.connected(stage.context, real, self._here, lambda change: None)
        self.endpoint = self._bound.endpoint

    def close(self) -> None:
        self._bound.close()
        self._called.close()

    def _there(self, route: bytes, parts: list[object]) -> None:
        self._back = route
        self._called.send([bytes(part) for part in parts])  # type: ignore[call-overload]

    def _here(self, route: bytes, parts: list[object]) -> None:
        swapped = [bytes(part).replace(self._key, self._other) for part in parts]  # type: ignore[call-overload]
        self._bound.send(swapped, self._back)
