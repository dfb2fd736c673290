"""Demo cameras: real `watchword-camera` processes on this machine, which end with the viewer, however it ends."""

import asyncio
import logging
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from camwire.errors import UsageError

log = logging.getLogger(__name__)

READY = "Listening on "
START_SECONDS = 30.0
END_SECONDS = 0.4
CLIP = "bigbuckbunny.mp4"


class Demo:
    """Owns the processes. Each holds the other end of a pipe as its standard input and leaves when that closes, so none
    outlives the viewer even when the viewer is killed."""

    def __init__(self, clip_folder: Path) -> None:
        self._clip = clip_folder / CLIP
        self._processes: list[subprocess.Popen[str]] = []
        self._started = 0
        self.endpoints: list[str] = []
        """Where the cameras listened that were started so far."""

    async def start(self, count: int) -> list[str]:
        """Start `count` cameras and return where they listen. Raises UsageError when one cannot run."""
        names = [f"Demo {self._started + number}" for number in range(1, count + 1)]
        self._started += count
        processes = [self._spawn(name, index) for index, name in enumerate(names)]
        self._processes += processes
        # Not the loop's own executor: qasync's keeps its threads beyond our end.
        with ThreadPoolExecutor(count) as readers:
            loop = asyncio.get_running_loop()
            lines = [loop.run_in_executor(readers, _first_line, process) for process in processes]
            try:
                async with asyncio.timeout(START_SECONDS):
                    ready = await asyncio.gather(*lines)
                started = [_endpoint(line, process) for process, line in zip(processes, ready, strict=True)]
            except BaseException:
                self.stop()
                raise
        self.endpoints += started
        return started

    def stop(self) -> None:
        """End all processes, within half a second."""
        processes, self._processes = self._processes, []
        for process in processes:
            process.terminate()
        deadline = time.monotonic() + END_SECONDS
        for process in processes:
            try:
                process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    pipe.close()

    def _spawn(self, name: str, index: int) -> subprocess.Popen[str]:
        source = (
            ["--source", str(self._clip), "--loop"]
            if index % 4 == 0
            else ["--source", "pattern", "--size", "960x540", "--fps", "25"]
        )
        command = [sys.executable, "-m", "sender", *source, "--name", name, "--listen", "tcp://127.0.0.1:0"]
        return subprocess.Popen(
            [*command, "--echo", "--attached", "--state", "none", "--log-level", "error"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )


def _first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _endpoint(line: str, process: subprocess.Popen[str]) -> str:
    if line.startswith(READY):
        return line.removeprefix(READY)
    assert process.stderr is not None
    why = process.stderr.readlines()[-1:] or ["it said nothing"]
    raise UsageError(f"The demo cameras could not start: {why[0].strip()}")
