"""The programs of the proof: killed without a word, and started again on what they kept."""

import asyncio
import contextlib
import os
from pathlib import Path
from typing import Any

from tests.support import forked


class Program:
    """A module of `tests.support` in a process of its own. What it complains of is in `log`."""

    def __init__(self, module: str, *words: str, log: Path) -> None:
        self._words = (f"tests.support.{module}", *words)
        self._process: Any = None
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
        begin, end = os.pipe()
        with self.log.open("a") as errors, os.fdopen(end, "wb") as out:
            self._process = forked.program(*self._words, out=out.fileno(), errors=errors.fileno())
        self._reading = asyncio.get_running_loop().create_task(self._read(self._process, begin))
        self.allow(allowed)

    def allow(self, lines: int) -> None:
        """Let it say up to this many."""
        if self._process is not None:
            with contextlib.suppress(ConnectionError):
                self._process.stdin.write(f"{lines}\n".encode())

    async def kill(self) -> None:
        """Take the process away, as a power cut would."""
        process, self._process, self.report = self._process, None, ""
        if process is not None:
            process.kill()
            assert self._reading is not None
            await self._reading
            process.stdin.close()

    def heard(self, line: str) -> None:
        """It has printed a line."""
        self.report = line

    async def _read(self, process: Any, pipe: int) -> None:
        lines = asyncio.StreamReader()
        reading, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(lines), os.fdopen(pipe, "rb")
        )
        while line := await lines.readline():
            if self._process is process:
                self.heard(line.decode().strip())
        reading.close()
        # Whoever has closed its output is about to be gone.
        code = await asyncio.to_thread(process.wait)
        if self._process is process:
            self.report = f"ended by itself ({code}), see {self.log}"
            self.has_ended = True
