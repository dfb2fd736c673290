"""Starting the program while it runs, and after it went wrong: processes of their own, as people start them."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SECONDS = 40.0
FAULTY = """
import sys
from PySide6.QtCore import QTimer
from viewer.ui.main_window import MainWindow
def fail():
    raise RuntimeError("a mistake in a slot")
begin = MainWindow.show_listening
def begun(window):
    begin(window)
    QTimer.singleShot(0, fail)
MainWindow.show_listening = begun
from viewer.__main__ import main
sys.exit(main(sys.argv[1:]))
"""

FAILING = """
import sys
from viewer.opening import Opening
def fail(opening):
    raise RuntimeError("a mistake while starting")
Opening.open_known = fail
from viewer.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


class Starts:
    """Viewers with the same settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.running: list[subprocess.Popen[str]] = []

    def start(self, *words: str, code: str = "") -> "subprocess.Popen[str]":
        program = ["-c", code] if code else ["-m", "viewer"]
        self.running.append(
            subprocess.Popen(
                [sys.executable, *program, "--config", str(self.folder), *words],
                stderr=subprocess.PIPE,
                text=True,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            )
        )
        return self.running[-1]

    def until(self, fact: Callable[[], object]) -> None:
        deadline = time.monotonic() + SECONDS
        while not fact():
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.05)

    def log(self) -> str:
        file = self.folder / "log" / "watchword.log"
        return file.read_text() if file.exists() else ""


@pytest.fixture
def starts(tmp_path: Path) -> Iterator[Starts]:
    starts = Starts(tmp_path)
    yield starts
    for each in starts.running:
        each.kill()
        each.communicate()


def test_that_a_second_start_hands_over_and_the_first_goes_on(starts: Starts) -> None:
    first = starts.start("--demo", "1")
    starts.until(lambda: re.search("Demo 1: live", starts.log()))
    second = starts.start("--demo", "2", "--camera", "tcp://127.0.0.1:9", "--layout", "Nowhere")
    assert second.wait(timeout=SECONDS) == 0
    starts.until(lambda: re.search("Demo 2: live", starts.log()))
    assert "tcp://127.0.0.1:9: " in starts.log()
    assert "no layout called Nowhere" in starts.log()
    assert first.poll() is None
    assert starts.log().count("Watchword 0") == 1
    first.terminate()
    assert first.wait(timeout=10) == 0


def test_that_the_demo_and_the_person_s_own_wall_are_two_programs(starts: Starts) -> None:
    demo = starts.start("--demo", "1")
    starts.until(lambda: re.search("Demo 1: live", starts.log()))
    own = starts.start()
    starts.until(lambda: starts.log().count("Watchword 0") == 2)
    assert (starts.folder / "watchword.lock").exists()
    assert (demo.poll(), own.poll()) == (None, None)


def test_that_a_run_by_itself_does_not_disturb_the_one_that_runs(starts: Starts) -> None:
    first = starts.start()
    starts.until(lambda: (starts.folder / "watchword.lock").exists())
    assert starts.start("--quit-after", "0.2").wait(timeout=SECONDS) == 0
    assert first.poll() is None


def test_that_a_mistake_is_told_at_the_next_start(starts: Starts) -> None:
    faulty = starts.start("--quit-after", "1", code=FAULTY)
    faulty.wait(timeout=SECONDS)
    (report,) = (starts.folder / "log" / "crashes").iterdir()
    assert "a mistake in a slot" in report.read_text()
    starts.start()
    starts.until(lambda: not report.exists())
    starts.until(lambda: list((starts.folder / "log" / "crashes").glob("crash *.txt")))


def test_that_a_start_that_failed_is_told_at_the_next(starts: Starts) -> None:
    failed = starts.start(code=FAILING)
    assert failed.wait(timeout=SECONDS) == 1
    assert failed.stderr is not None
    assert failed.stderr.read().count("RuntimeError: a mistake while starting") == 1
    (report,) = (starts.folder / "log" / "crashes").iterdir()
    assert "a mistake while starting" in report.read_text()
    assert not (starts.folder / "watchword.lock").exists()
