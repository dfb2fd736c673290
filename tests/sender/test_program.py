"""The program as people start it: a real process, its words and its exit codes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest
import zmq

from camwire import __version__, values
from camwire.endpoint import Endpoint
from tests.sender.support import ANYWHERE, CLIP, Viewer, watching
from tests.support.waiting import until

Run = Callable[..., Any]
Context = zmq.Context[zmq.Socket[bytes]]
PROGRAM = [sys.executable, "-m", "sender"]
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="signals are a POSIX matter")


def ended(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, timeout=20, encoding="utf-8")


@contextmanager
def started(*arguments: str) -> Iterator["subprocess.Popen[str]"]:
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen([*PROGRAM, "--listen", ANYWHERE, *arguments], text=True, encoding="utf-8", **pipes) as it:
        try:
            yield it
        finally:
            it.kill()


def endpoint_of(program: "subprocess.Popen[str]") -> Endpoint:
    assert program.stdout is not None
    words = program.stdout.readline().split()
    assert words[:2] == ["Listening", "on"]
    return Endpoint.parse(words[2])


def test_that_the_version_is_said() -> None:
    it = ended("--version")
    assert (it.returncode, it.stdout) == (0, f"watchword-camera {__version__}\n")


def test_that_help_shows_examples() -> None:
    it = ended("--help")
    assert it.returncode == 0
    assert "watchword-camera --source clip.mp4 --loop" in it.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--source", "missing.mp4"], 1, "watchword-camera: There is no file “missing.mp4”."),
        (["--source", "xyz"], 1, "watchword-camera: There is no source “xyz”."),
        (["--source", "97"], 1, "watchword-camera: No webcam answers as 97."),
        (["--name", "x" * 10_000], 2, "watchword-camera: The name has 10,000 characters; at most 80 fit on a tile."),
        (["--listen", "tcp://*:0", "--dialect", "imagezmq", "--pattern", "pub"], 2, "Add --open"),
        (["--listen", "tcp://*:0", "--open", "--secure"], 2, "Leave out one of the two"),
        (["--size", "big"], 2, "“big” is no size"),
        (["--filter", "sepia"], 2, "watchword-camera: There is no filter “sepia”."),
        (["--source", "screen:left"], 1, "watchword-camera: “screen:left” is no part of a screen."),
        (["--what"], 2, "unrecognized arguments: --what"),
    ],
)
def test_that_what_cannot_be_is_one_sentence(arguments: list[str], code: int, words: str) -> None:
    it = ended("--listen", ANYWHERE, *arguments)
    assert it.returncode == code
    assert words in it.stderr
    assert "Traceback" not in it.stderr


def test_that_a_port_in_use_is_said() -> None:
    with started() as first:
        it = ended("--listen", str(endpoint_of(first)))
    assert it.returncode == 1
    assert "is in use by another program" in it.stderr
    assert it.stdout == ""


def test_that_a_viewer_sees_a_file_and_is_echoed(run: Run, context: Context) -> None:
    async def scene() -> None:
        with started("--source", CLIP, "--loop", "--name", "🐇 bunny", "--echo") as program:
            with watching(context, endpoint_of(program), Viewer("desk")) as viewer:
                await until(lambda: len(viewer.frames) >= 3)
                for text in ("", " hello\t", "grüße 🐇"):
                    viewer.say(text)
                await until(lambda: viewer.lines == ["", " hello\t", "grüße 🐇"])
            program.terminate()
            assert program.stdout is not None
            assert program.stdout.read().endswith("desk: grüße 🐇\n")

    run(scene())


def test_that_values_are_echoed_and_shown(run: Run, context: Context, tmp_path: Path) -> None:
    async def scene() -> None:
        with started("--echo", "--state", str(tmp_path / "state")) as program:
            with watching(context, endpoint_of(program), Viewer("desk")) as viewer:
                await until(lambda: viewer.frames)
                numbers = [viewer.say(values.summary(each), values.encode(each)) for each in ({"a": [1, 2.5]}, b"12")]
                await until(lambda: viewer.answers() == [(numbers[0], {"a": [1, 2.5]}), (numbers[1], b"12")])
            program.terminate()
            assert program.stdout is not None
            shown = program.stdout.read().splitlines()
            assert [line[5:] for line in shown] == [' desk: {"a": [1, 2.5]}', " desk: 2 bytes"]

    run(scene())
    assert list((tmp_path / "state").rglob("conversations.db"))


@pytest.mark.alone
@POSIX_ONLY
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_that_a_signal_ends_it_within_a_second(run: Run, context: Context, number: int, code: int) -> None:
    async def scene() -> None:
        with started() as program, watching(context, endpoint_of(program), Viewer("desk")) as viewer:
            await until(lambda: viewer.frames)
            began = time.monotonic()
            program.send_signal(number)
            await until(lambda: program.poll() is not None)
            assert time.monotonic() - began < 1
            assert program.returncode == code
            assert viewer.has_left
            assert program.stderr is not None
            assert "Traceback" not in program.stderr.read()

    run(scene())


def test_that_an_attached_program_says_one_line_and_ends_with_its_standard_input() -> None:
    with started("--attached") as program:
        endpoint_of(program)
        assert program.stdin is not None
        program.stdin.close()
        assert program.wait(5) == 0
        assert program.stdout is not None
        assert program.stderr is not None
        assert (program.stdout.read(), program.stderr.read()) == ("", "")


@POSIX_ONLY
def test_that_an_attached_program_ends_when_its_parent_is_killed() -> None:
    parent = (
        "import subprocess, sys, time\n"
        f"it = subprocess.Popen({[*PROGRAM, '--attached', '--listen', ANYWHERE]!r}, stdin=subprocess.PIPE)\n"
        "print(it.pid, flush=True)\n"
        "it.wait()\n"
    )
    with subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE, text=True) as it:
        assert it.stdout is not None
        lines = [it.stdout.readline() for _ in range(2)]
        camera = psutil.Process(int(next(line for line in lines if line.strip().isdigit())))
        it.kill()
        assert psutil.wait_procs([camera], timeout=3)[1] == []


@POSIX_ONLY
def test_that_an_attached_program_without_standard_input_ends() -> None:
    it = subprocess.run(
        [*PROGRAM, "--attached", "--listen", ANYWHERE], stdin=subprocess.DEVNULL, capture_output=True, timeout=10
    )
    assert it.returncode == 0


@POSIX_ONLY
def test_that_an_attached_program_ends_also_while_its_source_does_not_open(tmp_path: Path) -> None:
    pipe = tmp_path / "clip.mp4"
    os.mkfifo(pipe)
    arguments = [*PROGRAM, "--attached", "--listen", ANYWHERE, "--source", str(pipe)]
    it = subprocess.run(arguments, stdin=subprocess.DEVNULL, capture_output=True, timeout=20)
    assert it.returncode == 0


@contextmanager
def at_terminal() -> Iterator[tuple["subprocess.Popen[str]", int]]:
    """The program on a terminal of its own, and the descriptor where a person types."""
    try:
        ours, theirs = os.openpty()
    except OSError:
        pytest.skip("this machine has no terminals to lend")
    arguments = [*PROGRAM, "--listen", ANYWHERE]
    pipes: dict[str, Any] = {"stdin": theirs, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(arguments, text=True, start_new_session=True, preexec_fn=_take_terminal, **pipes) as program:
        try:
            yield program, ours
        finally:
            program.kill()
            os.close(ours)
            os.close(theirs)


@POSIX_ONLY
def test_that_lines_typed_at_a_terminal_are_said(run: Run, context: Context) -> None:
    async def scene() -> None:
        with at_terminal() as (program, keyboard), watching(context, endpoint_of(program), Viewer("desk")) as viewer:
            await until(lambda: viewer.frames)
            os.write(keyboard, "hello\ngrüße\n".encode())
            await until(lambda: viewer.lines == ["hello", "grüße"])

    run(scene())


def _take_terminal() -> None:
    """In the child: make its standard input its terminal, as a login does."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def test_that_importing_the_camera_loads_no_opencv() -> None:
    code = "import sys, sender; print([name for name in ('cv2', 'numpy', 'PySide6', 'viewer') if name in sys.modules])"
    it = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20)
    assert it.stdout == "[]\n"


def test_that_missing_libraries_are_said(tmp_path: Path) -> None:
    # A virtual environment without the camera part: the standard library and what the wire needs.
    import msgspec

    for each in (zmq, msgspec):
        folder = Path(str(each.__file__)).parent
        (tmp_path / folder.name).symlink_to(folder)
    for name in ("pyzmq.libs",):
        if (Path(zmq.__file__).parents[1] / name).exists():
            (tmp_path / name).symlink_to(Path(zmq.__file__).parents[1] / name)
    root = Path(__file__).parents[2]
    it = subprocess.run(
        [sys.executable, "-S", "-m", "sender", "--listen", ANYWHERE],
        env={**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{tmp_path}"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=20,
        encoding="utf-8",
    )
    said = "watchword-camera: The camera part is not installed here: pip install '.[camera]' in the checkout\n"
    assert it.stderr == said
    assert it.returncode == 1
