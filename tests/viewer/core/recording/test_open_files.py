"""The recorder knows which files are being recorded to."""

from tests.support.recordings import all_in
from tests.viewer.core.recording.conftest import RecordingStage


def test_that_a_file_is_open_from_its_first_picture_until_it_is_saved(stage: RecordingStage) -> None:
    _, witness = stage.live()
    assert stage.recorder.open_files == frozenset()
    stage.begin(witness.session)
    stage.until(lambda: stage.recorder.open_files)
    assert list(stage.recorder.open_files) == all_in(stage.folder)
    stage.now(lambda: stage.recorder.end(witness.session))
    stage.until(lambda: stage.saved)
    assert stage.recorder.open_files == frozenset()


def test_that_it_is_open_while_the_camera_is_away(stage: RecordingStage) -> None:
    camera, witness = stage.live()
    stage.begin(witness.session)
    stage.until(lambda: stage.recorder.open_files)
    stage.silence(camera, 60.0)
    stage.until(lambda: not witness.session.is_connected)
    assert list(stage.recorder.open_files) == all_in(stage.folder)
