"""Threads that work for a loop."""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterator


class Threads:
    """Some threads of one loop. They tell it what they did by `on_loop`, and it waits for their end in `join`."""

    def __init__(self) -> None:
        self._threads: list[threading.Thread] = []
        self._running = 0
        self._all_ended = asyncio.Event()

    def __iter__(self) -> Iterator[threading.Thread]:
        return iter(self._threads)

    def start(self, **work: Callable[[], None]) -> None:
        """Begin to work for the running loop, in one thread for each; it is called as its work is."""
        self._loop = asyncio.get_running_loop()
        # One that hangs is left behind, and must not keep the program.
        self._threads = [
            threading.Thread(target=self._run, args=(each,), name=name, daemon=True) for name, each in work.items()
        ]
        self._running = len(self._threads)
        for thread in self._threads:
            thread.start()

    async def join(self, seconds: float) -> bool:
        """Wait for their end; False when one of them has not ended within `seconds`."""
        try:
            await asyncio.wait_for(self._all_ended.wait(), seconds)
        except TimeoutError:
            return False
        for thread in self._threads:
            thread.join()
        return True

    def on_loop(self, call: Callable[..., None], *arguments: object) -> None:
        """Have the loop call it. From any of the threads."""
        # The loop may be closed under a thread that was left behind.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call, *arguments)

    def _run(self, work: Callable[[], None]) -> None:
        try:
            work()
        finally:
            self.on_loop(self._thread_ended)

    def _thread_ended(self) -> None:
        self._running -= 1
        if not self._running:
            self._all_ended.set()
