"""Programs that a benchmark runs beside itself: they say JSON lines, and end when their input does."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.support import cpu, screen

ROOT = Path(__file__).parents[2]
END_SECONDS = 10.0
# One thread for the arithmetic of libraries: more would only take turns with what is measured.
QUIET = {"QT_QPA_PLATFORM": screen.PLATFORM, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "NO_COLOR": "1"}


class Program:
    """A running `python -m benchmarks.support.NAME WORDS…`; `within` is a command that runs commands, if any."""

    def __init__(self, name: str, *words: object, within: Sequence[str] = ()) -> None:
        self.name = name
        # What it complains of is shown only if it fails.
        self._complaints = tempfile.TemporaryFile("w+")  # noqa: SIM115
        self._process = subprocess.Popen(
            [*within, sys.executable, "-m", f"benchmarks.support.{name}", *map(str, words)],
            cwd=ROOT,
            env={**os.environ, **QUIET},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            text=True,
        )

    @property
    def cpu(self) -> float:
        """CPU seconds until now."""
        return cpu.of_process(self._process.pid)

    def line(self) -> dict[str, Any]:
        """Wait for its next line."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            code = self._process.wait()
            self._complaints.seek(0)
            raise RuntimeError(f"{self.name} ended without a word (code {code})\n{self._complaints.read()}")
        found: dict[str, Any] = json.loads(line)
        return found

    def say(self, **what: object) -> None:
        """Write a line to its standard input."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()

    def end(self) -> dict[str, Any]:
        """Ask it to end; return its last line, or nothing if it has none."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        lines = self._process.stdout.read().splitlines()
        try:
            self._process.wait(END_SECONDS)
        finally:
            self.kill()
        found: dict[str, Any] = json.loads(lines[-1]) if lines else {}
        return found

    def kill(self) -> None:
        """Take it away. May be repeated."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._complaints):
            if stream is not None and not stream.closed:
                stream.close()


@contextmanager
def running(name: str, *words: object, within: Sequence[str] = ()) -> Iterator[Program]:
    """Run a program; at the end it is gone, whatever happened."""
    program = Program(name, *words, within=within)
    try:
        yield program
    finally:
        program.kill()


def figures_of(name: str, *words: object) -> dict[str, Any]:
    """Run a program that ends by itself and says one line."""
    with running(name, *words) as program:
        return program.line()
