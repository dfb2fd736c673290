"""Where recordings go, and how they are split."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.core.chosen_folder import chosen_folder
from viewer.core.paths import Paths
from viewer.core.recording.cost import Cost, free_bytes
from viewer.core.settings import RecordingSettings
from viewer.ui.cards.beside import Beside
from viewer.ui.preferences.part import Part, ValueChoice
from viewer.ui.recording import sentences

MINUTES = (15, 30, 60, 120)
MBYTES = (500, 1000, 2000, 4000)
SECONDS = (10, 30, 60)


class Recording(Part):
    """Counts for recordings that are begun from then on."""

    def __init__(self, settings: RecordingSettings, paths: Paths, cost: Callable[[bool], tuple[int, float]]) -> None:
        """`cost(is_full_size)`: of how many cameras pictures come now, and the bytes per second that recording all of
        them takes."""
        super().__init__(tr("Recording"))
        self._cost = cost
        self._usual = paths.recordings
        self._settings = settings
        self.folder = Folder(tr("Folder of recordings"), settings.folder, paths.recordings)
        self.snapshots = Folder(tr("Folder of snapshots"), settings.snapshots, paths.snapshots)
        self.row(tr("Recordings"), self.folder)
        self.row(tr("Snapshots"), self.snapshots)
        sizes = [(True, tr("In the camera's full size")), (False, tr("As shown on the wall"))]
        self.full_size = ValueChoice(tr("Pictures"), sizes, settings.full_size)
        self.row(tr("Pictures"), self.full_size)
        self._size_words = self.words("")
        minutes = [(0, tr("Never")), *((each, tr("%n minutes", each)) for each in MINUTES)]
        self.minutes = ValueChoice(tr("New file after"), minutes, settings.split_minutes, _minutes(settings))
        self.row(tr("New file after"), self.minutes)
        mbytes = [(0, tr("Never")), *((each, tr("{size} MB", size=each)) for each in MBYTES)]
        self.mbytes = ValueChoice(
            tr("New file at"), mbytes, settings.split_mbytes, tr("{size} MB", size=settings.split_mbytes)
        )
        self.row(tr("New file at"), self.mbytes)
        before = [(0, tr("Nothing")), *((each, tr("%n seconds", each)) for each in SECONDS)]
        now = settings.before_seconds
        self.before = ValueChoice(tr("What came before, too"), before, now, tr("%n seconds", now))
        self.row(tr("What came before, too"), self.before)
        self.words(tr("A recording then begins so long before you press R. It takes memory and network all the time."))
        self._looking = Beside(self)
        self._looking.done.connect(self._show_cost)
        self.full_size.currentIndexChanged.connect(self._look_at_disk)
        self.folder.line.editingFinished.connect(self._look_at_disk)
        self._look_at_disk()

    def check(self) -> None:
        for folder in (self.folder, self.snapshots):
            folder.check()

    def close_all(self) -> None:
        """The dialog is over."""
        self._looking.close()

    def _look_at_disk(self) -> None:
        """Say what recordings cost there. The disk may be far away."""
        folder = self._usual
        with suppress(UsageError):
            folder = chosen_folder(self.folder.chosen) if self.folder.chosen else folder
        self._looking.start(lambda: free_bytes(folder))

    def _show_cost(self, free: int | None) -> None:
        cameras, rate = self._cost(self.full_size.value)
        self._size_words.setText(sentences.of_estimate(cameras, Cost(rate, free)))

    def keep(self) -> None:
        settings = self._settings
        settings.folder, settings.snapshots = self.folder.chosen, self.snapshots.chosen
        settings.full_size = self.full_size.value
        settings.split_minutes, settings.split_mbytes = self.minutes.value, self.mbytes.value
        settings.before_seconds = self.before.value


class Folder(QWidget):
    """A path that can be written or looked for; empty: `usual`."""

    def __init__(self, name: str, now: str, usual: Path) -> None:
        super().__init__()
        self._name = name
        self._usual = usual
        self.line = QLineEdit(now)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(str(usual))
        self.line.setToolTip(now or str(usual))
        browse = QPushButton(tr("Choose…"))
        browse.setAccessibleName(f"{name}: {browse.text()}")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(browse)

    @property
    def chosen(self) -> str:
        """The path; empty: the usual one."""
        return self.line.text().strip()

    def check(self) -> None:
        """Raise UsageError where nothing could be written."""
        if not self.chosen:
            return
        folder = chosen_folder(self.chosen)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or str(error)
            raise UsageError(tr("{folder} cannot be used ({why}). Choose another.", folder=folder, why=why)) from None

    def _on_browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._name, self.chosen or str(self._usual))
        if folder:
            self.line.setText(folder)


def _minutes(settings: RecordingSettings) -> str:
    return tr("%n minutes", settings.split_minutes)
