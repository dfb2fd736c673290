"""From the command to a window on the screen, before the rest of the program is read from disk.

Nothing that takes long to import is imported here: who double-clicks sees the window half a second later, and the
other half second of importing passes behind it.
"""

import argparse
import atexit
import gc
import os
import sys

from PySide6.QtCore import QLockFile, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from camwire import __version__
from camwire.descriptors import raise_limit
from camwire.translation import phrase, tr
from viewer.console import complain, tell
from viewer.core.paths import Paths
from viewer.core.settings import SettingsFile
from viewer.environment import give_back
from viewer.garbage import Garbage
from viewer.started import Started
from viewer.ui.desktop.lock import OF_THE_DEMO, is_ours, lock_of
from viewer.ui.look import style
from viewer.ui.shell import Shell

UNHEARD = phrase(
    "Watchword runs already with these settings, and does not answer. End it first, or start another one beside it "
    "with --config and another folder. If none runs, remove the file {file}."
)
TOO_MUCH = phrase("These are more files at once than the Watchword that runs already listens to. Open fewer.")


def run(options: argparse.Namespace) -> int:
    """Show the window, load the program, run it; return its exit code."""
    raise_limit()
    if not choose_screen(options):
        return 1
    # While it ends, the interpreter looks through all there is for what could be freed, over and over, which takes
    # longer than all of our own closing. By then nothing is open any more, and the system frees the memory.
    atexit.register(gc.freeze)
    paths = Paths.of(options.config, options.demo)
    app = application()
    lock = None if options.screenshot or options.quit_after else _lock(options, paths)
    if lock is not None and not is_ours(lock):
        standing = _settled(options, paths, lock)
        if standing is not None:
            return standing
    # The demo has a wall of its own: it neither shows nor rearranges the person's cameras.
    settings = SettingsFile(paths.settings)
    style.choose(settings.settings.general.theme)
    window = settings.settings.window
    shell = Shell(window.width, window.height, window.place)
    shell.show_now()
    return _filled(Started(options, app, shell, paths, settings, lock))


def _lock(options: argparse.Namespace, paths: Paths) -> QLockFile:
    return lock_of(paths.config, OF_THE_DEMO) if options.demo else lock_of(paths.config)


def application() -> QApplication:
    """Qt, with the program's name."""
    app = QApplication(["watchword"])
    Garbage(app)
    give_back()
    app.setApplicationName("Watchword")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("io.github.watchword.Watchword")
    app.setQuitOnLastWindowClosed(False)
    return app


def _settled(options: argparse.Namespace, paths: Paths, lock: QLockFile) -> int | None:
    """Tell the program that runs already what is wanted, and return this one's exit code; None: it has ended meanwhile,
    and this one goes on."""
    from viewer.core.wishes import Wishes
    from viewer.ui.desktop.instance import Instance, Standing

    match Instance(lock).settle(Wishes.of(options)):
        case Standing.FIRST:
            return None
        case Standing.HEARD:
            tell("Watchword runs already with these settings; its window was brought to the front.")
            return 0
        case Standing.UNHEARD:
            return _explained(UNHEARD, file=lock.fileName())
        case Standing.TOO_MUCH:
            return _explained(TOO_MUCH)


def _explained(sentence: str, **values: object) -> int:
    """Say why there is no window: in the terminal, or, where nobody looks at one, on the screen. The exit code."""
    from viewer.ui.look import language

    complain(sentence.format(**values))
    if sys.stderr is None or not sys.stderr.isatty():
        language.apply(language.SYSTEM)
        box = QMessageBox(QMessageBox.Icon.Warning, "Watchword", tr(sentence, **values))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.exec()
    return 1


def _filled(started: Started) -> int:
    """Load the rest of the program; the demo's first camera gets ready meanwhile."""
    from viewer.core.pairing.keyring import Keyring
    from viewer.crashes import Crashes
    from viewer.demo import Demo
    from viewer.log_file import start_log
    from viewer.ui.look import language, resources

    options = started.options
    start_log(started.paths.log, options.log_level)
    crashes = Crashes(started.paths.crashes)
    crashes.begin()
    keyring = Keyring.of(started.paths.config, started.settings.settings.paired)
    demo = Demo(resources.folder(), keyring.identity.public.decode())
    if options.demo:
        demo.begin()
    style.apply(started.app)
    language.apply(started.settings.settings.general.language)
    try:
        from viewer.app import run as run_program

        return run_program(started, keyring, demo, crashes)
    except Exception as error:
        crashes.report(error, "the program")
        raise
    finally:
        crashes.close()


def choose_screen(options: argparse.Namespace) -> bool:
    """Whether there is a screen to show on; without one a screenshot is still drawn, anything else is explained."""
    has_screen = sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )
    if has_screen:
        return True
    if options.screenshot:
        from viewer.ui.look import resources

        # Qt's own screen that nobody has is smaller than many a window, and what is beyond its edge is not shown.
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={resources.folder() / 'screen.json'}"
        return True
    complain(
        "This machine has no screen (DISPLAY is not set). Start it on a desktop or through ssh -X; "
        "draw one picture with --screenshot wall.png --quit-after 10; or look at cameras with watchword-probe."
    )
    return False
