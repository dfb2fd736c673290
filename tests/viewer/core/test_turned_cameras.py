"""How a camera's pictures are turned is remembered by its key."""

from pathlib import Path

import pytest

from tests.support.stage import Stage
from tests.support.stock import free_port
from viewer.core.known_cameras import KnownCameras
from viewer.core.pictures.orientation import UPRIGHT, Orientation
from viewer.core.settings import SettingsFile, ViewSettings


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.toml")


@pytest.fixture
def known(stage: Stage, file: SettingsFile) -> KnownCameras:
    return KnownCameras(stage.fleet, file, lambda sentence: None)


def test_that_a_camera_is_turned_as_it_was_last_time(stage: Stage, known: KnownCameras, file: SettingsFile) -> None:
    address = f"tcp://127.0.0.1:{free_port()}"
    session = stage.now(lambda: known.add(address, "Porch"))
    stage.now(lambda: known.orient(session, Orientation(3, True)))
    kept = SettingsFile(file.path)
    assert kept.settings.view == [ViewSettings(camera=address, turns=3, mirrored=True)]
    session.orientation = UPRIGHT
    stage.now(lambda: KnownCameras(stage.fleet, kept, lambda sentence: None).recognise(session))
    assert session.orientation == Orientation(3, True)


def test_that_nothing_is_kept_of_a_camera_that_is_shown_as_it_is(
    stage: Stage, known: KnownCameras, file: SettingsFile
) -> None:
    session = stage.now(lambda: known.add(f"tcp://127.0.0.1:{free_port()}", "Porch"))
    stage.now(lambda: known.orient(session, Orientation(2)))
    stage.now(lambda: known.orient(session, UPRIGHT))
    assert SettingsFile(file.path).settings.view == []


def test_that_no_more_than_three_quarters_are_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[[view]]\ncamera = "tcp://127.0.0.1:5600"\nturns = 4\n')
    assert "turns" in SettingsFile(path).notice
