"""What can be recorded of the selected camera of one wall, and the mark on the tiles of those that are."""

from pathlib import Path

from PySide6.QtCore import QObject

from viewer.core.program import Program
from viewer.core.recording.saved import Saved
from viewer.core.sessions.session import Session
from viewer.ui.actions.camera_actions import CameraActions
from viewer.ui.recording import sentences
from viewer.ui.wall.tile import Tile
from viewer.ui.wall.wall import Wall


class CameraRecording(QObject):
    """Belongs to one wall; the recorder outlives it."""

    def __init__(self, camera_actions: CameraActions, program: Program, wall: Wall, parent: QObject) -> None:
        super().__init__(parent)
        self._program = program
        self._recorder = recorder = program.recorder
        self._wall = wall
        camera_actions.offer("camera.snapshot", lambda tile: recorder.snapshots.take(self._meant(tile)))
        camera_actions.offer("camera.record", self._record, is_on=lambda tile: recorder.is_recording(tile.session))
        wall.clock.is_recording = recorder.is_recording
        wall.clock.recording_cost = self._cost
        recorder.observe(self)

    def let_go(self) -> None:
        """The wall is shown no more."""
        self._recorder.forget(self)

    # What the recorder tells

    def recording_changed(self, session: Session) -> None:
        for tile in self._wall.all_tiles:
            if tile.session is session:
                tile.picture.overlay.is_recording = self._recorder.is_recording(session)
                tile.picture.update()

    def recording_saved(self, saved: Saved) -> None:
        """The first window tells of it."""

    def snapshots_taken(self, files: list[Path], troubles: list[str]) -> None:
        """The first window tells of them."""

    # Inside

    def _record(self, tile: Tile) -> None:
        deed = self._recorder.end if self._recorder.is_recording(tile.session) else self._recorder.begin
        self._program.attempt(lambda: [deed(session) for session in self._meant(tile)])

    def _cost(self, session: Session) -> str:
        recorder = self._recorder
        return sentences.of_cost(recorder.cost(session), recorder.cost_of_all) if recorder.is_recording(session) else ""

    def _meant(self, tile: Tile) -> list[Session]:
        """The camera of `tile`, and where that is one of those that are marked, all of them."""
        marked = self._wall.selection.tiles
        return [each.session for each in (marked if tile in marked else [tile])]
