"""A wall with cameras joined in memory, on Qt's own loop."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from camwire.discovery import Announced
from sender import Camera
from sender.announcing import announcer
from tests.support.emulated_webcam import EmulatedWebcam, compiled
from tests.support.joined_camera import JoinedCamera
from tests.support.waiting import until
from viewer.core.finding import finding
from viewer.core.fleet import Fleet
from viewer.core.pairing.keyring import Keyring
from viewer.core.paths import Paths
from viewer.core.program import Program
from viewer.core.sessions.session import Session
from viewer.core.sessions.state import Phase
from viewer.core.settings import SettingsFile
from viewer.core.talk.history import History
from viewer.ui.chat.panel import ChatPanel
from viewer.ui.look import style
from viewer.ui.main_window import MainWindow
from viewer.ui.wall.placing import REST_MS

MOUSE_SECONDS = 1 / 90


@pytest.fixture(scope="session", autouse=True)
def _only_own_cameras_are_found() -> Iterator[None]:
    """Others on this network may show codes, too: nothing that a test types goes to a camera that it did not start."""
    own: set[str] = set()
    service, found = announcer._service, finding.found_camera

    def noted(announced: Announced, *words: Any) -> Any:
        own.add(announced.id)
        return service(announced, *words)

    def own_camera(*words: Any) -> Any:
        camera = found(*words)
        return camera if camera is not None and camera.id in own else None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(announcer, "_service", noted)
        patch.setattr(finding, "found_camera", own_camera)
        yield


class Stage:
    """The window, its fleet, and cameras to put on it."""

    def __init__(self, folder: Path, run: Callable[..., Any], qtbot: Any) -> None:
        self.run = run
        self._qtbot = qtbot
        self._folder = folder
        self.cameras: list[JoinedCamera] = []
        self._real: list[Camera] = []
        self._open()

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

    def real(self, camera: Camera) -> ChatPanel:
        """Put a real camera, from now on running, on the wall; return its chat, opened."""
        self.run(camera.__aenter__())
        self._real.append(camera)
        return self.chat(str(camera.endpoint))

    def chat(self, address: str) -> ChatPanel:
        """Put the camera at `address` on the wall, and open its chat when it is there."""

        async def add() -> Session:
            return self.fleet.add(address)

        session = self.run(add())
        self.until(lambda: session.is_connected)
        tile = self.wall._tiles[session.identity.key]
        tile.open_chat(True)
        self.activate()
        panel: ChatPanel = tile.chat
        self.until(panel.composer.hasFocus)
        return panel

    def activate(self) -> None:
        """Bring the window to the front, as far as there is one."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, as the window system tells it to the window: whoever has the keyboard gets it."""
        self.do(lambda: QTest.keyClick(self.window.windowHandle(), key, held))

    def type(self, text: str) -> None:
        """The same for letters."""
        for letter in text:
            self.do(lambda letter=letter: QTest.keyClick(self.window.windowHandle(), letter))

    def do(self, deed: Callable[[], object]) -> None:
        """Do it while the loop runs, as everything happens in the program, and in no task: a key or a click lets
        others go on meanwhile."""

        async def work() -> None:
            loop = asyncio.get_running_loop()
            done = loop.create_future()

            def act() -> None:
                try:
                    deed()
                except BaseException as error:
                    done.set_exception(error)
                else:
                    done.set_result(None)

            loop.call_soon(act)
            await done

        self.run(work())

    def drag(self, begin: tuple[int, int], end: tuple[int, int], seconds: float = 1.0) -> int:
        """Resize the window as a mouse does; return how often a busy machine held that up as if the hand rested."""

        async def work() -> int:
            began = before = monotonic()
            share, rests = 0.0, 0
            while share < 1:
                share = min(1.0, (monotonic() - began) / seconds)
                self.window.resize(*(round(a + (b - a) * share) for a, b in zip(begin, end, strict=True)))
                await asyncio.sleep(MOUSE_SECONDS)
                rests += monotonic() - before > REST_MS / 2000
                before = monotonic()
            return rests

        rests: int = self.run(work())
        return rests

    def restart(self) -> None:
        """End the program and start it again."""
        self._close()
        self._open()

    def until(self, fact: Callable[[], object]) -> None:
        """Let Qt and the loop run until a fact is so."""
        self.run(until(fact, timeout=5))

    def close(self) -> None:
        """Take everything down."""
        self._close()
        for camera in self._real:
            self.run(camera.__aexit__(None, None, None))

    def _open(self) -> None:
        self.file = SettingsFile(self._folder / "settings.toml")
        self.fleet: Fleet = self.run(self._make_fleet())
        self.program = Program(self.fleet, self.file, Paths.of(str(self._folder)))
        self.window = MainWindow(self.program)
        self.window.resize(1200, 800)
        self.window.show()

    def _close(self) -> None:
        self.window.hide()
        self.window.walls.let_go()

        async def end() -> None:
            await self.fleet.history.journal.flush()
            await self.program.finding.close()
            self.program.close()
            self.fleet.close()

        self.run(end())
        self.window.deleteLater()

    async def _make_fleet(self) -> Fleet:
        history = History(self._folder / "conversations.db")
        keyring = Keyring(paired=self.file.settings.paired)
        return Fleet("tester", "Tester", history=history, files=self._folder / "files", keyring=keyring)

    async def _begin(self, number: int) -> Session:
        # Port 9 (discard) is where nobody listens; the test itself is the camera.
        return self.fleet.add(f"tcp://127.0.0.{number + 1}:9")


@pytest.fixture
def stage(qapp: QApplication, qrun: Callable[..., Any], qtbot: Any, tmp_path: Path) -> Iterator[Stage]:
    style.apply(qapp)
    stage = Stage(tmp_path, qrun, qtbot)
    yield stage
    stage.close()


@pytest.fixture
def webcam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EmulatedWebcam:
    """Plugged into this computer, as far as the programs know that are started."""
    folder = tmp_path / "webcam"
    folder.mkdir()
    webcam = EmulatedWebcam(compiled(tmp_path), folder)
    for name, value in webcam.environment.items():
        if name == "LD_PRELOAD" or name.startswith("WEBCAM_"):
            monkeypatch.setenv(name, value)
    return webcam
