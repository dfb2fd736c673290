"""The actions that record and take snapshots, and what the window says of these."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.core.program import Program
from viewer.core.recording.saved import Saved
from viewer.core.sessions.session import Session
from viewer.ui.actions.camera_actions import CameraActions
from viewer.ui.actions.registry import Actions
from viewer.ui.recording import sentences
from viewer.ui.wall.tile import Tile
from viewer.ui.wall.wall import Wall


class RecordingActions(QObject):
    """Those of one window; the recorder outlives it."""

    def __init__(
        self,
        actions: Actions,
        camera_actions: CameraActions,
        program: Program,
        wall: Wall,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._program = program
        self._recorder = recorder = program.recorder
        self._wall = wall
        self._saved: list[Saved] = []
        camera_actions.offer("camera.snapshot", lambda tile: recorder.snapshots.take(self._meant(tile)))
        camera_actions.offer("camera.record", self._record, is_on=lambda tile: recorder.is_recording(tile.session))
        actions.offer("record.all", self._record_all, is_on=lambda: recorder.is_recording_all)
        actions.offer("record.snapshots", lambda: recorder.snapshots.take(each.session for each in wall.all_tiles))
        actions.offer("record.folder", lambda: self._open_folder(recorder.folder))
        wall.clock.is_recording = recorder.is_recording
        recorder.observe(self)

    def let_go(self) -> None:
        """Another window shows the fleet from now on."""
        self._recorder.forget(self)

    # What the recorder tells

    def recording_changed(self, session: Session) -> None:
        for tile in self._wall.all_tiles:
            if tile.session is session:
                tile.picture.overlay.is_recording = self._recorder.is_recording(session)
                tile.picture.update()

    def recording_saved(self, saved: Saved) -> None:
        self._saved.append(saved)
        for sentence in (saved.trouble, sentences.of_missed(saved), sentences.of_nothing(saved)):
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

    def _record(self, tile: Tile) -> None:
        deed = self._recorder.end if self._recorder.is_recording(tile.session) else self._recorder.begin
        self._attempt(lambda: [deed(session) for session in self._meant(tile)])

    def _record_all(self) -> None:
        self._attempt(self._recorder.toggle_all)

    def _attempt(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except UsageError as error:
            self._program.say(str(error))

    def _meant(self, tile: Tile) -> list[Session]:
        """The camera of `tile`, and where that is one of those that are marked, all of them."""
        marked = self._wall.selection.tiles
        return [each.session for each in (marked if tile in marked else [tile])]

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
