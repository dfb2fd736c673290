"""The programs of a soak, started as a person would: each a Python of its own."""

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

ROOT = Path(__file__).parents[2]
END_SECONDS = 10.0


class Program:
    """A module of this checkout as a process. What it complains of is in `log`."""

    def __init__(self, module: str, *words: str, log: Path) -> None:
        self._command = (sys.executable, "-m", module, *words)
        self._process: Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._log = log
        self.report = ""
        """The last line that it printed."""
        self.ended = ""
        """Why it is not there, if nobody has killed it."""

    @property
    def pid(self) -> int | None:
        """Of the process, while there is one."""
        return None if self._process is None else self._process.pid

    async def start(self, allowed: int) -> None:
        """Start it; `allowed` lines may be said by now."""
        with self._log.open("a") as errors:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=errors
            )
        self._reading = asyncio.get_running_loop().create_task(self._read(self._process))
        self.allow(allowed)

    def allow(self, lines: int) -> None:
        """Let it say up to this many."""
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(ConnectionError):
                self._process.stdin.write(f"{lines}\n".encode())

    def send(self, number: signal.Signals) -> None:
        """Send it a signal, unless it is gone."""
        if self.pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)

    async def kill(self) -> None:
        """Take the process away, as a power cut would."""
        self.send(signal.SIGKILL)
        await self._over()

    async def close(self) -> int:
        """Let it end by itself; return its exit code, after some seconds that of being killed."""
        process = self._process
        if process is None:
            return 0
        assert process.stdin is not None
        process.stdin.close()
        try:
            async with asyncio.timeout(END_SECONDS):
                await process.wait()
        except TimeoutError:
            self.send(signal.SIGKILL)
        await self._over()
        return process.returncode or 0

    def heard(self, line: str) -> None:
        """It has printed a line."""
        self.report = line

    async def _over(self) -> None:
        process, self._process, self.report = self._process, None, ""
        if process is not None and self._reading is not None:
            await process.wait()
            await self._reading

    async def _read(self, process: Process) -> None:
        assert process.stdout is not None
        while line := await process.stdout.readline():
            self.heard(line.decode().strip())
        code = await process.wait()
        if self._process is process:
            self.ended = f"ended by itself ({code}), see {self._log}"
