"""What the person does with cameras and ports is remembered."""

import socket
from pathlib import Path

import msgspec
import pytest

from camwire.endpoint import Endpoint
from camwire.errors import UsageError
from tests.support.stage import Stage
from tests.support.stock import free_port
from viewer.core.known_cameras import KnownCameras
from viewer.core.pictures.orientation import Orientation
from viewer.core.settings import ListenSettings, PresetSettings, SettingsFile


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.toml")


@pytest.fixture
def known(stage: Stage, file: SettingsFile) -> KnownCameras:
    return KnownCameras(stage.fleet, file, lambda sentence: None)


def test_that_none_of_several_ports_is_opened_if_one_cannot_be(
    stage: Stage, known: KnownCameras, file: SettingsFile
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"tcp://127.0.0.1:{free_port()},{taken.getsockname()[1]}"
        with pytest.raises(UsageError):
            stage.now(lambda: known.listen(address, False))
    assert stage.fleet.listening == []
    assert file.settings.listen == []


def test_that_only_a_new_port_is_remembered(stage: Stage, known: KnownCameras, file: SettingsFile) -> None:
    port = Endpoint("127.0.0.1", free_port())
    assert stage.now(lambda: known.listen(str(port), False)) == [port]
    assert stage.now(lambda: known.listen(str(port), False)) == []
    assert SettingsFile(file.path).settings.listen == [ListenSettings(endpoint=str(port))]
    stage.now(lambda: known.stop_listening(port))
    assert SettingsFile(file.path).settings.listen == []


def test_that_nothing_is_remembered_of_a_camera_that_was_removed(
    stage: Stage, known: KnownCameras, file: SettingsFile
) -> None:
    address = f"tcp://127.0.0.1:{free_port()}"
    stage.now(lambda: known.add(address, "Porch"))
    file.settings.preset.append(PresetSettings(camera=address, name="dusk"))
    stage.now(lambda: known.rename(stage.fleet[address], "Gate"))
    assert [(camera.endpoint, camera.name) for camera in file.settings.camera] == [(address, "Gate")]
    stage.now(lambda: known.remove(stage.fleet[address]))
    assert (len(stage.fleet), file.settings.camera, file.settings.preset) == (0, [], [])


def test_that_a_removed_camera_is_restored_with_all_that_was_known_of_it(
    stage: Stage, known: KnownCameras, file: SettingsFile
) -> None:
    address = f"tcp://127.0.0.1:{free_port()}"
    session = stage.now(lambda: known.add(address, "Porch"))
    file.settings.preset.append(PresetSettings(camera=address, name="dusk"))
    stage.now(lambda: known.orient(session, Orientation(turns=1)))
    known.groups.put(address, ["doors"])
    before = msgspec.to_builtins(file.settings)
    removed = stage.now(lambda: known.remove(session))
    assert msgspec.to_builtins(file.settings) != before
    stage.now(lambda: known.restore(removed))
    assert msgspec.to_builtins(SettingsFile(file.path).settings) == before
    assert stage.fleet[address].name == "Porch"


def test_that_a_removed_camera_that_calls_comes_back_when_it_calls_after_it_was_restored(
    stage: Stage, known: KnownCameras
) -> None:
    (port,) = stage.now(lambda: known.listen(f"tcp://127.0.0.1:{free_port()}", False))
    camera = stage.calling_camera(port)
    stage.until(lambda: len(stage.fleet) == 1)
    (key,) = stage.keys
    removed = stage.now(lambda: known.remove(stage.fleet[key]))
    assert not removed.is_dialled
    stage.now(camera.close)
    again = stage.calling_camera(port)
    stage.until(lambda: stage.fleet._reception._removed == {key})
    stage.now(lambda: known.restore(removed))
    stage.now(again.close)
    stage.calling_camera(port)
    stage.until(lambda: len(stage.fleet) == 1)
