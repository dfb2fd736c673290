"""A stand-in for systemd: the socket that a service reports to, and the watchdog that ends it."""

import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

MICRO = 1_000_000


class Systemd:
    """Runs one service; `heard` is all it said, in order."""

    def __init__(self, address: Path | str, watchdog_seconds: float) -> None:
        self.heard: list[str] = []
        self.program: subprocess.Popen[str]
        self._address = str(address)
        self._patience = watchdog_seconds
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind("\0" + self._address[1:] if self._address.startswith("@") else self._address)
        self._socket.settimeout(0.05)
        self._has_ended = threading.Event()
        self._thread = threading.Thread(target=self._listen)

    @contextmanager
    def running(self, command: Sequence[str], log: Path) -> Iterator[None]:
        """Start the service; its standard error leads into `log` as into a journal."""
        with log.open("wb") as file:
            it = os.fstat(file.fileno())
            environment = {
                **os.environ,
                "NOTIFY_SOCKET": self._address,
                "JOURNAL_STREAM": f"{it.st_dev}:{it.st_ino}",
                **({"WATCHDOG_USEC": str(round(self._patience * MICRO))} if self._patience else {}),
            }
            self.program = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=file,
                text=True,
                env=environment,
            )
        self._thread.start()
        try:
            yield
        finally:
            self.program.kill()
            self.program.wait()
            assert self.program.stdout is not None
            self.program.stdout.close()
            self._has_ended.set()
            self._thread.join()
            self._socket.close()

    def count(self, word: str) -> int:
        """How often this was said."""
        return self.heard.count(word)

    def _listen(self) -> None:
        """As systemd does it: the watchdog runs from READY=1 on."""
        last_sign: float | None = None
        while not self._has_ended.is_set():
            try:
                words = self._socket.recv(4096).decode().splitlines()
            except TimeoutError:
                words = []
            self.heard += words
            if "READY=1" in words or "WATCHDOG=1" in words:
                last_sign = time.monotonic()
            elif self._patience and last_sign is not None and time.monotonic() - last_sign > self._patience:
                self.program.send_signal(signal.SIGABRT)
                return
