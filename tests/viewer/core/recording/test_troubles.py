"""What is said where something could not be kept: it names what is at fault."""

from pathlib import Path

import pytest

from viewer.core.recording.export import export
from viewer.core.recording.troubles import why_no_archive

MEMORY = Path("/proc/self/mem")


def trouble(file: Path, target: Path) -> str:
    try:
        export([file], target)
    except OSError as error:
        return why_no_archive(error, target)
    raise AssertionError("nothing went wrong")


def test_that_a_recording_that_is_gone_is_named_and_not_the_folder_of_the_archive(tmp_path: Path) -> None:
    gone, target = tmp_path / "recordings" / "gone.mkv", tmp_path / "documents" / "evidence.zip"
    target.parent.mkdir()
    assert f"{gone} is gone" in trouble(gone, target)
    assert str(target.parent) not in trouble(gone, target)


@pytest.mark.skipif(not MEMORY.exists(), reason="nothing here fails when it is read")
def test_that_a_recording_that_fails_when_it_is_read_is_named(tmp_path: Path) -> None:
    said = trouble(MEMORY, tmp_path / "evidence.zip")
    assert str(MEMORY) in said
    assert str(tmp_path) not in said


def test_that_the_folder_of_the_archive_is_named_where_that_is_at_fault(tmp_path: Path) -> None:
    file = tmp_path / "recording.mkv"
    file.write_bytes(b"a recording")
    folder = tmp_path / "documents"
    assert f"{folder} is gone" in trouble(file, folder / "evidence.zip")
