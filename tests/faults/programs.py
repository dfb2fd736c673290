"""Programs that something happens to: each in a process of its own, with clocks that can be stepped."""

import asyncio
import contextlib
import json
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil

from tests.faults.shifted import Clocks

ROOT = Path(__file__).parents[2]
READY = "Listening on "
# Where they keep, in their folders, what must survive.
STATE, KEPT = "state", "kept"
MIB = 1 << 20
# A camera writes the time before.
WRONG = re.compile(r"^(?:\d\d:\d\d:\d\d )?(ERROR|CRITICAL)|^(Traceback|Exception)", re.MULTILINE)


class Program:
    """A module with words. `prefix` stands before its command, as to run it on another computer."""

    def __init__(self, folder: Path, module: str, *words: str, prefix: Sequence[str] = ()) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.clocks = Clocks(folder / "clocks")
        self.log = folder / "stderr"
        self._words = (*prefix, sys.executable, "-m", "tests.faults.shifted", str(self.clocks.file), module, *words)
        self._process: Process | None = None

    async def start(self) -> None:
        """Start it."""
        with self.log.open("a") as errors:
            self._process = await asyncio.create_subprocess_exec(
                *self._words, cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=errors
            )

    @property
    def process(self) -> psutil.Process:
        """To be looked at from outside."""
        return psutil.Process(self._running.pid)

    def freeze(self) -> None:
        """Stop it where it stands."""
        self._running.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._running.send_signal(signal.SIGCONT)

    async def end(self) -> None:
        """End it as whoever started it does."""
        assert self._running.stdin is not None
        self._running.stdin.close()
        await asyncio.wait_for(self._running.wait(), 5)

    async def terminate(self) -> int:
        """End it as a system does that is shut down; return its exit code."""
        self._running.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self._running.wait(), 5)

    async def close(self) -> None:
        """Make sure that nothing is left."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
        self.clocks.close()

    @property
    def complaints(self) -> list[str]:
        """What no program should have to say."""
        text = self.log.read_text() if self.log.exists() else ""
        return [text[found.start() : found.start() + 600] for found in WRONG.finditer(text)]

    @property
    def holdings(self) -> "Holdings":
        """What it has of its computer now."""
        return Holdings.of(self.process)

    async def line(self) -> str:
        """The next line that it prints."""
        assert self._running.stdout is not None
        return (await asyncio.wait_for(self._running.stdout.readline(), 30)).decode().strip()

    def tell(self, word: str) -> None:
        """Say a line to it."""
        assert self._running.stdin is not None
        self._running.stdin.write(f"{word}\n".encode())

    @property
    def _running(self) -> Process:
        assert self._process is not None
        return self._process


class Holdings(tuple[int, int, float]):
    """Descriptors, threads, and memory in MiB."""

    @classmethod
    def of(cls, process: psutil.Process) -> "Holdings":
        """What a process has now."""
        with process.oneshot():
            return cls((process.num_fds(), process.num_threads(), process.memory_info().rss / MIB))

    def __str__(self) -> str:
        return f"{self[0]} descriptors, {self[1]} threads, {self[2]:.1f} MiB"


class Camera(Program):
    """A `watchword-camera` that answers every line with the same; `ends` says whom it serves."""

    def __init__(
        self,
        folder: Path,
        *words: str,
        name: str = "porch",
        ends: Sequence[str] = ("--listen", "tcp://127.0.0.1:0"),
        prefix: Sequence[str] = (),
    ) -> None:
        self.kept = folder / STATE
        """The folder with what must survive."""
        self.port = 0
        """Where it listens, if it does."""
        shown = ("--source", "pattern", "--size", "160x120", "--fps", "15", "--name", name)
        manner = ("--state", str(self.kept), "--no-announce", "--attached", "--echo")
        super().__init__(folder, "sender", *shown, *manner, *ends, *words, prefix=prefix)

    async def start(self) -> None:
        await super().start()
        line = await self.line()
        if line.startswith(READY):
            self.port = int(line.removeprefix(READY).split()[0].rpartition(":")[2])


class Desk(Program):
    """The viewer of `tests.faults.desk`."""

    def __init__(self, folder: Path, *addresses: str, prefix: Sequence[str] = ()) -> None:
        self.kept = folder / KEPT
        """The folder with what must survive."""
        super().__init__(folder, "tests.faults.desk", str(self.kept), *addresses, prefix=prefix)

    async def ask(self, word: str) -> Any:
        """Tell it, and return the answer."""
        self.tell(word)
        return json.loads(await self.line())
