"""A program on the leash of the test that started it: JSON lines out, text lines in, and an end that never hangs."""

import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any, NoReturn

Lines = list[dict[str, Any]]


class Attached:
    """Is over when standard input closes or SIGTERM comes.

    The program then has `patience` seconds to come to its own end (the stock packages wait without limit in places);
    after that it is ended from a thread. Its last words are printed either way, once.
    """

    def __init__(self, last_words: Callable[[], Lines], patience: float) -> None:
        self.over = threading.Event()
        self._last_words = last_words
        self._patience = patience
        self._spoken: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._printing = threading.Lock()
        signal.signal(signal.SIGTERM, lambda *_: self._end())
        threading.Thread(target=self._listen, daemon=True).start()

    def print(self, **line: object) -> None:
        """Print one JSON line."""
        with self._printing:
            self._print(line)

    def spoken(self) -> str | None:
        """The oldest line of standard input that was not taken yet."""
        try:
            return self._spoken.get_nowait()
        except queue.Empty:
            return None

    def finish(self, failure: BaseException | None = None) -> NoReturn:
        """Print the last words and leave without any further clean-up, which is where the stock packages hang."""
        with self._printing:
            if failure is not None:
                self._print({"failed": f"{type(failure).__name__}: {failure}"})
            for line in self._last_words():
                self._print(line)
            os._exit(0 if failure is None else 1)

    def _listen(self) -> None:
        for line in sys.stdin:
            self._spoken.put(line.rstrip("\n"))
        self._end()

    def _end(self) -> None:
        # May run inside a signal handler, so it must not wait for the lock itself.
        self.over.set()
        last = threading.Timer(self._patience, self.finish)
        last.daemon = True
        last.start()

    @staticmethod
    def _print(line: dict[str, Any]) -> None:
        print(json.dumps(line, default=str), flush=True)
