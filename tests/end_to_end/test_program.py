"""The viewer as people start it: a process of its own, with real demo cameras."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtGui import QImage

pytestmark = pytest.mark.slow

START_SECONDS = 40.0
TELLING_AT_THE_END = """
import atexit, os, sys
atexit.register(lambda: print(sum(os.times()[:4]), file=sys.stderr, flush=True))
from viewer.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


class Program:
    """A running viewer and what its log says."""

    def __init__(self, folder: Path, *words: str, code: str = "") -> None:
        self.log = folder / "log" / "watchword.log"
        self.process = subprocess.Popen(
            [sys.executable, *(("-c", code) if code else ("-m", "viewer")), "--config", str(folder), *words],
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )

    def wait_for_live(self, count: int) -> list[psutil.Process]:
        """Wait until that many cameras are live; return their processes."""
        deadline = time.monotonic() + START_SECONDS
        while len(set(re.findall(r"(Demo \d+): live", self.text()))) < count:
            assert time.monotonic() < deadline, self.text()
            assert self.process.poll() is None, self.text()
            time.sleep(0.05)
        return psutil.Process(self.process.pid).children(recursive=True)

    def text(self) -> str:
        """The log so far."""
        return self.log.read_text() if self.log.exists() else ""

    def end(self) -> None:
        """Make sure that nothing is left."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


@pytest.fixture
def programs() -> Iterator[list[Program]]:
    running: list[Program] = []
    yield running
    for program in running:
        program.end()


@pytest.mark.alone
def test_that_quitting_with_sixteen_live_cameras_is_clean_and_quick(programs: list[Program], tmp_path: Path) -> None:
    programs.append(program := Program(tmp_path, "--demo", "16"))
    cameras = program.wait_for_live(16)
    began = time.monotonic()
    program.process.send_signal(signal.SIGTERM)
    code = program.process.wait(timeout=10)
    took = time.monotonic() - began
    assert code == 0
    assert len(cameras) == 16
    assert not [camera for camera in cameras if camera.is_running()]
    assert took < 1.0
    assert "ERROR" not in program.text()


@pytest.mark.alone
@pytest.mark.skipif(sys.platform == "win32", reason="asks the system what a child took")
def test_that_the_interpreter_ends_with_little_work(programs: list[Program], tmp_path: Path) -> None:
    programs.append(program := Program(tmp_path, "--demo", "2", code=TELLING_AT_THE_END))
    program.wait_for_live(2)
    program.process.send_signal(signal.SIGTERM)
    assert program.process.stderr is not None
    before = float(program.process.stderr.read().split()[-1])
    _, status, used = os.wait4(program.process.pid, 0)
    program.process.returncode = os.waitstatus_to_exitcode(status)
    assert program.process.returncode == 0
    # To look through all objects over and over takes twice that, and four times that in wall time on a busy machine.
    assert used.ru_utime + used.ru_stime - before < 0.12


def test_that_demo_cameras_end_when_the_viewer_is_killed(programs: list[Program], tmp_path: Path) -> None:
    programs.append(program := Program(tmp_path, "--demo", "2"))
    cameras = program.wait_for_live(2)
    program.process.kill()
    _, alive = psutil.wait_procs(cameras, timeout=3)
    assert len(cameras) == 2
    assert not alive


def test_that_a_screenshot_shows_the_demo(programs: list[Program], tmp_path: Path) -> None:
    picture = tmp_path / "wall.png"
    programs.append(program := Program(tmp_path, "--demo", "1", "--screenshot", str(picture), "--quit-after", "6"))
    assert program.process.wait(timeout=30) == 0
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1280, 800)
    middle = [image.pixelColor(x, 400).lightness() for x in range(300, 1000, 50)]
    assert max(middle) > 60


def test_that_a_machine_without_a_screen_is_told_the_way_out(tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {name: value for name, value in os.environ.items() if name not in hidden}
    words = [sys.executable, "-m", "viewer", "--config", str(tmp_path), "--demo"]
    done = subprocess.run(words, capture_output=True, text=True, env=bare, check=False)
    assert done.returncode == 1
    assert "no screen" in done.stderr
    assert "watchword-probe" in done.stderr


def test_that_broken_settings_are_kept_aside_and_the_wall_starts(programs: list[Program], tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("camera = 3")
    programs.append(program := Program(tmp_path, "--quit-after", "1"))
    assert program.process.wait(timeout=20) == 0
    assert (tmp_path / "settings.toml.broken").read_text() == "camera = 3"
    assert "settings.toml has an error" in program.text()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--camera", "http://x"], "Watchword uses tcp://"),
        (["--demo", "0"], "from 1 to 64"),
        (["--quit-after", "soon"], "seconds above 0"),
    ],
)
def test_that_wrong_words_are_answered_with_a_sentence(words: list[str], sentence: str) -> None:
    done = subprocess.run([sys.executable, "-m", "viewer", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert sentence in done.stderr
