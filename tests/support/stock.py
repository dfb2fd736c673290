"""Starts the stock peers of `tests/stock` as processes and ends them, whatever happens to the test."""

import json
import os
import random
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from tests.support import forked

START_SECONDS = 20.0
# A sender that is asked leaves within two seconds by itself.
END_SECONDS = 4.0
# Of each worker.
PORTS = 1_000


class StockPeer:
    """A running stock program. Its lines go through a file, so that it never waits for the test to read them."""

    def __init__(self, home: Path, program: str, *words: str) -> None:
        self._kept: list[dict[str, Any]] = []
        self._out, self._errors = home / "lines", home / "errors"
        # VidGear writes to the home folder; the threads of numpy would only take turns here.
        quiet = {"HOME": str(home), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "NO_COLOR": "1"}
        with self._out.open("wb") as out, self._errors.open("wb") as errors:
            streams = {"out": out.fileno(), "errors": errors.fileno()}
            self.process = forked.program(f"tests.stock.{program}", *words, **streams, env={**os.environ, **quiet})

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Everything it printed so far."""
        return self._kept or [json.loads(line) for line in self._out.read_text().split("\n")[:-1]]

    def keep_lines(self) -> None:
        """Read all lines for the last time: a test may look at the last words when their folder is gone."""
        self._kept = self.lines

    @property
    def got(self) -> list[Any]:
        """Of a sender: what receivers gave back. Of a receiver: the extra data, each time it changed."""
        return [line["got"] if "got" in line else line["data"] for line in self.lines if _is_gift(line)]

    @property
    def cameras(self) -> dict[str, dict[str, Any]]:
        """Of a receiver: the last report on each camera."""
        return {line["camera"]: line for line in self.lines if "frames" in line and "camera" in line}

    @property
    def is_ready(self) -> bool:
        """Whether it has begun to send, or listens."""
        return any("ready" in line for line in self.lines)

    @property
    def has_ended(self) -> bool:
        """Whether the process is gone."""
        return self.process.poll() is not None

    @property
    def errors(self) -> str:
        """What it wrote to standard error, for the messages of failed tests; not after its end."""
        return self._errors.read_text(errors="replace")

    def wait(self) -> "StockPeer":
        """Block until it is ready. Tests on a loop wait for `is_ready` instead."""
        deadline = time.monotonic() + START_SECONDS
        while not self.is_ready:
            assert not self.has_ended, f"it ended: {self.lines}\n{self.errors}"
            assert time.monotonic() < deadline, f"it never got ready: {self.lines}\n{self.errors}"
            time.sleep(0.01)
        return self

    def say(self, line: str) -> None:
        """Have a sender send this once, with its next frame; have a receiver give it back (NetGear: from then on)."""
        self.process.stdin.write(f"{line}\n".encode())

    def freeze(self) -> None:
        """Stop the process where it stands."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self.process.send_signal(signal.SIGCONT)

    def ask_to_end(self) -> None:
        """Close its input: a sender says goodbye and leaves. Does not wait for that."""
        self.process.stdin.close()

    def kill(self) -> None:
        """Take the process away without a word, as a power cut would."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """Ask it to end, goodbye included, and wait for that; a process that does not go is killed."""
        self.thaw()
        self.ask_to_end()
        try:
            self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()


def _is_gift(line: dict[str, Any]) -> bool:
    return "got" in line or ("data" in line and "frames" not in line)


@contextmanager
def stock_sender(kind: str, *words: object, wait: bool = True) -> Iterator[StockPeer]:
    """Run one stock sender: `stock_sender("netgear", "--pattern", 1, "--port", port)`; at the end it says goodbye."""
    yield from _running("senders", kind, words, wait)


@contextmanager
def stock_receiver(kind: str, *words: object, wait: bool = True) -> Iterator[StockPeer]:
    """Run one stock receiver."""
    yield from _running("receivers", kind, words, wait)


def _running(program: str, kind: str, words: tuple[object, ...], wait: bool) -> Iterator[StockPeer]:
    with tempfile.TemporaryDirectory(prefix="stock-") as home:
        peer = StockPeer(Path(home), program, kind, *map(str, words))
        try:
            yield peer.wait() if wait else peer
        finally:
            peer.close()
            peer.keep_lines()


def free_ports(number: int) -> list[int]:
    """Ports of loopback that nobody uses, all different, and not given again before some hundred others."""
    found: list[int] = []
    while len(found) < number:
        port = next(_ports)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            found.append(port)
    return found


def free_port() -> int:
    """One such port."""
    return free_ports(1)[0]


def _every_port() -> Iterator[int]:
    """Below those that systems give to calls going out. No two workers of one run share any; two runs begin apart."""
    first = 20_000 + PORTS * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    begun = random.SystemRandom().randrange(PORTS)
    return (first + (begun + step) % PORTS for step in count())


_ports = _every_port()
