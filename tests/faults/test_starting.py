"""Programs that find their files, or the port, in a state in which they are of no use: they start, or say why not."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
SECONDS = 60
RUBBISH = bytes(range(128, 256)) * 40


def a_folder(path: Path) -> None:
    path.mkdir(parents=True)


def rubbish(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(RUBBISH)


# What stands in the way, and what the viewer says of it.
FOUND: list[tuple[str, Callable[[Path], None], str]] = [
    ("settings.toml", a_folder, "saves none. Make the file readable and start again."),
    ("settings.toml", rubbish, "settings.toml.broken; the wall starts with defaults."),
    ("conversations.db", a_folder, "conversations are kept only until this window is closed."),
    ("conversations.db", rubbish, "conversations.db is damaged: file is not a database. It was kept as"),
    ("log", rubbish, "cannot be written"),
    (".", rubbish, "cannot be written"),
]


def test_that_the_wall_opens_whatever_lies_where_its_files_belong(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    viewers = []
    for number, (name, put, _) in enumerate(FOUND):
        folder = tmp_path / str(number)
        put(folder / name)
        words = [sys.executable, "-m", "viewer", "--config", str(folder), "--quit-after", "0.5"]
        viewers.append(subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=environment))
    for number, (viewer, (name, _, sentence)) in enumerate(zip(viewers, FOUND, strict=True)):
        _, said = viewer.communicate(timeout=SECONDS)
        log = tmp_path / str(number) / "log" / "watchword.log"
        said += log.read_text() if log.is_file() else ""
        assert viewer.returncode == 0, (name, said)
        assert sentence in said, (name, said)
        assert "Traceback" not in said


def camera(*words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "sender", "--listen", "tcp://127.0.0.1:0", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)


def test_that_a_camera_says_what_is_wrong_with_its_file_of_settings(tmp_path: Path) -> None:
    for put, sentence in ((a_folder, "Check its name and who may read it."), (rubbish, "Save it as UTF-8")):
        put(file := tmp_path / put.__name__)
        done = camera("--config", str(file))
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert sentence in done.stderr


def test_that_a_camera_says_that_its_port_is_taken_and_begins_when_it_is_not(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"tcp://127.0.0.1:{other.getsockname()[1]}"
        done = camera("--listen", address, "--state", "none")
        assert done.returncode == 1
        assert "End that one, or choose another port." in done.stderr
    command = [sys.executable, "-m", "sender", "--listen", address, "--state", "none", "--attached"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == f"Listening on {address}\n"
        program.communicate(timeout=SECONDS)
        assert program.returncode == 0


def test_that_a_camera_serves_where_it_can_keep_nothing(tmp_path: Path) -> None:
    rubbish(tmp_path / "state")
    words = ("--state", str(tmp_path / "state"), "--attached")
    command = [sys.executable, "-m", "sender", "--listen", "tcp://127.0.0.1:0", *words]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as program:  # type: ignore[call-overload]
        assert program.stdout.readline().startswith("Listening on ")
        _, said = program.communicate(timeout=SECONDS)
        assert "kept only until this camera ends" in said
        assert program.returncode == 0
