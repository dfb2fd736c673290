"""Reports of what went wrong: written at once, told at the next start."""

import subprocess
import sys
from pathlib import Path

from viewer.crashes import MOST_FILES, MOST_REPORTS, Crashes

START = """
import sys
from pathlib import Path
from viewer.crashes import Crashes
crashes = Crashes(Path(sys.argv[1]))
crashes.begin()
"""


def run(folder: Path, end: str) -> None:
    subprocess.run([sys.executable, "-c", START + end, str(folder)], check=False, capture_output=True)


def test_that_a_run_in_which_all_went_well_leaves_nothing(tmp_path: Path) -> None:
    run(tmp_path, "crashes.close()")
    assert not list(tmp_path.iterdir())
    assert Crashes(tmp_path).found() is None


def test_that_a_fault_of_a_library_is_told_once(tmp_path: Path) -> None:
    run(tmp_path, "import faulthandler; faulthandler._sigsegv()")
    found = Crashes(tmp_path).found()
    assert found is not None
    assert "Segmentation fault" in found.read_text()
    assert Crashes(tmp_path).found() is None
    assert found.exists()


def test_that_an_error_that_nobody_caught_is_told_with_its_place(tmp_path: Path) -> None:
    run(tmp_path, "crashes.report(KeyError('porch'), 'a slot'); crashes.close()")
    found = Crashes(tmp_path).found()
    assert found is not None
    text = found.read_text()
    assert "Watchword" in text
    assert "in a slot" in text
    assert "KeyError: 'porch'" in text


def test_that_a_run_that_was_killed_and_did_nothing_wrong_is_not_told_of(tmp_path: Path) -> None:
    run(tmp_path, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    assert Crashes(tmp_path).found() is None
    assert not list(tmp_path.iterdir())


def test_that_a_run_that_goes_on_is_left_alone(tmp_path: Path) -> None:
    crashes = Crashes(tmp_path)
    crashes.begin()
    try:
        assert Crashes(tmp_path).found() is None
        assert len(list(tmp_path.iterdir())) == 1
    finally:
        crashes.close()


def test_that_errors_over_and_over_fill_no_disk(tmp_path: Path) -> None:
    crashes = Crashes(tmp_path)
    crashes.begin()
    for _ in range(10 * MOST_REPORTS):
        crashes.report(ValueError("again"), "a timer")
    crashes.close()
    (file,) = tmp_path.iterdir()
    assert file.read_text().count("ValueError: again") == MOST_REPORTS


def test_that_only_the_newest_are_kept(tmp_path: Path) -> None:
    for number in range(2 * MOST_FILES):
        (tmp_path / f"crash 2026-01-{number + 1:02} 10-00-00.txt").write_text("x")
    Crashes(tmp_path).found()
    assert sorted(file.name for file in tmp_path.iterdir())[0] == "crash 2026-01-11 10-00-00.txt"


def test_that_a_folder_that_cannot_be_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    crashes = Crashes(tmp_path / "file" / "crashes")
    crashes.begin()
    crashes.report(ValueError("x"), "a slot")
    assert crashes.found() is None
    crashes.close()
