"""A disk that has no room any more: the recording ends with a sentence, and the picture stays live."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import jpegs
from tests.support.recordings import all_in, sizes
from tests.viewer.core.recording.conftest import RecordingStage
from viewer.core.sessions.state import Phase

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has neither small disks nor limits for files")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("a small disk can be mounted by root only")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture
def short_files() -> Iterator[None]:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


def record_until_it_ends(stage: RecordingStage) -> str:
    """Return what is said about that."""
    camera, witness = stage.live()
    camera.payload = jpegs.noisy()
    stage.begin(witness.session)
    stage.until(lambda: stage.saved)
    assert not stage.recorder.is_recording(witness.session)
    seen = len(witness.pictures)
    stage.until(lambda: len(witness.pictures) > seen + 10)
    assert witness.session.state.phase is Phase.LIVE
    (saved,) = stage.saved
    assert saved.frames >= 5
    assert len(sizes(saved.files[0])) >= saved.frames - 2
    return saved.trouble


def test_that_a_full_disk_ends_a_recording_and_nothing_else(stage: RecordingStage, small_disk: Path) -> None:
    stage.settings.folder = str(small_disk)
    trouble = record_until_it_ends(stage)
    assert trouble == (
        f"porch is not being recorded any more. The disk with {small_disk} is full. Free some space, or choose another "
        "folder in the preferences. What was recorded until then is kept."
    )
    assert len(all_in(small_disk)) == 1


def test_that_a_recording_can_be_begun_anew_when_there_is_room(stage: RecordingStage, small_disk: Path) -> None:
    stage.settings.folder = str(small_disk)
    record_until_it_ends(stage)
    all_in(small_disk)[0].unlink()
    (session,) = stage.fleet
    stage.begin(session)
    stage.until(lambda: all_in(small_disk))
    assert stage.end(session).frames > 0


def test_that_a_file_that_may_grow_no_more_ends_the_recording(stage: RecordingStage, short_files: None) -> None:
    assert "became too large" in record_until_it_ends(stage)
