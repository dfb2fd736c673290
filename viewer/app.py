"""The composition root, the only module that knows all parts: starts leaves first, stops in reverse."""

import asyncio
import logging
import platform
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from camwire.errors import UsageError
from camwire.translation import tr
from viewer import arguments
from viewer.console import complain
from viewer.core.emptiness import Emptiness
from viewer.core.fleet import Fleet
from viewer.core.own.cameras import OwnCameras
from viewer.core.pairing.keyring import Keyring
from viewer.core.program import Program
from viewer.core.talk.history import History
from viewer.core.wishes import Wishes
from viewer.crashes import Crashes
from viewer.demo import Demo
from viewer.loop import catch_everything, make_loop, stop_on_signals
from viewer.opening import Opening
from viewer.started import Started
from viewer.ui.desktop.awake import AwakeInFullScreen
from viewer.ui.desktop.away import Away
from viewer.ui.desktop.base import Desktop
from viewer.ui.desktop.front import bring_to_front
from viewer.ui.desktop.instance import Instance
from viewer.ui.desktop.tray import Tray, TrayDesktop
from viewer.ui.empty_state import DEMO_CAMERAS
from viewer.ui.look import language, style
from viewer.ui.main_window import MainWindow
from viewer.ui.window_place import place_of

log = logging.getLogger(__name__)


class App:
    """The program from its first window to its last goodbye."""

    def __init__(self, started: Started, keyring: Keyring, demo: Demo, crashes: Crashes) -> None:
        self._options = started.options
        self._wishes = Wishes.of(started.options)
        self._shell = started.shell
        self._instance = None if started.lock is None else Instance(started.lock)
        self._stop = asyncio.Event()
        self._exit_code = 0
        paths, settings = started.paths, started.settings.settings
        self._history = _history(paths.history)
        self._fleet = Fleet(
            settings.viewer_id,
            platform.node() or "viewer",
            only=self._options.only,
            history=self._history,
            files=paths.files,
            keyring=keyring,
        )
        self._emptiness: Emptiness | None = None
        self._demo = demo
        self._crashes = crashes
        self.program = Program(self._fleet, started.settings, paths)
        self.own = OwnCameras(settings.own, paths.own_cameras, self._say, lambda: keyring.identity.public.decode())
        self.program.cameras.own = self.own
        self._opening = Opening(self.program, demo)
        self._tray = Tray()
        self._away = Away()
        self._awake = AwakeInFullScreen(self._shell)
        self._desktop = _desktop(self._tray)
        self.window = self._made_window()
        self._shell.close_wanted.connect(self._on_close_wanted)
        self._shell.window_changed.connect(self._awake.look)
        self._shell.shown.connect(self._away.come_back)
        self._tray.opened.connect(lambda: bring_to_front(self._shell))
        self._tray.quit_wanted.connect(lambda: self.window.ask_to_quit())

    async def run(self) -> int:
        """Show the window until it is closed, or until it is time; return the exit code."""
        loop = asyncio.get_running_loop()
        stop_on_signals(loop, self._stop_with)
        catch_everything(loop, self._say, self._crashes.report)
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

    def remake_window(self) -> None:
        """Make the window anew over the same fleet, in the language and the theme that the settings say."""
        general, before = self.program.settings.general, self.window
        language.apply(general.language)
        style.choose(general.theme)
        before.let_go()
        self.window = self._made_window()
        self.window.take_over(before)
        self._heed_settings()

    def hear(self, wishes: Wishes) -> None:
        """Do what a later start of the program wants, and show the window to who started it."""
        bring_to_front(self._shell, wishes.token)
        self._opening.listen_as_well(wishes)
        self.window.show_listening()
        self._carry_out(wishes)

    def _made_window(self) -> MainWindow:
        window = MainWindow(self.program, self._desktop, self._shell)
        window.remake_wanted.connect(self.remake_window, Qt.ConnectionType.QueuedConnection)
        window.quit_wanted.connect(self._stop.set)
        window.settings_changed.connect(self._heed_settings)
        window.walls.unread_changed.connect(self._tray.tell_unread)
        window.walls.windows_changed.connect(self._awake.look)
        window.actions.offer("cameras.demo", lambda: self._opening.start_demo(DEMO_CAMERAS))
        return window

    def _begin(self) -> None:
        if self.program.file.notice:
            log.warning("%s", self.program.file.notice)
            self._say(self.program.file.notice)
        for notice in self.program.notices:
            self._tell_trouble(notice)
        if self._fleet.keyring.trouble:
            self._tell_trouble(self._fleet.keyring.trouble)
        self._history.on_trouble = self._tell_trouble
        if self._history.notice:
            self._tell_trouble(self._history.notice)
        self._tell_of_crash()
        self._heed_settings()
        self._fleet.secure(arguments.key_folder(self._options))
        self._opening.listen(self._wishes)
        self.own.begin()
        self._opening.open_known()
        self.program.following.begin()
        self.window.show_listening()
        self._carry_out(self._wishes)
        if self._options.exit_when_empty:
            self._emptiness = Emptiness(self._fleet, self._stop.set)
        if self._instance is not None:
            self._instance.asked.connect(self.hear)
            self._instance.serve()

    def _carry_out(self, wishes: Wishes) -> None:
        self._opening.open_wished(wishes)
        for show in (
            *([partial(self.window.layouts.show, wishes.layout)] if wishes.layout else []),
            *(partial(self.window.layouts.open, Path(file)) for file in wishes.files),
        ):
            self.program.attempt(show)
        if wishes.full_screen:
            self.window.show_full_screen(True)

    def _heed_settings(self) -> None:
        """What was set counts from now on."""
        self._tray.keep(self.program.settings.general.tray)

    def _on_close_wanted(self) -> None:
        if self.program.settings.general.close_to_tray and self._tray.is_shown:
            self._away.go()
            self._awake.look()
        else:
            self.window.ask_to_quit()

    def _tell_of_crash(self) -> None:
        # A run by itself tells nobody.
        found = self._crashes.found() if self._instance is not None else None
        if found is not None:
            sentence = tr("Something went wrong the last time. A report is kept on this computer, and was not sent.")
            self.window.notice.offer(sentence, tr("Show"), partial(_open, found), lasts=True)

    def _say(self, sentence: str) -> None:
        self.program.say(sentence)

    def _tell_trouble(self, sentence: str) -> None:
        if sentence:
            log.warning("%s", sentence)
            self.program.say(sentence)
        else:
            self.program.say_briefly(tr("Conversations are kept again."))

    def _stop_with(self, exit_code: int) -> None:
        self._exit_code = exit_code
        self._stop.set()

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
        self.program.settings.window.place = place_of(self._shell)
        self._shell.hide()
        self.window.walls.let_go()
        if self._instance is not None:
            self._instance.close()
        if self._emptiness is not None:
            self._emptiness.close()
        await self._opening.close()
        await self.program.finding.close()
        await self.program.following.close()
        self.window.notifier.close()
        self._tray.close()
        self._awake.close()
        if not self._options.demo:
            # On a wall of the person's own they come only when they are asked for.
            self.window.walls.forget(camera.key for camera in self._demo.cameras)
        self.program.cameras.save()
        # They take their time while we take ours.
        self._demo.terminate()
        self.program.close()
        self._fleet.close()
        self.own.close()
        self._demo.stop()
        self._shell.deleteLater()
        log.info("Left")


def _open(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _desktop(tray: Tray) -> Desktop:
    """The desktop of this computer, for notifications."""
    if sys.platform in ("win32", "darwin"):
        return TrayDesktop(tray)
    # Only here: Qt has no D-Bus elsewhere.
    from viewer.ui.desktop.bus import BusDesktop

    return BusDesktop()


def _history(file: Path | None) -> History:
    """Where conversations are kept; in memory, and the person told, where that cannot be."""
    try:
        return History(file)
    except UsageError as error:
        kept = History(None)
        kept.notice = tr(
            "{error} Until then, conversations are kept only until this window is closed.", error=str(error)
        )
        return kept


def run(started: Started, keyring: Keyring, demo: Demo, crashes: Crashes) -> int:
    """Run the program in its window until it is closed; return its exit code."""
    loop = make_loop(started.app)

    async def whole() -> int:
        return await App(started, keyring, demo, crashes).run()

    try:
        return loop.run_until_complete(whole())
    finally:
        # There is no window any more in which something could be said.
        sys.excepthook = sys.__excepthook__
        loop.close()
