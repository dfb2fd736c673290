"""Programs for tests, each in a process of its own, forked from one that has imported already what takes long.

Importing costs a second of computing, each time. What a person starts is never started this way, only peers of other
projects and ends made for a test.
"""

import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
from functools import cache
from io import FileIO
from multiprocessing.reduction import DupFd
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
CAN_FORK = "forkserver" in multiprocessing.get_all_start_methods()


class Forked:
    """A process to which its starter talks as to a `subprocess.Popen`. `stdin` is a pipe, not buffered."""

    def __init__(self, module: str, words: tuple[str, ...], out: int, errors: int, env: dict[str, str]) -> None:
        end, begin = os.pipe()
        self.stdin = FileIO(begin, "wb")
        streams = tuple(_Stream(each) for each in (end, out, errors))
        try:
            self._process = _server().Process(target=_run, args=(module, words, streams, env), daemon=True)
            self._process.start()
        finally:
            os.close(end)

    def poll(self) -> int | None:
        """The exit code, negative for a signal; None: it runs."""
        code: int | None = self._process.exitcode
        return code

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; return the exit code. Raises subprocess.TimeoutExpired."""
        self._process.join(timeout)
        code = self.poll()
        if code is None:
            raise subprocess.TimeoutExpired(self._process.name, timeout or 0.0)
        return code

    def send_signal(self, number: int) -> None:
        """Unless it is gone."""
        if self.poll() is None:
            os.kill(self._process.pid, number)

    def kill(self) -> None:
        """At once, and without its knowing."""
        self.send_signal(signal.SIGKILL)


def program(module: str, *words: str, out: int, errors: int, env: dict[str, str] | None = None) -> Any:
    """Start `python -m module words…`: a `Forked`, or, where nothing can be forked, a `subprocess.Popen`. `out` and
    `errors` are descriptors."""
    environment = dict(os.environ) if env is None else env
    if CAN_FORK:
        return Forked(module, words, out, errors, environment)
    command = [sys.executable, "-m", module, *words]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": out, "stderr": errors, "bufsize": 0}
    return subprocess.Popen(command, cwd=ROOT, env=environment, **pipes)


@cache
def _server() -> Any:
    from multiprocessing import forkserver

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "tests.support.forked_imports"])
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        # Threads of numpy would only take turns here, and are not forked.
        for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
            patch.setenv(name, "1")
        forkserver.ensure_running()
    return context


class _Stream:
    """A descriptor that goes with what is sent to the new process."""

    def __init__(self, number: int) -> None:
        self._number = number

    def __reduce__(self) -> tuple[Any, ...]:
        return _taken, (DupFd(self._number),)  # type: ignore[no-untyped-call]


def _taken(descriptor: Any) -> int:
    number: int = descriptor.detach()
    return number


def _run(module: str, words: tuple[str, ...], streams: tuple[int, ...], env: dict[str, str]) -> None:
    for number, taken in enumerate(streams):
        os.dup2(taken, number)
        os.close(taken)
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = [module, *words]
    sys.stdin = os.fdopen(0, closefd=False)
    # As a program it is another module than the one that was imported.
    sys.modules.pop(module, None)
    runpy.run_module(module, run_name="__main__", alter_sys=True)
