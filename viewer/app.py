"""The composition root, the only module that knows all parts: starts leaves first, stops in reverse."""

import argparse
import asyncio
import logging
import platform
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from camwire.errors import UsageError
from viewer import arguments
from viewer.console import complain
from viewer.core.emptiness import Emptiness
from viewer.core.fleet import Fleet
from viewer.core.own.cameras import OwnCameras
from viewer.core.paths import Paths
from viewer.core.settings import ListenSettings, SettingsFile
from viewer.core.talk.history import History
from viewer.demo import Demo
from viewer.loop import catch_everything, make_loop, stop_on_signals
from viewer.ui.desktop.base import Desktop
from viewer.ui.desktop.tray import TrayDesktop
from viewer.ui.empty_state import DEMO_CAMERAS
from viewer.ui.main_window import MainWindow
from viewer.ui.shell import Shell

log = logging.getLogger(__name__)


class App:
    """The program from its first window to its last goodbye."""

    def __init__(
        self, options: argparse.Namespace, paths: Paths, settings: SettingsFile, shell: Shell, demo: Demo
    ) -> None:
        self._options = options
        self._shell = shell
        self._stop = asyncio.Event()
        self._exit_code = 0
        history = _history(paths.demo_history if options.demo else paths.history)
        self._history = history
        self._fleet = Fleet(
            settings.settings.viewer_id,
            platform.node() or "viewer",
            only=options.only,
            history=history,
            files=paths.files,
        )
        self._emptiness: Emptiness | None = None
        self._demo = demo
        self._demo_start: asyncio.Task[None] | None = None
        self.window = MainWindow(self._fleet, settings, paths.log, _desktop(), shell)
        self.own = OwnCameras(settings.settings.own, paths.own_cameras, self.window.notice.say)
        self.window.cameras.own = self.own
        self.window.closed.connect(self._stop.set)
        self.window.demo_wanted.connect(self.start_demo)
        self._settings = settings

    async def run(self) -> int:
        """Show the window until it is closed, or until it is time; return the exit code."""
        loop = asyncio.get_running_loop()
        stop_on_signals(loop, self._stop_with)
        catch_everything(loop, self.window.notice.say)
        try:
            self._begin()
            self._shell.show()
            await self._until_closed()
            return self._exit_code if self._take_screenshot() else 1
        except UsageError as error:
            complain(str(error))
            return 1
        finally:
            await self._end()

    def start_demo(self, count: int = DEMO_CAMERAS) -> None:
        """Start demo cameras and put them on the wall when they are ready."""
        if self._demo_start is None or self._demo_start.done():
            self._demo_start = asyncio.get_running_loop().create_task(self._start_demo(count))

    def _begin(self) -> None:
        if self._settings.notice:
            log.warning("%s", self._settings.notice)
            self.window.notice.say(self._settings.notice)
        self._history.on_trouble = self._tell_trouble
        if self._history.notice:
            self._tell_trouble(self._history.notice)
        keys = arguments.key_folder(self._options)
        self._fleet.secure(keys)
        for address in self._options.listen:
            self._fleet.listen(address, self._options.open)
        for port in self._settings.settings.listen:
            self._listen(port)
        self.window.show_listening()
        self.own.begin()
        for camera in self._settings.settings.camera:
            self._add(camera.endpoint, camera.name, camera.own_name)
        for address in self._options.camera:
            self._add(address)
        if self._options.demo:
            self.start_demo(self._options.demo)
        if self._options.exit_when_empty:
            self._emptiness = Emptiness(self._fleet, self._stop.set)

    def _tell_trouble(self, sentence: str) -> None:
        if sentence:
            log.warning("%s", sentence)
            self.window.notice.say(sentence)
        else:
            self.window.notice.say_briefly("Conversations are kept again.")

    def _listen(self, port: ListenSettings) -> None:
        if port.endpoint in map(str, self._fleet.listening):
            return
        try:
            self._fleet.listen(port.endpoint, port.open)
        except UsageError as error:
            log.warning("%s", error)
            self.window.notice.say(str(error))

    def _add(self, address: str, name: str = "", own_name: str = "") -> None:
        try:
            self._fleet.add(address, name, own_name)
        except UsageError as error:
            log.warning("%s", error)
            self.window.notice.say(str(error))

    def _stop_with(self, exit_code: int) -> None:
        self._exit_code = exit_code
        self._stop.set()

    async def _start_demo(self, count: int) -> None:
        try:
            async for endpoint in self._demo.start(count):
                self._fleet.add(endpoint)
        except (UsageError, OSError, TimeoutError) as error:
            self.window.notice.say(str(error) or "The demo cameras took too long to start. Try again.")

    async def _until_closed(self) -> None:
        try:
            async with asyncio.timeout(self._options.quit_after):
                await self._stop.wait()
        except TimeoutError:
            pass

    def _take_screenshot(self) -> bool:
        if not self._options.screenshot:
            return True
        is_saved = self.window.grab().save(self._options.screenshot)
        if not is_saved:
            complain(f"The picture could not be written to {self._options.screenshot}. Is the folder there?")
        return is_saved

    async def _end(self) -> None:
        self._shell.hide()
        if self._emptiness is not None:
            self._emptiness.close()
        if self._demo_start is not None:
            self._demo_start.cancel()
            await asyncio.gather(self._demo_start, return_exceptions=True)
        self.window.wall.forget(self._demo.endpoints)
        self.window.cameras.save()
        # They take their time while we take ours.
        self._demo.terminate()
        self.window.showings.close()
        self._fleet.close()
        self.own.close()
        self._demo.stop()
        self._shell.deleteLater()
        log.info("Left")


def _desktop() -> Desktop:
    """The desktop of this computer, for notifications."""
    if sys.platform in ("win32", "darwin"):
        return TrayDesktop()
    # Only here: Qt has no D-Bus elsewhere.
    from viewer.ui.desktop.bus import BusDesktop

    return BusDesktop()


def _history(file: Path | None) -> History:
    """Where conversations are kept; in memory, and the person told, where that cannot be."""
    try:
        return History(file)
    except UsageError as error:
        kept = History(None)
        kept.notice = f"{error} Until then, conversations are kept only until this window is closed."
        return kept


def run(
    options: argparse.Namespace, app: QApplication, shell: Shell, paths: Paths, settings: SettingsFile, demo: Demo
) -> int:
    """Run the program in `shell` until it is closed; return its exit code."""
    loop = make_loop(app)

    async def whole() -> int:
        return await App(options, paths, settings, shell, demo).run()

    try:
        return loop.run_until_complete(whole())
    finally:
        loop.close()
