"""The real window without a display, in this process."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from benchmarks.support import screen
from viewer.core.fleet import Fleet
from viewer.core.pairing.keyring import Keyring
from viewer.core.paths import Paths
from viewer.core.program import Program
from viewer.core.settings import SettingsFile
from viewer.core.talk.history import History
from viewer.garbage import Garbage
from viewer.loop import make_loop
from viewer.ui.look import style
from viewer.ui.main_window import MainWindow


def run_window(
    scene: Callable[[Fleet, MainWindow], Awaitable[object]],
    width: int,
    height: int,
    history: Path | None = None,
    keyring: Keyring | None = None,
) -> None:
    """Run `scene` beside the real window on Qt's own loop; conversations are kept in `history`, or not at all."""
    app = QApplication.instance() or QApplication(["benchmark", "-platform", screen.PLATFORM])
    assert isinstance(app, QApplication)
    Garbage(app)
    style.apply(app)
    loop = make_loop(app)

    async def whole() -> None:
        with TemporaryDirectory() as folder:
            fleet = Fleet("benchmark", "benchmark", history=History(history), keyring=keyring)
            paths = Paths.of(folder)
            program = Program(fleet, SettingsFile(paths.settings), paths)
            window = MainWindow(program)
            window.resize(width, height)
            window.show()
            try:
                await scene(fleet, window)
            finally:
                window.hide()
                program.close()
                fleet.close()
                window.deleteLater()

    try:
        loop.run_until_complete(whole())
    finally:
        asyncio.set_event_loop(None)
        loop.close()
