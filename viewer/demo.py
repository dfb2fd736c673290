"""Demo cameras: real `watchword-camera` processes on this machine, which end with the viewer, however it ends."""

import asyncio
import contextlib
import logging
import subprocess
import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from camwire.errors import UsageError
from camwire.translation import tr
from viewer.core.camera_program import camera_command

log = logging.getLogger(__name__)

READY, KEY = "Listening on ", " key "
START_SECONDS = 30.0
END_SECONDS = 0.4
CLIP = "bigbuckbunny.mp4"


@dataclass(frozen=True, slots=True)
class DemoCamera:
    """One that runs. `key` is the same at every start, so that walls know it again; `endpoint` is another each time,
    and so is the `public_key` that it has to prove (Z85)."""

    key: str
    endpoint: str
    public_key: str = ""


class Demo:
    """Owns the processes. Each holds the other end of a pipe as its standard input and leaves when that closes, so none
    outlives the viewer even when the viewer is killed."""

    def __init__(self, clip_folder: Path, viewer_key: str) -> None:
        """Who has the public key `viewer_key` (Z85) is let in, and nobody else on this computer."""
        self._clip = clip_folder / CLIP
        self._viewer_key = viewer_key
        self._processes: list[subprocess.Popen[str]] = []
        self._begun: list[subprocess.Popen[str]] = []
        self._end_by: float | None = None
        self._started = 0
        self.cameras: list[DemoCamera] = []
        """Those that run, in the order of their numbers."""

    def begin(self) -> None:
        """Start a first camera now, before `start` asks for it."""
        if not self._begun:
            self._begun.append(self._spawn())

    async def start(self, count: int) -> AsyncIterator[DemoCamera]:
        """Start `count` more cameras and yield each when it listens, the first one as soon as it can be.

        Raises UsageError when one cannot run. The others are started after the first: together they would all be late.
        """
        try:
            async with asyncio.timeout(START_SECONDS):
                self.begin()
                yield await self._ready(self._begun.pop())
                for process in [self._spawn() for _ in range(count - 1)]:
                    yield await self._ready(process)
        except BaseException:
            self.stop()
            raise

    def terminate(self) -> None:
        """Tell all processes to end; `stop` waits for them."""
        for process in self._processes:
            process.terminate()
        self._end_by = time.monotonic() + END_SECONDS

    def stop(self) -> None:
        """End all processes, within half a second of having told them."""
        if self._end_by is None:
            self.terminate()
        deadline, self._end_by = self._end_by or 0.0, None
        processes, self._processes, self._begun = self._processes, [], []
        self.cameras.clear()
        self._started = 0
        for process in processes:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, deadline - time.monotonic()))
        # All at once: one after the other each would be waited for.
        for process in processes:
            process.kill()
        for process in processes:
            process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    pipe.close()

    async def _ready(self, process: "subprocess.Popen[str]") -> DemoCamera:
        # Not the loop's own executor: qasync's keeps its threads beyond our end.
        with ThreadPoolExecutor(1) as reader:
            line = await asyncio.get_running_loop().run_in_executor(reader, _first_line, process)
        camera = DemoCamera(f"demo:{len(self.cameras) + 1}", *_where(line, process))
        self.cameras.append(camera)
        return camera

    def _spawn(self) -> subprocess.Popen[str]:
        self._started += 1
        source = (
            ["--source", str(self._clip), "--loop"]
            if self._started % 4 == 1
            else ["--source", "pattern", "--size", "960x540", "--fps", "25"]
        )
        command = camera_command(*source, "--name", f"Demo {self._started}", "--listen", "tcp://127.0.0.1:0")
        process = subprocess.Popen(
            [
                *command,
                "--secure",
                f"--admit={self._viewer_key}",
                "--echo",
                "--attached",
                "--state",
                "none",
                "--log-level",
                "error",
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self._processes.append(process)
        return process


def _first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _where(line: str, process: subprocess.Popen[str]) -> tuple[str, str]:
    """Where it listens, and its public key."""
    if line.startswith(READY):
        endpoint, _, key = line.removeprefix(READY).partition(KEY)
        return endpoint, key
    assert process.stderr is not None
    why = process.stderr.readlines()[-1:] or [tr("it said nothing")]
    raise UsageError(tr("The demo cameras could not start: {why}", why=why[0].strip()))
