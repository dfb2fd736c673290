"""The actions that record and take snapshots, and what the window says of these."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from camwire.translation import tr
from viewer.core.program import Program
from viewer.core.recording.saved import Saved
from viewer.ui.actions.camera_actions import CameraActions
from viewer.ui.actions.registry import Actions
from viewer.ui.recording import sentences
from viewer.ui.recording.camera_recording import CameraRecording
from viewer.ui.recording.ended import Ended
from viewer.ui.wall.wall import Wall


class RecordingActions(CameraRecording):
    """Those of one window; the recorder outlives it."""

    def __init__(
        self,
        actions: Actions,
        camera_actions: CameraActions,
        program: Program,
        wall: Wall,
        window: QWidget,
    ) -> None:
        super().__init__(camera_actions, program, wall, window)
        self._actions = actions
        recorder = program.recorder
        self._saved: list[Saved] = []
        self._ended = Ended(program.say_instead)
        actions.offer("record.all", self._record_all, is_on=lambda: recorder.is_recording_all)
        actions.offer("record.snapshots", lambda: recorder.snapshots.take(program.fleet))
        actions.offer("record.folder", lambda: self._open_folder(recorder.folder))

    # What the recorder tells

    def recording_saved(self, saved: Saved) -> None:
        self._saved.append(saved)
        self._ended.add(saved)
        for sentence in (sentences.of_missed(saved), sentences.of_nothing(saved)):
            if sentence:
                self._program.say(sentence)
        if self._recorder.is_ending:
            # Those that end together are told of together.
            return
        news, self._saved = sentences.of_recordings(self._saved), []
        if news and "record.replay" in {spec.id for spec in self._actions.offered}:
            self._program.offer(news, tr("Show"), self._actions["record.replay"].trigger)
        elif news:
            self._program.say_briefly(news)

    def snapshots_taken(self, files: list[Path], troubles: list[str]) -> None:
        for trouble in troubles:
            self._program.say(trouble)
        if files:
            shown = files[0] if len(files) == 1 else files[0].parent
            self._program.offer(sentences.of_snapshots(files), tr("Show"), lambda: self._open(shown))

    # What the person does

    def _record_all(self) -> None:
        self._program.attempt(self._recorder.toggle_all)

    def _open_folder(self, folder: Path) -> None:
        """Also one in which nothing was put yet."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or str(error)
            self._program.say(tr("{folder} cannot be opened: {why}.", folder=folder, why=why))
        else:
            self._open(folder)

    def _open(self, path: Path) -> None:
        """Show a file or a folder as the desktop shows those."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._program.say(tr("Nothing here opens {file}.", file=path))
