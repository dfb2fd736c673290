"""The real viewer starts the cameras of its computer, and takes them with it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from camwire.identity import Identity
from tests.support.stock import free_port
from tests.support.waiting import until
from tests.support.watching import Watcher, fleet
from viewer.core.pairing.keyring import Keyring
from viewer.core.paths import Paths
from viewer.core.sessions.state import Phase
from viewer.core.settings import CameraSettings, OwnCameraSettings, SettingsFile

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals are a POSIX matter"),
]
START_SECONDS = 30.0


@pytest.fixture
def address(tmp_path: Path) -> str:
    """Of the camera that the settings in `tmp_path` remember."""
    address = f"tcp://127.0.0.1:{free_port()}"
    file = SettingsFile(tmp_path / "settings.toml")
    file.settings.own.append(OwnCameraSettings(endpoint=address, source="pattern", name="Desk"))
    file.settings.camera.append(CameraSettings(endpoint=address))
    file.save()
    return address


@pytest.fixture
def viewer(tmp_path: Path, address: str) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "viewer", "--config", str(tmp_path), "--log-level", "warning"]
    with subprocess.Popen(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}) as program:
        yield program
        program.kill()


@pytest.mark.parametrize("end", ["terminate", "kill"])
def test_that_a_remembered_camera_of_this_computer_comes_and_goes_with_the_viewer(
    run: Callable[..., Any], tmp_path: Path, address: str, viewer: "subprocess.Popen[bytes]", end: str
) -> None:
    async def scene() -> None:
        # Whoever has the key of this viewer; nobody else is let in.
        paths = Paths.of(str(tmp_path))
        async with fleet("other", Keyring(Identity.of(paths.config))) as other:
            key = Identity.of(paths.own_cameras).public.decode()
            watched = Watcher(other.add(address, camera_key=key))
            await until(lambda: watched.is_(Phase.LIVE), START_SECONDS)
            assert watched.session.name == "Desk"
        cameras = psutil.Process(viewer.pid).children()
        assert len(cameras) == 1
        getattr(viewer, end)()
        viewer.wait(10)
        await until(lambda: not psutil.pid_exists(cameras[0].pid), START_SECONDS)

    run(scene(), timeout=90)
