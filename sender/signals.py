"""Running until Ctrl+C, SIGTERM, or the work's own end."""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Coroutine, Iterator
from types import FrameType
from typing import Any

INTERRUPTED = 130
SIGNALS = (signal.SIGINT, signal.SIGTERM)


def run_until_signal(work: Coroutine[Any, Any, int]) -> int:
    """Run `work` on a new loop and return its exit code; a signal cancels it: 130 for SIGINT, 0 for SIGTERM."""
    # The selector loop on every system: Windows' own default cannot watch a socket's descriptor.
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        return runner.run(_until_signal(work))


async def _until_signal(work: Coroutine[Any, Any, int]) -> int:
    task = asyncio.ensure_future(work)
    heard: list[int] = []

    def on_signal(number: int) -> None:
        heard.append(number)
        if len(heard) == 1:
            task.cancel()

    with _listening(on_signal):
        try:
            return await task
        except asyncio.CancelledError:
            if not heard:
                raise
            return INTERRUPTED if heard[0] == signal.SIGINT else 0


@contextlib.contextmanager
def _listening(on_signal: Callable[[int], None]) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    before: dict[signal.Signals, Any] = {}
    for each in SIGNALS:
        # Only the main thread can listen to signals; elsewhere the caller ends the camera.
        with contextlib.suppress(ValueError, RuntimeError):
            before[each] = signal.getsignal(each)
            try:
                loop.add_signal_handler(each, on_signal, each)
            except NotImplementedError:
                signal.signal(each, _threadsafe(loop, on_signal))
    try:
        yield
    finally:
        for each, handler in before.items():
            with contextlib.suppress(ValueError, RuntimeError, NotImplementedError):
                loop.remove_signal_handler(each)
            with contextlib.suppress(ValueError, TypeError):
                signal.signal(each, handler)


def _threadsafe(
    loop: asyncio.AbstractEventLoop, on_signal: Callable[[int], None]
) -> Callable[[int, FrameType | None], None]:
    def handler(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(on_signal, number)

    return handler
