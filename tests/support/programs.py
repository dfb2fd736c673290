"""Real programs in their own processes, ended whatever happens to the test."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

READY = "Listening on "


class RunningCamera:
    """A `watchword-camera` process and the endpoint it printed."""

    def __init__(self, *words: str, listen: str = "tcp://127.0.0.1:0") -> None:
        self._words = words
        self.process = self._start(listen)
        self.endpoint = self._read_endpoint()

    def kill(self) -> None:
        """Take the process away without a word, as a power cut would."""
        self.process.kill()
        self.process.wait()

    def freeze(self) -> None:
        """Stop the process where it stands."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self.process.send_signal(signal.SIGCONT)

    def restart(self) -> None:
        """Start it again at the same endpoint."""
        self.close()
        self.process = self._start(self.endpoint)
        assert self._read_endpoint() == self.endpoint

    def close(self) -> None:
        """End the process and its pipes."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()

    def _start(self, listen: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "sender", *self._words, "--listen", listen, "--attached"]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def _read_endpoint(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline().strip()
        assert line.startswith(READY), f"the camera said {line!r}"
        return line.removeprefix(READY)


@contextmanager
def cameras(count: int, *words: str) -> Iterator[list[RunningCamera]]:
    """Run `count` cameras, named Camera 1 and so on, started all at once."""
    processes: list[RunningCamera] = []
    try:
        for number in range(1, count + 1):
            processes.append(RunningCamera("--name", f"Camera {number}", *words))
        yield processes
    finally:
        for camera in processes:
            camera.close()


@contextmanager
def camera(*words: str) -> Iterator[RunningCamera]:
    """Run one camera."""
    running = RunningCamera(*words)
    try:
        yield running
    finally:
        running.close()
