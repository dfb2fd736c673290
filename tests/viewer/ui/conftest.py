"""A wall with cameras joined in memory, on Qt's own loop."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.joined_camera import JoinedCamera
from tests.support.waiting import until
from viewer.core.fleet import Fleet
from viewer.core.session import Session
from viewer.core.settings import SettingsFile
from viewer.core.state import Phase
from viewer.ui import style
from viewer.ui.main_window import MainWindow


class Stage:
    """The window, its fleet, and cameras to put on it."""

    def __init__(self, folder: Path, run: Callable[..., Any], qtbot: Any) -> None:
        self.run = run
        self._qtbot = qtbot
        self.file = SettingsFile(folder / "settings.toml")
        self.fleet: Fleet = run(self._make_fleet())
        self.window = MainWindow(self.fleet, self.file, folder / "log" / "watchword.log")
        self.window.resize(1200, 800)
        self.window.show()
        self.cameras: list[JoinedCamera] = []

    @property
    def wall(self) -> Any:
        return self.window.wall

    def add(self, name: str = "porch", is_live: bool = True) -> JoinedCamera:
        """Put a camera on the wall, showing a picture unless told otherwise."""
        camera = JoinedCamera(self.run(self._begin(len(self.cameras))), name)
        self.cameras.append(camera)
        if is_live:
            camera.join()
            camera.show()
            self.until(lambda: camera.session.state.phase is Phase.LIVE)
        return camera

    def until(self, fact: Callable[[], object]) -> None:
        """Let Qt and the loop run until a fact is so."""
        self.run(until(fact, timeout=5))

    def close(self) -> None:
        """Take everything down."""
        self.window.hide()

        async def end() -> None:
            self.fleet.close()

        self.run(end())
        self.window.deleteLater()

    async def _make_fleet(self) -> Fleet:
        return Fleet("tester", "Tester")

    async def _begin(self, number: int) -> Session:
        # Port 9 (discard) is where nobody listens; the test itself is the camera.
        return self.fleet.add(f"tcp://127.0.0.{number + 1}:9")


@pytest.fixture
def stage(qapp: QApplication, qrun: Callable[..., Any], qtbot: Any, tmp_path: Path) -> Iterator[Stage]:
    style.apply(qapp)
    stage = Stage(tmp_path, qrun, qtbot)
    yield stage
    stage.close()
