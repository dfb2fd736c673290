"""Keeping recordings elsewhere: one archive, made beside the window, with how far it is."""

import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.core.recording.export import Stopped, export
from viewer.core.recording.troubles import why_no_archive
from viewer.core.replay.recorded import Recorded
from viewer.ui.cards.beside import Beside
from viewer.ui.dialogs import folders
from viewer.ui.replay import times

ENDING = ".zip"


class Exporting(QObject):
    """One archive at a time. `told` says how it goes, and how it ended."""

    told = Signal(str)
    _went_on = Signal(float)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_over = threading.Event()
        # With its window it may go without being closed.
        self.destroyed.connect(self._is_over.set)
        self._beside = Beside(self)
        self._beside.done.connect(lambda sentence: self.told.emit(sentence))
        self._beside.failed.connect(lambda: self.told.emit(tr("The recordings could not be exported.")))
        self._went_on.connect(lambda share: self.told.emit(tr("Exporting… {percent} %", percent=round(100 * share))))

    @property
    def is_busy(self) -> bool:
        """Whether an archive is being made."""
        return self._beside.is_busy

    def ask_where(self, chosen: Sequence[Recorded]) -> None:
        """Ask for a file, and put the recordings there."""
        kind = QStandardPaths.StandardLocation.MoviesLocation
        began = times.local(chosen[0].started_ns)
        name = f"{chosen[0].id.parent.name} {began:%Y-%m-%d %H-%M-%S}{ENDING}"
        ask = QFileDialog(self._window, tr("Export recordings"), str(folders.beginning(kind) / name))
        folders.follow(ask, kind)
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setNameFilters([tr("Archives (*.zip)")])
        ask.setDefaultSuffix(ENDING[1:])
        ask.fileSelected.connect(lambda file: self.begin(chosen, Path(file)))
        ask.finished.connect(ask.deleteLater)
        ask.open()

    def begin(self, chosen: Sequence[Recorded], target: Path) -> None:
        """Put the recordings into an archive at `target`."""
        files = [part for each in chosen for part in each.parts]
        self._is_over.clear()

        def work() -> str:
            try:
                export(files, target, self._progress)
            except Stopped:
                return ""
            except UsageError as error:
                return str(error)
            except OSError as error:
                return why_no_archive(error, target)
            return tr("Exported to {file}.", file=target)

        self._beside.start(work)

    def close(self) -> None:
        """Make no archive any more."""
        self._is_over.set()
        self._beside.close()

    def _progress(self, share: float) -> bool:
        with suppress(RuntimeError):
            self._went_on.emit(share)
        return not self._is_over.is_set()
