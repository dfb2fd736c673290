"""The programs of the proof: killed without a word, and started again on what they kept."""

import asyncio
import contextlib
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


class Program:
    """A module of `tests.support` in a process of its own. What it complains of is in `log`."""

    def __init__(self, module: str, *words: str, log: Path) -> None:
        self._words = ("-m", f"tests.support.{module}", *words)
        self._process: Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self.log = log
        self.has_ended = False
        """Whether it has ended without being killed."""
        self.report = ""
        """The last line that it printed."""

    @property
    def is_running(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    async def start(self, allowed: int) -> None:
        """Start it; `allowed` lines may be said by now."""
        with self.log.open("a") as errors:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, *self._words, cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=errors
            )
        self._reading = asyncio.get_running_loop().create_task(self._read(self._process))
        self.allow(allowed)

    def allow(self, lines: int) -> None:
        """Let it say up to this many."""
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(ConnectionError):
                self._process.stdin.write(f"{lines}\n".encode())

    async def kill(self) -> None:
        """Take the process away, as a power cut would."""
        process, self._process, self.report = self._process, None, ""
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            assert self._reading is not None
            await self._reading

    def heard(self, line: str) -> None:
        """It has printed a line."""
        self.report = line

    async def _read(self, process: Process) -> None:
        assert process.stdout is not None
        while line := await process.stdout.readline():
            if self._process is process:
                self.heard(line.decode().strip())
        if self._process is process:
            self.report = f"ended by itself ({await process.wait()}), see {self.log}"
            self.has_ended = True
