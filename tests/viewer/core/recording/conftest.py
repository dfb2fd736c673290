"""A fleet whose cameras can be recorded."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import zmq

from tests.support.recordings import all_in
from tests.support.stage import Stage
from viewer.core.recording.recorder import Recorder
from viewer.core.recording.saved import Saved
from viewer.core.sessions.session import Session
from viewer.core.settings import RecordingSettings


class RecordingStage(Stage):
    """With a recorder, and what it told."""

    def __init__(self, context: "zmq.Context[zmq.Socket[bytes]]", run: Callable[..., Any], folder: Path) -> None:
        super().__init__(context, run)
        self.folder = folder
        self.settings = RecordingSettings()
        self.recorder = self.now(
            lambda: Recorder(
                self.fleet, self.settings, folder, folder.with_name("snapshots"), self.clock, spare_bytes=0
            )
        )
        self.saved: list[Saved] = []
        self.snapshots: list[tuple[list[Path], list[str]]] = []
        self.changes: list[tuple[str, bool]] = []
        self.now(lambda: self.recorder.observe(self))

    def recording_changed(self, session: Session) -> None:
        self.changes.append((session.name, self.recorder.is_recording(session)))

    def recording_saved(self, saved: Saved) -> None:
        self.saved.append(saved)

    def snapshots_taken(self, files: list[Path], troubles: list[str]) -> None:
        self.snapshots.append((files, troubles))

    def snapshot(self, *sessions: Session) -> tuple[list[Path], list[str]]:
        """Take them; return where they are, and what went wrong."""
        before = len(self.snapshots)
        self.now(lambda: self.recorder.snapshots.take(sessions))
        self.until(lambda: len(self.snapshots) > before)
        return self.snapshots[-1]

    def begin(self, session: Session) -> None:
        self.now(lambda: self.recorder.begin(session))

    def end(self, session: Session) -> Saved:
        """End a recording; return what is left of it."""
        before = len(self.saved)
        self.now(lambda: self.recorder.end(session))
        self.until(lambda: len(self.saved) > before)
        return self.saved[-1]

    def has_bytes(self, count: int = 1) -> bool:
        """Whether so many bytes of frames are on disk, in all."""
        return sum(file.stat().st_size for file in all_in(self.folder)) >= count

    def close(self) -> None:
        self.now(self.recorder.close)
        super().close()


@pytest.fixture
def stage(
    context: "zmq.Context[zmq.Socket[bytes]]", run: Callable[..., Any], tmp_path: Path
) -> Iterator[RecordingStage]:
    """A fleet on a loop of its own, and its recorder, which has not recorded anything."""
    stage = RecordingStage(context, run, tmp_path / "recordings")
    yield stage
    stage.close()
